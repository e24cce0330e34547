import { eisTelling, type Interval } from './argumenten.ts';
import { type BetaPunt, betaKwantielPunt } from './beta.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';

/** Clopper-Pearson limits with complement and odds; null where the limit is the end of the range itself. */
export function clopperPearsonPunten(
  telling: number,
  aantal: number,
  betrouwbaarheid: number,
): { readonly onder: BetaPunt | null; readonly boven: BetaPunt | null } {
  eisTelling('telling', telling);
  eisTelling('aantal', aantal);
  if (aantal === 0) throw new RangeError('aantal must be at least 1');
  if (telling > aantal) throw new RangeError('telling must not exceed aantal');
  const buiten = staartkans(betrouwbaarheid);
  const rest = aantal - telling;
  return {
    onder: telling === 0 ? null : betaKwantielPunt(buiten, telling, rest + 1),
    boven: rest === 0 ? null : betaKwantielPunt(buiten, telling + 1, rest, 'boven'),
  };
}

/**
 * Exact interval for a proportion; never covers less than promised, hence wider than {@link wilsonInterval}.
 *
 * Reference: C. Clopper & E. Pearson, Biometrika 26 (1934) 404-413; R `binom.test`.
 * Assumes independent units that each count once.
 * @param telling units with the trait
 * @param aantal all units, at least 1
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when telling > aantal, either is no count, aantal is 0, or betrouwbaarheid is out of range.
 */
export function clopperPearsonInterval(
  telling: number,
  aantal: number,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Interval {
  const { onder, boven } = clopperPearsonPunten(telling, aantal, betrouwbaarheid);
  return { ondergrens: onder?.x ?? 0, bovengrens: boven?.x ?? 1 };
}
