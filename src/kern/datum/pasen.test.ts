import { describe, expect, test } from 'vitest';
import { eerstePaasdag } from './index.ts';

// Easter Sundays 2000-2099, ten years a line, by another program: python-dateutil 2.9.0,
// python3 -c "from dateutil.easter import easter; print([easter(j) for j in range(2000, 2100)])"
const PAASDATA = `
04-23 04-15 03-31 04-20 04-11 03-27 04-16 04-08 03-23 04-12
04-04 04-24 04-08 03-31 04-20 04-05 03-27 04-16 04-01 04-21
04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01
04-21 04-13 03-28 04-17 04-09 03-25 04-13 04-05 04-25 04-10
04-01 04-21 04-06 03-29 04-17 04-09 03-25 04-14 04-05 04-18
04-10 04-02 04-21 04-06 03-29 04-18 04-02 04-22 04-14 03-30
04-18 04-10 03-26 04-15 04-06 03-29 04-11 04-03 04-22 04-14
03-30 04-19 04-10 03-26 04-15 04-07 04-19 04-11 04-03 04-23
04-07 03-30 04-19 04-04 03-26 04-15 03-31 04-20 04-11 04-03
04-16 04-08 03-30 04-12 04-04 04-24 04-15 03-31 04-20 04-12`;

// @eis A2.1
describe('Pasen', () => {
  const jaren = PAASDATA.trim()
    .split(/\s+/)
    .map((dag, plaats) => [2000 + plaats, `${2000 + plaats}-${dag}`] as const);

  test('elk jaar van 2000 tot en met 2099 heeft de paasdatum die een ander programma geeft', () => {
    expect(jaren).toHaveLength(100);
    expect(jaren.map(([jaar]) => eerstePaasdag(jaar).toString())).toEqual(jaren.map(([, dag]) => dag));
  });

  test('de vroegste en de laatste paasdag die ooit zijn gepubliceerd, kloppen', () => {
    // Published extremes: 22 March 1818 and 2285, 25 April 1886, 1943 and 2038.
    expect([1818, 2285, 1886, 1943, 2038].map(jaar => eerstePaasdag(jaar).toString().slice(5))).toEqual([
      '03-22',
      '03-22',
      '04-25',
      '04-25',
      '04-25',
    ]);
  });

  test('een jaar voor de gregoriaanse kalender wordt geweigerd', () => {
    expect(() => eerstePaasdag(1582)).toThrow(RangeError);
    expect(() => eerstePaasdag(2026.5)).toThrow(RangeError);
  });
});
