import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anhoej,
  cusumLooplengte,
  cusumPad,
  exacteGrenzen,
  farrington,
  fingertipsTrend,
  jaarhelling,
  nhsSignalen,
  type Regelgrenzen,
  samenhangtoets,
  spreidingstoets,
  uKaart,
  xmrGrenzen,
} from './index.ts';

// Middle 0, limits 3, near limits 2: every case below can be read off.
const GRENZEN: Regelgrenzen = {
  midden: 0,
  ondergrens: -3,
  bovengrens: 3,
  onderNabij: -2,
  bovenNabij: 2,
  voorlopig: false,
};
const met = (regel: string, reeks: number[]): number[] =>
  nhsSignalen(reeks, GRENZEN).map(r => ((r as string[]).includes(regel) ? 1 : 0));

describe('NHS-regels', () => {
  // @eis B1.4
  test('buiten de grens is erboven of eronder, niet erop', () => {
    expect(met('buiten_grens', [3, 3.1, -3, -3.1, 0])).toEqual([0, 1, 0, 1, 0]);
  });

  // the cases of the tests of NHSRplotthedots: seven point trend, padded before and after
  // @eis B1.4
  test('zeven punten op een rij omhoog of omlaag zijn een trend, zes niet, en een gelijk punt breekt haar', () => {
    const op = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3];
    expect(met('trend', op)).toEqual(op.map(() => 1));
    expect(met('trend', op.slice(1))).toEqual(op.slice(1).map(() => 0));
    expect(met('trend', [1, ...op, 0.2])).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(met('trend', op.toReversed())).toEqual(op.map(() => 1));
    expect(met('trend', [-0.3, -0.2, -0.2, 0, 0.1, 0.2, 0.3])).toEqual(op.map(() => 0));
  });

  // @eis B1.4
  test('zeven punten aan één kant zijn een verschuiving; een punt op het midden breekt haar', () => {
    const kant = [0.1, 0.4, 0.2, 0.5, 0.1, 0.3, 0.2];
    expect(met('verschuiving', kant)).toEqual(kant.map(() => 1));
    expect(met('verschuiving', [...kant.slice(0, 6), 0, 0.2])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  // the cases of the tests of NHSRplotthedots: two in three
  // @eis B1.4
  test('twee van drie dicht bij de grens tellen alleen als alle drie aan dezelfde kant liggen', () => {
    expect(met('twee_van_drie', [2.5, 1, 2.5])).toEqual([1, 0, 1]);
    expect(met('twee_van_drie', [2.5, -1, 2.5])).toEqual([0, 0, 0]);
    expect(met('twee_van_drie', [1, 1, 2.5, 1, 2.5, 1, 1])).toEqual([0, 0, 1, 0, 1, 0, 0]);
    // A point beyond the limit is not near it: to the letter of that code.
    expect(met('twee_van_drie', [2.5, 1, 3.5])).toEqual([0, 0, 0]);
  });

  // @eis B1.4
  test('een andere schrijfwijze van elke regel vindt dezelfde punten', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -7, max: 7 }), { minLength: 1, maxLength: 30 }), heel => {
        const reeks = heel.map(x => x / 2);
        const uit = nhsSignalen(reeks, GRENZEN);
        reeks.forEach((x, i) => {
          const vensters = (l: number) =>
            reeks.flatMap((_, b) =>
              b <= i && i < b + l && b + l <= reeks.length ? [reeks.slice(b, b + l)] : [],
            );
          const een = (v: number[]) => v.every(y => y > 0) || v.every(y => y < 0);
          const stijgt = (v: number[], k: number) => v.slice(1).every((y, j) => k * (y - (v[j] ?? 0)) > 0);
          const dicht = (y: number) => Math.abs(y) > 2 && Math.abs(y) <= 3;
          expect(uit[i]).toEqual([
            ...(Math.abs(x) > 3 ? ['buiten_grens'] : []),
            ...(vensters(7).some(v => stijgt(v, 1) || stijgt(v, -1)) ? ['trend'] : []),
            ...(dicht(x) && vensters(3).some(v => een(v) && v.filter(dicht).length > 1)
              ? ['twee_van_drie']
              : []),
            ...(vensters(7).some(een) ? ['verschuiving'] : []),
          ]);
        });
      }),
    );
  });
});

