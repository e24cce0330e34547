import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Eis, Oplosser, Uitkomst, Vraagstuk } from '#kern/onthulling/index.ts';
import type { Keuze, Openhouding } from '#kern/onthulling/onderdrukking.ts';
import { onderdrukMetSnijvlakken } from '#kern/onthulling/snijvlakken.ts';
import { losOpMetHighs } from './index.ts';

const niemand = new Set<string>();
const kosten = (...waarden: number[]) => waarden.reduce((n, w) => n + 1 + Math.sqrt(w), 0);

/** One sum over parts, with what must be kept open. */
function keuze(delen: Record<string, number>, open: Openhouding[], anders: Partial<Keuze> = {}): Keuze {
  const tellingen = Object.entries(delen).map(([naam, waarde]) => ({ naam, waarde }));
  const totaal = tellingen.reduce((n, t) => n + t.waarde, 0);
  const alle = [...tellingen, { naam: 's', waarde: totaal }];
  return {
    tabellen: { tellingen: alle, optellingen: [{ som: 's', delen: Object.keys(delen) }] },
    waarden: new Map(alle.map(t => [t.naam, t.waarde])),
    moetWeg: new Set(open.map(o => o.naam)),
    blijft: new Set(),
    openhoudingen: open,
    grens: totaal + 20,
    ...anders,
  };
}
const drie: Openhouding = { naam: 'a', kent: niemand, op: 2, neer: 3 };
const gewoon = keuze({ a: 3, b: 12, c: 30 }, [drie]);
const isKeuzevraag = (v: Vraagstuk): boolean => v.richting === 'min';
/** The solver, with another answer to one kind of question. */
const behalve =
  (welke: (v: Vraagstuk) => boolean, u: Uitkomst | ((u: Uitkomst) => Uitkomst)): Oplosser =>
  async v =>
    welke(v) ? (typeof u === 'function' ? u(await losOpMetHighs(v)) : u) : losOpMetHighs(v);
const moe: Uitkomst = { soort: 'onbekend', waarom: 'tijd om' };

/** Waits as long as it takes: on a busy machine a second may be over before the best is proved. */
const geduldig: Oplosser = ({ geduld: _, ...v }) => losOpMetHighs(v);

