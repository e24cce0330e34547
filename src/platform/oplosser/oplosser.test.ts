import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Aanvalsstof,
  isBeschermd,
  kennisVanExact,
  kennisVanGerond,
  kennisVanVerborgen,
  type Oplosser,
  type Optelling,
  onderdrukOptimaal,
  primairBij,
  rondGecontroleerdAf,
  type Tabellen,
  teBeschermen,
  valAan,
  waarborg,
} from '#kern/onthulling/index.ts';
import { losOpMetHighs, losOpMetYalps } from './index.ts';

const OPLOSSERS: [string, Oplosser][] = [
  ['HiGHS', losOpMetHighs],
  ['yalps', losOpMetYalps],
];

/** Crimes of domestic violence in eight municipalities, 2017 to 2019: source document 004, annex 1. */
const MISDRIJVEN: Record<string, [number, number, number]> = {
  beemster: [5, 8, 11],
  edam: [22, 13, 13],
  landsmeer: [11, 10, 12],
  oostzaan: [8, 6, 6],
  purmerend: [106, 82, 95],
  waterland: [11, 3, 4],
  wormerland: [12, 7, 12],
  zaanstad: [184, 165, 246],
};
const JAREN = [2017, 2018, 2019];

/** Rows with their total, columns with theirs, and the whole. */
function metTotalen(
  rijen: Record<string, readonly number[]>,
  kolommen: readonly (string | number)[],
): Tabellen {
  const tellingen = Object.entries(rijen).flatMap(([r, w]) =>
    w.map((waarde, k) => ({ naam: `${r}_${kolommen[k]}`, waarde })),
  );
  const optellingen: Optelling[] = [];
  const som = (naam: string, delen: string[]) => {
    const waarde = delen.reduce((n, d) => n + (tellingen.find(t => t.naam === d)?.waarde ?? 0), 0);
    tellingen.push({ naam, waarde });
    optellingen.push({ som: naam, delen });
  };
  const namen = Object.keys(rijen);
  for (const r of namen)
    som(
      `${r}_totaal`,
      kolommen.map(k => `${r}_${k}`),
    );
  for (const k of [...kolommen, 'totaal'])
    som(
      `regio_${k}`,
      namen.map(r => `${r}_${k}`),
    );
  optellingen.push({ som: 'regio_totaal', delen: kolommen.map(k => `regio_${k}`) });
  return { tellingen, optellingen };
}

// @eis B2.4 B2.5
describe.each(OPLOSSERS)('aanval, opgelost door %s', (_, losOp) => {
  test('de tabel van Geurts: uit de randen 7, 3, 6 en 4 volgt 3 tot en met 6', async () => {
    const optellingen: Optelling[] = [
      { som: 'r1', delen: ['x11', 'x12'] },
      { som: 'r2', delen: ['x21', 'x22'] },
      { som: 'k1', delen: ['x11', 'x21'] },
      { som: 'k2', delen: ['x12', 'x22'] },
    ];
    const kennis = [
      ...['x11', 'x12', 'x21', 'x22'].map(kennisVanVerborgen),
      ...(
        [
          ['r1', 7],
          ['r2', 3],
          ['k1', 6],
          ['k2', 4],
        ] as const
      ).map(([n, w]) => kennisVanExact(n, w)),
    ];
    for (const geheel of [false, true])
      expect(await valAan({ kennis, optellingen }, 'x11', losOp, geheel)).toEqual({
        soort: 'bereik',
        bereik: { onder: 3, boven: 6 },
      });
  });

  test('één weggelaten telling met haar totaal is terug te rekenen; met Oostzaan erbij 0 tot en met 9', async () => {
    const stof = (verborgen: string[]): Aanvalsstof => ({
      kennis: [
        ...Object.entries(MISDRIJVEN).map(([n, w]) =>
          verborgen.includes(n) ? kennisVanVerborgen(n) : kennisVanExact(n, w[1]),
        ),
        kennisVanExact('regio', 294),
      ],
      optellingen: [{ som: 'regio', delen: Object.keys(MISDRIJVEN) }],
    });
    const alleen = await valAan(stof(['waterland']), 'waterland', losOp, true);
    expect(alleen).toEqual({ soort: 'bereik', bereik: { onder: 3, boven: 3 } });
    const samen = await valAan(stof(['waterland', 'oostzaan']), 'waterland', losOp, true);
    expect(samen).toEqual({ soort: 'bereik', bereik: { onder: 0, boven: 9 } });
    expect(isBeschermd({ onder: 3, boven: 3 }, 5)).toBe(false);
    expect(isBeschermd({ onder: 0, boven: 9 }, 5)).toBe(true);
    // Who knows that it is no more than four already knows too much, and so does who knows it to within four.
    expect(isBeschermd({ onder: 0, boven: 4 }, 5)).toBe(false);
    expect(isBeschermd({ onder: 4, boven: 8 }, 5)).toBe(false);
  });

  test('cijfers die niet kunnen kloppen zijn strijdig, niet veilig', async () => {
    const kennis = [kennisVanExact('som', 3), kennisVanExact('a', 5), kennisVanVerborgen('b')];
    const uit = await valAan({ kennis, optellingen: [{ som: 'som', delen: ['a', 'b'] }] }, 'b', losOp, false);
    expect(uit.soort).toBe('strijdig');
  });
});

