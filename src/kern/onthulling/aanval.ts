import type { Aanvalsstof } from './vernauwen.ts';
import type { Eis, Oplosser, Uitkomst, Veranderlijke, Vraagstuk } from './vraagstuk.ts';

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

const RUIMTE = 1e-6;

/** The attacker's program: a linear form over the counts, made as small or as great as all that is known allows. */
export function aanvalsvraag(
  s: Aanvalsstof,
  doel: Vraagstuk['doel'],
  richting: 'min' | 'max',
  geheel: boolean,
): Vraagstuk {
  const veranderlijken: Veranderlijke[] = s.kennis.map(k => ({ ...k, geheel }));
  const eisen: Eis[] = s.optellingen.map(({ som, delen }) => ({
    termen: { [som]: 1, ...Object.fromEntries(delen.map(d => [d, -1])) },
    soort: '=',
    rechts: 0,
  }));
  return { richting, doel, veranderlijken, eisen };
}

/** The same from two answers of a solver. Adding zero makes of a negative zero a plain one. */
function bereikUit(laag: Uitkomst, hoog: Uitkomst): Aanval {
  for (const u of [laag, hoog]) {
    if (u.soort === 'onbekend') return u;
    if (u.soort === 'onmogelijk') return { soort: 'strijdig' };
  }
  const onder = laag.soort === 'optimaal' ? Math.ceil(laag.waarde - RUIMTE) + 0 : -Infinity;
  const boven = hoog.soort === 'optimaal' ? Math.floor(hoog.waarde + RUIMTE) + 0 : Infinity;
  return { soort: 'bereik', bereik: { onder, boven } };
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
  return bereikUit(
    await losOp(aanvalsvraag(s, { [naam]: 1 }, 'min', geheel)),
    await losOp(aanvalsvraag(s, { [naam]: 1 }, 'max', geheel)),
  );
}

/**
 * Is a count protected: does the attacker's range reach `drempel` at least, and is it at least that wide? Then he cannot
 * even conclude that there were fewer than the threshold (statistics note 1.1).
 */
export const isBeschermd = (b: Bereik, drempel: number): boolean =>
  b.boven >= drempel && b.boven - b.onder >= drempel;