// @eis B2.4
describe('de beste keuze', () => {
  test('naast een drie gaat de twaalf weg en niet de dertig', async () => {
    expect(await onderdrukMetSnijvlakken(gewoon, losOpMetHighs)).toEqual({
      soort: 'onderdrukt',
      wijze: 'optimaal',
      weg: new Set(['a', 'b']),
      kosten: expect.closeTo(kosten(3, 12), 6),
      ondergrens: expect.closeTo(kosten(3, 12), 6),
    });
  });

  test('wie de twaalf zelf kent maakt dat de dertig weg moet, en die is dan genoeg', async () => {
    const k = keuze({ a: 3, b: 12, c: 30 }, [drie, { ...drie, kent: new Set(['b']) }]);
    expect(await onderdrukMetSnijvlakken(k, losOpMetHighs)).toMatchObject({ weg: new Set(['a', 'c']) });
  });

  test('wat niet open hoeft, vraagt niets erbij; één kant is genoeg om te vragen', async () => {
    const met = async (op: number, neer: number) => {
      const u = await onderdrukMetSnijvlakken(
        keuze({ a: 3, b: 12, c: 30 }, [{ ...drie, op, neer }]),
        losOpMetHighs,
      );
      return u.soort === 'onderdrukt' && [...u.weg].sort().join(' ');
    };
    expect([await met(0, 0), await met(2, 0), await met(0, 3)]).toEqual(['a', 'a b', 'a b']);
    // Thirteen up is more than twelve can give.
    expect(await met(13, 3)).toBe('a c');
  });

  /** Is everything open enough when these are left out: for one sum it can be said in words. */
  const veilig = (k: Keuze, weg: ReadonlySet<string>): boolean =>
    k.openhoudingen.every(o => {
      const ander = [...weg].filter(n => n !== o.naam && !o.kent.has(n));
      const som = ander.includes('s');
      const delen = ander.filter(n => n !== 's').reduce((n, d) => n + (k.waarden.get(d) ?? 0), 0);
      return weg.has(o.naam) && (o.op === 0 || som || delen >= o.op) && (o.neer === 0 || ander.length > 0);
    });

  function besteVan(k: Keuze): number | null {
    const los = k.tabellen.tellingen.map(t => t.naam).filter(n => !k.moetWeg.has(n) && !k.blijft.has(n));
    let beste: number | null = null;
    for (let bits = 0; bits < 2 ** los.length; bits++) {
      const weg = new Set([...k.moetWeg, ...los.filter((_, i) => bits & (1 << i))]);
      const prijs = kosten(...[...weg].map(n => k.waarden.get(n) ?? 0));
      if (veilig(k, weg) && (beste === null || prijs < beste)) beste = prijs;
    }
    return beste;
  }

  const geval = fc
    .record({
      waarden: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 6 }),
      open: fc.integer({ min: 1, max: 2 }),
      op: fc.integer({ min: 0, max: 12 }),
      kent: fc.subarray(['p2', 'p3', 's']),
      blijft: fc.subarray(['p2', 'p3', 'p4', 's']),
    })
    .map(({ waarden, open, op, kent, blijft }) => {
      const delen = Object.fromEntries(waarden.map((w, i) => [`p${i}`, w]));
      const houd = Array.from({ length: open }, (_, i) => ({
        naam: `p${i}`,
        kent: new Set(i === 0 ? kent : []),
        op,
        neer: Math.min(waarden[i] ?? 0, 5),
      }));
      return keuze(delen, houd, { blijft: new Set(blijft) });
    });

  test('wet: bij één som is het de goedkoopste van alle veilige keuzes, en kan het niet dan kan geen', async () => {
    await fc.assert(
      fc.asyncProperty(geval, async k => {
        const beste = besteVan(k);
        const u = await onderdrukMetSnijvlakken(k, geduldig);
        if (u.soort !== 'onderdrukt') {
          expect([u.soort, beste]).toEqual(['onmogelijk', null]);
          return;
        }
        expect(veilig(k, u.weg)).toBe(true);
        expect(u.wijze).toBe('optimaal');
        expect(u.kosten).toBeCloseTo(beste ?? NaN, 5);
        expect(u.kosten).toBeCloseTo(kosten(...[...u.weg].map(n => k.waarden.get(n) ?? 0)), 9);
      }),
      { numRuns: 25 },
    );
  });

  test('wet: zonder tijd voor het beste is de keuze nog veilig, zonder overbodige, met een grens eronder', async () => {
    const losOp = behalve(v => v.veranderlijken.some(x => x.geheel), moe);
    await fc.assert(
      fc.asyncProperty(geval, async k => {
        const u = await onderdrukMetSnijvlakken(k, losOp);
        if (u.soort !== 'onderdrukt') return;
        const beste = besteVan(k) ?? NaN;
        expect(veilig(k, u.weg)).toBe(true);
        expect(u.ondergrens).toBeLessThanOrEqual(beste + 1e-6);
        expect(u.kosten).toBeGreaterThanOrEqual(beste - 1e-6);
        expect(u.wijze).toBe(u.kosten <= u.ondergrens + 1e-6 ? 'optimaal' : 'begrensd');
        for (const n of u.weg)
          if (!k.moetWeg.has(n)) expect(veilig(k, new Set([...u.weg].filter(x => x !== n))), n).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});

// @eis B2.4
describe('wat er wordt gevraagd', () => {
  test('de keuze kost één en de wortel van elke telling; wat weg moet is weg, wat moet blijven blijft', async () => {
    const gezien: Vraagstuk[] = [];
    await onderdrukMetSnijvlakken({ ...gewoon, blijft: new Set(['s']) }, async v => {
      gezien.push(v);
      return losOpMetHighs(v);
    });
    const [eerste, anders, sterker] = gezien;
    expect(eerste).toEqual({
      richting: 'min',
      doel: { a: kosten(3), b: kosten(12), c: kosten(30), s: kosten(45) },
      veranderlijken: [
        { naam: 'a', onder: 1, boven: 1, geheel: false },
        { naam: 'b', onder: 0, boven: 1, geheel: false },
        { naam: 'c', onder: 0, boven: 1, geheel: false },
        { naam: 's', onder: 0, boven: 0, geheel: false },
      ],
      eisen: [],
    });
    expect(anders).toEqual({
      richting: 'max',
      doel: { a: 1 },
      veranderlijken: [
        { naam: 'a', onder: -3, boven: 65, geheel: false },
        ...['b', 'c', 's'].map(naam => ({ naam, onder: expect.closeTo(0), boven: 0, geheel: false })),
      ],
      eisen: [{ termen: { s: 1, a: -1, b: -1, c: -1 }, soort: '=', rechts: 0 }],
    });
    // A little of everything: of equally good conditions the one that asks least.
    expect(sterker?.veranderlijken[1]?.onder).toBeCloseTo(-12e-4, 12);
    expect(sterker?.veranderlijken[1]?.boven).toBeCloseTo(65e-4, 12);
    // Every condition holds for what is safe: both parts beside it, and either.
    for (const e of gezien.filter(isKeuzevraag).flatMap((v): readonly Eis[] => v.eisen)) {
      expect(e.soort).toBe('>=');
      for (const weg of [
        ['a', 'b'],
        ['a', 'c'],
        ['a', 'b', 'c', 's'],
      ])
        expect(weg.reduce((n, x) => n + (e.termen[x] ?? 0), 0)).toBeGreaterThanOrEqual(e.rechts - 1e-6);
      expect(e.termen['a'] ?? 0).toBeLessThan(e.rechts);
    }
  });

  test('alleen het hele beste krijgt een tijdgrens, van één seconde', async () => {
    const gezien: Vraagstuk[] = [];
    // A choice in shares that is cheaper than any whole one.
    const k = keuze({ a: 3, b: 2, c: 2, d: 2, e: 30 }, [{ ...drie, op: 5 }]);
    await onderdrukMetSnijvlakken(k, async v => {
      gezien.push(v);
      return losOpMetHighs(v);
    });
    const heel = gezien.filter(v => v.veranderlijken.some(x => x.geheel));
    for (const v of heel) expect([v.geduld, v.veranderlijken.every(x => x.geheel)]).toEqual([1, true]);
    for (const v of gezien) if (!heel.includes(v)) expect(v.geduld).toBeUndefined();
  });
});

// @eis B2.4 B2.5
describe('een oplosser die niet antwoordt, of niet wat nodig is', () => {
  const zonder = (u: Uitkomst): Uitkomst => (u.soort === 'optimaal' ? { ...u, schaduw: undefined } : u);
  const nullen = (u: Uitkomst): Uitkomst => (u.soort === 'optimaal' ? { ...u, schaduw: [0] } : u);

  test.each<[string, Oplosser, string]>([
    ['op de keuze', behalve(isKeuzevraag, moe), 'tijd om'],
    ['op de keuze, zonder eind', behalve(isKeuzevraag, { soort: 'onbegrensd' }), 'no bound on a choice'],
    ['op de aanval', behalve(v => !isKeuzevraag(v), moe), 'tijd om'],
    [
      'op de aanval, zonder eind',
      behalve(v => !isKeuzevraag(v), { soort: 'onbegrensd' }),
      'no bound on a count',
    ],
    [
      'op de aanval, onmogelijk',
      behalve(v => !isKeuzevraag(v), { soort: 'onmogelijk' }),
      'no bound on a count',
    ],
    ['zonder schaduwprijzen', behalve(v => !isKeuzevraag(v), zonder), 'no shadow prices'],
    ['met verkeerde schaduwprijzen', behalve(v => !isKeuzevraag(v), nullen), 'shadow prices do not fit'],
  ])('%s: onbekend, met de reden', async (_, losOp, waarom) => {
    expect(await onderdrukMetSnijvlakken(gewoon, losOp)).toEqual({ soort: 'onbekend', waarom });
  });

  test('wat niet kan is onmogelijk, niet onbekend', async () => {
    const k = { ...gewoon, blijft: new Set(['b', 'c', 's']) };
    expect(await onderdrukMetSnijvlakken(k, losOpMetHighs)).toEqual({ soort: 'onmogelijk' });
  });

  // The questions of a run that succeeds, one by one unanswered: never a choice that is not safe.
  test('wie op welke vraag dan ook het antwoord schuldig blijft, geeft geen onveilige keuze', async () => {
    for (let n = 0; n < 12; n++) {
      let keer = 0;
      const u = await onderdrukMetSnijvlakken(gewoon, async v => (keer++ === n ? moe : losOpMetHighs(v)));
      if (u.soort === 'onderdrukt') expect(u.weg.size).toBeGreaterThan(1);
      else expect(u).toEqual(moe);
    }
  });
});
