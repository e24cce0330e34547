import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  kennisVanExact,
  kennisVanGerond,
  kennisVanLosGerond,
  kennisVanVerborgen,
  type Rondregel,
  voegKennisSamen,
} from './index.ts';

/**
 * Every multiple as which a count may be printed, in the words of the rule: a multiple less than the base away (in a
 * wide rounding less than two bases, and a multiple itself one base), never 0 where the rule says so, and then the base
 * itself when nothing else is left.
 */
function afdrukkenVan(waarde: number, r: Rondregel): number[] {
  const nooitNul = r.nulGevoelig || (r.nooitNul && waarde > 0 && waarde < r.basis);
  const ver = (r.ruim ? 2 : 1) * r.basis - (r.ruim && waarde % r.basis === 0 ? r.basis - 1 : 0);
  const uit: number[] = [];
  for (let m = nooitNul ? r.basis : 0; m <= waarde + 2 * r.basis; m += r.basis)
    if (Math.abs(m - waarde) < ver || m === waarde) uit.push(m);
  return uit.length > 0 ? uit : [r.basis];
}

/** The least and the greatest count that may be behind a print, by trying them all. */
function achter(gerond: number, r: Rondregel): { onder: number; boven: number } | null {
  const kan: number[] = [];
  for (let w = 0; w <= gerond + 3 * r.basis; w++) if (afdrukkenVan(w, r).includes(gerond)) kan.push(w);
  return kan.length === 0 ? null : { onder: Math.min(...kan), boven: Math.max(...kan) };
}

// @eis B2.2 B2.4
describe('wat een lezer van een afgedrukt getal weet', () => {
  test.each([
    // Base 5: less than five off, a small count never 0, so 0 is a true zero and 5 is at least one.
    [0, { ruim: false, nooitNul: true, nulGevoelig: false }, 0, 0],
    [5, { ruim: false, nooitNul: true, nulGevoelig: false }, 1, 9],
    [10, { ruim: false, nooitNul: true, nulGevoelig: false }, 6, 14],
    // A zero that tells something is printed as 5 too.
    [5, { ruim: false, nooitNul: true, nulGevoelig: true }, 0, 9],
    [10, { ruim: false, nooitNul: true, nulGevoelig: true }, 6, 14],
    // Without the rule about 0 a 0 may be up to four.
    [0, { ruim: false, nooitNul: false, nulGevoelig: false }, 0, 4],
    [5, { ruim: false, nooitNul: false, nulGevoelig: false }, 1, 9],
    // Wide: one step further each way.
    [0, { ruim: true, nooitNul: true, nulGevoelig: false }, 0, 9],
    [5, { ruim: true, nooitNul: true, nulGevoelig: false }, 0, 14],
    [10, { ruim: true, nooitNul: true, nulGevoelig: false }, 1, 19],
    [10, { ruim: true, nooitNul: true, nulGevoelig: true }, 1, 19],
    [15, { ruim: true, nooitNul: true, nulGevoelig: false }, 6, 24],
  ])('een %i bij basis 5 en %o ligt tussen %i en %i', (gerond, regel, onder, boven) => {
    expect(kennisVanGerond('a', gerond, { basis: 5, ...regel })).toEqual({ naam: 'a', onder, boven });
  });

  test('wet: het is precies wat volgt uit alle tellingen die zo konden worden afgedrukt', () => {
    const regel = fc
      .record({
        basis: fc.integer({ min: 2, max: 10 }),
        ruim: fc.boolean(),
        nooitNul: fc.boolean(),
        nulGevoelig: fc.boolean(),
      })
      .filter(r => r.nooitNul || !r.nulGevoelig);
    fc.assert(
      fc.property(regel, fc.integer({ min: 0, max: 6 }), (r, stap) => {
        const gerond = stap * r.basis;
        const werkelijk = achter(gerond, r);
        // A count that is never printed as 0 has no 0 to explain.
        fc.pre(werkelijk !== null);
        expect(kennisVanGerond('a', gerond, r)).toEqual({ naam: 'a', ...werkelijk });
      }),
      { numRuns: 300 },
    );
  });

  test('een exact getal is wat het is, en van een weggelaten getal is niets bekend', () => {
    expect(kennisVanExact('a', 7)).toEqual({ naam: 'a', onder: 7, boven: 7 });
    expect(kennisVanVerborgen('a')).toEqual({ naam: 'a', onder: 0, boven: Infinity });
  });

  test('wet: een bron die zelf op de dichtstbijzijnde afrondt, zit er hooguit een halve stap naast', () => {
    expect(kennisVanLosGerond('a', 10, 5)).toEqual({ naam: 'a', onder: 8, boven: 12 });
    expect(kennisVanLosGerond('a', 0, 5)).toEqual({ naam: 'a', onder: 0, boven: 2 });
    expect(kennisVanLosGerond('a', 100, 10)).toEqual({ naam: 'a', onder: 95, boven: 105 });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 25 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.boolean(),
        (basis, waarde, omlaag) => {
          // A half may go either way.
          const gerond = basis * (omlaag ? Math.ceil(waarde / basis - 0.5) : Math.round(waarde / basis));
          const k = kennisVanLosGerond('a', gerond, basis);
          expect(k.onder <= waarde && waarde <= k.boven).toBe(true);
          expect(k.boven - gerond).toBeLessThanOrEqual(basis / 2);
        },
      ),
    );
  });

  test('wie hetzelfde getal op meer plaatsen leest, weet wat elke plaats toelaat, in volgorde van lezen', () => {
    const lijst = [
      { naam: 'b', onder: 0, boven: 9 },
      { naam: 'a', onder: 2, boven: 20 },
      { naam: 'b', onder: 3, boven: Infinity },
      { naam: 'b', onder: 1, boven: 7 },
    ];
    expect(voegKennisSamen(lijst)).toEqual([
      { naam: 'b', onder: 3, boven: 7 },
      { naam: 'a', onder: 2, boven: 20 },
    ]);
    // What contradicts stays, and is empty: nobody reads it as nothing known.
    expect(voegKennisSamen([kennisVanExact('a', 3), kennisVanExact('a', 4)])).toEqual([
      { naam: 'a', onder: 4, boven: 3 },
    ]);
  });
});
