import { eisOpenKans, eisTelling } from './argumenten.ts';
import { binomiaalKans, binomiaalVerdeling } from './binomiaal.ts';

/** R's allowance for rounding when it decides which outcomes are as unlikely as the observed one. */
const SPELING = 1 + 1e-7;

/** Smallest i in [laag, hoog] for which `voldoet` holds, given that it holds from some point on; hoog + 1 if none. */
function eersteDie(laag: number, hoog: number, voldoet: (i: number) => boolean): number {
  let van = laag;
  let tot = hoog + 1;
  while (van < tot) {
    const midden = Math.floor((van + tot) / 2);
    if (voldoet(midden)) tot = midden;
    else van = midden + 1;
  }
  return van;
}

/** P(X >= k), also for k = 0 and k = n + 1. */
function vanaf(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : binomiaalVerdeling(k - 1, n, p).boven;
}

/** P(X <= k), also for k = -1. */
function totEnMet(k: number, n: number, p: number): number {
  return k < 0 ? 0 : binomiaalVerdeling(k, n, p).onder;
}

/**
 * Two-sided p-value of a binomial count by the minimum-likelihood rule: the probability of every outcome that is at most
 * as likely as the observed one.
 *
 * Reference: R `binom.test` (and through it `poisson.test` for two counts), relative allowance 1e-7 included. The
 * probabilities fall away from the mean on either side, so the far tail is found by halving in place of a full list.
 * @param telling successes
 * @param aantal draws
 * @param kans success probability under the hypothesis, strictly between 0 and 1
 * @throws TypeError, RangeError when telling > aantal, either is no count, or kans is out of range.
 */
export function binomiaalToets(telling: number, aantal: number, kans: number): number {
  eisTelling('telling', telling);
  eisTelling('aantal', aantal);
  if (telling > aantal) throw new RangeError('telling must not exceed aantal');
  eisOpenKans('kans', kans);
  const verwacht = aantal * kans;
  if (telling === verwacht) return 1;
  const grens = binomiaalKans(telling, aantal, kans) * SPELING;
  const zeldzaam = (i: number): boolean => binomiaalKans(i, aantal, kans) <= grens;
  if (telling < verwacht) {
    const ver = eersteDie(Math.ceil(verwacht), aantal, zeldzaam);
    return Math.min(1, totEnMet(telling, aantal, kans) + vanaf(ver, aantal, kans));
  }
  const ver = eersteDie(0, Math.floor(verwacht), i => !zeldzaam(i)) - 1;
  return Math.min(1, totEnMet(ver, aantal, kans) + vanaf(telling, aantal, kans));
}

/**
 * Two-sided mid-p value: twice the smaller of P(X < k) + P(X = k)/2 and P(X > k) + P(X = k)/2, at most 1. Less cautious
 * than the exact test, and therefore never the ground of a verdict here.
 *
 * Reference: H. Lancaster, JASA 56 (1961) 223-234; K. Rothman & S. Greenland, Modern Epidemiology.
 * @throws TypeError, RangeError as {@link binomiaalToets}.
 */
export function binomiaalToetsMidden(telling: number, aantal: number, kans: number): number {
  eisTelling('telling', telling);
  eisTelling('aantal', aantal);
  if (telling > aantal) throw new RangeError('telling must not exceed aantal');
  eisOpenKans('kans', kans);
  const half = binomiaalKans(telling, aantal, kans) / 2;
  const links = totEnMet(telling - 1, aantal, kans) + half;
  const rechts = vanaf(telling + 1, aantal, kans) + half;
  return Math.min(1, 2 * Math.min(links, rechts));
}
