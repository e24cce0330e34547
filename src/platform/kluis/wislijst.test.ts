import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { KluisWeigering, maakWislijst } from './index.ts';

const wortel = mkdtempSync(path.join(os.tmpdir(), 'la-wislijst-'));
afterAll(() => rmSync(wortel, { recursive: true, force: true }));
const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';
const regel = { dag: '2026-11-22', wissen: [{ soort: 'proef', id: A }], sleutels: [B] };

// @eis C4.2
describe('wislijst', () => {
  test('wat erop staat, staat er na een herstart nog precies zo', () => {
    const map = path.join(wortel, 'a');
    expect(maakWislijst(map).ids()).toEqual([]);
    const id = maakWislijst(map).schrijf(regel);
    expect(maakWislijst(map).ids()).toEqual([id]);
    expect(maakWislijst(map).lees(id)).toEqual({ id, ...regel });
  });
  test.each([
    { ...regel, dag: 'vandaag' },
    { ...regel, wissen: [{ soort: 'Jan Voorbeeld', id: A }] },
    { ...regel, wissen: [{ soort: 'proef', id: 'Jan Voorbeeld' }] },
    { ...regel, sleutels: ['Jan Voorbeeld'] },
  ])('wat geen kenmerk of code is, komt er niet op: %j', fout => {
    const map = path.join(wortel, 'b');
    expect(() => maakWislijst(map).schrijf(fout)).toThrow(KluisWeigering);
    expect(maakWislijst(map).ids()).toEqual([]);
  });
  test('een geschonden of verdwenen regel wordt gemeld, niet overgeslagen', () => {
    const map = path.join(wortel, 'c');
    const lijst = maakWislijst(map);
    const id = lijst.schrijf(regel);
    const bestand = path.join(map, 'wislijst', id.slice(0, 2), `${id}.json`);
    for (const inhoud of ['', '{', 'null', JSON.stringify({ id: A, ...regel })]) {
      writeFileSync(bestand, inhoud);
      expect(() => lijst.lees(id)).toThrow(/wislijst/);
    }
    rmSync(bestand);
    expect(() => lijst.lees(id)).toThrow(/wislijst/);
    expect(readdirSync(path.dirname(bestand))).toEqual([]);
  });
});
