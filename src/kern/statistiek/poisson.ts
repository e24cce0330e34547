import { eisNietNegatief, eisOpenKans, eisTelling, GROOTSTE_TELLING, type Staarten } from './argumenten.ts';
import { gammaVerdeling, gammaVoorfactor } from './gamma.ts';
import { ruweNormaalKwantiel } from './nulpunt.ts';

function eisGemiddelde(naam: string, waarde: number): void {
  eisNietNegatief(naam, waarde);
  if (waarde > GROOTSTE_TELLING) throw new RangeError(`${naam} must be at most ${GROOTSTE_TELLING}`);
}

/**
 * Poisson probability P(X = telling) at mean `gemiddelde`. Reference: Loader (2000).
 * @throws TypeError, RangeError when telling is not a count or gemiddelde is negative or above 1e8.
 */
export function poissonKans(telling: number, gemiddelde: number): number {
  eisTelling('telling', telling);
  eisGemiddelde('gemiddelde', gemiddelde);
  return gammaVoorfactor(telling, gemiddelde);
}

/**
 * Both tails of the Poisson distribution: `onder` = P(X <= telling), `boven` = P(X > telling).
 * Reference: P(X <= k) = Q(k + 1, mean) (DLMF 8.4.10).
 * @throws TypeError, RangeError when telling is not a count or gemiddelde is negative or above 1e8.
 */
export function poissonVerdeling(telling: number, gemiddelde: number): Staarten {
  eisTelling('telling', telling);
  eisGemiddelde('gemiddelde', gemiddelde);
  const { onder, boven } = gammaVerdeling(gemiddelde, telling + 1);
  return { onder: boven, boven: onder };
}

/**
 * Poisson quantile: the smallest count k with P(X <= k) >= kans. Rounding of kans itself is forgiven as in R's
 * `qpois` (a factor 1 - 64 eps), so that the quantile of an exact cdf value is that count.
 * @param kans strictly between 0 and 1
 * @throws TypeError, RangeError outside those ranges.
 */
export function poissonKwantiel(kans: number, gemiddelde: number): number {
  eisOpenKans('kans', kans);
  eisGemiddelde('gemiddelde', gemiddelde);
  const doel = kans * (1 - 64 * Number.EPSILON);
  const haalt = (k: number): boolean => k >= 0 && poissonVerdeling(k, gemiddelde).onder >= doel;
  let hoog = Math.max(0, Math.ceil(gemiddelde + ruweNormaalKwantiel(kans) * Math.sqrt(gemiddelde)));
  let stap = 1;
  while (!haalt(hoog)) {
    hoog += stap;
    stap *= 2;
  }
  stap = 1;
  let laag = hoog - 1;
  while (haalt(laag)) {
    laag -= stap;
    stap *= 2;
  }
  while (hoog - laag > 1) {
    const midden = Math.floor((laag + hoog) / 2);
    if (haalt(midden)) hoog = midden;
    else laag = midden;
  }
  return hoog;
}
