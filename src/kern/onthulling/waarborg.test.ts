import { describe, expect, test } from 'vitest';
import { Getuigen, zoekGetuige } from './getuige.ts';
import {
  type Bewijsregel,
  BUITENSTAANDER,
  bewijs,
  kennisVanExact,
  kennisVanVerborgen,
  type Oplosser,
  type Toetsvraag,
  type Uitkomst,
  type Vraagstuk,
  waarborg,
} from './index.ts';

const open = (naam: string, onder: number, boven: number) => ({ naam, onder, boven });
const stof = {
  kennis: [open('a', 1, 9), open('b', 6, 14), open('s', 11, 19)],
  optellingen: [{ som: 's', delen: ['a', 'b'] }],
};
const LAAG = { a: 1, b: 10, s: 11 };
const HOOG = { a: 9, b: 6, s: 15 };
const vraag: Toetsvraag = { stof, teBeschermen: new Map([['a', 5]]), aanvallers: [BUITENSTAANDER] };
const smal: Toetsvraag = { ...vraag, stof: { ...stof, kennis: [open('a', 2, 6), ...stof.kennis.slice(1)] } };

const antwoord = (g: Record<string, number>, waarde = 0): Uitkomst => ({
  soort: 'optimaal',
  waarde,
  bij: new Map(Object.entries(g)),
});
const moe: Uitkomst = { soort: 'onbekend', waarom: 'tijd om' };
/** Answers by direction, from the n-th question on the n-th pair; keeps what was asked. */
function speel(...paren: [laag: Uitkomst, hoog: Uitkomst][]): { losOp: Oplosser; gevraagd: Vraagstuk[] } {
  const gevraagd: Vraagstuk[] = [];
  const losOp: Oplosser = async v => {
    gevraagd.push(v);
    const n = gevraagd.filter(x => x.richting === v.richting).length - 1;
    return paren[Math.min(n, paren.length - 1)]?.[v.richting === 'min' ? 0 : 1] ?? moe;
  };
  return { losOp, gevraagd };
}
const nooit: Oplosser = async () => {
  throw new Error('asked again');
};
const paar: [Uitkomst, Uitkomst] = [antwoord(LAAG, 1), antwoord(HOOG, 9)];
const regel: Bewijsregel = { aanvaller: 'buitenstaander', naam: 'a', drempel: 5, laag: LAAG, hoog: HOOG };

// @eis B2.5
describe('een tabel zoeken die past', () => {
  const doel = { a: 1 };
  test('wat geen grens heeft krijgt er een ver boven alles wat bekend is', async () => {
    const deel = {
      kennis: [open('a', 2, Infinity), kennisVanExact('s', 15), open('b', 0, 20)],
      optellingen: [{ som: 's', delen: ['a', 'b'] }],
    };
    const { losOp, gevraagd } = speel([antwoord({ a: 2, b: 13, s: 15 }), antwoord({ a: 15, b: 0, s: 15 })]);
    const uit = await zoekGetuige(deel, { doel, richting: 'max', geheel: false }, losOp);
    expect(uit).toEqual({ soort: 'getuige', getuige: { a: 15, b: 0, s: 15 } });
    expect(gevraagd).toEqual([
      {
        richting: 'max',
        doel,
        veranderlijken: [
          { naam: 'a', onder: 2, boven: 1037, geheel: false },
          { naam: 's', onder: 15, boven: 15, geheel: false },
          { naam: 'b', onder: 0, boven: 20, geheel: false },
        ],
        eisen: [{ termen: { s: 1, a: -1, b: -1 }, soort: '=', rechts: 0 }],
      },
    ]);
  });

  test.each<[string, Uitkomst, boolean, unknown]>([
    ['bijna heel', antwoord({ a: 1 + 1e-9, b: 10 - 1e-9, s: 11 }), true, { soort: 'getuige', getuige: LAAG }],
    ['gebroken', antwoord({ a: 1.5, b: 9.5, s: 11 }), false, { soort: 'gebroken' }],
    [
      'gebroken terwijl hele getallen zijn gevraagd',
      antwoord({ a: 1.5, b: 9.5, s: 11 }),
      true,
      { soort: 'onbekend', waarom: 'the solver gave a table that does not fit' },
    ],
    ['een gat', antwoord({ a: 1, s: 11 }), false, { soort: 'gebroken' }],
    [
      'tegenspraak',
      { soort: 'onmogelijk' },
      true,
      { soort: 'onbekend', waarom: 'what is printed cannot be' },
    ],
    ['geen eind', { soort: 'onbegrensd' }, true, { soort: 'onbekend', waarom: 'no bound' }],
    ['geen antwoord', moe, true, moe],
  ])('%s', async (_, u, geheel, uit) => {
    expect(await zoekGetuige(stof, { doel, richting: 'min', geheel }, async () => u)).toEqual(uit);
  });

  test('een nul heeft geen teken', async () => {
    const alleen = { kennis: [open('a', 0, 9)], optellingen: [] };
    const u = await zoekGetuige(alleen, { doel, richting: 'min', geheel: true }, async () =>
      antwoord({ a: -1e-9 }),
    );
    expect(u).toEqual({ soort: 'getuige', getuige: { a: 0 } });
  });
});

