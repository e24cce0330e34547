import { eindigeUitkomst } from './argumenten.ts';
import { eisWaarneming, type Waarneming } from './verhouding.ts';

/** Rates drawn towards their common mean. */
export interface Krimp {
  /** Common rate: all counts together over all exposure together. */
  readonly gemiddelde: number;
  /** Variance between the areas beyond chance; 0 when there is no sign of it. */
  readonly variantie: number;
  /** Per area the shrunken rate, in the order of the input. */
  readonly tempos: readonly number[];
  /** Per area the weight of its own rate, 0 (only the mean counts) to 1 (only its own). */
  readonly gewichten: readonly number[];
}

/**
 * Empirical Bayes rates: the rate of each area drawn towards the common rate, more so the fewer events it could have
 * had. The mean of the error over all areas gets smaller; single areas may be drawn the wrong way.
 *
 * b = sum O / sum n; s2 = sum n (r - b)^2 / sum n; A = max(0, s2 - b / mean(n)); rate = b + (r - b) A / (A + b / n).
 * Reference: R. Marshall, "Mapping disease and mortality rates using empirical Bayes estimators", JRSS C 40 (1991)
 * 283-294 (global estimator, method of moments); R `spdep::EBest`.
 * Assumes Poisson counts around rates that are draws from one family; no smoothing between neighbours. The estimate of
 * one area holds something of all others: it may only be made of counts that may be built upon.
 * @param gebieden at least two areas with their count and exposure (same unit), not all counts 0
 * @throws TypeError, RangeError when an area is invalid, there are fewer than two, or nothing was counted at all.
 */
export function krimpMarshall(gebieden: readonly Waarneming[]): Krimp {
  if (!Array.isArray(gebieden)) throw new TypeError('gebieden must be an array');
  if (gebieden.length < 2) throw new RangeError('gebieden must hold at least 2 areas');
  gebieden.forEach((g, i) => {
    eisWaarneming(`gebieden[${i}]`, g);
  });
  const alles = gebieden.reduce((s, g) => s + g.blootstelling, 0);
  const gemiddelde = gebieden.reduce((s, g) => s + g.telling, 0) / alles;
  if (gemiddelde === 0) throw new RangeError('gebieden must not all count 0');
  const eigen = gebieden.map(g => g.telling / g.blootstelling);
  const s2 =
    gebieden.reduce((s, g, i) => s + g.blootstelling * ((eigen[i] as number) - gemiddelde) ** 2, 0) / alles;
  const variantie = Math.max(0, s2 - gemiddelde / (alles / gebieden.length));
  const gewichten = gebieden.map(g => variantie / (variantie + gemiddelde / g.blootstelling));
  const tempos = eigen.map((r, i) =>
    eindigeUitkomst('tempo', gemiddelde + (r - gemiddelde) * (gewichten[i] as number)),
  );
  return { gemiddelde, variantie, tempos, gewichten };
}
