import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maakVoorraad } from './voorraad.ts';

// @eis A5.6
describe('de voorraad', () => {
  test('geeft wat bewaard is, en laat gaan wat het langst niet is gevraagd', () => {
    const v = maakVoorraad<string>(10);
    v.bewaar('a', 'A', 4);
    v.bewaar('b', 'B', 4);
    expect(v.neem('a')).toBe('A');
    v.bewaar('c', 'C', 4);
    expect([v.neem('a'), v.neem('b'), v.neem('c')]).toEqual(['A', undefined, 'C']);
  });

  test('wat alleen al te zwaar is wordt niet bewaard, en duwt ook niets weg', () => {
    const v = maakVoorraad<string>(10);
    v.bewaar('a', 'A', 10);
    v.bewaar('b', 'B', 11);
    expect([v.neem('a'), v.neem('b')]).toEqual(['A', undefined]);
  });

  test('weegt nooit meer dan mag, en geeft nooit iets van een andere sleutel', () => {
    const stap = fc.record({
      sleutel: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      gewicht: fc.integer({ min: 1, max: 12 }),
      bewaar: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(stap, { maxLength: 60 }), stappen => {
        const v = maakVoorraad<string>(10);
        for (const [i, s] of stappen.entries()) {
          if (s.bewaar) v.bewaar(s.sleutel, `${s.sleutel}${i}`, s.gewicht);
          const laatste = stappen.slice(0, i + 1).findLastIndex(x => x.bewaar && x.sleutel === s.sleutel);
          expect([undefined, `${s.sleutel}${laatste}`]).toContain(v.neem(s.sleutel));
          expect(v.gewicht()).toBeLessThanOrEqual(10);
        }
      }),
      { seed: 20261122 },
    );
  });
});
