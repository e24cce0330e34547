import { eindigeUitkomst, eisPositief, eisTelling } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID } from './betrouwbaarheid.ts';
import { binomiaalToets, binomiaalToetsMidden } from './binomiaaltoets.ts';
import { clopperPearsonPunten } from './clopper-pearson.ts';

/** A count with what it was counted over: months, person-years, households. Same unit on both sides. */
export interface Waarneming {
  readonly telling: number;
  readonly blootstelling: number;
}

/** Exact comparison of two rates. */
export interface Verhouding {
  /** Rate of `teller` divided by rate of `noemer`; null when noemer counts 0 (no finite ratio exists). */
  readonly verhouding: number | null;
  readonly ondergrens: number;
  /** null when noemer counts 0: the data put no upper bound on the ratio. */
  readonly bovengrens: number | null;
  /** Two-sided p-value, minimum-likelihood rule; 0 only when it is below the smallest double. */
  readonly p: number;
  /** Two-sided mid-p value, for who asks for it; not used for verdicts. */
  readonly pMidden: number;
}

/** Argument check for a count with exposure. */
export function eisWaarneming(naam: string, waarneming: Waarneming): void {
  if (typeof waarneming !== 'object' || waarneming === null)
    throw new TypeError(`${naam} must be an object with telling and blootstelling`);
  eisTelling(`${naam}.telling`, waarneming.telling);
  eisPositief(`${naam}.blootstelling`, waarneming.blootstelling);
  if (waarneming.blootstelling < 1e-9 || waarneming.blootstelling > 1e12)
    throw new RangeError(`${naam}.blootstelling must lie between 1e-9 and 1e12`);
}

/** Share of all events expected in `teller` when both rates are equal. */
export function aandeelBijGelijk(teller: Waarneming, noemer: Waarneming): number {
  const kans = teller.blootstelling / (teller.blootstelling + noemer.blootstelling);
  if (kans < 1e-9 || kans > 1 - 1e-9)
    throw new RangeError('blootstelling of teller and noemer must not differ by more than a factor 1e9');
  return kans;
}

/**
 * Exact rate ratio of two counts. Given their sum n, `teller` is binomial(n, t1 / (t1 + t2)) when the rates are equal.
 *
 * Limits: Clopper-Pearson p, carried over as p / (1 - p) * t2 / t1. p-value: minimum-likelihood rule; for equal
 * exposures the same as doubling the smaller tail.
 * Reference: J. Przyborowski & H. Wilenski, Biometrika 31 (1940) 313-323; R `poisson.test(c(x1, x2), c(t1, t2))`.
 * Assumes two independent Poisson counts, counted in the same way (same definition, same registration, same borders).
 * Overdispersed counts give limits that are too narrow. Limits and p-value may disagree at the edge, as in R.
 * @param teller the count whose rate is divided (usually the later year)
 * @param noemer the count it is divided by
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when a count or exposure is invalid, or when both counts are 0 (no comparison exists).
 */
export function exacteVerhouding(
  teller: Waarneming,
  noemer: Waarneming,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Verhouding {
  eisWaarneming('teller', teller);
  eisWaarneming('noemer', noemer);
  const n = teller.telling + noemer.telling;
  if (n === 0) throw new RangeError('teller and noemer must not both count 0');
  const kans = aandeelBijGelijk(teller, noemer);
  const { onder, boven } = clopperPearsonPunten(teller.telling, n, betrouwbaarheid);
  const schaal = noemer.blootstelling / teller.blootstelling;
  const opSchaal = (w: number): number => eindigeUitkomst('verhouding', w * schaal);
  return {
    verhouding: noemer.telling === 0 ? null : opSchaal(teller.telling / noemer.telling),
    ondergrens: onder === null ? 0 : opSchaal(onder.kansverhouding),
    bovengrens: boven === null ? null : opSchaal(boven.kansverhouding),
    p: binomiaalToets(teller.telling, n, kans),
    pMidden: binomiaalToetsMidden(teller.telling, n, kans),
  };
}
