import {
  eindigeUitkomst,
  eisEindig,
  eisOpenKans,
  eisPositief,
  eisStaart,
  type Staart,
  type Staarten,
} from './argumenten.ts';
import { betaKwantielPunt, betaStaarten } from './beta.ts';

function eisGraden(naam: string, waarde: number): void {
  eisPositief(naam, waarde);
  if (waarde < 0.01 || waarde > 1e8) throw new RangeError(`${naam} must lie between 0.01 and 1e8`);
}

/**
 * Both tails of Student's t: P(T > |t|) = I_x(df / 2, 1 / 2) / 2 at x = df / (df + t^2) (DLMF 8.17; Abramowitz & Stegun
 * 26.7.1).
 * @param vrijheidsgraden 0.01 to 1e8, need not be whole
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function studentVerdeling(t: number, vrijheidsgraden: number): Staarten {
  eisEindig('t', t);
  eisGraden('vrijheidsgraden', vrijheidsgraden);
  const kwadraat = eindigeUitkomst('t squared', t * t);
  const noemer = vrijheidsgraden + kwadraat;
  const buiten =
    betaStaarten(vrijheidsgraden / noemer, kwadraat / noemer, vrijheidsgraden / 2, 0.5).onder / 2;
  return t > 0 ? { onder: 1 - buiten, boven: buiten } : { onder: buiten, boven: 1 - buiten };
}

/**
 * Quantile of Student's t: the t whose `staart` probability is `kans`. Exactly 0 at one half.
 * @param kans strictly between 0 and 1; give a small upper probability as `boven`
 * @throws TypeError, RangeError when an argument is out of range or the answer is not finite.
 */
export function studentKwantiel(kans: number, vrijheidsgraden: number, staart: Staart = 'onder'): number {
  eisOpenKans('kans', kans);
  eisGraden('vrijheidsgraden', vrijheidsgraden);
  eisStaart('staart', staart);
  if (kans === 0.5) return 0;
  const klein = kans < 0.5 ? kans : 1 - kans;
  // Odds of t^2 / df, a beta(1/2, df/2): its upper tail is twice the tail of t.
  const { kansverhouding } = betaKwantielPunt(2 * klein, 0.5, vrijheidsgraden / 2, 'boven');
  const grootte = eindigeUitkomst('studentKwantiel', Math.sqrt(vrijheidsgraden * kansverhouding));
  return (staart === 'onder') === kans < 0.5 ? -grootte : grootte;
}
