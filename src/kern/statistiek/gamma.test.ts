import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gammaKwantiel, gammaVerdeling, gammaVoorfactor } from './gamma.ts';
import { afwijking, logGamma } from './loggamma.ts';

const vorm = fc.double({ min: 0.05, max: 5000, noNaN: true });
const kans = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const factor = fc.double({ min: 0.05, max: 4, noNaN: true });

function relatief(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

// @eis A2.1 B1.1
test('wet: de twee staarten van gamma zijn samen één', () => {
  fc.assert(
    fc.property(vorm, factor, (a, f) => {
      const { onder, boven } = gammaVerdeling(a * f, a);
      expect(Math.abs(onder + boven - 1)).toBeLessThan(1e-15);
      expect(onder).toBeGreaterThanOrEqual(0);
      expect(boven).toBeGreaterThanOrEqual(0);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: één vorm verder is een Poissonkans minder, ook over de grens van reeks en kettingbreuk', () => {
  fc.assert(
    fc.property(vorm, fc.double({ min: 0.8, max: 1.2, noNaN: true }), (a, f) => {
      const x = (a + 1) * f;
      const hier = gammaVerdeling(x, a);
      const verder = gammaVerdeling(x, a + 1);
      expect(Math.abs(hier.onder - verder.onder - gammaVoorfactor(a, x))).toBeLessThan(1e-13);
      expect(Math.abs(verder.boven - hier.boven - gammaVoorfactor(a, x))).toBeLessThan(1e-13);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: bij vorm 1 is de bovenstaart de e-macht', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 600, noNaN: true }), x => {
      expect(relatief(gammaVerdeling(x, 1).boven, Math.exp(-x))).toBeLessThan(1e-12);
      expect(relatief(gammaVerdeling(x, 1).onder, -Math.expm1(-x))).toBeLessThan(1e-12);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: het kwantiel van een kans heeft weer die kans, in beide staarten', () => {
  fc.assert(
    fc.property(vorm, kans, (a, p) => {
      expect(relatief(gammaVerdeling(gammaKwantiel(p, a), a).onder, p)).toBeLessThan(1e-10);
      expect(relatief(gammaVerdeling(gammaKwantiel(p, a, 'boven'), a).boven, p)).toBeLessThan(1e-10);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: een grotere kans heeft een groter kwantiel', () => {
  fc.assert(
    fc.property(vorm, kans, kans, (a, p, q) => {
      fc.pre(p < q);
      expect(gammaKwantiel(p, a)).toBeLessThanOrEqual(gammaKwantiel(q, a) * (1 + 1e-14));
      expect(gammaKwantiel(p, a, 'boven')).toBeGreaterThanOrEqual(gammaKwantiel(q, a, 'boven') * (1 - 1e-14));
    }),
  );
});

// @eis A2.1 B1.1
test('wet: Gamma(x + 1) is x maal Gamma(x)', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), x => {
      const verschil = logGamma(x + 1) - logGamma(x) - Math.log(x);
      expect(Math.abs(verschil)).toBeLessThan(1e-14 * Math.max(1, Math.abs(logGamma(x))) * 2);
    }),
  );
});

// @eis A2.1 B1.1
test('vlak naast de nulpunten 1 en 2 blijft logGamma binnen 1e-14 absoluut', () => {
  const euler = 0.5772156649015329;
  for (const h of [1e-12, -1e-12, 1e-9, -1e-9]) {
    // First order of the Taylor series: psi(1) = -gamma, psi(2) = 1 - gamma; the next term is below 1e-17. The step is
    // taken from the double nearest to 1 + h.
    expect(Math.abs(logGamma(1 + h) + euler * (1 + h - 1))).toBeLessThan(1e-14);
    expect(Math.abs(logGamma(2 + h) - (1 - euler) * (2 + h - 2))).toBeLessThan(1e-14);
  }
  expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
});

test('wet: de afwijking is nooit negatief en alleen nul bij gelijke getallen', () => {
  const getal = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(getal, getal, (x, m) => {
      expect(afwijking(x, m)).toBeGreaterThanOrEqual(0);
      expect(afwijking(x, x)).toBe(0);
    }),
  );
});

test('een piepkleine x bij een kleine vorm houdt zijn kans', () => {
  // P(a, x) = x^a / Gamma(a + 1) to first order.
  const x = 1e-320;
  const verwacht = Math.exp(0.01 * Math.log(x) - logGamma(1.01));
  expect(relatief(gammaVerdeling(x, 0.01).onder, verwacht)).toBeLessThan(1e-12);
});

test('een kwantiel dat kleiner is dan een getal kan zijn, wordt geweigerd en niet nul', () => {
  expect(() => gammaKwantiel(1e-6, 0.01)).toThrow(RangeError);
});
