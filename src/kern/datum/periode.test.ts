import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '../resultaat/index.ts';
import {
  aantalDagen,
  bevatDag,
  bevatPeriode,
  eersteDag,
  formatPeriode,
  laatsteDag,
  overlappen,
  type Periode,
  parsePeriode,
  periodeCode,
  periodeVanJaren,
  periodeVanMaanden,
  vergelijkPerioden,
} from './index.ts';

const lees = (code: string): Periode => waardeOf(parsePeriode(code));
const jaren = fc.integer({ min: 1900, max: 2099 });
const maanden = fc.integer({ min: 1, max: 12 });
const perioden = fc.oneof(
  fc
    .tuple(jaren, maanden, maanden)
    .map(([jaar, a, b]) => waardeOf(periodeVanMaanden(jaar, Math.min(a, b), Math.max(a, b)))),
  fc
    .tuple(jaren, fc.integer({ min: 0, max: 9 }))
    .map(([jaar, n]) => waardeOf(periodeVanJaren(jaar, jaar + n))),
);

// @eis A2.1
describe('perioden', () => {
  test.each([
    ['2020', 'jaar', '2020-01-01', '2020-12-31', 366, '2020', '2020'],
    ['2020-H1', 'halfjaar', '2020-01-01', '2020-06-30', 182, 'eerste halfjaar 2020', 'first half of 2020'],
    ['2021-H2', 'halfjaar', '2021-07-01', '2021-12-31', 184, 'tweede halfjaar 2021', 'second half of 2021'],
    ['2020-Q1', 'kwartaal', '2020-01-01', '2020-03-31', 91, 'eerste kwartaal 2020', 'first quarter of 2020'],
    ['2020-Q3', 'kwartaal', '2020-07-01', '2020-09-30', 92, 'derde kwartaal 2020', 'third quarter of 2020'],
    ['2021-02', 'maand', '2021-02-01', '2021-02-28', 28, 'februari 2021', 'February 2021'],
    [
      '2020-01/2020-05',
      'deeljaar',
      '2020-01-01',
      '2020-05-31',
      152,
      'januari tot en met mei 2020',
      'January to May 2020',
    ],
    ['2020/2021', 'jarenreeks', '2020-01-01', '2021-12-31', 731, '2020 tot en met 2021', '2020 to 2021'],
  ])('%s is een %s van %s tot en met %s', (code, soort, van, totEnMet, dagen, nl, en) => {
    const periode = lees(code);
    expect(periode.soort).toBe(soort);
    expect(eersteDag(periode).toString()).toBe(van);
    expect(laatsteDag(periode).toString()).toBe(totEnMet);
    expect(aantalDagen(periode)).toBe(dagen);
    expect(formatPeriode(periode)).toBe(nl);
    expect(formatPeriode(periode, 'en')).toBe(en);
    expect(periodeCode(periode)).toBe(code);
  });

  test.each([
    ['', 'periode_onleesbaar'],
    ['twintig', 'periode_onleesbaar'],
    ['20-Q1', 'periode_onleesbaar'],
    ['2020-5', 'periode_onleesbaar'],
    ['2020-08/2021-07', 'periode_onleesbaar'],
    ['2020-Q5', 'periode_bestaat_niet'],
    ['2020-Q0', 'periode_bestaat_niet'],
    ['2020-H3', 'periode_bestaat_niet'],
    ['2020-13', 'periode_bestaat_niet'],
    ['2020-00', 'periode_bestaat_niet'],
    ['2020-05/2020-01', 'periode_omgekeerd'],
    ['2021/2020', 'periode_omgekeerd'],
  ])('%j wordt geweigerd als %s', (code, reden) => {
    expect(parsePeriode(code)).toMatchObject({ ok: false, weigering: { code: reden } });
  });

  test.each([
    ['2020-01/2020-03', '2020-Q1'],
    ['2020-07/2020-12', '2020-H2'],
    ['2020-01/2020-12', '2020'],
    ['2020-05/2020-05', '2020-05'],
    ['2020/2020', '2020'],
    ['2020-q1', '2020-Q1'],
    ['2020-02/2020-04', '2020-02/2020-04'],
  ])('%s is een schrijfwijze van %s', (code, vast) => {
    expect(periodeCode(lees(code))).toBe(vast);
  });

  test('een kwartaal ligt in zijn halfjaar en niet in het andere', () => {
    expect(bevatPeriode(lees('2020-H1'), lees('2020-Q2'))).toBe(true);
    expect(bevatPeriode(lees('2020-H2'), lees('2020-Q2'))).toBe(false);
    expect(overlappen(lees('2020-01/2020-05'), lees('2020-Q2'))).toBe(true);
    expect(overlappen(lees('2020-Q1'), lees('2020-Q2'))).toBe(false);
  });

  test('perioden staan op volgorde van hun begin, de kortste eerst', () => {
    const codes = ['2021', '2020', '2020-Q2', '2020-01', '2020/2021', '2020-Q1', '2020-H1'];
    expect(codes.map(lees).sort(vergelijkPerioden).map(periodeCode)).toEqual([
      '2020-01',
      '2020-Q1',
      '2020-H1',
      '2020',
      '2020/2021',
      '2020-Q2',
      '2021',
    ]);
  });

  test('wet: wie de code van een periode leest, krijgt die periode terug', () => {
    fc.assert(
      fc.property(perioden, periode => {
        expect(lees(periodeCode(periode))).toEqual(periode);
      }),
    );
  });

  test('wet: dezelfde dagen, dezelfde code', () => {
    fc.assert(
      fc.property(perioden, perioden, (a, b) => {
        const zelfdeDagen = eersteDag(a).equals(eersteDag(b)) && laatsteDag(a).equals(laatsteDag(b));
        expect(periodeCode(a) === periodeCode(b)).toBe(zelfdeDagen);
        expect(vergelijkPerioden(a, b) === 0).toBe(zelfdeDagen);
      }),
    );
  });

  test('wet: een periode bevat haar randen en niet de dagen ernaast', () => {
    fc.assert(
      fc.property(perioden, periode => {
        const [van, totEnMet] = [eersteDag(periode), laatsteDag(periode)];
        expect(bevatDag(periode, van) && bevatDag(periode, totEnMet)).toBe(true);
        expect(bevatDag(periode, van.subtract({ days: 1 }))).toBe(false);
        expect(bevatDag(periode, totEnMet.add({ days: 1 }))).toBe(false);
        expect(van.add({ days: aantalDagen(periode) - 1 }).equals(totEnMet)).toBe(true);
      }),
    );
  });

  test('wet: wat een periode bevat, overlapt haar; overlappen is wederzijds', () => {
    fc.assert(
      fc.property(perioden, perioden, (a, b) => {
        expect(overlappen(a, b)).toBe(overlappen(b, a));
        if (bevatPeriode(a, b)) expect(overlappen(a, b) && aantalDagen(a) >= aantalDagen(b)).toBe(true);
      }),
    );
  });
});
