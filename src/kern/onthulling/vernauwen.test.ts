import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Aanvalsstof,
  isGetuige,
  kennisVanExact,
  kennisVanVerborgen,
  rondom,
  scheidt,
  vernauw,
} from './index.ts';

const open = (naam: string, onder: number, boven: number) => ({ naam, onder, boven });
const bereiken = (s: Aanvalsstof) => Object.fromEntries(s.kennis.map(k => [k.naam, [k.onder, k.boven]]));

/** A random set of sums over at most five counts, with what is known around a true table. */
const stof = fc
  .record({
    waar: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
    ruim: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 14, maxLength: 14 }),
  })
  .map(({ waar: [a = 0, b = 0, c = 0, d = 0], ruim }) => {
    const echt = { a, b, c, d, r: a + b, q: c + d, s: a + b + c + d };
    const kennis = Object.entries(echt).map(([naam, w], i) =>
      open(naam, Math.max(0, w - (ruim[2 * i] ?? 0)), w + (ruim[2 * i + 1] ?? 0)),
    );
    const optellingen = [
      { som: 'r', delen: ['a', 'b'] },
      { som: 'q', delen: ['c', 'd'] },
      { som: 's', delen: ['r', 'q'] },
      { som: 's', delen: ['a', 'b', 'c', 'd'] },
    ];
    return { echt, stof: { kennis, optellingen } };
  });

/** Every table that fits, by trying all of the four parts. */
function allePassende(s: Aanvalsstof): Record<string, number>[] {
  const van = (n: string) => s.kennis.find(k => k.naam === n) ?? open(n, 0, 0);
  const uit: Record<string, number>[] = [];
  const reeks = (n: string) => {
    const { onder, boven } = van(n);
    return Array.from({ length: boven - onder + 1 }, (_, i) => onder + i);
  };
  for (const a of reeks('a'))
    for (const b of reeks('b'))
      for (const c of reeks('c'))
        for (const d of reeks('d')) {
          const g = { a, b, c, d, r: a + b, q: c + d, s: a + b + c + d };
          if (s.kennis.every(k => (g[k.naam as 'a'] ?? -1) >= k.onder && (g[k.naam as 'a'] ?? -1) <= k.boven))
            uit.push(g);
        }
  return uit;
}

