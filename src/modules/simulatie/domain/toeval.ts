/** Numbers that look random and are the same for the same seed. */
export interface Toeval {
  /** Real number, at least 0 and below 1. */
  getal(): number;
  /** Whole number from `van` to `tot`, both included. */
  geheel(van: number, tot: number): number;
  kies<T>(uit: readonly T[]): T;
  /** True with this chance (0 to 1). */
  kans(p: number): boolean;
}

/** Spreads the bits of a whole number (the finaliser of MurmurHash3, A. Appleby, public domain). */
function meng(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A generator for one item of one seed: item 7 does not depend on items 1 to 6. The steps are those of a Weyl sequence
 * mixed per step (as in SplitMix, Steele, Lea and Flood 2014, in 32 bits). For examples only, never for secrets.
 */
export function maakToeval(zaad: number, nummer: number): Toeval {
  let stand = meng(meng(zaad) + Math.imul(nummer + 1, 0x9e3779b9));
  const getal = () => {
    stand = (stand + 0x9e3779b9) | 0;
    return meng(stand) / 0x1_0000_0000;
  };
  return {
    getal,
    geheel: (van, tot) => van + Math.floor(getal() * (tot - van + 1)),
    kies: uit => {
      const gekozen = uit[Math.floor(getal() * uit.length)];
      if (gekozen === undefined) throw new RangeError('kies: er is niets om uit te kiezen');
      return gekozen;
    },
    kans: p => getal() < p,
  };
}
