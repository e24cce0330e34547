import { eisEindig } from './argumenten.ts';
import { binomiaalVerdeling } from './binomiaal.ts';
import { eisReeks } from './reeks.ts';

/** How long the longest run on one side was, how often the middle was crossed, and what chance allows. */
export interface Anhoej {
  readonly langsteReeks: number;
  readonly grensReeks: number;
  readonly kruisingen: number;
  readonly grensKruisingen: number;
  readonly signaal: boolean;
}

/** Smallest k with P(X <= k) >= 0.05 for a binomial of n at one half. */
function vijfprocentpunt(n: number): number {
  let k = 0;
  while (binomiaalVerdeling(k, n, 0.5).onder < 0.05) k++;
  return k;
}

/**
 * The two tests of Anhoej for a run chart: the longest run on one side of the middle is longer than
 * round(log2(n) + 3), or the middle is crossed fewer times than the 5 % point of a binomial(n - 1, 1/2). Points on the
 * middle do not count.
 * Reference: J. Anhoej & A.V. Olesen, PLoS ONE 9 (2014) e113825. Needs no distribution, only independence.
 * @param midden usually the median of a baseline
 * @throws TypeError, RangeError when reeks holds fewer than 10 points off the middle.
 */
export function anhoej(reeks: readonly number[], midden: number): Anhoej {
  eisReeks('reeks', reeks, 10);
  eisEindig('midden', midden);
  const kanten = reeks.map(x => Math.sign(x - midden)).filter(k => k !== 0);
  const n = kanten.length;
  if (n < 10) throw new RangeError('reeks must hold at least 10 values off the middle');
  let langste = 1;
  let lopend = 1;
  let kruisingen = 0;
  for (let i = 1; i < n; i++) {
    lopend = kanten[i] === kanten[i - 1] ? lopend + 1 : 1;
    if (lopend === 1) kruisingen++;
    langste = Math.max(langste, lopend);
  }
  const grensReeks = Math.round(Math.log2(n) + 3);
  const grensKruisingen = vijfprocentpunt(n - 1);
  return {
    langsteReeks: langste,
    grensReeks,
    kruisingen,
    grensKruisingen,
    signaal: langste > grensReeks || kruisingen < grensKruisingen,
  };
}
