import { eisKans, eisTelling, type Staarten } from './argumenten.ts';
import { betaStaarten, betaVoorfactor } from './beta.ts';

function eisTrekking(telling: number, aantal: number, kans: number): void {
  eisTelling('telling', telling);
  eisTelling('aantal', aantal);
  if (telling > aantal) throw new RangeError('telling must not exceed aantal');
  eisKans('kans', kans);
}

/**
 * Binomial probability P(X = telling) in `aantal` draws with success probability `kans`. Reference: Loader (2000).
 * @throws TypeError, RangeError when telling > aantal, either is no count, or kans is no probability.
 */
export function binomiaalKans(telling: number, aantal: number, kans: number): number {
  eisTrekking(telling, aantal, kans);
  if (aantal === 0) return 1;
  return betaVoorfactor(telling, aantal - telling, kans, 1 - kans);
}

/**
 * Both tails of the binomial distribution: `onder` = P(X <= telling), `boven` = P(X > telling).
 * Reference: P(X > k) = I_p(k + 1, n - k) (DLMF 8.17.5).
 * @throws TypeError, RangeError when telling > aantal, either is no count, or kans is no probability.
 */
export function binomiaalVerdeling(telling: number, aantal: number, kans: number): Staarten {
  eisTrekking(telling, aantal, kans);
  if (telling === aantal) return { onder: 1, boven: 0 };
  const { onder, boven } = betaStaarten(kans, 1 - kans, telling + 1, aantal - telling);
  return { onder: boven, boven: onder };
}
