import type { Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { gammaKwantiel } from './gamma.ts';
import { eisVerwacht } from './trechter.ts';

/**
 * Funnel limits in the chi-square form that R's FunnelPlotR draws, as ratios to the expected count: a cross-check on
 * {@link trechtergrenzen}, which is preferred here.
 *
 * lower = qchisq(alpha/2, 2E) / 2 / E, upper = qchisq(1 - alpha/2, 2E + 2) / 2 / E: the interval of Garwood around E as
 * if E had been observed. It is no interval for the count itself: at E = 3 it calls a count of 0 too low at 99.8 %,
 * though 0 has a chance of 5 %.
 * Reference: FunnelPlotR `build_limits_lookup` (C. Mainey); N. Breslow & N. Day (IARC 1987) p. 69.
 * Assumes independent Poisson counts at one common rate.
 * @param verwacht expected count, 0.1 to 1e8
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function trechtergrenzenChiKwadraat(
  verwacht: number,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Interval {
  eisVerwacht('verwacht', verwacht);
  const buiten = staartkans(betrouwbaarheid);
  return {
    ondergrens: gammaKwantiel(buiten, verwacht) / verwacht,
    bovengrens: gammaKwantiel(buiten, verwacht + 1, 'boven') / verwacht,
  };
}
