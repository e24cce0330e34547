import { beforeAll, describe, expect, test } from 'vitest';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { doeOp, leesTellingenIn, maakConcept, rekenlening } from '../testing/publicatiesite.ts';

const REGIO = 'zaanstreek-waterland';
const IND = 'vt_voorwaarden_afgerond';
/** Crimes of domestic violence 2018 and 2019 (source document 004, annex 1), used here as invented counts. */
const TELLINGEN: Record<string, readonly [number, number]> = {
  Beemster: [8, 11],
  'Edam-Volendam': [13, 13],
  Landsmeer: [10, 12],
  Oostzaan: [6, 6],
  Purmerend: [82, 95],
  Waterland: [3, 4],
  Wormerland: [7, 12],
  Zaanstad: [165, 246],
};
const NAMEN = Object.keys(TELLINGEN);
const INDICATOR = `/regio/${REGIO}/cijfers/vt-voorwaarden-afgerond`;
const GEMEENTE = `/regio/${REGIO}/gemeente/zaanstad`;
const KAART = `/regio/${REGIO}/vergelijk/vt-voorwaarden-afgerond`;
const BLADEN = [INDICATOR, `${INDICATOR}?gemeente=zaanstad`, GEMEENTE, KAART];

const proef = await maakProef();
let site: Datalabsite;
let analist: Proefpersoon;
let collega: Proefpersoon;
let id: string;

const kaal = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
/** Cells of the rows of the table with these words in its caption. */
function tabel(html: string, bijschrift: string): string[][] {
  const hele = [...html.matchAll(/<table[\s\S]*?<\/table>/g)].find(m =>
    kaal(/<caption[\s\S]*?<\/caption>/.exec(m[0])?.[0] ?? '').includes(bijschrift),
  )?.[0];
  return [...(hele ?? '').matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)]
    .map(m => [...(m[1] ?? '').matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(c => kaal(c[1] ?? '')))
    .slice(1);
}
const PER_PLAATS = 'per plaats en periode, plaatsen op alfabet';

beforeAll(async () => {
  site = await maakDatalabsite(
    proef,
    maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') }),
  );
  analist = await site.persoon('datalab_analist', REGIO);
  collega = await site.persoon('projectleider', REGIO);
  await leesTellingenIn(
    site,
    analist,
    REGIO,
    Object.entries(TELLINGEN).flatMap(([g, w]) => w.map((n, i) => [g, String(2018 + i), IND, n] as const)),
  );
  id = await maakConcept(site, rekenlening(proef.app.db, site.klok.vandaag()), analist, REGIO, {
    titel: 'Over twee jaar',
    indicator: IND,
    van: '2018',
    tot: '2019',
  });
}, 120_000);

/** Printed numbers of a place by the file of the release: the truth of this test. */
async function gedrukt(): Promise<Map<string, string[]>> {
  const csv = await site.tekst(`/regio/${REGIO}/publicaties/over-twee-jaar.csv`);
  const [kop = '', ...rijen] = csv.replace('\uFEFF', '').trim().split(/\r?\n/);
  const teken = kop.includes(';') ? ';' : ',';
  const plek = (naam: string) => kop.split(teken).indexOf(naam);
  const uit = new Map<string, string[]>();
  for (const r of rijen.map(x => x.split(teken))) {
    const naam = r[plek('plaats')] ?? '';
    uit.set(naam, [...(uit.get(naam) ?? []), r[plek('waarde')] ?? '']);
  }
  return uit;
}