// @eis B2.5
describe('vernauwen langs de optellingen', () => {
  test('een som met één onbekende geeft haar; een onbekende som volgt uit haar delen', () => {
    const optellingen = [
      { som: 's', delen: ['a', 'b'] },
      { som: 't', delen: ['s', 'c'] },
    ];
    const kennis = [
      kennisVanExact('s', 9),
      kennisVanExact('a', 4),
      kennisVanVerborgen('b'),
      kennisVanExact('c', 2),
      kennisVanVerborgen('t'),
    ];
    expect(bereiken(vernauw({ kennis, optellingen }))).toEqual({
      s: [9, 9],
      a: [4, 4],
      b: [5, 5],
      c: [2, 2],
      t: [11, 11],
    });
  });

  test('met twee onbekenden is elk hoogstens het totaal, en minstens wat de ander overlaat', () => {
    const optellingen = [{ som: 's', delen: ['a', 'b', 'c'] }];
    const twee = vernauw({
      kennis: [
        kennisVanExact('s', 9),
        kennisVanExact('a', 4),
        kennisVanVerborgen('b'),
        kennisVanVerborgen('c'),
      ],
      optellingen,
    });
    expect(bereiken(twee)).toMatchObject({ b: [0, 5], c: [0, 5] });
    const begrensd = vernauw({
      kennis: [kennisVanExact('s', 9), open('a', 0, 4), open('b', 0, 3), kennisVanVerborgen('c')],
      optellingen,
    });
    expect(bereiken(begrensd)).toMatchObject({ a: [0, 4], b: [0, 3], c: [2, 9] });
  });

  test('zolang een deel geen grens heeft, heeft de som er geen', () => {
    const optellingen = [{ som: 's', delen: ['a', 'b'] }];
    const kennis = [kennisVanVerborgen('s'), open('a', 2, 3), open('b', 1, Infinity)];
    expect(bereiken(vernauw({ kennis, optellingen }))).toEqual({
      s: [3, Infinity],
      a: [2, 3],
      b: [1, Infinity],
    });
    // Known from above, the open part gets an end too.
    const begrensd = vernauw({
      kennis: [open('s', 0, 10), open('a', 2, 3), open('b', 1, Infinity)],
      optellingen,
    });
    expect(bereiken(begrensd)).toEqual({ s: [3, 10], a: [2, 3], b: [1, 8] });
  });

  test('wat later volgt gaat ook terug: een keten van sommen wordt helemaal afgelopen', () => {
    // The last sum is known; what it says has to go back through all of the sums before it.
    const namen = Array.from({ length: 30 }, (_, i) => `n${i}`);
    const optellingen = namen.slice(1).map((n, i) => ({ som: `n${i}`, delen: [n, `x${i}`] }));
    const kennis = [
      ...namen.map((n, i) => (i === 29 ? kennisVanExact(n, 5) : kennisVanVerborgen(n))),
      ...optellingen.map((_, i) => kennisVanExact(`x${i}`, 1)),
    ];
    expect(bereiken(vernauw({ kennis, optellingen }))['n0']).toEqual([34, 34]);
  });

  test('tegenspraak blijft zichtbaar als een bereik zonder getal', () => {
    const kennis = [kennisVanExact('s', 3), kennisVanExact('a', 5), kennisVanVerborgen('b')];
    const uit = vernauw({ kennis, optellingen: [{ som: 's', delen: ['a', 'b'] }] });
    expect(uit.kennis.some(k => k.onder > k.boven)).toBe(true);
  });

  test('wet: geen passende tabel valt weg, en niets wordt ruimer', () => {
    fc.assert(
      fc.property(stof, ({ echt, stof: s }) => {
        const na = vernauw(s);
        expect(isGetuige(na, echt)).toBe(true);
        expect(na.optellingen).toEqual(s.optellingen);
        expect(na.kennis.map(k => k.naam)).toEqual(s.kennis.map(k => k.naam));
        for (const [i, k] of na.kennis.entries()) {
          expect(k.onder).toBeGreaterThanOrEqual(s.kennis[i]?.onder ?? NaN);
          expect(k.boven).toBeLessThanOrEqual(s.kennis[i]?.boven ?? NaN);
        }
        for (const g of allePassende(s)) expect(isGetuige(na, g)).toBe(true);
        // Once more changes nothing: it went on until it was done.
        expect(vernauw(na)).toEqual(na);
      }),
      { numRuns: 60 },
    );
  });

  test('wet: bij één som is er niets nauwers', () => {
    const deel = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(
        deel,
        deel,
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 3 }),
        (a, b, s, ruim) => {
          const kennis = [open('s', s, s + ruim), open('a', a[0], a[0] + a[1]), open('b', b[0], b[0] + b[1])];
          const passend: [number, number, number][] = [];
          for (let x = a[0]; x <= a[0] + a[1]; x++)
            for (let y = b[0]; y <= b[0] + b[1]; y++)
              if (x + y >= s && x + y <= s + ruim) passend.push([x + y, x, y]);
          fc.pre(passend.length > 0);
          const uit = vernauw({ kennis, optellingen: [{ som: 's', delen: ['a', 'b'] }] });
          for (const i of [0, 1, 2] as const) {
            const w = passend.map(p => p[i]);
            expect([uit.kennis[i]?.onder, uit.kennis[i]?.boven]).toEqual([Math.min(...w), Math.max(...w)]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

// @eis B2.5
describe('wat met een telling te maken heeft', () => {
  const optellingen = [
    { som: 's', delen: ['a', 'b'] },
    { som: 'b', delen: ['c', 'd'] },
    { som: 'x', delen: ['y', 'z'] },
  ];
  const namen = ['z', 'y', 'x', 'd', 'c', 'b', 'a', 's'];

  test('alles wat er langs onzekere tellingen aan vastzit, in de volgorde van wat bekend is', () => {
    const s = { kennis: namen.map(kennisVanVerborgen), optellingen };
    const deel = rondom(s, 'a');
    expect(deel.kennis.map(k => k.naam)).toEqual(['d', 'c', 'b', 'a', 's']);
    expect(deel.optellingen).toEqual(optellingen.slice(0, 2));
    expect(rondom(s, 'c').kennis.map(k => k.naam)).toEqual(['d', 'c', 'b', 'a', 's']);
    expect(rondom(s, 'y').optellingen).toEqual(optellingen.slice(2));
  });

  test('een zekere telling is een muur: zij hoort erbij, en wat erachter ligt niet', () => {
    const kennis = namen.map(n => (n === 'b' ? kennisVanExact(n, 4) : kennisVanVerborgen(n)));
    const deel = rondom({ kennis, optellingen }, 'a');
    expect(deel.kennis.map(k => k.naam)).toEqual(['b', 'a', 's']);
    expect(deel.optellingen).toEqual(optellingen.slice(0, 1));
  });

  test('een telling in geen enkele som staat alleen', () => {
    const deel = rondom({ kennis: [kennisVanVerborgen('a'), kennisVanVerborgen('b')], optellingen: [] }, 'a');
    expect(deel).toEqual({ kennis: [kennisVanVerborgen('a')], optellingen: [] });
  });
});

// @eis B2.5
describe('een getuige', () => {
  const s = {
    kennis: [open('a', 0, 3), open('b', 1, Infinity), kennisVanExact('s', 5)],
    optellingen: [{ som: 's', delen: ['a', 'b'] }],
  };

  test.each<[string, Record<string, number>, boolean]>([
    ['past', { a: 3, b: 2, s: 5 }, true],
    ['past aan de onderkant', { a: 0, b: 5, s: 5 }, true],
    ['boven wat bekend is', { a: 4, b: 1, s: 5 }, false],
    ['onder wat bekend is', { a: -1, b: 6, s: 5 }, false],
    ['telt niet op', { a: 3, b: 3, s: 5 }, false],
    ['is niet heel', { a: 2.5, b: 2.5, s: 5 }, false],
    ['zegt niets van een telling', { a: 3, s: 5 }, false],
    ['zegt niets van de som', { a: 3, b: 2 }, false],
  ])('%s', (_, g, past) => {
    expect(isGetuige(s, g)).toBe(past);
  });

  test('een deel dat niet wordt genoemd is geen nul', () => {
    const zonder = { kennis: [kennisVanExact('s', 3), kennisVanExact('a', 3)], optellingen: s.optellingen };
    expect(isGetuige(zonder, { s: 3, a: 3 })).toBe(false);
  });

  test.each([
    [0, 5, 5, true],
    [1, 6, 5, true],
    [1, 5, 5, false],
    [0, 4, 5, false],
    [-2, 4, 5, false],
    [7, 12, 5, true],
  ])('van %i tot %i scheidt bij drempel %i: %s', (laag, hoog, drempel, scheiden) => {
    expect(scheidt({ a: laag }, { a: hoog }, 'a', drempel)).toBe(scheiden);
  });

  test('wie een telling niet noemt, scheidt niets', () => {
    expect(scheidt({}, { a: 9 }, 'a', 5)).toBe(false);
    expect(scheidt({ a: 0 }, {}, 'a', 5)).toBe(false);
  });
});
