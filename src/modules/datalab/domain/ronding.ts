import { isTelling, type Waarneming, waardeVan } from './waarneming.ts';

/** Whole numbers from `van` to `tot`, both included. */
export interface Bereik {
  readonly van: number;
  readonly tot: number;
}

/**
 * How far a count may lie from a printed multiple of `stap` when each cell was rounded on its own: 2 for fives. The
 * rounding of CBS to fives was seen in tables 84848NED to 85361NED (every count a multiple of five, halves and parts
 * that do not add up); its rule is not published, so no more is assumed than that the nearest multiple is printed.
 */
export function rondingsmarge(stap: number): number {
  return Math.floor(stap / 2);
}

/**
 * Variance that rounding adds to a count: that of a whole number that is equally likely anywhere within the step,
 * (stap^2 - 1) / 12. For fives it is uniform on -2 to 2, variance 2.
 * Source: W.F. Sheppard, Proc. London Math. Soc. 29 (1898) 353-380 (correction for grouping), for whole numbers. Holds when
 * the count varies over a step or more; one that hardly varies is rounded the same way every time.
 */
export function rondingsvariantie(stap: number): number {
  return (stap * stap - 1) / 12;
}

/** The same for an observation; each part of a sum was rounded on its own, so that their variances add up. */
export function meetfoutVan(w: Waarneming): number {
  if (w.rondingsstap === undefined || !isTelling(w)) return 0;
  return rondingsvariantie(w.rondingsstap) * (w.delen?.length ?? 1);
}

/** How far the true count may lie from the value of an observation; margins of the parts of a sum add up. */
export function marge(w: Waarneming): number {
  if (w.rondingsstap === undefined || !isTelling(w)) return 0;
  return rondingsmarge(w.rondingsstap) * (w.delen?.length ?? 1);
}

/** The counts that may stand behind an observation: one when it was printed as counted. */
export function bereikVan(w: Waarneming): Bereik {
  const n = waardeVan(w.cijfer);
  const m = marge(w);
  return { van: m === 0 ? n : Math.max(0, n - m), tot: n + m };
}

/** The counts that may stand behind a sum. */
export function somBereik(delen: readonly Bereik[]): Bereik {
  return { van: delen.reduce((s, d) => s + d.van, 0), tot: delen.reduce((s, d) => s + d.tot, 0) };
}

/** The counts that may stand behind a difference. */
export function verschilBereik(a: Bereik, b: Bereik): Bereik {
  return { van: a.van - b.tot, tot: a.tot - b.van };
}

/** Can both be true at once? */
export function verenigbaar(a: Bereik, b: Bereik): boolean {
  return a.van <= b.tot && b.van <= a.tot;
}

/**
 * The two counts within their ranges that differ least: what may be said of a change must hold for these too. Where
 * the ranges meet both are the middle of what they share.
 */
export function kleinsteVerschil(a: Bereik, b: Bereik): readonly [number, number] {
  if (a.tot < b.van) return [a.tot, b.van];
  if (b.tot < a.van) return [a.van, b.tot];
  const midden = Math.floor((Math.max(a.van, b.van) + Math.min(a.tot, b.tot)) / 2);
  return [midden, midden];
}
