import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uitOpenbareBron } from '#kern/onthulling/index.ts';
import { laatsteTweeJaren, perDuizend, toevalsinterval, veranderingen } from './verandering.ts';
import type { Waarneming } from './waarneming.ts';

function w(plaats: string, jaar: number, waarde: number, titel = 'Plan', eenheid = 'aantal'): Waarneming {
  const citaat = { titel, van: null, datum: '2020', plek: 'Bijlage 1' };
  return {
    id: `${plaats}${jaar}`,
    plaats: { soort: 'gemeente', code: plaats, naam: plaats },
    regio: 'zaanstreek-waterland',
    gemeente: plaats,
    periode: { soort: 'jaar', jaar },
    periodeCode: String(jaar),
    periodeTekst: 'jaar',
    indicator: 'politie_misdrijven_hg',
    definitieversie: 1,
    cijfer: { openbaarheid: 'openbaar_in_bron', publiceerbaar: uitOpenbareBron(citaat, waarde) },
    decimalen: 0,
    eenheid,
    voorlopig: false,
    overgenomen: '2026-11-22',
    opmerking: null,
    bron: titel,
    citaat,
    versie: 1,
  };
}
// Regionaal Actieplan Zaanstreek-Waterland, Bijlage 1 Politiecijfers: misdrijven 2018 en 2019.
const MISDRIJVEN: [string, number, number][] = [
  ['Beemster', 8, 11],
  ['Edam-Volendam', 13, 13],
  ['Landsmeer', 10, 12],
  ['Oostzaan', 6, 6],
  ['Purmerend', 82, 95],
  ['Waterland', 3, 4],
  ['Wormerland', 7, 12],
  ['Zaanstad', 165, 246],
];
const perPlaats = (rijen: [string, number, number][]) =>
  new Map(rijen.map(([p, voor, na]) => [p, [w(p, 2018, voor), w(p, 2019, na)]]));

// @eis A4.4
describe('oordeel over een verandering', () => {
  test('van de acht gemeenten heeft alleen Zaanstad een signaal, met p 6,05e-4 na Holm (R, poisson.test)', () => {
    const uit = veranderingen(perPlaats(MISDRIJVEN));
    const signalen = [...uit].filter(([, v]) => v.oordeel.oordeel === 'signaal').map(([p]) => p);
    expect(signalen).toEqual(['Zaanstad']);
    expect(uit.get('Zaanstad')?.oordeel.pGecorrigeerd).toBeCloseTo(6.05e-4, 6);
    expect(uit.get('Wormerland')?.oordeel.oordeel).toBe('niet_te_zeggen');
    expect(uit.get('Wormerland')?.aantalVergelijkingen).toBe(8);
  });

  test('twee bronnen met dezelfde titel zijn twee reeksen', () => {
    const voor = w('Zaanstad', 2018, 165);
    const na = w('Zaanstad', 2019, 246);
    expect(laatsteTweeJaren([voor, na])).not.toBeNull();
    expect(laatsteTweeJaren([voor, { ...na, bron: 'plan-tweede-druk' }])).toBeNull();
    expect(
      laatsteTweeJaren([voor, { ...na, citaat: { ...na.citaat, titel: 'Plan, herdruk' } }]),
    ).not.toBeNull();
  });

  // @eis A4.2
  test('welk klein aantal er ook staat, het oordeel over de anderen blijft hetzelfde', () => {
    const anders = (a: number, b: number) =>
      [
        ...veranderingen(perPlaats(MISDRIJVEN.map(r => (r[0] === 'Waterland' ? ['Waterland', a, b] : r)))),
      ].map(([p, v]) => [p, v.oordeel.oordeel, v.oordeel.pGecorrigeerd]);
    const vast = anders(3, 4);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (a, b) => {
        expect(anders(a, b)).toEqual(vast);
      }),
    );
  });

  test('twee bronnen komen nooit in één vergelijking', () => {
    expect(laatsteTweeJaren([w('A', 2022, 600, 'Gemeente'), w('A', 2023, 815, 'CBS')])).toBeNull();
  });

  test('over een jaar waarin de wijze van tellen veranderde, wordt niet vergeleken', () => {
    const reeks = [w('A', 2017, 2117), w('A', 2019, 2580), w('A', 2020, 2600)];
    expect(laatsteTweeJaren(reeks.slice(0, 2), [2019])).toBeNull();
    expect(laatsteTweeJaren(reeks, [2019])?.voor.periodeCode).toBe('2019');
    expect(laatsteTweeJaren(reeks.slice(0, 2))?.na.periodeCode).toBe('2019');
  });
});

// @eis A4.2 A4.4
describe('interval en tempo', () => {
  test('Alkmaar, 231 incidenten in 2023: 202 tot 263 (Garwood, R poisson.test 202,2 en 262,8)', () => {
    expect(toevalsinterval(w('Alkmaar', 2023, 231))).toEqual({ van: 202, tot: 263 });
  });

  test('op 1 tot en met 4 bestaat geen interval en geen tempo, op 0 wel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), n => {
        const klein = n >= 1 && n <= 4;
        expect(toevalsinterval(w('A', 2023, n)) === null).toBe(klein);
        expect(perDuizend(w('A', 2023, n), 10_000) === null).toBe(klein);
      }),
    );
  });

  test('een interval bevat altijd zijn eigen aantal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 5000 }), n => {
        const i = toevalsinterval(w('A', 2023, n));
        expect(i !== null && i.van <= n && n <= i.tot).toBe(true);
      }),
    );
  });

  test('een percentage of bedrag heeft geen interval', () => {
    expect(toevalsinterval(w('A', 2023, 50, 'Plan', 'procent'))).toBeNull();
  });
});
