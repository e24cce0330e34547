import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomiaalKans } from './binomiaal.ts';
import { binomiaalToets, binomiaalToetsMidden } from './binomiaaltoets.ts';
import { corrigeerBenjaminiHochberg, corrigeerHolm } from './meervoudig.ts';
import { exacteVerhouding } from './verhouding.ts';

const telling = fc.integer({ min: 0, max: 400 });
const duur = fc.integer({ min: 1, max: 24 });

// @eis A2.1 B1.2
test('wet: teller en noemer wisselen keert de verhouding om en laat de p-waarde staan', () => {
  fc.assert(
    fc.property(telling, telling, duur, duur, (x1, x2, t1, t2) => {
      fc.pre(x1 > 0 && x2 > 0);
      const a = { telling: x1, blootstelling: t1 };
      const b = { telling: x2, blootstelling: t2 };
      const heen = exacteVerhouding(a, b);
      const terug = exacteVerhouding(b, a);
      expect(Math.abs((heen.verhouding as number) * (terug.verhouding as number) - 1)).toBeLessThan(1e-13);
      expect(Math.abs(heen.ondergrens * (terug.bovengrens as number) - 1)).toBeLessThan(1e-10);
      expect(Math.abs(heen.p - terug.p)).toBeLessThan(1e-11);
      expect(Math.abs(heen.pMidden - terug.pMidden)).toBeLessThan(1e-11);
    }),
  );
});

// @eis A2.1 B1.2
test('wet: de binomiale p-waarde is de som van alle uitkomsten die niet waarschijnlijker zijn', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.nat(),
      fc.integer({ min: 5, max: 95 }),
      (n, keuze, procent) => {
        const [x, p] = [keuze % (n + 1), procent / 100];
        const grens = binomiaalKans(x, n, p) * (1 + 1e-7);
        let som = 0;
        for (let i = 0; i <= n; i += 1) if (binomiaalKans(i, n, p) <= grens) som += binomiaalKans(i, n, p);
        expect(Math.abs(binomiaalToets(x, n, p) / som - 1)).toBeLessThan(1e-10);
      },
    ),
  );
});

// @eis A2.1 B1.2
test('wet: bij gelijke perioden is de p-waarde twee keer de kleinste staart, en mid-p nooit groter', () => {
  fc.assert(
    fc.property(telling, telling, (x1, x2) => {
      fc.pre(x1 !== x2);
      const [n, klein] = [x1 + x2, Math.min(x1, x2)];
      let staart = 0;
      for (let i = 0; i <= klein; i += 1) staart += binomiaalKans(i, n, 0.5);
      const p = binomiaalToets(x1, n, 0.5);
      expect(Math.abs(p / Math.min(1, 2 * staart) - 1)).toBeLessThan(1e-10);
      expect(binomiaalToetsMidden(x1, n, 0.5)).toBeLessThanOrEqual(p * (1 + 1e-12));
    }),
  );
});

// @eis A2.1 B1.2
test('bij nul in de noemer bestaat geen verhouding en geen bovengrens, wel een p-waarde', () => {
  const uit = exacteVerhouding({ telling: 12, blootstelling: 1 }, { telling: 0, blootstelling: 1 });
  expect([uit.verhouding, uit.bovengrens]).toEqual([null, null]);
  expect(uit.p).toBeCloseTo(2 ** -11, 15);
  expect(uit.ondergrens).toBeGreaterThan(1);
});

// @eis A2.1 B1.2
test('twee keer nul laat zich niet vergelijken', () => {
  const nul = { telling: 0, blootstelling: 1 };
  expect(() => exacteVerhouding(nul, nul)).toThrow(/teller and noemer must not both count 0/);
});

const lijst = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

// @eis A2.1 B1.2
test('wet: corrigeren maakt geen p-waarde kleiner, houdt de volgorde en is bij BH nooit strenger dan Holm', () => {
  fc.assert(
    fc.property(lijst, p => {
      const [holm, bh] = [corrigeerHolm(p), corrigeerBenjaminiHochberg(p)];
      p.forEach((waarde, i) => {
        expect(bh[i] as number).toBeGreaterThanOrEqual(waarde);
        expect(holm[i] as number).toBeGreaterThanOrEqual((bh[i] as number) * (1 - 1e-12));
        expect(holm[i] as number).toBeLessThanOrEqual(Math.min(1, p.length * waarde) * (1 + 1e-12));
        p.forEach((ander, j) => {
          if (waarde <= ander) expect(bh[i] as number).toBeLessThanOrEqual(bh[j] as number);
          if (waarde < ander) expect(holm[i] as number).toBeLessThanOrEqual(holm[j] as number);
        });
      });
    }),
  );
});