// @eis B2.5
describe('tabellen die eerder zijn gevonden', () => {
  const losse = { kennis: [open('a', 0, 9), open('b', 0, 9)], optellingen: [] };
  const zoals = (...lijst: Record<string, number>[]) => {
    const w = new Getuigen(losse);
    for (const g of lijst) w.onthoud(g);
    return w.paar(losse, 'a');
  };

  test('de laagste en de hoogste van een telling, wat er ook eerder of later is gevonden', () => {
    const paar = { laag: { a: 1, b: 7 }, hoog: { a: 8, b: 2 } };
    expect(zoals({ a: 4, b: 4 }, { a: 8, b: 2 }, { a: 1, b: 7 }, { a: 5, b: 0 })).toEqual(paar);
    expect(zoals({ a: 1, b: 7 }, { a: 4, b: 9 }, { a: 8, b: 2 })).toEqual(paar);
    expect(zoals({ a: 0, b: 7 }, { a: 4, b: 9 })).toEqual({ laag: { a: 0, b: 7 }, hoog: { a: 4, b: 9 } });
  });

  test('wat de telling niet noemt telt niet, en wat een ander deel niet noemt is geen bewijs', () => {
    expect(zoals()).toBeNull();
    expect(zoals({ b: 3 })).toBeNull();
    expect(zoals({ b: 3 }, { a: 2, b: 3, c: 8 })).toEqual({ laag: { a: 2, b: 3 }, hoog: { a: 2, b: 3 } });
    expect(zoals({ a: 1 }, { a: 5, b: 2 })).toBeNull();
    expect(zoals({ a: 1, b: 2 }, { a: 5 })).toBeNull();
  });
});

// @eis B2.5
describe('het exacte bewijs', () => {
  test('twee tabellen voor alle tellingen samen zijn vaak genoeg: dan wordt er niet meer gevraagd', async () => {
    const { losOp, gevraagd } = speel(paar);
    const bewaard: Bewijsregel[] = [];
    const stand: number[][] = [];
    const b = await bewijs(vraag, losOp, {
      bewaar: r => void bewaard.push(r),
      meld: (...x) => void stand.push(x),
    });
    expect(b).toEqual({ soort: 'bewezen', regels: [regel] });
    expect(bewaard).toEqual([regel]);
    expect(stand).toEqual([[1, 1]]);
    expect(gevraagd.map(v => [v.richting, v.doel, v.veranderlijken.every(x => x.geheel)])).toEqual([
      ['min', { a: 1 }, true],
      ['max', { a: 1 }, true],
    ]);
  });

  test('zijn die niet genoeg, dan wordt er naar de telling alleen gevraagd', async () => {
    const { losOp, gevraagd } = speel(
      [antwoord({ a: 3, b: 8, s: 11 }), antwoord({ a: 4, b: 8, s: 12 })],
      paar,
    );
    expect(await bewijs(vraag, losOp)).toEqual({ soort: 'bewezen', regels: [regel] });
    expect(gevraagd).toHaveLength(4);
  });

  test('bestaan er geen twee, dan is het weerlegd, met wie en welke', async () => {
    const { losOp } = speel([antwoord({ a: 2, b: 9, s: 11 }), antwoord({ a: 6, b: 9, s: 15 })]);
    expect(await bewijs(smal, losOp)).toEqual({ soort: 'weerlegd', aanvaller: 'buitenstaander', naam: 'a' });
  });

  test.each<[string, [Uitkomst, Uitkomst], string]>([
    ['de laagste ontbreekt', [moe, antwoord(HOOG)], 'tijd om'],
    ['de hoogste ontbreekt', [antwoord(LAAG), moe], 'tijd om'],
    [
      'de tabel past niet',
      [antwoord(LAAG), antwoord({ a: 9, b: 9, s: 9 })],
      'the solver gave a table that does not fit',
    ],
  ])('%s: onbekend, en dat is geen bewijs', async (_, antwoorden, waarom) => {
    expect(await bewijs(vraag, speel(antwoorden).losOp)).toEqual({
      soort: 'onbekend',
      waarom,
      aanvaller: 'buitenstaander',
      naam: 'a',
    });
  });

  test('wat al bewezen was wordt nagegaan en niet opnieuw gezocht', async () => {
    const stand: number[][] = [];
    const b = await bewijs(vraag, nooit, { al: [regel], meld: (...x) => void stand.push(x) });
    expect(b).toEqual({ soort: 'bewezen', regels: [regel] });
    expect(stand).toEqual([[1, 1]]);
    for (const anders of [
      { drempel: 4 },
      { drempel: 6 },
      { aanvaller: 'edam' },
      { naam: 'b' },
      { laag: { ...LAAG, s: 12 } },
    ])
      await expect(bewijs(vraag, nooit, { al: [{ ...regel, ...anders }] })).rejects.toThrow('asked again');
  });

  test('wat voor de ene telling is gevonden dient de andere, elk binnen haar eigen deel', async () => {
    // b stands apart: what was found for both together also holds its part.
    const los = {
      kennis: [...stof.kennis, open('c', 0, 9)],
      optellingen: stof.optellingen,
    };
    const v = {
      ...vraag,
      stof: los,
      teBeschermen: new Map([
        ['a', 5],
        ['c', 4],
      ]),
    };
    const { losOp, gevraagd } = speel([antwoord({ ...LAAG, c: 0 }), antwoord({ ...HOOG, c: 9 })]);
    const b = await bewijs(v, losOp);
    expect(b).toEqual({
      soort: 'bewezen',
      regels: [regel, { ...regel, naam: 'c', drempel: 4, laag: { c: 0 }, hoog: { c: 9 } }],
    });
    expect(gevraagd[0]?.doel).toEqual({ a: 1, c: 1 });
    expect(gevraagd).toHaveLength(2);
  });
});

