import { describe, expect, test } from 'vitest';
import { pearsonResten } from './autocorrelatie.ts';
import {
  anhoej,
  autocorrelatie,
  begrensdGemiddelde,
  betaVerdeling,
  binomiaalKans,
  cusumPad,
  ewmaPad,
  telverdeling,
} from './index.ts';

/** A series around 0 of runs of these lengths, on either side in turn. */
const lopen = (...lengten: number[]) =>
  lengten.flatMap((n, i) => new Array<number>(n).fill(i % 2 === 0 ? 2 : -1));

// @eis B1.4
describe('Anhøj, met de hand', () => {
  // Twelve points: a run of more than round(log2(12) + 3) = 7, or fewer crossings than 3 (P(X <= 2) = 67 / 2048).
  test.each([
    ['zeven op een rij mag', [7, 1, 1, 1, 1, 1], 7, 5, false],
    ['acht op een rij niet', [8, 1, 1, 1, 1], 8, 4, true],
    ['acht op een rij aan het eind ook niet', [1, 1, 1, 1, 8], 8, 4, true],
    ['drie keer erdoor mag', [3, 3, 3, 3], 3, 3, false],
    ['twee keer erdoor niet', [4, 4, 4], 4, 2, true],
    ['om en om mag', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 1, 11, false],
  ])('%s', (_, lengten, langsteReeks, kruisingen, signaal) => {
    expect(anhoej(lopen(...lengten), 0)).toEqual({
      langsteReeks,
      grensReeks: 7,
      kruisingen,
      grensKruisingen: 3,
      signaal,
    });
  });

  test('een punt op het midden telt niet mee en breekt niets af', () => {
    const zonder = lopen(3, 5, 4);
    expect(anhoej([...zonder.slice(0, 5), 0, ...zonder.slice(5)], 0)).toEqual(anhoej(zonder, 0));
  });
});

// @eis B1.6
describe('een begrensd gemiddelde, met de hand', () => {
  const vier = [1, 2, 3, 4].map(tijd => ({ tijd, oorzaak: 1 }));

  test('vier die op 1, 2, 3 en 4 eindigen: gemiddeld tweeënhalf, en de variantie is een som van drie', () => {
    // Steps 1, 3/4, 1/2, 1/4; the areas after 1, 2 and 3 are 3/2, 3/4 and 1/4.
    const uit = begrensdGemiddelde(vier, 4);
    const fout = Math.sqrt(2.25 / 12 + 0.5625 / 6 + 0.0625 / 2);
    expect(uit.gemiddelde).toBeCloseTo(2.5, 12);
    expect(uit.standaardfout).toBeCloseTo(fout, 12);
    expect(uit.ondergrens).toBeCloseTo(2.5 - 1.959963984540054 * fout, 10);
    expect(uit.bovengrens).toBeCloseTo(2.5 + 1.959963984540054 * fout, 10);
  });

  test('wat na de grens gebeurt telt niet, ook niet op de grens zelf', () => {
    const uit = begrensdGemiddelde(vier, 3);
    expect(uit.gemiddelde).toBeCloseTo(2.25, 12);
    expect(uit.standaardfout).toBeCloseTo(Math.sqrt(1.25 ** 2 / 12 + 0.5 ** 2 / 6), 12);
  });

  test('de grenzen gaan niet onder nul en niet boven de grens uit', () => {
    const uit = begrensdGemiddelde(
      [
        { tijd: 0.1, oorzaak: 1 },
        { tijd: 9, oorzaak: 1 },
      ],
      9,
    );
    expect([uit.ondergrens, uit.bovengrens]).toEqual([0, 9]);
  });

  test('wie allen tegelijk ziet eindigen is van niets onzeker', () => {
    const uit = begrensdGemiddelde([{ tijd: 2, oorzaak: 1, aantal: 3 }], 5);
    expect(uit).toEqual({ gemiddelde: 2, standaardfout: 0, ondergrens: 2, bovengrens: 2 });
  });
});

// @eis B1.4
describe('reeksen, met de hand', () => {
  test('samenhang telt alleen buren: over een gat wordt niets vergeleken', () => {
    // 1·2 + 2·(-2) = -2, over 1 + 4 + 4 = 9.
    expect(autocorrelatie([1, 2, -2])).toBeCloseTo(-2 / 9, 14);
    expect(autocorrelatie([1, 2, -2], [4, 5, 7])).toBeCloseTo(2 / 9, 14);
    expect(autocorrelatie([1, 2, -2], [4, 6, 7])).toBeCloseTo(-4 / 9, 14);
  });

  test('een rest is het verschil, in standaardafwijkingen van het gemiddelde', () => {
    expect(pearsonResten([3, 5, 16], [4, 4, 9])).toEqual([-0.5, 0.5, 7 / 3]);
  });

  test('een CUSUM begint bij nul en komt er niet onder', () => {
    expect(cusumPad([5, 1, 1, 9, 4], 3)).toEqual([2, 0, 0, 6, 7]);
  });

  test('een EWMA schuift het deel van zijn gewicht op', () => {
    expect(ewmaPad([8, 0], 0.25, 4)).toEqual([5, 3.75]);
    expect(ewmaPad([8, 0], 1, 4)).toEqual([8, 0]);
  });

  test('wet: een verdeling van tellingen heeft het gemiddelde en de spreiding die zij kreeg', () => {
    for (const [m, s] of [
      [3, 1],
      [3, 1.5],
      [12, 2.5],
    ] as const) {
      const v = telverdeling(m, s);
      const x = Array.from({ length: 200 }, (_, i) => i);
      const som = (f: (i: number) => number) => x.reduce((n, i) => n + f(i) * v.kans(i), 0);
      expect(som(() => 1)).toBeCloseTo(1, 10);
      expect(som(i => i)).toBeCloseTo(m, 8);
      expect(som(i => (i - m) ** 2)).toBeCloseTo(m * s, 6);
    }
  });
});

// @eis B1.1
describe('de uiteinden van een verdeling', () => {
  test.each([
    [0, 5, 0, 1],
    [1, 5, 0, 0],
    [5, 5, 1, 1],
    [4, 5, 1, 0],
    [0, 0, 0.3, 1],
    [0, 3, 0.25, 27 / 64],
    [3, 3, 0.25, 1 / 64],
    [0, 2, 0.75, 1 / 16],
    [2, 2, 0.75, 9 / 16],
  ])('de kans op %i uit %i bij %d is %d', (telling, aantal, kans, verwacht) => {
    expect(binomiaalKans(telling, aantal, kans)).toBeCloseTo(verwacht, 14);
  });

  test('een heel kleine kans verliest geen cijfers, ook niet honderd miljoen keer', () => {
    // e^(-0.1 - 5e-11): what one minus a billionth is as a number has only half of its digits left.
    const verwacht = Math.exp(-0.1) * (1 - 5e-11);
    expect(binomiaalKans(0, 1e8, 1e-9) / verwacht - 1).toBeCloseTo(0, 12);
    expect(binomiaalKans(1e8, 1e8, 1 - 2 ** -30) / Math.exp(1e8 * Math.log1p(-(2 ** -30))) - 1).toBeCloseTo(
      0,
      12,
    );
  });

  test('op de rand is de ene staart alles', () => {
    expect(betaVerdeling(0, 2, 3)).toEqual({ onder: 0, boven: 1 });
    expect(betaVerdeling(1, 2, 3)).toEqual({ onder: 1, boven: 0 });
    expect(betaVerdeling(1e-200, 2, 3)).toEqual({ onder: 0, boven: 1 });
  });
});
