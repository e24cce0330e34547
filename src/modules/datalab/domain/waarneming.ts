import type { Periode } from '#kern/datum/index.ts';
import { type Citaat, isKleineTelling, type Publiceerbaar } from '#kern/onthulling/index.ts';
import type { Plaats } from './plaats.ts';

export type Openbaarheid = 'openbaar_in_bron' | 'intern';
/** What a source prints in the place of a value: unknown, unreliable or secret, the point of CBS. Never zero. */
export type Teken = 'onbekend_of_geheim';

/** The value of an observation: publishable, or for readers with an internal right only. */
export type Cijfer =
  | { readonly openbaarheid: 'openbaar_in_bron'; readonly publiceerbaar: Publiceerbaar<number> }
  | { readonly openbaarheid: 'intern'; readonly waarde: number };

/** One value of an indicator at a place in a period, from one place in one source. */
export interface Waarneming<C extends Cijfer = Cijfer> {
  readonly id: string;
  readonly plaats: Plaats;
  readonly regio: string | null;
  readonly gemeente: string | null;
  readonly periode: Periode;
  readonly periodeCode: string;
  /** The period as the source words it. */
  readonly periodeTekst: string;
  readonly indicator: string;
  readonly definitieversie: number;
  readonly cijfer: C;
  readonly decimalen: number;
  /** The source rounds each count to multiples of this, each on its own; absent when it prints what it counted. */
  readonly rondingsstap?: number;
  /** As the source prints it: 'aantal', 'procent (ongeveer)', 'euro'. */
  readonly eenheid: string;
  readonly voorlopig: boolean;
  /** ISO day on which the figure was taken over from its source. */
  readonly overgenomen: string;
  readonly opmerking: string | null;
  /** Id of the source: two sources may bear the same title. */
  readonly bron: string;
  readonly citaat: Citaat;
  /** Number of this version; above 1 it has been revised. */
  readonly versie: number;
  /** Parts when the value was computed (today's boundaries), by name of the place; absent when printed. */
  readonly delen?: readonly { naam: string; waarde: number }[];
}

/** An observation that may leave the house. */
export type OpenbareWaarneming = Waarneming<Extract<Cijfer, { openbaarheid: 'openbaar_in_bron' }>>;

/** The plain number, for readers who may see this observation. */
export function waardeVan(cijfer: Cijfer): number {
  return cijfer.openbaarheid === 'openbaar_in_bron' ? cijfer.publiceerbaar.waarde : cijfer.waarde;
}

export function isOpenbaar(w: Waarneming): w is OpenbareWaarneming {
  return w.cijfer.openbaarheid === 'openbaar_in_bron';
}

/** Is this a number of events or people, and not a percentage, an amount or a duration? */
export function isTelling(w: Waarneming): boolean {
  return w.eenheid === 'aantal';
}

/**
 * May anything (rate, interval, verdict, colour, order) be built on this observation? Not on a count of 1 to 4, and
 * not on a sum that contains one.
 */
export function draagtAfleiding(w: Waarneming): boolean {
  if (!isTelling(w)) return false;
  const tellingen = [waardeVan(w.cijfer), ...(w.delen ?? []).map(d => d.waarde)];
  return tellingen.every(n => Number.isInteger(n) && !isKleineTelling(n));
}

/** Is it a count over whole years, comparable from one year to the next? */
export function isHeelJaar(w: Waarneming): boolean {
  return w.periode.soort === 'jaar';
}