// @eis B2.5
describe('de waarborg', () => {
  test('twee tabellen die optellen zijn genoeg: de tweede oplosser wordt niet gevraagd', async () => {
    const { losOp, gevraagd } = speel(paar);
    const stand: number[][] = [];
    const w = await waarborg(vraag, [losOp, nooit], (...x) => void stand.push(x));
    expect(w).toEqual({
      soort: 'veilig',
      regels: [
        {
          aanvaller: 'buitenstaander',
          naam: 'a',
          drempel: 5,
          bereik: { onder: 1, boven: 9 },
          beschermd: true,
        },
      ],
    });
    expect(stand).toEqual([[1, 1]]);
    expect(gevraagd.map(v => v.veranderlijken.some(x => x.geheel))).toEqual([false, false]);
  });

  test('komen de getallen niet heel uit, dan wordt nog eens om hele gevraagd', async () => {
    const half: [Uitkomst, Uitkomst] = [
      antwoord({ a: 1.5, b: 9.5, s: 11 }),
      antwoord({ a: 8.5, b: 6.5, s: 15 }),
    ];
    const { losOp, gevraagd } = speel(half, [half[0], antwoord(HOOG)], paar);
    const w = await waarborg(vraag, [losOp, nooit]);
    expect(w).toMatchObject({ soort: 'veilig', regels: [{ bereik: { onder: 1, boven: 9 } }] });
    // For all together, for this one, and for this one in whole numbers; the least that is broken ends a pair.
    expect(gevraagd.map(v => [v.richting, v.veranderlijken.some(x => x.geheel)])).toEqual([
      ['min', false],
      ['max', false],
      ['min', false],
      ['min', true],
      ['max', true],
    ]);
  });

  test('te nauw is onveilig als twee oplossers het zeggen, met het bereik waarover zij het eens zijn', async () => {
    const nauw: [Uitkomst, Uitkomst] = [
      antwoord({ a: 2, b: 9, s: 11 }, 2),
      antwoord({ a: 6, b: 9, s: 15 }, 6),
    ];
    const w = await waarborg(smal, [speel(nauw).losOp, speel(nauw).losOp]);
    expect(w).toEqual({
      soort: 'onveilig',
      regels: [
        {
          aanvaller: 'buitenstaander',
          naam: 'a',
          drempel: 5,
          bereik: { onder: 2, boven: 6 },
          beschermd: false,
        },
      ],
    });
    for (const [laag, hoog] of [
      [3, 6],
      [2, 5],
    ] as const) {
      const anders: [Uitkomst, Uitkomst] = [antwoord({}, laag), antwoord({}, hoog)];
      expect(await waarborg(smal, [speel(nauw).losOp, speel(anders).losOp])).toEqual({
        soort: 'onbekend',
        aanvaller: 'buitenstaander',
        naam: 'a',
        waarom: 'two solvers differ',
      });
    }
  });

  test.each<[string, Uitkomst, string]>([
    ['geen antwoord', moe, 'tijd om'],
    ['tegenspraak', { soort: 'onmogelijk' }, 'what is printed cannot be'],
  ])('%s van een van beide is nooit veilig', async (_, u, waarom) => {
    const breed: [Uitkomst, Uitkomst] = [antwoord({}, 1), antwoord({}, 9)];
    for (const twee of [
      [speel(breed).losOp, speel([u, u]).losOp] as const,
      [speel([u, u]).losOp, nooit] as const,
    ])
      expect(await waarborg(vraag, [twee[0], twee[1] === nooit ? speel(breed).losOp : twee[1]])).toEqual({
        soort: 'onbekend',
        aanvaller: 'buitenstaander',
        naam: 'a',
        waarom,
      });
  });

  test('wat uit de sommen al vaststaat, is onveilig zonder ernaar te vragen', async () => {
    const vast = {
      ...vraag,
      stof: { ...stof, kennis: [kennisVanVerborgen('a'), kennisVanExact('b', 12), kennisVanExact('s', 15)] },
    };
    const { losOp } = speel([moe, moe]);
    expect(await waarborg(vast, [losOp, nooit])).toMatchObject({
      soort: 'onveilig',
      regels: [{ bereik: { onder: 3, boven: 3 }, beschermd: false }],
    });
  });

  test('wat niet kan kloppen, of niet bestaat, is onbekend', async () => {
    const waarom = 'what is printed cannot be';
    const strijdig = {
      ...vraag,
      stof: { ...stof, kennis: [...stof.kennis.slice(0, 2), kennisVanExact('s', 40)] },
    };
    expect(await waarborg(strijdig, [speel([moe, moe]).losOp, nooit])).toMatchObject({ waarom });
    const vreemd = { ...vraag, teBeschermen: new Map([['x', 5]]) };
    expect(await waarborg(vreemd, [speel([moe, moe]).losOp, nooit])).toMatchObject({ naam: 'x', waarom });
  });

  test('één onveilige maakt het geheel onveilig, en wie niets hoeft te bewaken is veilig', async () => {
    const exact = { ...stof, kennis: [...stof.kennis, kennisVanExact('c', 3)] };
    const v = {
      ...vraag,
      stof: exact,
      teBeschermen: new Map([
        ['c', 5],
        ['a', 5],
      ]),
    };
    const { losOp } = speel([antwoord({ ...LAAG, c: 3 }), antwoord({ ...HOOG, c: 3 })]);
    expect(await waarborg(v, [losOp, nooit])).toMatchObject({
      soort: 'onveilig',
      regels: [
        { naam: 'c', beschermd: false },
        { naam: 'a', beschermd: true },
      ],
    });
    expect(await waarborg({ ...vraag, teBeschermen: new Map() }, [nooit, nooit])).toEqual({
      soort: 'veilig',
      regels: [],
    });
  });

  test('elke aanvaller heeft zijn eigen tabellen: met eigen kennis erbij kan het onveilig zijn', async () => {
    const edam = { naam: 'edam', kent: new Map([['b', 12]]) };
    const metEdam: Oplosser = async v => {
      const b = v.veranderlijken.find(x => x.naam === 'b');
      const kent = b?.onder === b?.boven;
      const min = v.richting === 'min';
      if (!kent) return min ? antwoord(LAAG, 1) : antwoord(HOOG, 9);
      return min ? antwoord({ a: 1, b: 12, s: 13 }, 1) : antwoord({ a: 5, b: 12, s: 17 }, 5);
    };
    const nauw = { ...stof, kennis: [open('a', 1, 9), open('b', 6, 14), open('s', 11, 17)] };
    const w = await waarborg({ ...vraag, stof: nauw, aanvallers: [BUITENSTAANDER, edam] }, [
      metEdam,
      metEdam,
    ]);
    expect(w).toMatchObject({
      soort: 'onveilig',
      regels: [
        { aanvaller: 'buitenstaander', beschermd: true },
        { aanvaller: 'edam', bereik: { onder: 1, boven: 5 }, beschermd: false },
      ],
    });
  });
});
