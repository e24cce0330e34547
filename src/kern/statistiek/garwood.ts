import { eisTelling, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { gammaKwantiel } from './gamma.ts';

/**
 * Exact interval for the mean behind one count (the count one might have had under the same circumstances).
 *
 * lower = qchisq(alpha/2, 2x) / 2 (0 when x = 0), upper = qchisq(1 - alpha/2, 2x + 2) / 2.
 * Reference: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437-442; R `poisson.test`.
 * Assumes that events come independently at one rate (Poisson): incidents that bring each other along make it too narrow.
 * @param telling observed count
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when telling is no count or betrouwbaarheid is out of range.
 */
export function garwoodInterval(telling: number, betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID): Interval {
  eisTelling('telling', telling);
  const buiten = staartkans(betrouwbaarheid);
  return {
    ondergrens: telling === 0 ? 0 : gammaKwantiel(buiten, telling),
    bovengrens: gammaKwantiel(buiten, telling + 1, 'boven'),
  };
}
