import { eisEindig, eisNietNegatief, eisOpenKans, eisPositief } from './argumenten.ts';
import { binomiaalVerdeling } from './binomiaal.ts';
import { binomiaalToets } from './binomiaaltoets.ts';
import { poissonKans, poissonKwantiel } from './poisson.ts';

/** Largest sum of expected counts for which the exact power is computed. */
export const GROOTSTE_VERWACHTING = 1e5;

/** Totals outside this tail on either side are left out; the error in the power is at most twice this. */
const VERWAARLOOSD = 1e-12;

/** The situation whose power is asked: expected count and exposure before, exposure after. */
export interface Vermogensvraag {
  /** Expected count of the first period. */
  readonly verwacht: number;
  /** Exposure of the first period. */
  readonly blootstelling: number;
  /** Exposure of the second period, same unit. */
  readonly blootstellingNa: number;
  /** Level of the two-sided test, strictly between 0 and 1. */
  readonly alfa: number;
}

function eisVraag(vraag: Vermogensvraag): void {
  if (typeof vraag !== 'object' || vraag === null) throw new TypeError('vraag must be an object');
  eisPositief('verwacht', vraag.verwacht);
  eisPositief('blootstelling', vraag.blootstelling);
  eisPositief('blootstellingNa', vraag.blootstellingNa);
  eisOpenKans('alfa', vraag.alfa);
}

/**
 * Chance that the exact two-sided comparison of two counts ({@link exacteVerhouding}) gives p <= alfa when the second
 * rate is `factor` times the first.
 *
 * Sums over the total n of both counts, Poisson with mean m1 + m2: given n the first count is binomial and the rejection
 * region is two runs of outcomes, because the p-value rises towards the mean from both sides.
 * Assumes independent Poisson counts. With overdispersion phi the expected counts must be phi times as large for the same power.
 * @param factor rate after divided by rate before, 0 or greater (0.8 is a fall of 20 %)
 * @throws TypeError, RangeError when an argument is out of range or the expected counts sum to more than 1e5.
 */
export function onderscheidingsvermogen(vraag: Vermogensvraag, factor: number): number {
  eisVraag(vraag);
  eisNietNegatief('factor', factor);
  const duur = vraag.blootstellingNa / vraag.blootstelling;
  const m1 = vraag.verwacht;
  const m2 = m1 * duur * factor;
  const som = m1 + m2;
  eisEindig('factor', som);
  if (som > GROOTSTE_VERWACHTING)
    throw new RangeError(`verwacht must stay below ${GROOTSTE_VERWACHTING} for both periods together`);
  const gelijk = 1 / (1 + duur);
  const werkelijk = m1 / som;
  let laag = -1; // highest rejected outcome below the mean
  let boven = 0; // highest accepted outcome above the mean
  let vermogen = 0;
  const laatste = poissonKwantiel(1 - VERWAARLOOSD, som);
  for (let n = Math.max(1, poissonKwantiel(VERWAARLOOSD, som)); n <= laatste; n += 1) {
    laag = ondersteGrens(laag, n, gelijk, vraag.alfa);
    boven = bovensteGrens(boven, n, gelijk, vraag.alfa);
    const onderaan = laag < 0 ? 0 : binomiaalVerdeling(laag, n, werkelijk).onder;
    vermogen += poissonKans(n, som) * (onderaan + binomiaalVerdeling(boven, n, werkelijk).boven);
  }
  return Math.min(1, vermogen);
}

/** Highest outcome below the mean that is rejected (-1 if none), searched from that of the previous total. */
function ondersteGrens(vorige: number, n: number, p: number, alfa: number): number {
  const verworpen = (k: number): boolean => k < n * p && binomiaalToets(k, n, p) <= alfa;
  let k = Math.min(vorige, n);
  while (verworpen(k + 1)) k += 1;
  while (k >= 0 && !verworpen(k)) k -= 1;
  return k;
}

/** Highest outcome that is not rejected from above (n if none is), searched from that of the previous total. */
function bovensteGrens(vorige: number, n: number, p: number, alfa: number): number {
  const verworpen = (k: number): boolean => k > n * p && binomiaalToets(k, n, p) <= alfa;
  let k = Math.min(vorige, n);
  while (k < n && !verworpen(k + 1)) k += 1;
  while (k > 0 && verworpen(k)) k -= 1;
  return k;
}

/**
 * Smallest fall that the comparison would notice with chance `gewenst`, as the factor after/before (0.8 = a fall of 20 %);
 * null when even a fall to zero would be missed too often. Found by halving to 1e-4.
 * Assumes as {@link onderscheidingsvermogen}.
 * @param gewenst wanted power, strictly between 0 and 1 and above alfa
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function kleinsteAantoonbareDaling(vraag: Vermogensvraag, gewenst: number): number | null {
  eisVraag(vraag);
  eisOpenKans('gewenst', gewenst);
  if (gewenst <= vraag.alfa) throw new RangeError('gewenst must be greater than alfa');
  if (onderscheidingsvermogen(vraag, 0) < gewenst) return null;
  let genoeg = 0;
  let teWeinig = 1;
  while (teWeinig - genoeg > 1e-4) {
    const midden = (genoeg + teWeinig) / 2;
    if (onderscheidingsvermogen(vraag, midden) >= gewenst) genoeg = midden;
    else teWeinig = midden;
  }
  return genoeg;
}
