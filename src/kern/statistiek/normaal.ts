import { eisEindig, eisOpenKans, eisStaart, type Staart, type Staarten } from './argumenten.ts';
import { gammaKwantiel, gammaVerdeling } from './gamma.ts';

/**
 * Both tails of the standard normal distribution, through Q(1/2, z^2 / 2) (DLMF 7.11.2).
 * Accuracy 1e-12 relative, in the far tail too (to 1e-300, |z| = 37; beyond 40 it is 0).
 * @throws TypeError, RangeError when z is not finite.
 */
export function normaalVerdeling(z: number): Staarten {
  eisEindig('z', z);
  if (Math.abs(z) > 40) return z > 0 ? { onder: 1, boven: 0 } : { onder: 0, boven: 1 };
  const { onder, boven } = gammaVerdeling((z * z) / 2, 0.5);
  const buiten = boven / 2;
  const binnen = 0.5 + onder / 2;
  return z > 0 ? { onder: binnen, boven: buiten } : { onder: buiten, boven: binnen };
}

/**
 * Standard normal quantile: the z whose `staart` probability is `kans`. Exactly 0 at one half.
 * @param kans strictly between 0 and 1; give a small upper probability as `boven`
 * @throws TypeError, RangeError outside that range.
 */
export function normaalKwantiel(kans: number, staart: Staart = 'onder'): number {
  eisOpenKans('kans', kans);
  eisStaart('staart', staart);
  if (kans === 0.5) return 0;
  const klein = kans < 0.5 ? kans : 1 - kans;
  const grootte = Math.sqrt(2 * gammaKwantiel(2 * klein, 0.5, 'boven'));
  return (staart === 'onder') === kans < 0.5 ? -grootte : grootte;
}
