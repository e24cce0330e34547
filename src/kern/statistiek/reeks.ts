import { eisEindig, eisTelling } from './argumenten.ts';

/** Longest series accepted: forty years of months. */
export const MEESTE_PUNTEN = 480;

function eisLijst(naam: string, reeks: readonly number[], minstens: number): void {
  if (!Array.isArray(reeks)) throw new TypeError(`${naam} must be an array`);
  if (reeks.length < minstens) throw new RangeError(`${naam} must hold at least ${minstens} values`);
  if (reeks.length > MEESTE_PUNTEN) throw new RangeError(`${naam} must hold at most ${MEESTE_PUNTEN} values`);
}

/** A series of finite numbers, oldest first, without gaps. */
export function eisReeks(naam: string, reeks: readonly number[], minstens = 1): void {
  eisLijst(naam, reeks, minstens);
  reeks.forEach((x, i) => {
    eisEindig(`${naam}[${i}]`, x);
  });
}

/** A series of counts, oldest first, without gaps. */
export function eisTellingreeks(naam: string, reeks: readonly number[], minstens = 1): void {
  eisLijst(naam, reeks, minstens);
  reeks.forEach((x, i) => {
    eisTelling(`${naam}[${i}]`, x);
  });
}

/** Two series that belong together, point by point. */
export function eisEvenLang(naam: string, reeks: readonly unknown[], ander: readonly unknown[]): void {
  if (reeks.length !== ander.length) throw new RangeError(`${naam} must be as long as the series`);
}

export function som(reeks: readonly number[]): number {
  return reeks.reduce((s, x) => s + x, 0);
}

/** Mean of a series that is not empty. */
export function gemiddelde(reeks: readonly number[]): number {
  return som(reeks) / reeks.length;
}

/** Absolute differences between neighbours (moving ranges), one fewer than the series. */
export function sprongen(reeks: readonly number[]): number[] {
  return reeks.slice(1).map((x, i) => Math.abs(x - (reeks[i] as number)));
}
