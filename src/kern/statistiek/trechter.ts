import { eisNietNegatief, eisPositief, eisTelling, GROOTSTE_TELLING, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { gammaVerdeling } from './gamma.ts';

/** A count with the count that the common rate would give it (indirectly standardised). */
export interface Trechterpunt {
  readonly telling: number;
  readonly verwacht: number;
  /** Variance that the source adds to the count by rounding; 0 when left out. */
  readonly meetfout?: number;
}

/** Smallest expected count: below it the limits say nothing that anybody could see. */
const KLEINSTE_VERWACHTING = 0.1;

export function eisVerwacht(naam: string, waarde: number): void {
  eisPositief(naam, waarde);
  if (waarde < KLEINSTE_VERWACHTING || waarde > GROOTSTE_TELLING)
    throw new RangeError(`${naam} must lie between ${KLEINSTE_VERWACHTING} and ${GROOTSTE_TELLING}`);
}

/** Argument check for a list of points; every refusal names the place in the list. */
export function eisPunten(naam: string, punten: readonly Trechterpunt[], minstens: number): void {
  if (!Array.isArray(punten)) throw new TypeError(`${naam} must be an array`);
  if (punten.length < minstens) throw new RangeError(`${naam} must hold at least ${minstens} points`);
  punten.forEach((punt, i) => {
    if (typeof punt !== 'object' || punt === null)
      throw new TypeError(`${naam}[${i}] must be an object with telling and verwacht`);
    eisTelling(`${naam}[${i}].telling`, punt.telling);
    eisVerwacht(`${naam}[${i}].verwacht`, punt.verwacht);
    if (punt.meetfout !== undefined) eisNietNegatief(`${naam}[${i}].meetfout`, punt.meetfout);
  });
}

/** The x in [laag, hoog] at which a falling function passes `doel`, by bisection to the last digits. */
function doorsnede(laag: number, hoog: number, doel: number, functie: (x: number) => number): number {
  let [van, tot] = [laag, hoog];
  while (tot - van > 1e-14 * tot) {
    const midden = van + (tot - van) / 2;
    if (midden <= van || midden >= tot) break;
    if (functie(midden) > doel) van = midden;
    else tot = midden;
  }
  return van + (tot - van) / 2;
}

/**
 * Exact limits of a funnel around one expected count, as ratios to it: a count outside them would come about by chance
 * alone, on that side, less often than half of 1 - betrouwbaarheid.
 *
 * The Poisson tails are continued between the whole numbers by their gamma identity (P(X >= x) = P(x, E), P(X <= x) =
 * Q(x + 1, E), DLMF 8.4.10), so that the limits are smooth in E and decide the same as the tail itself at every count.
 * Lower limit 0: even a count of 0 is no rarity at this expectation.
 * Reference: D. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005)
 * 1185-1202 (exact limits, interpolated).
 * Assumes independent Poisson counts at one common rate that is known; areas that differ among themselves for other
 * reasons fall outside too often: see `meetSpreiding`.
 * @param verwacht expected count, 0.1 to 1e8
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function trechtergrenzen(verwacht: number, betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID): Interval {
  eisVerwacht('verwacht', verwacht);
  const buiten = staartkans(betrouwbaarheid);
  const boven = (x: number): number => gammaVerdeling(verwacht, x).onder;
  let hoog = verwacht + 10;
  while (boven(hoog) > buiten) hoog += hoog;
  const bovengrens = doorsnede(1e-3, hoog, buiten, boven) / verwacht;
  if (Math.exp(-verwacht) >= buiten) return { ondergrens: 0, bovengrens };
  // Q(x + 1, E) rises with x: searched on its complement, which falls.
  const onder = (x: number): number => -gammaVerdeling(verwacht, x + 1).boven;
  return { ondergrens: doorsnede(0, verwacht, -buiten, onder) / verwacht, bovengrens };
}
