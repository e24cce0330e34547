import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import type { Gemeente } from '../domain/gemeente.ts';
import { beoordeelTabel } from '../domain/inleesregel.ts';
import { periodeUitStatline } from '../domain/statline.ts';
import { naarTabel, STATLINEKOPPELING } from '../domain/statline-regio.ts';
import { findRegio, leesCsv, leesIndicatoren, leesJson } from './gegevensbestanden.ts';
import { leesAanbod } from './lees-aanbod.ts';
import { leesStatline, listStatlinetabellen } from './statline-bestanden.ts';

const map = path.join(WORTEL, 'test/vectors/datalab/statline');
const CSV = '85361NED_UntypedDataSet_28112026_101500.csv';
const csv = readFileSync(path.join(map, CSV), 'utf8');
const json = readFileSync(path.join(map, '85361NED.json'), 'utf8');
type Pakket = Record<string, { value: Record<string, unknown>[] }> & { Properties: Record<string, string> };
const pakket = (): Pakket => JSON.parse(json) as Pakket;
const nhn = findRegio('noord-holland-noord');
if (!nhn) throw new Error('regio');
const gemeente = (code: string, naam: string, regio: string | null): Gemeente => ({
  code,
  naam,
  cbsNaam: naam,
  slug: naam.toLowerCase(),
  provincie: 'Noord-Holland',
  regio,
  subregio: null,
  geldigVanaf: null,
  geldigTot: null,
  opvolgers: [],
});
const gemeenten = [gemeente('GM0361', 'Alkmaar', nhn.id), gemeente('GM0358', 'Aalsmeer', null)];

const lees = (inhoud: string, naam: string) => leesStatline(Buffer.from(inhoud), naam);
const melding = async (inhoud: string, naam: string) => {
  const uit = await lees(inhoud, naam);
  return uit === null ? 'geen StatLine' : uit.ok ? 'gelezen' : (uit.weigering.melding ?? '');
};
const metPakket = (wijzig: (p: Pakket) => void) => {
  const p = pakket();
  wijzig(p);
  return melding(JSON.stringify(p), 'tabel.json');
};
/** The figures as CBS published them, straight from the shipped file. */
const gepubliceerd = (naam: string) =>
  leesCsv('veilig-thuis-cbs.csv')
    .filter(r => r['cbs_tabel'] === '85361NED' && r['regio'] === naam)
    .map(r => [r['indicator'], r['waarde']])
    .toSorted();

// @eis B3.3
describe('een tabel van StatLine lezen', () => {
  test.each([
    ['CSV', csv, CSV],
    ['OData v4', json, '85361NED.json'],
  ])('als %s: elk cijfer zoals het CBS het gaf, en een punt is geen nul', async (_vorm, inhoud, naam) => {
    const uit = await lees(inhoud, naam);
    const { lezing } = waardeOf(uit ?? { ok: false, weigering: { code: 'niets' } });
    for (const [code, plaats] of [
      ['NL01', 'Nederland'],
      ['GM0361', 'Alkmaar'],
      ['GM0363', 'Amsterdam'],
    ] as const) {
      const cellen = lezing.cellen.filter(c => c.gebied === code);
      expect(cellen).toHaveLength(8);
      const bekend = cellen.filter(c => c.waarde !== null);
      expect(bekend.map(c => [c.reeks.indicator, c.waarde]).toSorted()).toEqual(gepubliceerd(plaats));
      expect(cellen.filter(c => Number(c.waarde) === 0 && c.waarde !== null)).toEqual([]);
    }
  });

  test('de rijen van de eigen regio zijn goed, met teken en rondingsstap; de rest wordt geteld', async () => {
    const uit = await lees(json, '85361NED.json');
    const { lezing } = waardeOf(uit ?? { ok: false, weigering: { code: 'niets' } });
    const { tabel, buiten } = waardeOf(naarTabel(lezing, nhn, gemeenten));
    expect(buiten).toBe(24);
    const kennis = {
      regio: nhn,
      gemeenten,
      indicatoren: leesIndicatoren(),
      eersteJaar: 2000,
      laatsteJaar: 2026,
    };
    const { rijen, fouten } = beoordeelTabel(tabel, STATLINEKOPPELING, kennis);
    expect(fouten).toEqual([]);
    const kort = rijen.map(r => [r.indicator.code, r.waarde, r.teken, r.rondingsstap, r.voorlopig]);
    expect(kort).toContainEqual(['vervolgmelding_tijdens_beoordeling', '140', null, 5, true]);
    expect(kort).toContainEqual(['vervolgmelding_totaal', null, 'onbekend_of_geheim', null, true]);
    expect(kort).toContainEqual(['aandeel_vervolgmelding_na_beoordeling', '12.3', null, null, true]);
  });

  test.each([
    ['2023JJ00', '2023'],
    ['2023HJ01', '2023-H1'],
    ['2023HJ02', '2023-H2'],
    ['2023KW04', '2023-Q4'],
    ['2023MM11', '2023-11'],
  ])('periode %s is %s', (code, verwacht) => {
    expect(waardeOf(periodeUitStatline(code))).toBe(verwacht);
  });
  test.each(['2023HJ03', '2023KW00', '2023MM13', '2023JJ01', '2023', 'JJ00'])('%s is geen periode', code => {
    expect(periodeUitStatline(code).ok).toBe(false);
  });
});

