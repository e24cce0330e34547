import { describe, expect, test } from 'vitest';
import {
  type Afrondvraag,
  type Oplosser,
  rondGecontroleerdAf,
  type Tabellen,
  type Uitkomst,
  type Vraagstuk,
  valAan,
} from './index.ts';

const som = {
  kennis: [
    { naam: 'a', onder: 0, boven: 4 },
    { naam: 's', onder: 7, boven: 7 },
    { naam: 'b', onder: 0, boven: Infinity },
  ],
  optellingen: [{ som: 's', delen: ['a', 'b'] }],
};
const optimaal = (waarde: number): Uitkomst => ({ soort: 'optimaal', waarde, bij: new Map() });
/** Answers the first question and then the second, and keeps what was asked. */
function beantwoord(...antwoorden: Uitkomst[]): { losOp: Oplosser; gevraagd: Vraagstuk[] } {
  const gevraagd: Vraagstuk[] = [];
  const losOp: Oplosser = async v => {
    gevraagd.push(v);
    return antwoorden[gevraagd.length - 1] ?? { soort: 'onbekend', waarom: 'asked too often' };
  };
  return { losOp, gevraagd };
}

// @eis B2.5
describe('de aanval op één telling', () => {
  test.each([true, false])(
    'vraagt het kleinste en dan het grootste, met alles wat bekend is',
    async geheel => {
      const { losOp, gevraagd } = beantwoord(optimaal(3), optimaal(7));
      await valAan(som, 'b', losOp, geheel);
      const vraag = {
        doel: { b: 1 },
        veranderlijken: som.kennis.map(k => ({ ...k, geheel })),
        eisen: [{ termen: { s: 1, a: -1, b: -1 }, soort: '=', rechts: 0 }],
      };
      expect(gevraagd).toEqual([
        { ...vraag, richting: 'min' },
        { ...vraag, richting: 'max' },
      ]);
    },
  );

  test.each<[string, Uitkomst, Uitkomst, unknown]>([
    ['gehele grenzen blijven', optimaal(3), optimaal(7), { onder: 3, boven: 7 }],
    ['gebroken grenzen gaan naar binnen', optimaal(2.2), optimaal(6.8), { onder: 3, boven: 6 }],
    // What a solver is off by a hair is no whole count.
    ['een haar ernaast telt niet', optimaal(3 + 1e-9), optimaal(7 - 1e-9), { onder: 3, boven: 7 }],
    ['een duizendste wel', optimaal(3.001), optimaal(6.999), { onder: 4, boven: 6 }],
    ['nul is nul, zonder teken', optimaal(-0), optimaal(-1e-6), { onder: 0, boven: 0 }],
    ['net onder nul ook', optimaal(-1e-9), optimaal(-0.000_000_5), { onder: 0, boven: 0 }],
    ['zonder einde omhoog', optimaal(3), { soort: 'onbegrensd' }, { onder: 3, boven: Infinity }],
    ['zonder einde omlaag', { soort: 'onbegrensd' }, optimaal(3), { onder: -Infinity, boven: 3 }],
  ])('%s', async (_, laag, hoog, bereik) => {
    const uit = await valAan(som, 'b', beantwoord(laag, hoog).losOp, true);
    expect(uit).toEqual({ soort: 'bereik', bereik });
  });

  test.each<[string, Uitkomst, Uitkomst, unknown]>([
    ['eerst geen antwoord', { soort: 'onbekend', waarom: 'tijd' }, optimaal(3), 'tijd'],
    ['dan geen antwoord', optimaal(3), { soort: 'onbekend', waarom: 'tijd' }, 'tijd'],
    ['eerst strijdig', { soort: 'onmogelijk' }, { soort: 'onbekend', waarom: 'tijd' }, null],
    ['dan strijdig', optimaal(3), { soort: 'onmogelijk' }, null],
  ])('%s: nooit een bereik', async (_, laag, hoog, waarom) => {
    const uit = await valAan(som, 'b', beantwoord(laag, hoog).losOp, true);
    expect(uit).toEqual(waarom === null ? { soort: 'strijdig' } : { soort: 'onbekend', waarom });
  });
});

const twee: Tabellen = {
  tellingen: [
    { naam: 'a', waarde: 3 },
    { naam: 'b', waarde: 10 },
    { naam: 'c', waarde: 0 },
    { naam: 's', waarde: 13 },
  ],
  optellingen: [{ som: 's', delen: ['a', 'b', 'c'] }],
};
const vraag = (anders: Partial<Afrondvraag>): Afrondvraag => ({
  basis: 5,
  nooitNul: new Set(),
  alGedrukt: new Map(),
  ...anders,
});
const gerond = (z: Record<string, number>): Uitkomst => ({
  soort: 'optimaal',
  waarde: 0,
  bij: new Map(Object.entries(z).map(([n, w]) => [`z_${n}`, w])),
});
const stappenIn = (v: Vraagstuk | undefined) =>
  Object.fromEntries(
    (v?.veranderlijken ?? []).filter(x => x.naam.startsWith('z_')).map(x => [x.naam, [x.onder, x.boven]]),
  );

