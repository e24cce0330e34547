import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leesBestand } from './bestand.ts';
import { STATUSSEN } from './keuzes.ts';
import { bundel, lijst, type Onderdeel, type Programma } from './programma.ts';
import type { Inhoud } from './veld.ts';
import { gewoneVerslagperiode, leesVerslagperiode, plaatsVan, verslagInhoud } from './verslag.ts';

const map = path.resolve(import.meta.dirname, '../../../../gegevens/programma');
function programma(regio: string): Programma {
  const ruw = JSON.parse(readFileSync(path.join(map, `${regio}.json`), 'utf8')) as Inhoud;
  const vast = { versie: 1, openbareVersie: 1, geldigVanaf: '2026-01-01', doorRol: null };
  const items = leesBestand(ruw).items.map(i => ({ ...i, ...vast, id: i.code }) as Onderdeel);
  return bundel(regio, 'openbaar', items);
}
const dag = (t: string) => Temporal.PlainDate.from(t);
const periode = (van: string, tot: string) => ({ van: dag(van), tot: dag(tot) });
const h1 = periode('2026-01-01', '2026-06-30');
const basis = lijst(programma('zaanstreek-waterland'), 'mijlpaal')[0] as Onderdeel;
const mijlpaal = (inhoud: Inhoud): Onderdeel => ({
  ...basis,
  inhoud: { ...basis.inhoud, kwartaal: null, kwartaalTot: null, datum: null, status: null, ...inhoud },
});

// @eis A3.8
describe('de periode van een verslag', () => {
  test.each([
    ['2026-01', '2026-06', '2026-01-01', '2026-06-30'],
    ['2-2024', '2024-02', '2024-02-01', '2024-02-29'],
    [' 2020-07 ', '2021-12', '2020-07-01', '2021-12-31'],
  ])('%s tot %s is van %s tot en met %s', (van, tot, eerste, laatste) => {
    expect(leesVerslagperiode(van, tot)).toEqual({ ok: true, waarde: periode(eerste, laatste) });
  });

  test.each([
    ['', '2026-06', { van: 'geen_maand' }],
    ['2026-13', '2026', { van: 'geen_maand', tot: 'geen_maand' }],
    ['1899-01', '2026-01', { van: 'geen_maand' }],
    ['2026-06', '2026-01', { tot: 'omgekeerd' }],
  ])('%s tot %s wordt geweigerd', (van, tot, velden) => {
    expect(leesVerslagperiode(van, tot)).toEqual({ ok: false, weigering: { code: 'ongeldig', velden } });
  });

  test('zonder keuze is het het laatste halfjaar dat voorbij is, binnen het programma', () => {
    const vandaag = dag('2026-11-22');
    // Zaanstreek-Waterland ran until the end of 2021, Noord-Holland Noord runs until 2027.
    expect(gewoneVerslagperiode(programma('zaanstreek-waterland'), vandaag)).toEqual(
      periode('2021-07-01', '2021-12-31'),
    );
    expect(gewoneVerslagperiode(programma('noord-holland-noord'), vandaag)).toEqual(h1);
    expect(gewoneVerslagperiode(programma('noord-holland-noord'), dag('2026-03-01'))).toEqual(
      periode('2025-07-01', '2025-12-31'),
    );
  });
});

