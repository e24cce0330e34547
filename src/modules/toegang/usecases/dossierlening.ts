import type { Result, Weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';

/** Who somebody is, as typed. */
export interface Identiteit {
  voornaam: string;
  achternaam: string;
  geboren: string;
}

/** Somebody who was found, by opaque id only, with the household in which he was found. */
export interface Gevondene {
  mens: string;
  huishouden: string | null;
}

/** Searches in a transaction that was counted; with everybody of his household when asked. */
export type Mensenzoeker = (tx: Transactie, metHuishouden: boolean) => Promise<Gevondene[]>;

/**
 * What this room borrows of the room that holds files: how people call them. Access itself knows files by opaque id; without
 * the loan a page shows the beginning of that id.
 */
export interface Dossierlening {
  /** Case numbers of these files, as far as the actor may know them by his work, his queue or an offer. */
  nummers(tx: Transactie, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The file with exactly this number, when the actor may bar others from it; null otherwise. */
  vind(tx: Transactie, nummer: string): Promise<string | null>;
  /**
   * Who carries exactly this identity, and is kept by an organisation of which the actor is privacy officer. Refuses
   * `ongeldig`, per field, what is not both names and a whole date of birth.
   */
  mensen(wie: Identiteit, vandaag: Temporal.PlainDate): Result<Mensenzoeker, Weigering>;
}

/** How a file is called on a page: its number, or the beginning of its id. */
export async function noemDossiers(
  lening: Dossierlening | undefined,
  tx: Transactie,
  ids: readonly (string | null)[],
): Promise<(id: string) => string> {
  const gezocht = [...new Set(ids.filter(id => id !== null))];
  const nummers =
    lening && gezocht.length > 0 ? await lening.nummers(tx, gezocht) : new Map<string, string>();
  return id => nummers.get(id) ?? id.slice(0, 8);
}
