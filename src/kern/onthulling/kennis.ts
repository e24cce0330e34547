/** What a reader knows of one count by looking: that it lies between these, both ends included. */
export interface Kennis {
  readonly naam: string;
  readonly onder: number;
  /** Infinity: nothing known. */
  readonly boven: number;
}

/** What is known of how a set was rounded; the reader is told, so the attacker knows. */
export interface Rondregel {
  readonly basis: number;
  /** Counts went up to two steps of the base instead of less than one. */
  readonly ruim: boolean;
  /** A small count is never printed as 0. */
  readonly nooitNul: boolean;
  /** Not even a count of zero is: it says something of a group. */
  readonly nulGevoelig: boolean;
}

/**
 * What follows from a count printed as the multiple `gerond`. The rule by which it was made is taken as known
 * (Kerckhoffs): a 0 that small counts never get is a true zero, and a multiple of the base that zero never gets is not.
 */
export function kennisVanGerond(naam: string, gerond: number, r: Rondregel): Kennis {
  const slag = (r.ruim ? 2 * r.basis : r.basis) - 1;
  const boven = gerond === 0 && r.nooitNul && !r.ruim ? 0 : gerond + slag;
  if (gerond === 0 || (r.nulGevoelig && gerond <= r.basis)) return { naam, onder: 0, boven };
  return { naam, onder: Math.max(r.nooitNul && !r.ruim ? 1 : 0, gerond - slag), boven };
}

/** A count that was printed exactly, or that somebody knows because it is his own. */
export const kennisVanExact = (naam: string, waarde: number): Kennis => ({
  naam,
  onder: waarde,
  boven: waarde,
});

/** A count that a source rounded to the nearest multiple of `basis` by itself (CBS): half a step off at most. */
export const kennisVanLosGerond = (naam: string, gerond: number, basis: number): Kennis => ({
  naam,
  onder: Math.max(0, gerond - Math.floor(basis / 2)),
  boven: gerond + Math.floor(basis / 2),
});

/** A count that was left out: it is not negative, and no more is known. */
export const kennisVanVerborgen = (naam: string): Kennis => ({ naam, onder: 0, boven: Infinity });

/** All that is known of the same count from several places, in the order of first mention; what contradicts is empty. */
export function voegKennisSamen(lijst: readonly Kennis[]): Kennis[] {
  const uit = new Map<string, Kennis>();
  for (const k of lijst) {
    const al = uit.get(k.naam);
    uit.set(
      k.naam,
      al ? { naam: k.naam, onder: Math.max(al.onder, k.onder), boven: Math.min(al.boven, k.boven) } : k,
    );
  }
  return [...uit.values()];
}