// @eis B2.4
describe('de vraag van het afronden', () => {
  test('elke telling telt in hele stappen, en de verandering is minstens het verschil naar beide kanten', async () => {
    const { losOp, gevraagd } = beantwoord(gerond({ a: 1, b: 2, c: 0, s: 3 }));
    const uit = await rondGecontroleerdAf(twee, vraag({}), losOp);
    const [v] = gevraagd;
    expect(v?.richting).toBe('min');
    expect(v?.doel).toEqual({ d_a: 1, d_b: 1, d_c: 1, d_s: 1 });
    expect(v?.veranderlijken.slice(0, 2)).toEqual([
      { naam: 'z_a', onder: 0, boven: 1, geheel: true },
      { naam: 'd_a', onder: 0, boven: Infinity, geheel: false },
    ]);
    expect(v?.eisen.slice(0, 2)).toEqual([
      { termen: { d_a: 1, z_a: -5 }, soort: '>=', rechts: -3 },
      { termen: { d_a: 1, z_a: 5 }, soort: '>=', rechts: 3 },
    ]);
    expect(v?.eisen.at(-1)).toEqual({ termen: { z_s: 1, z_a: -1, z_b: -1, z_c: -1 }, soort: '=', rechts: 0 });
    // 3 → 5, 13 → 15, a multiple stays: changed by four in all.
    expect(uit).toEqual({
      soort: 'gerond',
      gerond: new Map([
        ['a', 5],
        ['b', 10],
        ['c', 0],
        ['s', 15],
      ]),
      verschil: 4,
      ruim: false,
    });
  });

  test('gewoon: een veelvoud blijft; ruim: één stap verder; nooit nul begint bij de basis; gedrukt blijft', async () => {
    const geen: Uitkomst = { soort: 'onmogelijk' };
    const { losOp, gevraagd } = beantwoord(geen, geen);
    const v = vraag({ nooitNul: new Set(['a', 'c']), alGedrukt: new Map([['s', 20]]) });
    expect(await rondGecontroleerdAf(twee, v, losOp)).toEqual({ soort: 'onmogelijk' });
    expect(gevraagd.map(stappenIn)).toEqual([
      { z_a: [1, 1], z_b: [2, 2], z_c: [1, 1], z_s: [4, 4] },
      { z_a: [1, 2], z_b: [1, 3], z_c: [1, 1], z_s: [4, 4] },
    ]);
  });

  test('ruim zonder regel over nul gaat niet onder nul', async () => {
    const { losOp, gevraagd } = beantwoord(gerond({ a: 0, b: 2, c: 1, s: 3 }));
    const uit = await rondGecontroleerdAf(twee, vraag({}), losOp, 'ruim');
    expect(gevraagd.map(stappenIn)).toEqual([{ z_a: [0, 2], z_b: [1, 3], z_c: [0, 1], z_s: [1, 4] }]);
    expect(uit).toMatchObject({ soort: 'gerond', ruim: true, verschil: 3 + 5 + 2 });
  });

  test('lukt het gewoon niet, dan ruim, en dat staat erbij', async () => {
    const { losOp } = beantwoord({ soort: 'onmogelijk' }, gerond({ a: 1, b: 2, c: 0, s: 3 }));
    expect(await rondGecontroleerdAf(twee, vraag({}), losOp)).toMatchObject({ soort: 'gerond', ruim: true });
  });

  test('geen antwoord is geen reden om ruimer te proberen', async () => {
    const { losOp, gevraagd } = beantwoord({ soort: 'onbekend', waarom: 'tijd' });
    expect(await rondGecontroleerdAf(twee, vraag({}), losOp)).toEqual({ soort: 'onbekend', waarom: 'tijd' });
    expect(gevraagd).toHaveLength(1);
    expect(await rondGecontroleerdAf(twee, vraag({}), beantwoord({ soort: 'onbegrensd' }).losOp)).toEqual({
      soort: 'onbekend',
      waarom: 'no bound on a sum of changes',
    });
  });

  test('wat de oplosser zegt wordt in hele getallen nageteld', async () => {
    const bijna = beantwoord(gerond({ a: 0.999_999_9, b: 2.000_000_1, c: 1e-9, s: 3 }));
    expect(await rondGecontroleerdAf(twee, vraag({}), bijna.losOp)).toMatchObject({ verschil: 4 });
    const scheef = beantwoord(gerond({ a: 0, b: 2, c: 0, s: 3 }));
    await expect(rondGecontroleerdAf(twee, vraag({}), scheef.losOp)).rejects.toThrow(
      's is 15, its parts are 10 together',
    );
    const half = beantwoord(gerond({ a: 1, b: 2, s: 3 }));
    await expect(rondGecontroleerdAf(twee, vraag({}), half.losOp)).rejects.toThrow('c is no whole number');
  });

  test.each([
    ['basis 1', { basis: 1 }, 'a base is a whole number from 2'],
    ['een gebroken basis', { basis: 2.5 }, 'a base is a whole number from 2'],
    ['gedrukt en geen veelvoud', { alGedrukt: new Map([['a', 4]]) }, 'a is in print as 4, no multiple'],
  ])('%s wordt geweigerd', async (_, anders, tekst) => {
    await expect(rondGecontroleerdAf(twee, vraag(anders), beantwoord().losOp)).rejects.toThrow(tekst);
  });

  test('basis 2 mag, en een stel dat niet optelt niet', async () => {
    const een = { tellingen: [{ naam: 'a', waarde: 3 }], optellingen: [] };
    const uit = await rondGecontroleerdAf(een, vraag({ basis: 2 }), beantwoord(gerond({ a: 2 })).losOp);
    expect(uit).toMatchObject({ soort: 'gerond', verschil: 1 });
    const stuk = { ...twee, optellingen: [{ som: 's', delen: ['a', 'b', 'c', 's2'] }] };
    await expect(rondGecontroleerdAf(stuk, vraag({}), beantwoord().losOp)).rejects.toThrow(
      'unknown count: s2',
    );
  });
});
