import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomiaalVerdeling } from './binomiaal.ts';
import { byarInterval } from './byar.ts';
import { clopperPearsonInterval } from './clopper-pearson.ts';
import { garwoodInterval } from './garwood.ts';
import { poissonKans, poissonVerdeling } from './poisson.ts';
import { voorspellingsinterval } from './voorspelling.ts';
import { wilsonInterval } from './wilson.ts';

const telling = fc.integer({ min: 0, max: 3000 });
const niveau = fc.double({ min: 0.5, max: 0.999, noNaN: true });

// @eis A2.1 B1.2
test('wet: op de grenzen van Garwood is de telling precies zo onwaarschijnlijk als afgesproken', () => {
  fc.assert(
    fc.property(telling, niveau, (x, zekerheid) => {
      const { ondergrens, bovengrens } = garwoodInterval(x, zekerheid);
      const buiten = (1 - zekerheid) / 2;
      expect(Math.abs(poissonVerdeling(x, bovengrens).onder / buiten - 1)).toBeLessThan(1e-10);
      if (x > 0) expect(Math.abs(poissonVerdeling(x - 1, ondergrens).boven / buiten - 1)).toBeLessThan(1e-10);
      else expect(ondergrens).toBe(0);
    }),
  );
});

// @eis A2.1 B1.2
test('wet: op de grenzen van Clopper-Pearson is de telling precies zo onwaarschijnlijk als afgesproken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 800 }), fc.nat(), (n, keuze) => {
      const x = keuze % (n + 1);
      const { ondergrens, bovengrens } = clopperPearsonInterval(x, n);
      if (x > 0)
        expect(Math.abs(binomiaalVerdeling(x - 1, n, ondergrens).boven / 0.025 - 1)).toBeLessThan(1e-9);
      if (x < n) expect(Math.abs(binomiaalVerdeling(x, n, bovengrens).onder / 0.025 - 1)).toBeLessThan(1e-9);
    }),
  );
});

// @eis A2.1 B1.2
test('wet: Wilson geeft de twee aandelen waarbij de scoretoets net op de grens staat', () => {
  const z = 1.959963984540054; // qnorm(.975)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (n, keuze) => {
      const x = keuze % (n + 1);
      const { ondergrens, bovengrens } = wilsonInterval(x, n);
      for (const p of [ondergrens, bovengrens]) {
        const score = (x / n - p) ** 2;
        expect(Math.abs(score - (z * z * p * (1 - p)) / n)).toBeLessThan(1e-14);
      }
      expect(ondergrens === 0).toBe(x === 0);
      expect(bovengrens === 1).toBe(x === n);
      expect(bovengrens).toBeLessThanOrEqual(1);
    }),
  );
});

// @eis A2.1 B1.2
test('wet: meer zekerheid geeft nooit een smaller interval, en het getal zelf ligt erin', () => {
  fc.assert(
    fc.property(telling, niveau, niveau, (x, a, b) => {
      const [minder, meer] = [Math.min(a, b), Math.max(a, b)];
      const paren = [
        [garwoodInterval(x, minder), garwoodInterval(x, meer), x],
        [wilsonInterval(x, 3000, minder), wilsonInterval(x, 3000, meer), x / 3000],
        [clopperPearsonInterval(x, 3000, minder), clopperPearsonInterval(x, 3000, meer), x / 3000],
      ] as const;
      for (const [smal, breed, zelf] of paren) {
        expect(breed.ondergrens).toBeLessThanOrEqual(smal.ondergrens * (1 + 1e-12));
        expect(breed.bovengrens).toBeGreaterThanOrEqual(smal.bovengrens * (1 - 1e-12));
        expect(smal.ondergrens).toBeLessThanOrEqual(zelf);
        expect(smal.bovengrens).toBeGreaterThanOrEqual(zelf);
      }
    }),
  );
});

// @eis A2.1 B1.2
test('wet: het spiegelbeeld van een aandeel heeft het spiegelbeeld van het interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (n, keuze) => {
      const x = keuze % (n + 1);
      for (const methode of [wilsonInterval, clopperPearsonInterval]) {
        expect(Math.abs(methode(x, n).ondergrens - (1 - methode(n - x, n).bovengrens))).toBeLessThan(1e-14);
      }
    }),
  );
});

// @eis A2.1 B1.2
test('Byar ligt vanaf 10 binnen 0,2 procent van het exacte interval, en wordt daaronder geweigerd', () => {
  for (const x of [10, 12, 50, 231, 1226]) {
    const [exact, benaderd] = [garwoodInterval(x), byarInterval(x)];
    expect(Math.abs(benaderd.ondergrens / exact.ondergrens - 1)).toBeLessThan(0.002);
    expect(Math.abs(benaderd.bovengrens / exact.bovengrens - 1)).toBeLessThan(0.002);
  }
  expect(() => byarInterval(9)).toThrow(/telling must be at least 10/);
});

// @eis A2.1 B1.2
test('het voorspellingsinterval omvat een volgend jaar minstens zo vaak als beloofd', () => {
  // Independent predicate: the coverage is summed over every pair of years, not taken from the method.
  for (const mu of [0.5, 3, 12, 40]) {
    const hoogste = Math.ceil(mu + 10 * Math.sqrt(mu) + 10);
    let dekking = 0;
    for (let x = 0; x <= hoogste; x += 1) {
      const { ondergrens, bovengrens } = voorspellingsinterval({ telling: x, blootstelling: 1 });
      let binnen = 0;
      for (let y = ondergrens; y <= bovengrens; y += 1) binnen += poissonKans(y, mu);
      dekking += poissonKans(x, mu) * binnen;
    }
    expect(dekking).toBeGreaterThanOrEqual(0.95);
    expect(dekking).toBeLessThan(1);
  }
});

// @eis A2.1 B1.2
test('wet: het voorspellingsinterval is wederkerig bij gelijke perioden', () => {
  const klein = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(klein, klein, (x, y) => {
      const van = voorspellingsinterval({ telling: x, blootstelling: 3 });
      const terug = voorspellingsinterval({ telling: y, blootstelling: 3 }, 3);
      const erin = van.ondergrens <= y && y <= van.bovengrens;
      expect(terug.ondergrens <= x && x <= terug.bovengrens).toBe(erin);
    }),
  );
});