// @eis B2.5
test('een oplosser die niet klaar is geeft onbekend, en dat is nooit veilig', async () => {
  const nooit: Oplosser = async () => ({ soort: 'onbekend', waarom: 'time' });
  expect((await valAan({ kennis: [kennisVanVerborgen('a')], optellingen: [] }, 'a', nooit, true)).soort).toBe(
    'onbekend',
  );
  const uit = await rondGecontroleerdAf({ tellingen: [{ naam: 'a', waarde: 3 }], optellingen: [] }, 5, nooit);
  expect(uit.soort).toBe('onbekend');
});

// @eis B2.4
test('de misdrijven van acht gemeenten: veelvouden van vijf, alles telt op, niets schuift vijf of meer', async () => {
  const t = metTotalen(MISDRIJVEN, JAREN);
  const uit = await rondGecontroleerdAf(t, 5, losOpMetHighs);
  if (uit.soort !== 'gerond') throw new Error(uit.soort);
  for (const { naam, waarde } of t.tellingen) {
    const rond = uit.gerond.get(naam) ?? Number.NaN;
    expect(rond % 5, naam).toBe(0);
    expect(Math.abs(rond - waarde), naam).toBeLessThan(5);
    if (waarde % 5 === 0) expect(rond, naam).toBe(waarde);
  }
  for (const { som, delen } of t.optellingen)
    expect(
      delen.reduce((n, d) => n + (uit.gerond.get(d) ?? 0), 0),
      som,
    ).toBe(uit.gerond.get(som));
  // Nobody can tell that Waterland had fewer than five in 2018, nor that it had that many.
  const stof: Aanvalsstof = {
    kennis: [...uit.gerond].map(([naam, rond]) => kennisVanGerond(naam, rond, 5)),
    optellingen: t.optellingen,
  };
  for (const naam of ['waterland_2018', 'waterland_2019']) {
    const a = await valAan(stof, naam, losOpMetHighs, true);
    if (a.soort !== 'bereik') throw new Error(a.soort);
    expect(isBeschermd(a.bereik, 5), `${naam} ${JSON.stringify(a)}`).toBe(true);
  }
});

const tabel = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([r, k]) =>
    fc.array(fc.array(fc.nat(30), { minLength: k, maxLength: k }), { minLength: r, maxLength: r }),
  )
  .map(rijen =>
    metTotalen(Object.fromEntries(rijen.map((w, i) => [`r${i}`, w])), rijen[0]?.map((_, i) => `k${i}`) ?? []),
  );

