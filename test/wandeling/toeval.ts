/** Dice that fall the same way for the same seed, so that a walk can be walked again. */
export interface Toeval {
  /** A whole number from 0 up to, not including, `onder`. */
  getal(onder: number): number;
  kans(deel: number): boolean;
  kies<T>(lijst: readonly T[]): T;
}

/** mulberry32 (T. Ettinger, public domain): 32 bits of state, enough for a walk, no library needed. */
export function maakToeval(zaad: number): Toeval {
  let stand = zaad >>> 0;
  const worp = (): number => {
    stand = (stand + 0x6d2b79f5) >>> 0;
    let t = stand;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const getal = (onder: number): number => Math.floor(worp() * onder);
  return {
    getal,
    kans: deel => worp() < deel,
    kies: lijst => {
      const gekozen = lijst[getal(lijst.length)];
      if (gekozen === undefined) throw new Error('niets om uit te kiezen');
      return gekozen;
    },
  };
}

/** One of these, each as often as its weight says. */
export function kiesNaarGewicht<T extends string>(d: Toeval, gewichten: Readonly<Record<T, number>>): T {
  const paren = Object.entries(gewichten) as [T, number][];
  let rest = d.getal(paren.reduce((som, [, g]) => som + g, 0));
  for (const [naam, gewicht] of paren) {
    if (rest < gewicht) return naam;
    rest -= gewicht;
  }
  throw new Error('geen gewichten');
}
