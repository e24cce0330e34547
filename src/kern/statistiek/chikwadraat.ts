import { eisNietNegatief, eisPositief, type Staart, type Staarten } from './argumenten.ts';
import { gammaKwantiel, gammaVerdeling } from './gamma.ts';

/**
 * Both tails of the chi-square distribution: a gamma with shape `vrijheidsgraden / 2` at x / 2 (DLMF 8.2.4).
 * @param x 0 or greater
 * @param vrijheidsgraden greater than 0 (0.002 to 2e9), need not be whole
 * @throws TypeError, RangeError outside those ranges.
 */
export function chiKwadraatVerdeling(x: number, vrijheidsgraden: number): Staarten {
  eisNietNegatief('x', x);
  eisPositief('vrijheidsgraden', vrijheidsgraden);
  return gammaVerdeling(x / 2, vrijheidsgraden / 2);
}

/**
 * Quantile of the chi-square distribution; see {@link gammaKwantiel} for tails and refusals.
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function chiKwadraatKwantiel(kans: number, vrijheidsgraden: number, staart: Staart = 'onder'): number {
  eisPositief('vrijheidsgraden', vrijheidsgraden);
  return 2 * gammaKwantiel(kans, vrijheidsgraden / 2, staart);
}
