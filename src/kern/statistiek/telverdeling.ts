import { eisEindig, eisOpenKans, eisPositief, eisTelling, type Staarten } from './argumenten.ts';
import { betaStaarten } from './beta.ts';
import { logGamma } from './loggamma.ts';
import { poissonKans, poissonVerdeling } from './poisson.ts';

/** Below this the negative binomial is not told from the Poisson. */
const GEEN_EXTRA_SPREIDING = 1 + 1e-9;

/** A distribution of counts with variance `spreiding` times its mean. */
export interface Telverdeling {
  readonly gemiddelde: number;
  readonly spreiding: number;
  /** P(X = k). */
  kans(k: number): number;
  /** P(X <= k) and P(X > k). */
  staarten(k: number): Staarten;
}

/**
 * Poisson when `spreiding` is 1, else negative binomial with size = mean / (spreiding - 1) and prob = 1 / spreiding, so
 * that the variance is `spreiding` times the mean (as Farrington and Noufaily use it).
 * Reference: R `dnbinom`, `pnbinom`; P(X <= k) = I_prob(size, k + 1) (DLMF 8.17).
 * @param gemiddelde greater than 0, at most 1e6
 * @param spreiding variance divided by mean, 1 to 1000
 * @throws TypeError, RangeError outside those ranges; the functions refuse what is no count.
 */
export function telverdeling(gemiddelde: number, spreiding: number): Telverdeling {
  eisPositief('gemiddelde', gemiddelde);
  if (gemiddelde > 1e6) throw new RangeError('gemiddelde must be at most 1000000');
  eisEindig('spreiding', spreiding);
  if (spreiding < 1 || spreiding > 1000) throw new RangeError('spreiding must lie between 1 and 1000');
  if (spreiding < GEEN_EXTRA_SPREIDING)
    return {
      gemiddelde,
      spreiding,
      kans: k => poissonKans(k, gemiddelde),
      staarten: k => poissonVerdeling(k, gemiddelde),
    };
  const omvang = gemiddelde / (spreiding - 1);
  const p = 1 / spreiding;
  const vast = omvang * Math.log(p) - logGamma(omvang);
  return {
    gemiddelde,
    spreiding,
    kans(k) {
      eisTelling('k', k);
      return Math.exp(vast + logGamma(k + omvang) - logGamma(k + 1) + k * Math.log1p(-p));
    },
    staarten(k) {
      eisTelling('k', k);
      return betaStaarten(p, 1 - p, omvang, k + 1);
    },
  };
}

/**
 * Smallest count k with P(X <= k) >= kans; rounding of kans is forgiven as in R's `qpois`.
 * @throws TypeError, RangeError unless kans lies strictly between 0 and 1.
 */
export function telkwantiel(kans: number, verdeling: Telverdeling): number {
  eisOpenKans('kans', kans);
  if (typeof verdeling !== 'object' || verdeling === null) throw new TypeError('verdeling must be an object');
  const doel = kans * (1 - 64 * Number.EPSILON);
  const haalt = (k: number): boolean => verdeling.staarten(k).onder >= doel;
  let hoog = Math.max(1, Math.ceil(verdeling.gemiddelde));
  while (!haalt(hoog)) hoog *= 2;
  let laag = -1;
  while (hoog - laag > 1) {
    const midden = Math.floor((laag + hoog) / 2);
    if (haalt(midden)) hoog = midden;
    else laag = midden;
  }
  return hoog;
}
