import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onderdrukMetEliminatie, uitTeRekenen } from './eliminatie.ts';
import type { Keuze, Openhouding } from './onderdrukking.ts';
import type { Optelling } from './tabellen.ts';

/** Rank of a matrix of whole numbers, without a fraction and without rounding (Bareiss). */
function rang(rijen: readonly (readonly number[])[]): number {
  const m = rijen.map(r => r.map(BigInt));
  const breed = m[0]?.length ?? 0;
  let rang = 0;
  for (let k = 0; k < breed && rang < m.length; k++) {
    const spil = m.findIndex((r, i) => i >= rang && r[k] !== 0n);
    if (spil < 0) continue;
    [m[rang], m[spil]] = [m[spil] ?? [], m[rang] ?? []];
    const p = m[rang] ?? [];
    for (let i = rang + 1; i < m.length; i++) {
      const r = m[i] ?? [];
      m[i] = r.map((x, j) => x * (p[k] ?? 0n) - (r[k] ?? 0n) * (p[j] ?? 0n));
    }
    rang++;
  }
  return rang;
}

/** A count follows from the sums when its own row adds nothing to their rows. */
function volgt(optellingen: readonly Optelling[], weg: readonly string[]): string[] {
  const rij = (teken: (n: string) => number) => weg.map(teken);
  const a = optellingen.map(o => rij(n => (n === o.som ? 1 : o.delen.includes(n) ? -1 : 0)));
  const alleen = rang(a);
  return weg.filter(n => rang([...a, rij(x => (x === n ? 1 : 0))]) === alleen);
}

// @eis B2.4
test('wet: wie de sommen optelt en aftrekt komt precies achter wat eliminatie noemt', () => {
  const namen = ['a', 'b', 'c', 'd', 'e', 'f'];
  const som = fc
    .shuffledSubarray(namen, { minLength: 2 })
    .map(([s = '', ...delen]): Optelling => ({ som: s, delen }));
  fc.assert(
    fc.property(fc.array(som, { maxLength: 6 }), fc.subarray(namen), (optellingen, weg) => {
      expect([...uitTeRekenen(optellingen, new Set(weg))].sort()).toEqual(volgt(optellingen, weg).sort());
    }),
    { numRuns: 400 },
  );
});

// @eis B2.4
test('ook wat pas na vermenigvuldigen volgt, wordt gevonden', () => {
  // x = a + b + c, y = a + b, z = b + c, w = a + c: three unknown counts, and twice each of them is known.
  const optellingen = [
    { som: 'y', delen: ['a', 'b'] },
    { som: 'z', delen: ['b', 'c'] },
    { som: 'w', delen: ['a', 'c'] },
  ];
  expect([...uitTeRekenen(optellingen, new Set(['a', 'b', 'c']))].sort()).toEqual(['a', 'b', 'c']);
  expect([...uitTeRekenen(optellingen.slice(0, 2), new Set(['a', 'b', 'c']))]).toEqual([]);
});

const niemand = new Set<string>();
function keuze(
  waarden: Record<string, number>,
  optellingen: readonly Optelling[],
  x: { weg: string[]; blijft?: string[]; open: Openhouding[] },
): Keuze {
  return {
    tabellen: {
      tellingen: Object.entries(waarden).map(([naam, waarde]) => ({ naam, waarde })),
      optellingen,
    },
    waarden: new Map(Object.entries(waarden)),
    moetWeg: new Set(x.weg),
    blijft: new Set(x.blijft ?? []),
    openhoudingen: x.open,
    grens: 1000,
  };
}
const open = (naam: string, kent: ReadonlySet<string> = niemand): Openhouding => ({
  naam,
  kent,
  op: 2,
  neer: 3,
});
const som = [{ som: 's', delen: ['a', 'b', 'c', 'd'] }];
const gekozen = (k: Keuze) => {
  const u = onderdrukMetEliminatie(k);
  return u.soort === 'onderdrukt' ? [...u.weg].sort().join(' ') : u;
};

