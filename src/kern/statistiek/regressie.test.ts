import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { negatiefBinomialeRegressie } from './negatief-binomiaal.ts';
import { neweyWest } from './newey-west.ts';
import { GeenSchatting, poissonRegressie, type Regressievraag } from './regressie.ts';

const tellingen = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 6, maxLength: 40 });
const metTijd = (uitkomst: readonly number[]): Regressievraag => ({
  uitkomst,
  ontwerp: uitkomst.map((_, i) => [1, i / 10]),
});

// @eis B1.5
describe('regressie van tellingen', () => {
  test('de gepaste aantallen tellen op tot wat geteld is, en dragen het tijdgewicht ervan', () => {
    // The likelihood equations X'(y - mu) = 0: an independent predicate of the maximum.
    fc.assert(
      fc.property(tellingen, uitkomst => {
        const vraag = metTijd(uitkomst);
        const { gemiddelden } = poissonRegressie(vraag);
        for (const k of [0, 1]) {
          const rest = uitkomst.reduce(
            (som, y, i) => som + (y - (gemiddelden[i] as number)) * (vraag.ontwerp[i]?.[k] as number),
            0,
          );
          expect(Math.abs(rest)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  test('een offset die overal gelijk is, verschuift alleen het beginniveau', () => {
    fc.assert(
      fc.property(tellingen, fc.double({ min: -3, max: 3, noNaN: true }), (uitkomst, c) => {
        const vraag = metTijd(uitkomst);
        const zonder = poissonRegressie(vraag).coefficienten;
        const met = poissonRegressie({ ...vraag, offset: uitkomst.map(() => c) }).coefficienten;
        expect(met[0]).toBeCloseTo((zonder[0] as number) - c, 8);
        expect(met[1]).toBeCloseTo(zonder[1] as number, 8);
      }),
    );
  });

  test('de hefbomen tellen op tot het aantal kolommen', () => {
    const { hefboom } = poissonRegressie(metTijd([4, 9, 7, 12, 3, 30, 2]));
    expect(hefboom.reduce((a, b) => a + b, 0)).toBeCloseTo(2, 10);
  });

  test('een gewicht van 2 telt als hetzelfde punt tweemaal', () => {
    const uitkomst = [4, 9, 7, 12, 3];
    const ontwerp = [0, 1, 2, 3, 4].map(t => [1, t]);
    const gewogen = poissonRegressie({ uitkomst, ontwerp, gewichten: [1, 1, 2, 1, 1] });
    const dubbel = poissonRegressie({ uitkomst: [...uitkomst, 7], ontwerp: [...ontwerp, [1, 2]] });
    expect(gewogen.coefficienten[1]).toBeCloseTo(dubbel.coefficienten[1] as number, 10);
    expect(gewogen.deviantie).toBeCloseTo(dubbel.deviantie, 10);
  });

  test('een kolom die uit andere volgt, en een groep met alleen nullen, geven geen schatting', () => {
    const uitkomst = [4, 9, 7, 12, 3, 8];
    const dubbel = { uitkomst, ontwerp: uitkomst.map((_, i) => [1, i, 2 * i + 1]) };
    expect(() => poissonRegressie(dubbel)).toThrow(GeenSchatting);
    const nullen = { uitkomst: [4, 9, 7, 0, 0, 0], ontwerp: uitkomst.map((_, i) => [1, i < 3 ? 0 : 1]) };
    expect(() => poissonRegressie(nullen)).toThrow(GeenSchatting);
  });

  test('een verkeerd deel van de vraag wordt met zijn plek genoemd', () => {
    const goed = metTijd([4, 9, 7, 12]);
    const fout = (deel: Partial<Regressievraag>) => () => poissonRegressie({ ...goed, ...deel });
    expect(fout({ uitkomst: [4, -1, 7, 12] })).toThrow(/vraag\.uitkomst\[1\]/);
    expect(fout({ uitkomst: [0, 0, 0, 0] })).toThrow(/vraag\.uitkomst must not be 0/);
    expect(fout({ ontwerp: [[1, 2], [1], [1, 3], [1, 4]] })).toThrow(/vraag\.ontwerp\[1\]/);
    expect(fout({ ontwerp: goed.uitkomst.map(() => new Array<number>(21).fill(1)) })).toThrow(/20 columns/);
    expect(fout({ ontwerp: goed.uitkomst.map((_, i) => [1, i, i * i, i ** 3]) })).toThrow(/more points/);
    expect(fout({ offset: [0, 0] })).toThrow(/vraag\.offset/);
    expect(fout({ gewichten: [1, 0, 1, 1] })).toThrow(/vraag\.gewichten\[1\]/);
  });

  test('tellingen die niet meer spreiden dan toeval, krijgen geen theta', () => {
    const uit = negatiefBinomialeRegressie(metTijd([10, 11, 10, 9, 10, 11, 10, 10]));
    expect(uit.theta).toBeNull();
    expect(uit.regressie).toEqual(poissonRegressie(metTijd([10, 11, 10, 9, 10, 11, 10, 10])));
    expect(() => negatiefBinomialeRegressie(metTijd([10.5, 11, 10, 9]))).toThrow(/vraag\.uitkomst\[0\]/);
  });

  test('Newey-West weigert momenten die niet oplopen', () => {
    const vraag = metTijd([4, 9, 7, 12]);
    const fit = poissonRegressie(vraag);
    expect(() => neweyWest(vraag, fit, { vertraging: 1, momenten: [0, 2, 2, 3] })).toThrow(
      /keuze\.momenten\[2\]/,
    );
    expect(() => neweyWest(vraag, fit, { vertraging: 4 })).toThrow(/keuze\.vertraging/);
  });
});
