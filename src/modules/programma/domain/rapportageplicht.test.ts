import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HERINNERINGEN, herinneringOp, volgendeVervaldag } from './rapportageplicht.ts';

const dag = (t: string) => Temporal.PlainDate.from(t);
const eenDag = fc
  .integer({ min: 0, max: 40_000 })
  .map(n => Temporal.PlainDate.from('2000-01-01').add({ days: n }));
const maanden = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });
const plus = (d: Temporal.PlainDate, days: number) => d.add({ days });

// @eis A3.7
describe('wanneer een rapportage moet', () => {
  test.each([
    // Councils in the second and fourth quarter; the ministry in January and October.
    ['2026-11-22', [6, 12], '2026-12-31'],
    ['2026-12-31', [6, 12], '2026-12-31'],
    ['2027-01-01', [6, 12], '2027-06-30'],
    ['2020-11-01', [1, 10], '2021-01-31'],
    ['2021-02-01', [1, 10], '2021-10-31'],
    ['2024-02-01', [2], '2024-02-29'],
    ['2025-03-01', [2], '2026-02-28'],
  ])('op %s met maanden %j is dat %s', (vandaag, m, verwacht) => {
    expect(volgendeVervaldag(m, dag(vandaag))?.toString()).toBe(verwacht);
  });

  test('zonder maanden is er geen dag, en voor het begin van de plicht ook niet', () => {
    expect(volgendeVervaldag([], dag('2026-01-01'))).toBeNull();
    expect(volgendeVervaldag([6, 12], dag('2024-01-01'), dag('2025-04-01'))?.toString()).toBe('2025-06-30');
  });

  test('de dag is nooit voorbij, is de laatste van een genoemde maand, en geen eerdere dag voldoet', () => {
    fc.assert(
      fc.property(eenDag, maanden, (vandaag, m) => {
        const uit = volgendeVervaldag(m, vandaag) as Temporal.PlainDate;
        expect(Temporal.PlainDate.compare(uit, vandaag)).toBeGreaterThanOrEqual(0);
        const past = (d: Temporal.PlainDate) => m.includes(d.month) && plus(d, 1).day === 1;
        expect(past(uit)).toBe(true);
        for (let d = vandaag; Temporal.PlainDate.compare(d, uit) < 0; d = plus(d, 1)) {
          expect(past(d)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('later kijken geeft nooit een eerdere dag', () => {
    fc.assert(
      fc.property(eenDag, fc.nat(800), maanden, (vandaag, verder, m) => {
        const nu = volgendeVervaldag(m, vandaag) as Temporal.PlainDate;
        const straks = volgendeVervaldag(m, plus(vandaag, verder)) as Temporal.PlainDate;
        expect(Temporal.PlainDate.compare(straks, nu)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

// @eis A3.7
describe('wanneer een herinnering gaat', () => {
  const vervalt = dag('2026-12-31');
  test.each([
    ['2026-12-16', null],
    ['2026-12-17', 14],
    ['2026-12-29', 14],
    ['2026-12-30', 1],
    ['2026-12-31', 1],
    ['2027-01-01', null],
  ])('op %s hoort herinnering %s bij 31 december', (vandaag, vooraf) => {
    expect(herinneringOp(vervalt, dag(vandaag))).toBe(vooraf);
  });

  test('wie elke dag kijkt, krijgt elke herinnering, de vroege eerst', () => {
    fc.assert(
      fc.property(eenDag, verval => {
        const gezien: number[] = [];
        for (let n = 30; n >= -3; n--) {
          const h = herinneringOp(verval, verval.subtract({ days: n }));
          if (h !== null && gezien.at(-1) !== h) gezien.push(h);
        }
        expect(gezien).toEqual([...HERINNERINGEN]);
      }),
    );
  });
});
