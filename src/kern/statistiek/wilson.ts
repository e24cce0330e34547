import { eisTelling, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { normaalKwantiel } from './normaal.ts';

/**
 * Wilson score interval for a proportion, without continuity correction.
 *
 * Reference: E. Wilson, JASA 22 (1927) 209-212; R `prop.test(correct = FALSE)`. The lower limit is written as
 * c / upper root (the roots multiply to p^2 / (1 + z^2/n)), so that it keeps its digits when it is small.
 * Assumes that the `aantal` units are independent and each counts once (not several reports of one household).
 * @param telling units with the trait
 * @param aantal all units, at least 1
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when telling > aantal, either is no count, aantal is 0, or betrouwbaarheid is out of range.
 */
export function wilsonInterval(
  telling: number,
  aantal: number,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Interval {
  eisTelling('telling', telling);
  eisTelling('aantal', aantal);
  if (aantal === 0) throw new RangeError('aantal must be at least 1');
  if (telling > aantal) throw new RangeError('telling must not exceed aantal');
  const z = normaalKwantiel(staartkans(betrouwbaarheid), 'boven');
  const wortel = z * Math.sqrt((telling * (aantal - telling)) / aantal + (z * z) / 4);
  const grootste = (telling + (z * z) / 2 + wortel) / (aantal + z * z);
  const ondergrens = (telling * telling) / aantal / (aantal + z * z) / grootste;
  const bovengrens = telling === aantal ? 1 : grootste;
  return { ondergrens, bovengrens };
}
