import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { type Buurt, maakBuurt } from '#modules/casus/testing/buurt.ts';
import { type Lezer, maakCasushuis } from '#modules/casus/testing/casushuis.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-aanval-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 6), map });
const h = maakCasushuis(proef.app.db, kluis, maakCasus({ ...kennisgevinglening, kluis }).registreer);
let b: Buurt;

beforeAll(async () => {
  b = await maakBuurt(h);
});

const PADEN = [
  '/casus',
  '/casus?stand=open',
  '/casus?stand=gesloten',
  '/casus?fase=herstel',
  '/casus?taak=wmo',
  '/casus?blad=2',
  '/casus?blad=999',
  '/casus?blad=-1',
  '/casus?stand=onzin&fase=onzin&taak=onzin',
];
const ZOEK: Record<string, string>[] = [
  { achternaam: 'Voorbeeld' },
  { voornaam: 'Vera' },
  { voornaam: 'Vera', achternaam: 'Voorbeeld', geboren: '3-11-1988' },
];

async function alles(lezer: Lezer): Promise<string[]> {
  const uit: string[] = [];
  for (const pad of PADEN) uit.push(await (await h.haal(pad, lezer)).text());
  for (const v of [...ZOEK, { nummer: b.nummer }])
    uit.push(await (await h.stuur('/casus/zoek', v, lezer)).text());
  return uit;
}

// @eis C5.4 C2.2
describe('aanval: aantallen en bladzijden laten vertellen wat er nog meer is', () => {
  test('met nul of met vijfentwintig dossiers van anderen ziet de lezer op elk adres precies hetzelfde', async () => {
    const voor = await alles(b.vreemde);
    for (let i = 0; i < 25; i++)
      await b.leg({ persoon1_voornaam: 'Vera', taak: i % 2 ? 'wmo' : 'veilig_thuis' });
    expect(await alles(b.vreemde)).toEqual(voor);
    const wereld = voor.join('\n');
    expect(wereld).toContain('Er zijn geen dossiers om te tonen.');
    expect(wereld).not.toMatch(/\/casus\/[0-9a-f]{8}-/);
  });

  test('de telling van wie er één mag zien is één, ook als het werk van anderen groeit', async () => {
    const tel = async () =>
      /role="status">([^<]*)</.exec(await (await h.haal('/casus', b.pro)).text())?.[1]?.trim() ?? '';
    const een = await tel();
    expect(een).toMatch(/^1 /);
    await b.leg();
    expect(await tel()).toBe(een);
    const intaker =
      /role="status">([^<]*)</.exec(await (await h.haal('/casus', b.intaker)).text())?.[1] ?? '';
    expect(Number(/\d+/.exec(intaker)?.[0])).toBe(27);
    // Beyond the last page: nothing, and no number that would be of others.
    expect(await (await h.haal('/casus?blad=3', b.intaker)).text()).not.toMatch(/\/casus\/[0-9a-f]{8}-/);
  });

  test('de database telt voor deze lezer ook zelf niets mee', async () => {
    const { rows } = await h.als(b.vreemde, async tx => {
      const { sql } = await import('#platform/db/index.ts');
      return sql<{
        n: number;
      }>`select (select count(*) from casus.casus) + (select count(*) from casus.notitie)
        + (select count(*) from casus.sleutel) + (select count(*) from gezin.persoon)
        + (select count(*) from gezin.zoekterm) as n`.execute(tx);
    });
    expect(Number(rows[0]?.n)).toBe(0);
  });
});
