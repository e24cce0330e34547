import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { momentVan, nieuwsteKopie, ruimKopieenOp } from './ruimop.ts';

const map = mkdtempSync(path.join(os.tmpdir(), 'la-ruimop-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const nu = Temporal.Instant.from('2026-11-22T12:00:00Z');
const zet = (naam: string, inhoud = 'LAKOPIE1rest') => writeFileSync(path.join(map, naam), inhoud);

// @eis C4.2
describe('oude reservekopieën', () => {
  test('alleen eigen kopieën ouder dan de termijn verdwijnen, en nooit de nieuwste', () => {
    const oud = 'lange-adem-20261018T115959Z.lakopie';
    zet(oud);
    zet('lange-adem-20261018T120000Z.lakopie');
    zet('lange-adem-20261122T115900Z.lakopie');
    zet('lange-adem-20200101T000000Z.lakopie', 'een brief van een ander');
    zet('lange-adem-20200101T000000Z.lakopie.txt');
    zet('vakantie-20200101T000000Z.lakopie');
    zet('lange-adem-20209901T000000Z.lakopie');
    mkdirSync(path.join(map, 'lange-adem-20190101T000000Z.lakopie'));
    if (process.platform !== 'win32')
      symlinkSync(path.join(map, oud), path.join(map, 'lange-adem-20180101T000000Z.lakopie'));
    const bewaar = path.join(map, 'lange-adem-20200201T000000Z.lakopie');
    zet(path.basename(bewaar));
    const voor = readdirSync(map).length;
    expect(ruimKopieenOp(map, 35, nu, bewaar)).toEqual([oud]);
    expect(readdirSync(map)).toHaveLength(voor - 1);
    expect(ruimKopieenOp(map, 35, nu, bewaar)).toEqual([]);
  });
  test('wie ophoudt met kopiëren, houdt geen oude over: zonder nieuwe kopie gaat ook de laatste', () => {
    const alleen = mkdtempSync(path.join(os.tmpdir(), 'la-ruimop-'));
    const naam = 'lange-adem-20261018T115959Z.lakopie';
    writeFileSync(path.join(alleen, naam), 'LAKOPIE1rest');
    expect(nieuwsteKopie(alleen)?.toString()).toBe('2026-10-18T11:59:59Z');
    expect(ruimKopieenOp(alleen, 35, nu)).toEqual([naam]);
    expect(nieuwsteKopie(alleen)).toBeNull();
    rmSync(alleen, { recursive: true });
    expect(ruimKopieenOp(alleen, 35, nu)).toEqual([]);
  });
  test('een naam die de opdracht niet geeft, heeft geen moment', () => {
    expect(momentVan('lange-adem-20261018T115959Z.lakopie')?.toString()).toBe('2026-10-18T11:59:59Z');
    for (const naam of [
      'x.lakopie',
      'lange-adem-20261318T115959Z.lakopie',
      '../lange-adem-20261018T115959Z.lakopie',
    ]) {
      expect(momentVan(naam)).toBeNull();
    }
  });
});