// @eis B2.4 B2.5
test('wet: afronden telt op en schuift minder dan de basis, en twee oplossers vallen even diep aan', async () => {
  await fc.assert(
    fc.asyncProperty(tabel, fc.constantFrom(3, 5, 10), async (t, basis) => {
      const uit = await rondGecontroleerdAf(t, basis, losOpMetHighs);
      if (uit.soort !== 'gerond') throw new Error(uit.soort);
      const stof: Aanvalsstof = {
        kennis: [...uit.gerond].map(([naam, rond]) => kennisVanGerond(naam, rond, basis)),
        optellingen: t.optellingen,
      };
      for (const { naam, waarde } of t.tellingen.slice(0, 3)) {
        expect(Math.abs((uit.gerond.get(naam) ?? Number.NaN) - waarde)).toBeLessThan(basis);
        const [een, twee] = [
          await valAan(stof, naam, losOpMetHighs, false),
          await valAan(stof, naam, losOpMetYalps, false),
        ];
        expect(twee).toEqual(een);
        if (een.soort !== 'bereik') throw new Error(een.soort);
        expect(een.bereik.onder).toBeLessThanOrEqual(waarde);
        expect(een.bereik.boven).toBeGreaterThanOrEqual(waarde);
      }
    }),
    { numRuns: 40 },
  );
});

const BEIDE = [losOpMetHighs, losOpMetYalps] as const;
const waterland = metTotalen({ waterland: [3, 12], oostzaan: [6, 14], edam: [13, 20] }, [2018, 2019]);

// @eis B2.3 B2.5
describe('waarborg', () => {
  test('alleen tellingen van 1 tot de drempel vragen bescherming; nul wijst niemand aan', () => {
    const t = metTotalen({ a: [0, 4], b: [5, 9] }, [1, 2]);
    expect(teBeschermen(t, 5)).toEqual(['a_2', 'a_totaal']);
  });

  test('gewoon afgedrukt is het niet veilig: de telling staat er', async () => {
    const stof = {
      kennis: waterland.tellingen.map(x => kennisVanExact(x.naam, x.waarde)),
      optellingen: waterland.optellingen,
    };
    const w = await waarborg(waterland, stof, 5, BEIDE, true);
    expect(w).toMatchObject({ soort: 'onveilig', regels: [{ naam: 'waterland_2018', beschermd: false }] });
  });

  test('elke telling los afronden naast totalen die los zijn afgerond laat zich terugrekenen', async () => {
    // Handbook on SDC 5.4: conventional rounding is not additive, and its totals narrow the parts.
    const t = metTotalen({ a: [1, 1], b: [1, 1] }, [1, 2]);
    const los = (n: number) => 3 * Math.round(n / 3);
    const stof = {
      kennis: t.tellingen.map(x => ({
        naam: x.naam,
        onder: Math.max(0, los(x.waarde) - 1),
        boven: los(x.waarde) + 1,
      })),
      optellingen: t.optellingen,
    };
    const w = await waarborg(t, stof, 3, BEIDE, true);
    expect(w).toMatchObject({ soort: 'onveilig' });
    // Four cells printed 0, and yet everybody knows that each of them is exactly 1.
    expect(w.soort === 'onveilig' && w.regels[0]?.bereik).toEqual({ onder: 1, boven: 1 });
  });

  test('gecontroleerd afgerond is het veilig, en dat zeggen twee oplossers', async () => {
    const uit = await rondGecontroleerdAf(waterland, 5, losOpMetHighs);
    if (uit.soort !== 'gerond') throw new Error(uit.soort);
    const stof = {
      kennis: [...uit.gerond].map(([naam, rond]) => kennisVanGerond(naam, rond, 5)),
      optellingen: waterland.optellingen,
    };
    for (const geheel of [false, true])
      expect((await waarborg(waterland, stof, 5, BEIDE, geheel)).soort).toBe('veilig');
  });

  test('twee oplossers die verschillen, of een die niet klaar is, geven onbekend', async () => {
    const stof = {
      kennis: waterland.tellingen.map(x => kennisVanVerborgen(x.naam)),
      optellingen: waterland.optellingen,
    };
    const scheef: Oplosser = async () => ({ soort: 'optimaal', waarde: 7, bij: new Map() });
    const moe: Oplosser = async () => ({ soort: 'onbekend', waarom: 'time' });
    expect((await waarborg(waterland, stof, 5, [losOpMetHighs, scheef], false)).soort).toBe('onbekend');
    expect((await waarborg(waterland, stof, 5, [losOpMetHighs, moe], false)).soort).toBe('onbekend');
  });
});

