import { eisTelling, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { normaalKwantiel } from './normaal.ts';

/** Below this count OHID uses the exact interval; the lower limit of Byar is then visibly off. */
const KLEINSTE_TELLING = 10;

/**
 * Byar's approximation to the exact interval of a count, as the English OHID (Fingertips) prints it from 10 upwards.
 * A cross-check on {@link garwoodInterval}, which is preferred here for every count.
 *
 * Reference: N. Breslow & N. Day, Statistical Methods in Cancer Research II (IARC 1987) p. 69; OHID Technical Guide.
 * A second formula of the same name (epitools `pois.byar`, a mid-type variant) gives other limits: not this one.
 * Assumes Poisson counts.
 * @param telling observed count, 10 or more
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when telling is no count or below 10, or betrouwbaarheid is out of range.
 */
export function byarInterval(telling: number, betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID): Interval {
  eisTelling('telling', telling);
  if (telling < KLEINSTE_TELLING)
    throw new RangeError(`telling must be at least ${KLEINSTE_TELLING}: use the exact interval below`);
  const z = normaalKwantiel(staartkans(betrouwbaarheid), 'boven');
  const grens = (x: number, teken: number): number =>
    x * (1 - 1 / (9 * x) + (teken * z) / (3 * Math.sqrt(x))) ** 3;
  return { ondergrens: Math.max(0, grens(telling, -1)), bovengrens: grens(telling + 1, 1) };
}
