import { eisNietNegatief } from './argumenten.ts';

/** One unit followed in time. Only units that were followed from their start may be in a list (an inception cohort). */
export interface Volgtijd {
  /** Time from start to end, or to the moment of looking when it has not ended; 0 or greater, any unit. */
  readonly tijd: number;
  /** What ended it: 0 nothing yet (censored), 1 to 9 the ends that are told apart. */
  readonly oorzaak: number;
  /** How many such units; 1 when not given. */
  readonly aantal?: number;
}

/** One distinct time: who was still there just before it, and what happened at it. */
export interface Risicorij {
  readonly tijd: number;
  /** Units not yet ended or censored just before this time; who is censored at a time counts at that time. */
  readonly risico: number;
  /** Ends at this time by cause; place 0 holds the censored. */
  readonly perOorzaak: readonly number[];
}

/** Largest list that the methods accept: beyond it nothing here has been compared with another program. */
const GROOTSTE_LIJST = 1e5;
const GROOTSTE_OORZAAK = 9;

/**
 * Checks a list of followed units.
 * @throws TypeError, RangeError naming `naam` when it is no list, empty, too long, or holds a time or cause out of range.
 */
export function eisVolgtijden(naam: string, lijst: readonly Volgtijd[]): void {
  if (!Array.isArray(lijst)) throw new TypeError(`${naam} must be an array`);
  if (lijst.length === 0 || lijst.length > GROOTSTE_LIJST)
    throw new RangeError(`${naam} must hold 1 to ${GROOTSTE_LIJST} rows of units`);
  lijst.forEach((v: unknown, i) => {
    if (typeof v !== 'object' || v === null) throw new TypeError(`${naam}[${i}] must be an object`);
    const { tijd, oorzaak, aantal = 1 } = v as Volgtijd;
    eisNietNegatief(`${naam}[${i}].tijd`, tijd);
    if (!Number.isSafeInteger(aantal) || aantal < 1)
      throw new RangeError(`${naam}[${i}].aantal must be a whole number from 1`);
    if (!Number.isInteger(oorzaak) || oorzaak < 0 || oorzaak > GROOTSTE_OORZAAK)
      throw new RangeError(`${naam}[${i}].oorzaak must be a whole number from 0 to ${GROOTSTE_OORZAAK}`);
  });
}

/** How many units a list stands for. */
export const omvang = (lijst: readonly Volgtijd[]): number => lijst.reduce((n, v) => n + (v.aantal ?? 1), 0);

/** The distinct times in order, with the numbers at risk. Two times are the same only when they are equal. */
export function risicotabel(lijst: readonly Volgtijd[]): Risicorij[] {
  const perTijd = Map.groupBy(lijst, v => v.tijd);
  const tijden = [...perTijd.keys()].sort((a, b) => a - b);
  let risico = omvang(lijst);
  return tijden.map(tijd => {
    const perOorzaak = new Array<number>(GROOTSTE_OORZAAK + 1).fill(0);
    const hier = perTijd.get(tijd) ?? [];
    for (const v of hier) perOorzaak[v.oorzaak] = (perOorzaak[v.oorzaak] ?? 0) + (v.aantal ?? 1);
    const rij = { tijd, risico, perOorzaak };
    risico -= omvang(hier);
    return rij;
  });
}

/** How many at this time ended, by whatever cause. */
export function eindenVan(rij: Risicorij): number {
  return rij.perOorzaak.reduce((som, n, oorzaak) => (oorzaak === 0 ? som : som + n), 0);
}

/** The longest time followed, and whether every unit had ended by then. */
export function slot(rijen: readonly Risicorij[]): { laatsteTijd: number; uitgelopen: boolean } {
  const laatste = rijen.at(-1);
  return { laatsteTijd: laatste?.tijd ?? 0, uitgelopen: laatste?.perOorzaak[0] === 0 };
}