/** Columns with their total only, as the annex of the source prints them: 27 counts, 3 sums. */
function alleenKolommen(): Tabellen {
  const namen = Object.keys(MISDRIJVEN);
  const tellingen = namen.flatMap(n =>
    (MISDRIJVEN[n] ?? []).map((waarde, k) => ({ naam: `${n}_${JAREN[k]}`, waarde })),
  );
  const optellingen = JAREN.map(j => ({ som: `regio_${j}`, delen: namen.map(n => `${n}_${j}`) }));
  const totalen = JAREN.map((j, k) => ({
    naam: `regio_${j}`,
    waarde: namen.reduce((n, x) => n + (MISDRIJVEN[x]?.[k] ?? 0), 0),
  }));
  return { tellingen: [...tellingen, ...totalen], optellingen };
}

// @eis B2.4
describe('onderdrukken', () => {
  test('in de bijlage van de bron gaan Waterland en Oostzaan weg, in 2018 en 2019, en niets anders', async () => {
    // Two programs of others agree on these four (statistics note, S3).
    const t = alleenKolommen();
    const primair = new Map(['waterland_2018', 'waterland_2019'].map(n => [n, { op: 3, neer: 3 }]));
    const u = await onderdrukOptimaal(t, { primair, vast: new Set() }, losOpMetHighs);
    if (u.soort !== 'onderdrukt') throw new Error(u.soort);
    expect([...u.weg].sort()).toEqual(['oostzaan_2018', 'oostzaan_2019', 'waterland_2018', 'waterland_2019']);
  });

  test('een totaal dat moet blijven blijft, en wat overblijft houdt de lezer in het ongewisse', async () => {
    const t = metTotalen(MISDRIJVEN, JAREN);
    const vast = new Set(t.optellingen.map(o => o.som));
    const u = await onderdrukOptimaal(t, { primair: primairBij(t, 5), vast }, losOpMetHighs);
    if (u.soort !== 'onderdrukt') throw new Error(u.soort);
    for (const naam of vast) expect(u.weg.has(naam), naam).toBe(false);
    const stof = {
      kennis: t.tellingen.map(x =>
        u.weg.has(x.naam) ? kennisVanVerborgen(x.naam) : kennisVanExact(x.naam, x.waarde),
      ),
      optellingen: t.optellingen,
    };
    expect(await waarborg(t, stof, 5, BEIDE, true)).toMatchObject({ soort: 'veilig' });
  });

  test('wie alles wil laten staan krijgt te horen dat het niet kan', async () => {
    const t = metTotalen({ a: [3, 9], b: [8, 7] }, [1, 2]);
    const vast = new Set(t.tellingen.map(x => x.naam));
    expect((await onderdrukOptimaal(t, { primair: primairBij(t, 5), vast }, losOpMetHighs)).soort).toBe(
      'onmogelijk',
    );
  });

  test('zonder kleine telling gaat er niets weg', async () => {
    const t = metTotalen({ a: [13, 9], b: [8, 7] }, [1, 2]);
    const u = await onderdrukOptimaal(t, { primair: primairBij(t, 5), vast: new Set() }, losOpMetHighs);
    expect(u).toEqual({ soort: 'onderdrukt', weg: new Set(), kosten: 0 });
  });
});

// @eis B2.4 B2.5
test('wet: wat is onderdrukt laat zich met hele getallen niet nauwer terugrekenen dan van nul tot de drempel', async () => {
  await fc.assert(
    fc.asyncProperty(tabel, async t => {
      const primair = primairBij(t, 5);
      const u = await onderdrukOptimaal(t, { primair, vast: new Set() }, losOpMetHighs);
      if (u.soort !== 'onderdrukt') return;
      const stof = {
        kennis: t.tellingen.map(x =>
          u.weg.has(x.naam) ? kennisVanVerborgen(x.naam) : kennisVanExact(x.naam, x.waarde),
        ),
        optellingen: t.optellingen,
      };
      for (const naam of [...primair.keys()].slice(0, 3)) {
        const a = await valAan(stof, naam, losOpMetHighs, true);
        if (a.soort !== 'bereik') throw new Error(a.soort);
        expect(a.bereik.onder).toBe(0);
        expect(a.bereik.boven).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 25 },
  );
});
