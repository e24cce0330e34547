import { chiKwadraatVerdeling } from './chikwadraat.ts';
import { eisTellingreeks, gemiddelde, som } from './reeks.ts';

/** Does a series of counts vary more than chance? */
export interface Spreidingstoets {
  readonly chiKwadraat: number;
  readonly vrijheidsgraden: number;
  /** Chance of at least this much variation when every period has the same mean. */
  readonly p: number;
  /** Variance divided by mean; 1 is what chance gives. */
  readonly spreiding: number;
}

/**
 * Index of dispersion of counts: sum (x - mean)^2 / mean against chi-square with n - 1 degrees of freedom.
 * Reference: R.A. Fisher, Statistical Methods for Research Workers (1925), 16. A trend or season counts as variation.
 * Assumes equal exposure in every period.
 * @param reeks counts, at least 2, not all 0
 * @throws TypeError, RangeError when reeks is no such series.
 */
export function spreidingstoets(reeks: readonly number[]): Spreidingstoets {
  eisTellingreeks('reeks', reeks, 2);
  const midden = gemiddelde(reeks);
  if (midden === 0) throw new RangeError('reeks must not be all 0');
  const chiKwadraat = som(reeks.map(x => (x - midden) ** 2)) / midden;
  const vrijheidsgraden = reeks.length - 1;
  return {
    chiKwadraat,
    vrijheidsgraden,
    p: chiKwadraatVerdeling(chiKwadraat, vrijheidsgraden).boven,
    spreiding: chiKwadraat / vrijheidsgraden,
  };
}
