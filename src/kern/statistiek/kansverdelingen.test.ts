import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaVerdeling } from './beta.ts';
import { binomiaalKans, binomiaalVerdeling } from './binomiaal.ts';
import { chiKwadraatKwantiel, chiKwadraatVerdeling } from './chikwadraat.ts';
import { gammaVerdeling } from './gamma.ts';
import { normaalKwantiel, normaalVerdeling } from './normaal.ts';
import { poissonKans, poissonKwantiel, poissonVerdeling } from './poisson.ts';

const telling = fc.integer({ min: 0, max: 300 });
const gemiddelde = fc.double({ min: 0.01, max: 300, noNaN: true });
const kans = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

function relatief(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-290);
}

// @eis A2.1 B1.1
test('wet: de Poissonstaart is de som van haar kansen en een staart van gamma', () => {
  fc.assert(
    fc.property(telling, gemiddelde, (k, mu) => {
      let som = 0;
      for (let i = 0; i <= k; i += 1) som += poissonKans(i, mu);
      const { onder, boven } = poissonVerdeling(k, mu);
      expect(relatief(onder, som)).toBeLessThan(1e-11);
      expect(boven).toBe(gammaVerdeling(mu, k + 1).onder);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: de binomiale staart is de som van haar kansen en een staart van bèta', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (n, keuze, deel) => {
        const p = deel / 256;
        const k = keuze % n;
        let som = 0;
        for (let i = 0; i <= k; i += 1) som += binomiaalKans(i, n, p);
        const { onder, boven } = binomiaalVerdeling(k, n, p);
        expect(relatief(onder, som)).toBeLessThan(1e-11);
        expect(relatief(boven, betaVerdeling(p, k + 1, n - k).onder)).toBeLessThan(1e-15);
      },
    ),
  );
});

// @eis A2.1 B1.1
test('wet: een hogere telling heeft een grotere onderstaart, een hoger gemiddelde een kleinere', () => {
  fc.assert(
    fc.property(telling, gemiddelde, gemiddelde, (k, mu, extra) => {
      expect(poissonVerdeling(k + 1, mu).onder).toBeGreaterThanOrEqual(
        poissonVerdeling(k, mu).onder * (1 - 1e-13),
      );
      expect(poissonVerdeling(k, mu + extra).onder).toBeLessThanOrEqual(
        poissonVerdeling(k, mu).onder * (1 + 1e-13),
      );
    }),
  );
});

// @eis A2.1 B1.1
test('wet: het Poissonkwantiel is de eerste telling die de kans haalt', () => {
  fc.assert(
    fc.property(kans, gemiddelde, (p, mu) => {
      const k = poissonKwantiel(p, mu);
      expect(poissonVerdeling(k, mu).onder).toBeGreaterThanOrEqual(p * (1 - 1e-13));
      if (k > 0) expect(poissonVerdeling(k - 1, mu).onder).toBeLessThan(p);
    }),
  );
});

// @eis A2.1 B1.1
test('wet: het normale kwantiel van een kans heeft weer die kans en is tegengesteld in de andere staart', () => {
  fc.assert(
    fc.property(kans, p => {
      const z = normaalKwantiel(p);
      expect(relatief(normaalVerdeling(z).onder, p)).toBeLessThan(1e-11);
      expect(normaalKwantiel(p, 'boven')).toBe(-z);
      expect(normaalVerdeling(-z).boven).toBe(normaalVerdeling(z).onder);
    }),
  );
  expect(normaalKwantiel(0.5)).toBe(0);
});

// @eis A2.1 B1.1
test('wet: chi-kwadraat met één vrijheidsgraad is het kwadraat van normaal', () => {
  fc.assert(
    fc.property(kans, p => {
      const z = normaalKwantiel(p / 2, 'boven');
      expect(relatief(chiKwadraatKwantiel(p, 1, 'boven'), z * z)).toBeLessThan(1e-11);
      expect(relatief(chiKwadraatVerdeling(z * z, 1).boven, p)).toBeLessThan(1e-10);
    }),
  );
});

test('de randen: gemiddelde nul, kans nul en één, en geen trekkingen', () => {
  expect([poissonKans(0, 0), poissonKans(3, 0), poissonKwantiel(0.9, 0)]).toEqual([1, 0, 0]);
  expect(poissonVerdeling(0, 0)).toEqual({ onder: 1, boven: 0 });
  expect([binomiaalKans(0, 0, 0.4), binomiaalKans(0, 7, 0), binomiaalKans(7, 7, 1)]).toEqual([1, 1, 1]);
  expect(binomiaalVerdeling(3, 7, 0)).toEqual({ onder: 1, boven: 0 });
  expect(binomiaalVerdeling(3, 7, 1)).toEqual({ onder: 0, boven: 1 });
  expect(normaalVerdeling(50)).toEqual({ onder: 1, boven: 0 });
});
