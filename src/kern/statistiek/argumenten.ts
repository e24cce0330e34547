/**
 * Argument checks shared by every method here. A wrong type is a TypeError, a wrong value a RangeError;
 * both name the argument. A result that is not finite is refused too: no method hands out NaN or Infinity.
 */

/** Which tail a probability belongs to: `onder` is P(X <= x), `boven` is P(X > x). */
export type Staart = 'onder' | 'boven';

/** Both tails of a distribution, each computed for itself so that the small one keeps its digits. */
export interface Staarten {
  readonly onder: number;
  readonly boven: number;
}

/** Lower and upper limit of a closed interval. */
export interface Interval {
  readonly ondergrens: number;
  readonly bovengrens: number;
}

/** Largest count accepted: beyond it nothing here has been compared with another program. */
export const GROOTSTE_TELLING = 1e8;

export function eisEindig(naam: string, waarde: number): void {
  if (typeof waarde !== 'number') throw new TypeError(`${naam} must be a number`);
  if (!Number.isFinite(waarde)) throw new RangeError(`${naam} must be finite`);
}

export function eisPositief(naam: string, waarde: number): void {
  eisEindig(naam, waarde);
  if (waarde <= 0) throw new RangeError(`${naam} must be greater than 0`);
}

export function eisNietNegatief(naam: string, waarde: number): void {
  eisEindig(naam, waarde);
  if (waarde < 0) throw new RangeError(`${naam} must be 0 or greater`);
}

/** A closed probability, 0 and 1 included. */
export function eisKans(naam: string, waarde: number): void {
  eisEindig(naam, waarde);
  if (waarde < 0 || waarde > 1) throw new RangeError(`${naam} must lie between 0 and 1`);
}

/** An open probability: 0 and 1 excluded (their quantiles are the ends of the range). */
export function eisOpenKans(naam: string, waarde: number): void {
  eisEindig(naam, waarde);
  if (waarde <= 0 || waarde >= 1) throw new RangeError(`${naam} must lie strictly between 0 and 1`);
}

/** A count: a whole number from 0 to {@link GROOTSTE_TELLING}. */
export function eisTelling(naam: string, waarde: number): void {
  eisNietNegatief(naam, waarde);
  if (!Number.isInteger(waarde)) throw new RangeError(`${naam} must be a whole number`);
  if (waarde > GROOTSTE_TELLING) throw new RangeError(`${naam} must be at most ${GROOTSTE_TELLING}`);
}

export function eisStaart(naam: string, waarde: Staart): void {
  if (waarde !== 'onder' && waarde !== 'boven') throw new TypeError(`${naam} must be 'onder' or 'boven'`);
}

/** Passes a result on, or refuses it: an overflow must never travel as a figure. */
export function eindigeUitkomst(naam: string, waarde: number): number {
  if (!Number.isFinite(waarde)) throw new RangeError(`${naam} cannot be represented as a finite number`);
  return waarde;
}
