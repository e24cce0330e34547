import { eisOpenKans, eisPositief } from './argumenten.ts';
import { eisEvenLang, eisTellingreeks, gemiddelde, som, sprongen } from './reeks.ts';
import { telkwantiel, telverdeling } from './telverdeling.ts';
import { grenzenRond, type Regelgrenzen } from './xmr.ts';

/** Chance outside a three sigma limit of a normal value, on one side. */
const DRIE_SIGMA = 0.00135;

/**
 * Limits of a c chart with three sigma: mean +- 3 times its root. For comparison with other programs; below a mean of
 * 9 the lower limit is negative and the upper one alarms too often. Use {@link exacteGrenzen}.
 * Reference: D.C. Montgomery, Introduction to Statistical Quality Control (2009), 7.3.
 * @throws TypeError, RangeError when reeks is no series of counts.
 */
export function cGrenzen(reeks: readonly number[]): Regelgrenzen {
  eisTellingreeks('reeks', reeks, 2);
  const midden = gemiddelde(reeks);
  return grenzenRond(midden, 3 * Math.sqrt(midden), reeks.length);
}

/** Exact limits: a count below `ondergrens` or above `bovengrens` is outside. */
export interface ExacteGrenzen {
  readonly midden: number;
  readonly ondergrens: number;
  readonly bovengrens: number;
  /** Chance that one point of an unchanged series lies outside, at the baseline's own mean. */
  readonly loosAlarm: number;
}

/**
 * Exact limits for counts with this mean: the `buiten` and 1 - `buiten` quantiles of the Poisson, or of the negative
 * binomial when the series varies more than chance.
 * Reference: J.C. Benneyan, "Number-between g-type statistical quality control charts", Health Care Management Science
 * 4 (2001) 305-318 (probability limits); R `qpois`, `qnbinom`.
 * @param gemiddeld mean per period, from a baseline
 * @param spreiding variance divided by mean, at least 1
 * @param buiten chance outside on each side at most
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function exacteGrenzen(gemiddeld: number, spreiding = 1, buiten = DRIE_SIGMA): ExacteGrenzen {
  eisPositief('gemiddeld', gemiddeld);
  eisPositief('spreiding', spreiding);
  eisOpenKans('buiten', buiten);
  const v = telverdeling(gemiddeld, spreiding);
  const ondergrens = telkwantiel(buiten, v);
  const bovengrens = telkwantiel(1 - buiten, v);
  const onder = ondergrens === 0 ? 0 : v.staarten(ondergrens - 1).onder;
  return { midden: gemiddeld, ondergrens, bovengrens, loosAlarm: onder + v.staarten(bovengrens).boven };
}

/** Limits of a u chart: one rate for all points, a limit per point. */
export interface UKaart {
  readonly midden: number;
  /** How many times wider than Poisson the points vary (Laney); 1 for a plain u chart. */
  readonly sigmaZ: number;
  readonly grenzen: readonly { readonly ondergrens: number; readonly bovengrens: number }[];
}

/**
 * u chart: events per unit of exposure, with limits at three sigma that follow the exposure; with `laney` sigma is
 * multiplied by the moving-range standard deviation of the z-scores (u' chart), so that series that vary more than
 * chance do not alarm all the time. A lower limit below 0 is given as 0.
 * Reference: D.B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002) 531-537; qicharts2.
 * @param tellingen counts, at least 2
 * @param blootstellingen exposure per point (inhabitants, cases, days), each greater than 0
 * @throws TypeError, RangeError when an argument is out of range or nothing was counted.
 */
export function uKaart(
  tellingen: readonly number[],
  blootstellingen: readonly number[],
  laney = true,
): UKaart {
  eisTellingreeks('tellingen', tellingen, 2);
  if (!Array.isArray(blootstellingen)) throw new TypeError('blootstellingen must be an array');
  eisEvenLang('blootstellingen', blootstellingen, tellingen);
  blootstellingen.forEach((b, i) => {
    eisPositief(`blootstellingen[${i}]`, b);
  });
  const midden = som(tellingen) / som(blootstellingen);
  if (midden === 0) throw new RangeError('tellingen must not all be 0');
  const sigma = blootstellingen.map(b => Math.sqrt(midden / b));
  const z = tellingen.map((x, i) => (x / (blootstellingen[i] as number) - midden) / (sigma[i] as number));
  const sigmaZ = laney ? gemiddelde(sprongen(z)) / 1.128 : 1;
  return {
    midden,
    sigmaZ,
    grenzen: sigma.map(s => ({
      ondergrens: Math.max(0, midden - 3 * s * sigmaZ),
      bovengrens: midden + 3 * s * sigmaZ,
    })),
  };
}
