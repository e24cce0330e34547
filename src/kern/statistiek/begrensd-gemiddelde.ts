import { eisPositief, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { normaalKwantiel } from './normaal.ts';
import type { Volgtijd } from './risicotabel.ts';
import type { Trapkromme } from './trapkromme.ts';

/** A mean up to a bound, with its standard error and limits. */
export interface BegrensdGemiddelde extends Interval {
  readonly gemiddelde: number;
  readonly standaardfout: number;
}

/** Area under the curve between each step before `grens` and `grens`; first the whole area from 0. */
function oppervlakken(kromme: Trapkromme, grens: number): number[] {
  const binnen = kromme.stappen.filter(s => s.tijd < grens);
  const randen = [0, ...binnen.map(s => s.tijd), grens];
  const hoogten = [1, ...binnen.map(s => s.schatting)];
  const uit = new Array<number>(hoogten.length).fill(0);
  let som = 0;
  for (let i = hoogten.length - 1; i >= 0; i -= 1) {
    som += (hoogten[i] as number) * ((randen[i + 1] as number) - (randen[i] as number));
    uit[i] = som;
  }
  return uit;
}

/**
 * Restricted mean: the mean time until the event when no unit counts for more than `grens`. Unlike the mean of what has
 * ended it counts what has not, and unlike a plain mean it exists while units are still open.
 *
 * Area under Kaplan-Meier up to the bound; variance: sum of (area after each event time)^2 d / (r (r - d)).
 * Reference: P. Meier, Estimation of a distribution function from incomplete observations (1975); R
 * `print(survfit, rmean = grens)`. Limits: estimate plus and minus z times the standard error.
 * Assumes as {@link kaplanMeier}.
 * @param grens greater than 0, at most the longest time followed unless everybody ended before it: nothing is extrapolated
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function begrensdGemiddelde(
  volgtijden: readonly Volgtijd[],
  grens: number,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): BegrensdGemiddelde {
  const kromme = kaplanMeier(volgtijden, betrouwbaarheid);
  eisPositief('grens', grens);
  if (grens > kromme.laatsteTijd && !kromme.uitgelopen)
    throw new RangeError(`grens must be at most ${kromme.laatsteTijd}: nobody was followed longer`);
  const [gemiddelde = 0, ...naStap] = oppervlakken(kromme, grens);
  const variantie = naStap.reduce((som, oppervlak, i) => {
    const stap = kromme.stappen[i];
    const over = (stap?.risico ?? 0) - (stap?.gebeurtenissen ?? 0);
    if (stap === undefined || over === 0) return som;
    return som + (oppervlak * oppervlak * stap.gebeurtenissen) / (stap.risico * over);
  }, 0);
  const standaardfout = Math.sqrt(variantie);
  const z = normaalKwantiel(staartkans(betrouwbaarheid), 'boven');
  return {
    gemiddelde,
    standaardfout,
    ondergrens: Math.max(0, gemiddelde - z * standaardfout),
    bovengrens: Math.min(grens, gemiddelde + z * standaardfout),
  };
}
