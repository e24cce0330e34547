import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controleer } from '#kern/controle/index.ts';
import { parsePeriode } from '#kern/datum/index.ts';
import { uitOpenbareBron } from '#kern/onthulling/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';
import { garwoodInterval } from '#kern/statistiek/index.ts';
import { KWALITEITSCONTROLES } from './kwaliteit.ts';
import { bereikVan, kleinsteVerschil, somBereik, verenigbaar, verschilBereik } from './ronding.ts';
import { toevalsinterval, veranderingen } from './verandering.ts';
import type { Waarneming } from './waarneming.ts';

const citaat = { titel: 'Tabel', van: 'CBS', datum: '2024', plek: 'tabel 84852NED' };
function w(periode: string, waarde: number, meer: Partial<Waarneming> = {}): Waarneming {
  return {
    id: `${periode}-${waarde}`,
    plaats: { soort: 'land', code: 'nederland', naam: 'Nederland' },
    regio: null,
    gemeente: null,
    periode: waardeOf(parsePeriode(periode)),
    periodeCode: periode,
    periodeTekst: periode,
    indicator: 'vt_meldingen',
    definitieversie: 2,
    cijfer: { openbaarheid: 'openbaar_in_bron', publiceerbaar: uitOpenbareBron(citaat, waarde) },
    decimalen: 0,
    eenheid: 'aantal',
    rondingsstap: 5,
    voorlopig: false,
    overgenomen: '2026-11-22',
    opmerking: null,
    bron: 'cbs-84852ned',
    citaat,
    versie: 1,
    ...meer,
  };
}
const kaal = (x: Waarneming): Waarneming => {
  const { rondingsstap: _, ...rest } = x;
  return rest;
};
const codes = (...lijst: Waarneming[]) =>
  controleer(KWALITEITSCONTROLES, { waarnemingen: lijst, aantalGemeenten: () => 2 }).map(b => b.code);
const rondOp5 = (n: number) => Math.round(n / 5) * 5;

// @eis B3.3
describe('afronding op vijftallen', () => {
  // CBS 84852NED, Nederland 2020: the halves are printed as 64505 and 62910, the year as 127410 and not 127415.
  test('de halfjaren van 2020 spreken het jaar niet tegen als elk aantal apart is afgerond', () => {
    const drie = [w('2020', 127_410), w('2020-H1', 64_505), w('2020-H2', 62_910)];
    expect(codes(...drie)).toEqual([]);
    expect(codes(...drie.map(kaal))).toEqual(['DK106']);
  });

  test('een verschil dat afronding niet verklaart, blijft een tegenstrijdigheid', () => {
    // Two halves may be 4 off together and the year 2: a gap of 7 cannot be.
    expect(codes(w('2020', 127_405), w('2020-H1', 64_505), w('2020-H2', 62_910))).toEqual(['DK106']);
  });

  test('achter een gedrukt aantal ligt altijd het getelde, ook in een som en een verschil', () => {
    const n = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(n, n, n, (a, b, c) => {
        const bereik = (x: number) => bereikVan(w('2020', rondOp5(x)));
        const bevat = (r: { van: number; tot: number }, x: number) => r.van <= x && x <= r.tot;
        expect(bevat(bereik(a), a)).toBe(true);
        expect(bevat(somBereik([bereik(a), bereik(b), bereik(c)]), a + b + c)).toBe(true);
        expect(bevat(verschilBereik(bereik(a), bereik(b)), a - b)).toBe(true);
        expect(verenigbaar(somBereik([bereik(a), bereik(b)]), bereik(a + b))).toBe(true);
      }),
    );
  });

  test('het interval van een afgerond aantal bevat dat van elk aantal dat erachter kan liggen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 900 }), telling => {
        const uit = toevalsinterval(w('2020', rondOp5(telling)));
        const { ondergrens, bovengrens } = garwoodInterval(telling);
        expect(uit === null || (uit.van <= ondergrens && uit.tot >= bovengrens)).toBe(true);
        expect(uit).not.toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  test('het kleinste verschil is nooit groter dan het echte', () => {
    const n = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(n, n, (a, b) => {
        const [x, y] = kleinsteVerschil(bereikVan(w('2020', rondOp5(a))), bereikVan(w('2021', rondOp5(b))));
        expect(Math.abs(x - y)).toBeLessThanOrEqual(Math.abs(a - b));
      }),
    );
  });

  // R: poisson.test(c(150,110))$p.value = 0.01542, poisson.test(c(148,112))$p.value = 0.02976 (R 4.2.2).
  test('een oordeel over afgeronde aantallen geldt ook voor de tellingen die het minst verschillen', () => {
    const paar = [w('2019', 150), w('2020', 110)];
    const p = (lijst: Waarneming[]) =>
      veranderingen(new Map([['nederland', lijst]])).get('nederland')?.oordeel.pGecorrigeerd;
    expect(p(paar.map(kaal))).toBeLessThan(p(paar) ?? 0);
  });
});