// @eis A3.8
describe('waar een mijlpaal in het verslag staat', () => {
  const vandaag = dag('2026-11-22');
  test.each([
    ['gereed gemeld in de periode', { status: 'gereed', statusSinds: '2026-03-01' }, 'bereikt'],
    ['gereed gemeld voor de periode', { status: 'gereed', statusSinds: '2025-03-01' }, 'buiten'],
    [
      'op tijd gepland, later gereed gemeld',
      { status: 'gereed', statusSinds: '2026-09-01', kwartaal: '2026-Q2' },
      'later_gereed',
    ],
    ['vertraagd', { status: 'vertraagd', statusSinds: '2026-02-01', kwartaal: '2026-Q2' }, 'vertraagd'],
    [
      'pas later vertraagd',
      { status: 'vertraagd', statusSinds: '2026-09-01', kwartaal: '2026-Q2' },
      'niet_gemeld',
    ],
    ['vervallen in de periode', { status: 'vervallen', statusSinds: '2026-02-01' }, 'vervallen'],
    ['datum voorbij zonder melding', { kwartaal: '2026-Q1' }, 'niet_gemeld'],
    ['datum al voor de periode voorbij', { kwartaal: '2025-Q1', status: 'loopt' }, 'eerder_niet_gemeld'],
    ['loopt door na de periode', { kwartaal: '2026-Q2', kwartaalTot: '2026-Q4', status: 'loopt' }, 'loopt'],
    ['gepland na de periode', { kwartaal: '2026-Q3' }, 'vervolg'],
    ['zonder datum', {}, 'zonder_datum'],
  ])('%s', (_naam, inhoud, plaats) => {
    expect(plaatsVan(mijlpaal(inhoud), h1, vandaag)).toBe(plaats);
  });

  test('wat nog kan komen heet niet verstreken: een periode die nog loopt', () => {
    const m = mijlpaal({ kwartaal: '2026-Q2' });
    expect(plaatsVan(m, h1, dag('2026-05-01'))).toBe('loopt');
  });

  test('een mijlpaal heet nooit bereikt zonder dat iemand het zei', () => {
    const kwartaal = fc
      .tuple(fc.integer({ min: 2019, max: 2030 }), fc.integer({ min: 1, max: 4 }))
      .map(([j, q]) => `${j}-Q${q}`);
    const maand = fc.integer({ min: 0, max: 120 }).map(n => dag('2019-01-01').add({ months: n }));
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...STATUSSEN)),
        fc.option(kwartaal),
        fc.option(maand),
        maand,
        fc.nat(40),
        maand,
        (status, q, sinds, van, lengte, nu) => {
          const m = mijlpaal({ status, kwartaal: q, statusSinds: sinds?.toString() ?? null });
          const tot = van.add({ months: lengte + 1 }).subtract({ days: 1 });
          const plaats = plaatsVan(m, { van, tot }, nu);
          if (plaats === 'bereikt' || plaats === 'later_gereed') expect(status).toBe('gereed');
          if (plaats === 'vertraagd') expect(status).toBe('vertraagd');
          if (status === 'gereed') expect(['bereikt', 'later_gereed', 'buiten']).toContain(plaats);
        },
      ),
    );
  });
});

// @eis A3.8
describe('wat er te melden is', () => {
  test('over 2020 en 2021 staat elke mijlpaal van Zaanstreek-Waterland op een plaats, geen als bereikt', () => {
    const p = programma('zaanstreek-waterland');
    const v = verslagInhoud(p, periode('2020-07-01', '2021-12-31'), dag('2026-11-22'), null);
    expect([...v.mijlpalen.values()].flat()).toHaveLength(34);
    expect(v.mijlpalen.get('bereikt')).toBeUndefined();
    expect(v.mijlpalen.get('niet_gemeld')?.length).toBeGreaterThan(25);
    expect(v.acties).toHaveLength(9);
  });

  test('een raad krijgt de antwoorden op zijn eigen opmerkingen en niet die van een ander', () => {
    const v = verslagInhoud(programma('kennemerland'), h1, dag('2026-11-22'), 'Velsen');
    expect(v.opmerkingen.map(o => o.code)).toEqual(['VEL-1', 'VEL-2', 'VEL-3']);
  });

  test('een actie van een andere gemeente alleen blijft buiten de brief', () => {
    const p = programma('noord-holland-noord');
    const eigen = lijst(p, 'actie').filter(a => a.inhoud.gemeente === 'Alkmaar').length;
    const breed = periode('2020-01-01', '2027-12-31');
    const alles = verslagInhoud(p, breed, dag('2026-11-22'), null).acties.length;
    const alkmaar = verslagInhoud(p, breed, dag('2026-11-22'), 'Alkmaar').acties.length;
    const hoorn = verslagInhoud(p, breed, dag('2026-11-22'), 'Hoorn').acties.length;
    expect(eigen).toBeGreaterThan(0);
    expect([alkmaar, hoorn]).toEqual([alles, alles - eigen]);
  });
});