// @eis B3.3
describe('een veranderde tabel stopt met een duidelijke melding', () => {
  const kop = csv.split('\n')[0] ?? '';
  const velden = kop.split(';');
  const metKop = (nieuw: string) => melding(csv.replace(kop, nieuw), CSV);
  const geruild = [...velden.slice(0, 3), velden[4], velden[3], ...velden.slice(5)].join(';');

  test.each([
    ['een verschoven kolom', geruild, 'In kolom 4 staat ‘VervolgmeldingTijdensBeoordeling_2’; daar hoort'],
    [
      'een andere naam',
      kop.replace('VervolgmeldingTotaal_1', 'Meldingen_1'),
      '‘Meldingen_1’ kennen wij niet',
    ],
    ['een kolom te weinig', velden.slice(0, -1).join(';'), '‘VervolgmeldingTijdensMonitoring_8’ ontbreekt'],
    ['een kolom te veel', `${kop};"Nieuw_9"`, '‘Nieuw_9’ kennen wij niet'],
  ])('CSV met %s', async (_wat, nieuw, zin) => {
    expect(await metKop(nieuw)).toContain(zin);
  });

  test('CSV met tekst waar een getal hoort, en met een regel te kort', async () => {
    expect(await melding(csv.replace('   36355', 'veel'), CSV)).toContain('‘veel’');
    expect(await melding(csv.replace(';"     5.1"', ''), CSV)).toContain('10 kolommen in plaats van 11');
  });

  test('OData met een maat die anders heet, een andere eenheid heeft, mist of erbij komt', async () => {
    const maten = (p: Pakket) => p['MeasureCodes']?.value ?? [];
    expect(
      await metPakket(p => Object.assign(maten(p)[0] ?? {}, { Title: 'Vervolgmelding alles' })),
    ).toContain('‘Vervolgmelding totaal (aantal)’ ontbreekt');
    expect(await metPakket(p => Object.assign(maten(p)[0] ?? {}, { Unit: 'x 1 000' }))).toContain('x 1 000');
    expect(await metPakket(p => maten(p).pop())).toContain(
      '‘Vervolgmelding tijdens monitoring (procent)’ ontbreekt',
    );
    expect(
      await metPakket(p => maten(p).push({ Identifier: 'M9', Title: 'Nieuw', Unit: 'aantal' })),
    ).toContain('‘Nieuw (aantal)’ kennen wij niet');
  });

  test('OData met een andere titel, een dimensie erbij of een onbekende code', async () => {
    expect(await metPakket(p => Object.assign(p.Properties, { Title: 'Iets anders' }))).toContain(
      'Iets anders',
    );
    expect(await metPakket(p => p['Dimensions']?.value.push({ Identifier: 'Geslacht' }))).toContain(
      '‘Geslacht’',
    );
    const eerste = (p: Pakket) => p['Observations']?.value[0] ?? {};
    expect(await metPakket(p => Object.assign(eerste(p), { RegioS: 'GM9999' }))).toContain('GM9999');
    expect(await metPakket(p => Object.assign(eerste(p), { Leeftijd: 'T1' }))).toContain('‘Leeftijd’');
    expect(await metPakket(p => Object.assign(p.Properties, { Identifier: '12345NED' }))).toContain(
      '12345NED',
    );
  });

  test('een ander bestand is geen StatLine; een kapot pakket wordt geweigerd', async () => {
    expect(await melding('gemeente;jaar\n', 'cijfers.csv')).toBe('geen StatLine');
    expect(await melding('{"value": [', 'x.json')).toContain('niet te lezen');
    expect(await melding('{"value": []}', 'x.json')).toContain('OData v4');
  });

  test('een tabel zonder cijfer over de regio wordt geweigerd', async () => {
    const kl = findRegio('kennemerland');
    if (!kl) throw new Error('regio');
    const uit = await leesAanbod(
      { inhoud: Buffer.from(json), bestandsnaam: '85361NED.json', regio: kl },
      gemeenten,
    );
    expect(!uit.ok && uit.weigering.velden?.['bestand']).toContain('geen cijfer over Kennemerland');
  });
});

// @eis B3.3
test('elke tabel van de lijst is beschreven, met indicatoren uit de catalogus', () => {
  const tabellen = listStatlinetabellen();
  const lijst = leesCsv('cbs-tabellen-huiselijk-geweld.csv');
  expect(tabellen.map(t => [t.tabel, t.titel])).toEqual(lijst.map(r => [r['cbs_tabel'], r['titel']]));
  const bekend = new Set(leesIndicatoren().map(i => `${i.code} ${i.definitieversie}`));
  for (const t of tabellen) {
    for (const r of t.reeksen) {
      expect(bekend).toContain(`${r.indicator} ${r.definitieversie}`);
      expect(t.maten.map(m => m.kolom)).toContain(r.maat);
      expect(Object.keys(r.categorieen).toSorted()).toEqual(t.kenmerken.map(k => k.dimensie).toSorted());
    }
  }
  const ruw = leesJson('statline-tabellen.json') as { herkomst: string }[];
  expect(ruw.every(t => t.herkomst.length > 0)).toBe(true);
});