// @eis B2.1
describe('cijfers uit een publicatie op andere pagina’s', () => {
  test('van een concept staat nergens iets, ook niet voor wie eraan werkt', async () => {
    for (const pad of BLADEN)
      for (const wie of [undefined, analist, collega])
        expect(await site.tekst(pad, wie), pad).not.toContain('Uit publicaties');
  });

  test('in druk staan op de pagina van de indicator de gedrukte getallen, tabel naast beeld, op alfabet', async () => {
    for (const [doe, wie] of [
      ['bied_aan', analist],
      ['keur_goed', collega],
    ] as const)
      expect((await doeOp(site, id, doe, wie)).status).toBe(303);
    const html = await site.tekst(INDICATOR);
    const rijen = tabel(html, PER_PLAATS);
    const druk = await gedrukt();
    expect(rijen.map(r => r[0])).toEqual([...NAMEN, 'Zaanstreek-Waterland']);
    for (const [plaats = '', ...getallen] of rijen) expect(getallen).toEqual(druk.get(plaats));
    expect(html).toContain('Uit publicaties');
    expect(html).toContain('een andere bron dan de cijfers uit openbare stukken');
    expect(html).toContain(`href="/regio/${REGIO}/publicaties/over-twee-jaar"`);
    expect(html.match(/class="la-staaf/g)?.length).toBeGreaterThanOrEqual(NAMEN.length);
    expect(await site.tekst(`/en${INDICATOR}`)).toContain('From releases');
  });

  test('wie aangemeld is leest in dit deel precies hetzelfde als het publiek', async () => {
    const deel = (html: string) => /id="uit-publicaties"[\s\S]*?(?=<h2)/.exec(html)?.[0] ?? 'niets';
    const publiek = deel(await site.tekst(INDICATOR));
    expect(publiek).toContain('Zaanstad');
    expect(deel(await site.tekst(INDICATOR, analist))).toBe(publiek);
    for (const [naam, echt] of Object.entries(TELLINGEN))
      for (const n of echt.filter(x => x % 5 !== 0))
        expect(kaal(publiek)).not.toMatch(new RegExp(`${naam} ${n}( |$)`));
  });

  test('van één gemeente staat er één rij, met een balk per jaar', async () => {
    const html = await site.tekst(`${INDICATOR}?gemeente=zaanstad`);
    expect(tabel(html, PER_PLAATS)).toEqual([['Zaanstad', ...((await gedrukt()).get('Zaanstad') ?? [])]]);
    expect(html).toContain('in Zaanstad, per jaar');
  });

  test('de pagina van een gemeente noemt de laatste periode met de ruimte en de publicatie', async () => {
    const [rij = []] = tabel(await site.tekst(GEMEENTE), 'Gepubliceerde cijfers van Zaanstad');
    expect(rij[1]).toBe('2019');
    const n = Number((await gedrukt()).get('Zaanstad')?.at(-1));
    expect(rij[2]).toBe(String(n));
    expect(rij[3]).toBe(`${n - 4} tot en met ${n + 4}`);
    expect(rij[4]).toBe('Over twee jaar');
  });

  test('de kaart kleurt alleen wat in elke hoek duidelijk is; klein en onbeslist hebben één neutrale klasse', async () => {
    const html = await site.tekst(KAART);
    const rijen = tabel(html, 'verandering per gemeente');
    const druk = await gedrukt();
    for (const [plaats = '', voor, na] of rijen) expect([voor, na]).toEqual(druk.get(plaats));
    expect(rijen.map(r => r[0])).toEqual(NAMEN);
    const woord = new Map(rijen.map(r => [r[0], r[3]]));
    // From 165 to 246, printed within 4 of that, is far outside chance; 3 and 4 may never be told from 9 and 9.
    expect(woord.get('Zaanstad')).toBe('duidelijk meer');
    for (const klein of ['Waterland', 'Oostzaan', 'Beemster'])
      expect(woord.get(klein)).toBe('niet te zeggen');
    const figuur = /id="publicatiekaart[\s\S]*?<\/figure>/.exec(html)?.[0] ?? '';
    const vlakken = [...figuur.matchAll(/class="la-gebied (la-gebied-\w+)"/g)].map(m => m[1]);
    const soorten = new Set([...woord.values()].map(w => (w === 'niet te zeggen' ? 'geen' : w)));
    expect(new Set(vlakken).size).toBe(soorten.size);
  });

  test('op een eerdere dag bekeken staat er niet wat toen niet in druk was', async () => {
    expect(await site.tekst(`${INDICATOR}?op=2026-11-20`)).not.toContain('Uit publicaties');
  });

  test('na intrekken is het weg van elke pagina, meteen en voor iedereen, en geen pagina mag worden bewaard', async () => {
    for (const pad of BLADEN) expect(await site.tekst(pad), pad).toContain('Uit publicaties');
    expect((await doeOp(site, id, 'trek_in', collega, 'Dubbel geteld')).status).toBe(303);
    for (const pad of BLADEN)
      for (const wie of [undefined, analist]) {
        const r = await site.haal(pad, wie);
        expect(r.headers.get('cache-control')).toMatch(/no-cache|no-store/);
        expect(await r.text(), pad).not.toContain('Uit publicaties');
      }
  });
});

// @eis B2.1
test('waar een bron het cijfer drukte staat erbij dat het is overgenomen en niet beveiligd', async () => {
  const MERK = 'Overgenomen uit openbare bron, niet beveiligd.';
  for (const pad of [
    `/regio/${REGIO}/cijfers`,
    `/regio/${REGIO}/cijfers/politie-incidenten-hg`,
    `/regio/${REGIO}/vergelijk/politie-incidenten-hg`,
    GEMEENTE,
    '/regios/cijfers/politie-incidenten-hg',
  ])
    expect(kaal(await site.tekst(pad)), pad).toContain(MERK);
  expect(await site.tekst('/en/regios/cijfers/politie-incidenten-hg')).toContain(
    'Taken over from a public source, not protected.',
  );
  // Where no source printed anything there is nothing to mark.
  expect(kaal(await site.tekst(INDICATOR))).not.toContain(MERK);
  // Who also sees internal figures reads of which ones it is said.
  expect(kaal(await site.tekst(`/regio/${REGIO}/cijfers`, analist))).toMatch(
    /Wat hier niet intern heet: overgenomen uit openbare bron|Overgenomen uit openbare bron/,
  );
});
