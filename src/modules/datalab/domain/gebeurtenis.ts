import type { Tweetalig } from './indicator.ts';

export const GEBEURTENISSOORTEN = [
  'wet',
  'werkwijze',
  'corona',
  'herindeling',
  'definitie',
  'campagne',
  'anders',
] as const;
export type Gebeurtenissoort = (typeof GEBEURTENISSOORTEN)[number];

/** Something that may have changed a series without the violence changing, or that should have changed it. */
export interface Gebeurtenis {
  /** Id of a row of the region; null for what ships with the product or follows from mergers and definitions. */
  readonly id: string | null;
  /** ISO day. */
  readonly datum: string;
  readonly soort: Gebeurtenissoort;
  /** Two or three words for beside a line. */
  readonly kort: Tweetalig;
  readonly tekst: Tweetalig;
  readonly bron: string;
  /** False: from general knowledge, not read in a source of this product. */
  readonly nagelezen: boolean;
  /** Indicator codes start with one of these; null: every indicator. */
  readonly indicatoren: readonly string[] | null;
  /** CBS codes of the places it concerns; null: everywhere. */
  readonly gemeenten: readonly string[] | null;
  readonly openbaar: boolean;
}

/** Does this event concern the indicator at the place? A region is concerned when one of its municipalities is. */
export function raakt(g: Gebeurtenis, indicator: string, gemeente: string | null): boolean {
  const dezeMaat = g.indicatoren === null || g.indicatoren.some(i => indicator.startsWith(i));
  const dezePlaats = g.gemeenten === null || gemeente === null || g.gemeenten.includes(gemeente);
  return dezeMaat && dezePlaats;
}

/** The events of a place and indicator between two days (ISO, both included), oldest first. */
export function gebeurtenissenTussen(
  alle: readonly Gebeurtenis[],
  v: { indicator: string; gemeente: string | null; van: string; tot: string },
): Gebeurtenis[] {
  return alle
    .filter(g => v.van <= g.datum && g.datum <= v.tot && raakt(g, v.indicator, v.gemeente))
    .toSorted((a, b) => a.datum.localeCompare(b.datum) || a.tekst.nl.localeCompare(b.tekst.nl, 'nl'));
}
