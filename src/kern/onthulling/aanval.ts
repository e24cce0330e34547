import type { Optelling } from './tabellen.ts';
import type { Eis, Oplosser, Veranderlijke, Vraagstuk } from './vraagstuk.ts';

/** What a reader knows of one count by looking: the number as printed, or that it lies between these. */
export interface Kennis {
  readonly naam: string;
  readonly onder: number;
  /** Infinity: nothing known. */
  readonly boven: number;
}

/** Everything that an attacker has: what is printed, every sum, and what he knows from elsewhere (his own row). */
export interface Aanvalsstof {
  readonly kennis: readonly Kennis[];
  readonly optellingen: readonly Optelling[];
}

/** Between what an attacker can pin a count down, both ends included. */
export interface Bereik {
  readonly onder: number;
  readonly boven: number;
}

export type Aanval =
  | { readonly soort: 'bereik'; readonly bereik: Bereik }
  /** What is printed cannot be: no count fits it. */
  | { readonly soort: 'strijdig' }
  | { readonly soort: 'onbekend'; readonly waarom: string };

/** What a reader knows of a count that was printed as a multiple of `basis` by controlled rounding: less than the base off. */
export const kennisVanGerond = (naam: string, gerond: number, basis: number): Kennis => ({
  naam,
  onder: Math.max(0, gerond - basis + 1),
  boven: gerond + basis - 1,
});

/** A count that was printed exactly. */
export const kennisVanExact = (naam: string, waarde: number): Kennis => ({
  naam,
  onder: waarde,
  boven: waarde,
});

/** A count that was left out: it is not negative, and no more is known. */
export const kennisVanVerborgen = (naam: string): Kennis => ({ naam, onder: 0, boven: Infinity });

const RUIMTE = 1e-6;

function vraag(s: Aanvalsstof, naam: string, richting: 'min' | 'max', geheel: boolean): Vraagstuk {
  const veranderlijken: Veranderlijke[] = s.kennis.map(k => ({ ...k, geheel }));
  const eisen: Eis[] = s.optellingen.map(({ som, delen }) => ({
    termen: { [som]: 1, ...Object.fromEntries(delen.map(d => [d, -1])) },
    soort: '=',
    rechts: 0,
  }));
  return { richting, doel: { [naam]: 1 }, veranderlijken, eisen };
}

/**
 * What an attacker learns of one count: its least and its greatest value that fit everything he knows. With `geheel` he
 * uses that counts are whole, which is never wider; without it the answer is rounded inward, so that it is never said
 * to be wider than a reader of whole numbers finds it on one count alone.
 * Source: Handbook on Statistical Disclosure Control, section 4.3 (the intruder's problem).
 */
export async function valAan(
  s: Aanvalsstof,
  naam: string,
  losOp: Oplosser,
  geheel: boolean,
): Promise<Aanval> {
  const [laag, hoog] = [
    await losOp(vraag(s, naam, 'min', geheel)),
    await losOp(vraag(s, naam, 'max', geheel)),
  ];
  for (const u of [laag, hoog]) {
    if (u.soort === 'onbekend') return u;
    if (u.soort === 'onmogelijk') return { soort: 'strijdig' };
  }
  // Adding zero makes of a negative zero a plain one.
  const onder = laag.soort === 'optimaal' ? Math.ceil(laag.waarde - RUIMTE) + 0 : -Infinity;
  const boven = hoog.soort === 'optimaal' ? Math.floor(hoog.waarde + RUIMTE) + 0 : Infinity;
  return { soort: 'bereik', bereik: { onder, boven } };
}

/**
 * Is a count protected: does the attacker's range reach `drempel` at least, and is it at least that wide? Then he cannot
 * even conclude that there were fewer than the threshold (statistics note 1.1).
 */
export const isBeschermd = (b: Bereik, drempel: number): boolean =>
  b.boven >= drempel && b.boven - b.onder >= drempel;
