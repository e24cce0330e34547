import { chiKwadraatKwantiel } from './chikwadraat.ts';
import { eisReeks, gemiddelde, som } from './reeks.ts';

/** One yearly point with its 95 % interval. */
export interface Trendpunt {
  readonly waarde: number;
  readonly ondergrens: number;
  readonly bovengrens: number;
}

/** Recent trend: whether it may be called one, its slope per year, and the statistic. */
export interface FingertipsTrend {
  readonly richting: 'omhoog' | 'omlaag' | 'geen';
  readonly helling: number;
  readonly chiKwadraat: number;
  /** Value of chi-square from which it counts: the 99.8 % point with one degree of freedom. */
  readonly drempel: number;
  /** Does the slope keep its sign whichever point is left out? */
  readonly standvastig: boolean;
}

/** Number of unbroken years that the rule looks at. */
export const FINGERTIPS_JAREN = 5;
/** Chance of a false trend, two-sided. */
export const FINGERTIPS_LOOS_ALARM = 0.002;
/** Width of a 95 % interval in standard errors. */
const BREEDTE = 3.92;

interface Lijn {
  readonly helling: number;
  readonly sxx: number;
}

// Weighted least squares of the values on the year; weights are inverse variances.
function lijnDoor(x: readonly number[], y: readonly number[], w: readonly number[]): Lijn {
  const gewicht = som(w);
  const mx = som(x.map((v, i) => v * (w[i] as number))) / gewicht;
  const my = som(y.map((v, i) => v * (w[i] as number))) / gewicht;
  const sxx = som(x.map((v, i) => (w[i] as number) * (v - mx) ** 2));
  const sxy = som(x.map((v, i) => (w[i] as number) * (v - mx) * ((y[i] as number) - my)));
  return { helling: sxy / sxx, sxx };
}

const zonder = (lijst: readonly number[], plek: number): number[] => lijst.filter((_, i) => i !== plek);

function eisPunten(punten: readonly Trendpunt[]): void {
  if (!Array.isArray(punten)) throw new TypeError('punten must be an array');
  if (punten.length !== FINGERTIPS_JAREN) throw new RangeError(`punten must hold ${FINGERTIPS_JAREN} values`);
  punten.forEach((p, i) => {
    if (typeof p !== 'object' || p === null) throw new TypeError(`punten[${i}] must be an object`);
    eisReeks(`punten[${i}]`, [p.waarde, p.ondergrens, p.bovengrens]);
    if (!(p.ondergrens < p.bovengrens))
      throw new RangeError(`punten[${i}].bovengrens must exceed its ondergrens`);
  });
}

/**
 * Recent trend over five unbroken years, as OHID Fingertips decides it: weighted slope with weights
 * 1 / ((upper - lower) / 3.92)^2; a trend when (slope / standard error)^2 exceeds the 99.8 % point of chi-square with
 * one degree of freedom AND the slope keeps its sign with each point left out in turn.
 *
 * Reference: source of the Fingertips data tool (OHID, MIT, 2020). With fewer years the answer there is "could not be
 * calculated": here the call is refused.
 * Assumes rates or proportions, counted in the same way in all five years.
 * @param punten exactly five, oldest first, one a year
 * @throws TypeError, RangeError when there are not five points or an interval is empty.
 */
export function fingertipsTrend(punten: readonly Trendpunt[]): FingertipsTrend {
  eisPunten(punten);
  const x = punten.map((_, i) => i);
  const y = punten.map(p => p.waarde);
  const w = punten.map(p => 1 / ((p.bovengrens - p.ondergrens) / BREEDTE) ** 2);
  // Centred: the least squares do not lose digits on large values.
  const midden = gemiddelde(y);
  const lijn = lijnDoor(
    x,
    y.map(v => v - midden),
    w,
  );
  const chiKwadraat = lijn.helling ** 2 * lijn.sxx;
  const drempel = chiKwadraatKwantiel(FINGERTIPS_LOOS_ALARM, 1, 'boven');
  const standvastig = x.every(
    i => Math.sign(lijnDoor(zonder(x, i), zonder(y, i), zonder(w, i)).helling) === Math.sign(lijn.helling),
  );
  const telt = chiKwadraat > drempel && standvastig;
  return {
    richting: telt ? (lijn.helling > 0 ? 'omhoog' : 'omlaag') : 'geen',
    helling: lijn.helling,
    chiKwadraat,
    drempel,
    standvastig,
  };
}
