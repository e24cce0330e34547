import { eisEindig, eisPositief, eisTelling } from './argumenten.ts';
import { gemiddeldeUittreetijden } from './looplengte.ts';
import { eisTellingreeks } from './reeks.ts';
import type { Telverdeling } from './telverdeling.ts';
import { telverdeling } from './telverdeling.ts';

/** To which side a chart looks: for a rise or for a fall. */
export type Kant = 'omhoog' | 'omlaag';

/** A cumulative sum chart: reference value and alarm limit, both whole numbers of `1 / noemer`. */
export interface CusumRegel {
  readonly k: number;
  readonly h: number;
  readonly noemer: number;
  /** `omlaag`: sums how far counts stay below k. A rise when left out. */
  readonly kant?: Kant;
}

/** Most states of the chain: above it the system takes seconds to solve. */
export const MEESTE_TOESTANDEN = 600;

/**
 * Reference value of the CUSUM that is quickest to see a Poisson mean go from `voor` to `na`:
 * (na - voor) / (ln na - ln voor).
 * Reference: J.M. Lucas, "Counted data CUSUM's", Technometrics 27 (1985) 129-144.
 * @throws TypeError, RangeError unless 0 < voor and voor and na differ.
 */
export function poissonReferentie(voor: number, na: number): number {
  eisPositief('voor', voor);
  eisPositief('na', na);
  if (voor === na) throw new RangeError('na must differ from voor');
  return (na - voor) / (Math.log(na) - Math.log(voor));
}

/**
 * The same for a negative binomial whose variance is `spreiding` times its mean before the change and whose size r =
 * voor / (spreiding - 1) stays: r ln((r + na) / (r + voor)) / ln(na (r + voor) / (voor (r + na))).
 * Reference: D.M. Hawkins & D.H. Olwell, Cumulative Sum Charts and Charting for Quality Improvement (1998), 5.4.
 * @param spreiding greater than 1; at 1 it is {@link poissonReferentie}
 * @throws TypeError, RangeError as there, or unless spreiding is at least 1.
 */
export function nbReferentie(voor: number, na: number, spreiding: number): number {
  const poisson = poissonReferentie(voor, na);
  eisEindig('spreiding', spreiding);
  if (spreiding < 1) throw new RangeError('spreiding must be at least 1');
  if (spreiding === 1) return poisson;
  const r = voor / (spreiding - 1);
  return (r * Math.log((r + na) / (r + voor))) / Math.log((na * (r + voor)) / (voor * (r + na)));
}

/**
 * Path of a CUSUM from 0: S = max(0, S + x - k), or S = max(0, S + k - x) for a fall.
 * @throws TypeError, RangeError when reeks is no series of counts or k is not finite.
 */
export function cusumPad(reeks: readonly number[], k: number, kant: Kant = 'omhoog'): number[] {
  eisTellingreeks('reeks', reeks);
  eisPositief('k', k);
  let s = 0;
  return reeks.map(x => {
    s = Math.max(0, kant === 'omhoog' ? s + x - k : s + k - x);
    return s;
  });
}

function eisRegel(regel: CusumRegel): { k: number; h: number } {
  if (typeof regel !== 'object' || regel === null) throw new TypeError('regel must be an object');
  eisTelling('regel.noemer', regel.noemer);
  eisPositief('regel.noemer', regel.noemer);
  const k = Math.round(regel.k * regel.noemer);
  const h = Math.round(regel.h * regel.noemer);
  eisPositief('regel.k', k);
  eisPositief('regel.h', h);
  if (h > MEESTE_TOESTANDEN)
    throw new RangeError(`regel.h times noemer must be at most ${MEESTE_TOESTANDEN}`);
  return { k, h };
}

// Rows of I - Q: chance of going from state i to state j without an alarm, in steps of 1 / noemer.
function overgangen(verdeling: Telverdeling, regel: CusumRegel): number[][] {
  const { k, h } = eisRegel(regel);
  const n = regel.noemer;
  const op = regel.kant === 'omlaag' ? -1 : 1;
  const meeste = Math.ceil((h + k) / n) + 1;
  const kansen = Array.from({ length: meeste + 1 }, (_, x) => verdeling.kans(x));
  // For a fall every larger count puts the sum back to 0; for a rise it is an alarm.
  const meer = op === 1 ? 0 : verdeling.staarten(meeste).boven;
  return Array.from({ length: h }, (_, i) => {
    const rij = new Array<number>(h).fill(0);
    for (let x = 0; x <= meeste; x++) {
      const naar = Math.max(0, i + op * (x * n - k));
      if (naar < h) rij[naar] = (rij[naar] as number) - (kansen[x] as number);
    }
    rij[0] = (rij[0] as number) - meer;
    rij[i] = (rij[i] as number) + 1;
    return rij;
  });
}

/**
 * Average number of periods until a CUSUM of counts, started at 0, first reaches h or more, when the counts have
 * this mean and spread. Exact: the sum moves over whole multiples of 1 / noemer, and the mean time until it leaves is a
 * linear system.
 * Reference: D. Brook & D.A. Evans, Biometrika 59 (1972) 539-549; R package spc, `pois.cusum.arl` (which alarms above
 * its limit: its hm is h times noemer minus 1).
 * Two charts side by side, one for a rise and one for a fall, alarm together at most as often as each apart: 1 / ARL =
 * 1 / ARL up + 1 / ARL down (Lucas, Technometrics 27 (1985); equal when they never alarm at once).
 * Never more than 1e10: longer is as good as never.
 * Assumes independent counts; correlation between periods makes alarms come sooner.
 * @throws TypeError, RangeError when an argument is out of range or h times noemer exceeds 600.
 */
export function cusumLooplengte(gemiddelde: number, spreiding: number, regel: CusumRegel): number {
  return gemiddeldeUittreetijden(overgangen(telverdeling(gemiddelde, spreiding), regel))[0] as number;
}