// @eis B2.4
describe('de terugval kiest wat er naast staat en het minst kost', () => {
  test('de kleinste telling die groot genoeg is om haar te verbergen', () => {
    // Five must be hidden: four is too small for that, five is not.
    const k = keuze({ s: 68, a: 3, b: 4, c: 5, d: 56 }, som, { weg: ['a'], open: [open('a')] });
    const u = onderdrukMetEliminatie(k);
    expect(u).toEqual({
      soort: 'onderdrukt',
      wijze: 'eliminatie',
      weg: new Set(['a', 'c']),
      kosten: 1 + Math.sqrt(3) + 1 + Math.sqrt(5),
      ondergrens: 0,
    });
    // What is too small goes only when nothing else can.
    expect(gekozen({ ...k, blijft: new Set(['s', 'c', 'd']) })).toBe('a b');
  });

  test('van gelijke de eerste op naam, en nooit wat moet blijven', () => {
    const k = keuze({ s: 27, a: 3, b: 8, c: 8, d: 8 }, som, { weg: ['a'], open: [open('a')] });
    expect(gekozen(k)).toBe('a b');
    expect(gekozen({ ...k, blijft: new Set(['b']) })).toBe('a c');
    expect(gekozen({ ...k, blijft: new Set(['b', 'c', 'd']) })).toBe('a s');
    expect(gekozen({ ...k, blijft: new Set(['b', 'c', 'd', 's']) })).toEqual({
      soort: 'onbekend',
      waarom: 'nothing more can be left out',
    });
  });

  test('gelijk in prijs telt de naam, niet de plaats in de som; wat elders goedkoper is telt niet', () => {
    const optellingen = [
      { som: 's', delen: ['a', 'd', 'c', 'b'] },
      { som: 't', delen: ['x', 'y'] },
    ];
    const waarden = { s: 27, a: 3, b: 8, c: 8, d: 8, t: 13, x: 7, y: 6 };
    const k = keuze(waarden, optellingen, { weg: ['a'], open: [open('a')] });
    expect(gekozen(k)).toBe('a b');
    // x follows as well, but need not be kept open: what stands beside it helps nobody.
    expect(gekozen({ ...k, moetWeg: new Set(['x', 'a']) })).toBe('a b x');
  });

  test('wat niet open hoeft te blijven, of al open is, vraagt niets', () => {
    const k = keuze({ s: 27, a: 3, b: 8, c: 8, d: 8 }, som, {
      weg: ['a'],
      open: [{ naam: 'a', kent: niemand, op: 0, neer: 0 }],
    });
    expect(gekozen(k)).toBe('a');
    expect(gekozen({ ...k, moetWeg: new Set(['a', 'd']), openhoudingen: [open('a')] })).toBe('a d');
    // One direction is enough to ask.
    expect(gekozen({ ...k, openhoudingen: [{ naam: 'a', kent: niemand, op: 1, neer: 0 }] })).toBe('a b');
    expect(gekozen({ ...k, openhoudingen: [{ naam: 'a', kent: niemand, op: 0, neer: 1 }] })).toBe('a b');
  });

  test('wie eigen tellingen kent, ziet door een weggelaten telling heen die de zijne is', () => {
    const k = keuze({ s: 29, a: 3, b: 8, c: 9, d: 9 }, som, {
      weg: ['a'],
      open: [open('a'), open('a', new Set(['b']))],
    });
    expect(gekozen(k)).toBe('a b c');
    // Known to him in another order is the same knowledge; what nobody knows stays in print.
    const tweemaal = [open('a', new Set(['b', 'c'])), open('a', new Set(['c', 'b']))];
    expect(gekozen({ ...k, openhoudingen: tweemaal })).toBe('a d');
  });

  test('kan er naast haarzelf niets weg, dan naast een andere die haar verraadt', () => {
    const optellingen = [
      { som: 's', delen: ['a', 'b'] },
      { som: 't', delen: ['b', 'c'] },
    ];
    const k = keuze({ s: 15, a: 3, b: 12, t: 40, c: 28 }, optellingen, {
      weg: ['a', 'b'],
      blijft: ['s', 't'],
      open: [open('a')],
    });
    expect(gekozen(k)).toBe('a b c');
  });

  test('wet: na afloop volgt geen van de telling die open moet blijven', () => {
    const waarden = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(waarden, fc.subarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 1 }), (w, klein) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = w;
        const optellingen = [
          { som: 'r1', delen: ['a', 'b', 'c'] },
          { som: 'r2', delen: ['d', 'e', 'f'] },
          { som: 'k1', delen: ['a', 'd'] },
          { som: 'k2', delen: ['b', 'e'] },
          { som: 'k3', delen: ['c', 'f'] },
          { som: 't', delen: ['r1', 'r2'] },
        ];
        const alles = { a, b, c, d, e, f, r1: a + b + c, r2: d + e + f, k1: a + d, k2: b + e, k3: c + f };
        const k = keuze({ ...alles, t: alles.r1 + alles.r2 }, optellingen, {
          weg: klein,
          open: klein.map(n => open(n)),
        });
        const u = onderdrukMetEliminatie(k);
        if (u.soort !== 'onderdrukt') throw new Error(u.soort);
        const verteld = volgt(optellingen, [...u.weg]);
        expect(klein.filter(n => verteld.includes(n))).toEqual([]);
        for (const n of klein) expect(u.weg.has(n)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