describe('reeksen over de tijd', () => {
  const reeks = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 40 });

  // @eis B1.4
  test('een constante reeks heeft grenzen op het midden, geen spreiding en geen samenhang', () => {
    const vlak = new Array<number>(12).fill(7);
    expect(xmrGrenzen(vlak)).toMatchObject({ midden: 7, ondergrens: 7, bovengrens: 7 });
    expect(spreidingstoets(vlak)).toMatchObject({ chiKwadraat: 0, p: 1 });
    expect(samenhangtoets(vlak)).toMatchObject({ q: 0, p: 1 });
  });

  // @eis B1.4
  test('wie alles evenveel hoger telt, verschuift het midden en niet de breedte', () => {
    fc.assert(
      fc.property(reeks, fc.integer({ min: 1, max: 100 }), (r, extra) => {
        const a = xmrGrenzen(r);
        const b = xmrGrenzen(r.map(x => x + extra));
        expect(b.midden - a.midden).toBeCloseTo(extra, 9);
        expect(b.bovengrens - b.midden).toBeCloseTo(a.bovengrens - a.midden, 9);
      }),
    );
  });

  // @eis B1.4
  test('de exacte grenzen houden aan elke kant hoogstens de gevraagde kans buiten', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (m, phi) => {
          const g = exacteGrenzen(m, phi, 0.01);
          expect(g.loosAlarm).toBeLessThanOrEqual(0.02 + 1e-9);
          expect(g.ondergrens).toBeLessThanOrEqual(m);
        },
      ),
    );
  });

  // @eis B1.4
  test('een hogere grens alarmeert nooit eerder, en een hoger gemiddelde nooit later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), fc.double({ min: 2, max: 6, noNaN: true }), (h, m) => {
        const regel = { k: 6, h, noemer: 1 };
        const lengte = cusumLooplengte(m, 1, regel);
        expect(cusumLooplengte(m, 1, { ...regel, h: h + 1 })).toBeGreaterThanOrEqual(lengte - 1e-9);
        expect(cusumLooplengte(m + 1, 1, regel)).toBeLessThanOrEqual(lengte + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  // @eis B1.4
  test('de CUSUM is nooit negatief en begint opnieuw zodra de tellingen onder de referentie blijven', () => {
    fc.assert(
      fc.property(reeks, r => {
        const pad = cusumPad([...r, ...new Array<number>(200).fill(0)], 30);
        expect(Math.min(...pad)).toBeGreaterThanOrEqual(0);
        expect(pad.at(-1)).toBe(0);
      }),
    );
  });

  // @eis B1.4
  test('de volgorde van gelijke blootstelling doet voor het midden van de u-kaart niet ter zake', () => {
    const een = uKaart([5, 9, 7, 11], [100, 100, 100, 100]);
    const om = uKaart([11, 7, 9, 5], [100, 100, 100, 100]);
    expect(om.midden).toBeCloseTo(een.midden, 12);
    expect(uKaart([5, 9, 7, 11], [100, 100, 100, 100], false).sigmaZ).toBe(1);
  });
});

describe('weigeringen over de tijd', () => {
  // @eis B1.4
  test('te weinig jaren, een gat of een leeg interval wordt geweigerd', () => {
    const punt = { waarde: 1, ondergrens: 0, bovengrens: 2 };
    expect(() => fingertipsTrend([punt, punt, punt, punt])).toThrow(/punten must hold 5/);
    expect(() => fingertipsTrend([punt, punt, punt, punt, { ...punt, bovengrens: 0 }])).toThrow(
      /punten\[4\]/,
    );
    expect(() => jaarhelling([1, 2])).toThrow(/reeks must hold at least 3/);
    expect(() => anhoej([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 1)).toThrow(/off the middle/);
    expect(jaarhelling([0, 0, 0])).toBeNull();
  });

  // @eis B1.4
  test('Farrington weigert een te korte geschiedenis en zwijgt bij een reeks van nullen', () => {
    const regel = {
      perJaar: 12,
      jaren: 3,
      halfbreedte: 1,
      seizoenen: 4,
      alfa: 0.01,
      trend: true,
      gewichtsdrempel: 2.58,
      drempel: 'nb_bovengrens' as const,
    };
    const nul = new Array<number>(60).fill(0);
    expect(() => farrington(nul, 36, regel)).toThrow(/plek must have/);
    expect(farrington(nul, 59, regel)).toBeNull();
    // Three events after silence: fewer than 5 in 4 periods is never an alarm.
    const zelden = [...nul.slice(0, 59).map((_, i) => (i % 3 === 0 ? 1 : 0)), 3];
    expect(farrington(zelden, 59, regel)).toMatchObject({ alarm: false, teWeinig: true });
  });
});
