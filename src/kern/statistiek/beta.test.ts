import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaKwantiel, betaKwantielPunt, betaVerdeling, betaVoorfactor } from './beta.ts';

const vorm = fc.double({ min: 0.2, max: 3000, noNaN: true });
const kans = fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true });

function relatief(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

// @eis A2.1 B1.1
test('wet: de twee staarten van bèta zijn samen één', () => {
  fc.assert(
    fc.property(kans, vorm, vorm, (x, a, b) => {
      const { onder, boven } = betaVerdeling(x, a, b);
      expect(Math.abs(onder + boven - 1)).toBeLessThan(1e-15);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: bèta is gespiegeld gelijk als x en de vormen omdraaien', () => {
  fc.assert(
    // Multiples of 1/1024: then 1 - x is exact and no rounding of the argument enters.
    fc.property(fc.integer({ min: 1, max: 1023 }), vorm, vorm, (i, a, b) => {
      const x = i / 1024;
      expect(relatief(betaVerdeling(x, a, b).onder, betaVerdeling(1 - x, b, a).boven)).toBeLessThan(1e-11);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: één vorm verder is een binomiale kans minder (DLMF 8.17.20), ook over de wissel van de breuk', () => {
  fc.assert(
    fc.property(vorm, vorm, fc.double({ min: -0.1, max: 0.1, noNaN: true }), (a, b, d) => {
      const x = Math.min(0.999, Math.max(0.001, (a + 1) / (a + b + 2) + d));
      // I_x(a, b) - I_x(a + 1, b) = x^a (1-x)^b / (a B(a, b))
      const stap = (b / (a + b)) * betaVoorfactor(a, b, x, 1 - x);
      const verschil = betaVerdeling(x, a, b).onder - betaVerdeling(x, a + 1, b).onder;
      expect(Math.abs(verschil - stap)).toBeLessThan(2e-13);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: bij vorm (a, 1) is bèta de macht x^a', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.2, max: 60, noNaN: true }),
      (x, a) => {
        expect(relatief(betaVerdeling(x, a, 1).onder, x ** a)).toBeLessThan(1e-11);
      },
    ),
  );
});

// @eis A2.1 B1.1
test('wet: het bètakwantiel van een kans heeft weer die kans', () => {
  fc.assert(
    fc.property(kans, vorm, vorm, (p, a, b) => {
      const x = betaKwantiel(p, a, b);
      fc.pre(x < 0.999);
      // The slope in x bounds what one rounding of x may cost.
      const ruimte = (a + b) * betaVoorfactor(a, b, x, 1 - x) * Number.EPSILON * 8;
      expect(Math.abs(betaVerdeling(x, a, b).onder - p)).toBeLessThan(1e-10 * p + ruimte);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: punt, aanvulling en kansverhouding van een kwantiel horen bij elkaar', () => {
  fc.assert(
    fc.property(kans, vorm, vorm, (p, a, b) => {
      const { x, rest, kansverhouding } = betaKwantielPunt(p, a, b, 'boven');
      expect(Math.abs(x + rest - 1)).toBeLessThan(4e-16);
      expect(relatief(x / rest, kansverhouding)).toBeLessThan(1e-12);
    }),
  );
});
