import type { Transactie } from '#platform/db/index.ts';

/**
 * What this room borrows of the room that holds files: how people call them. Access itself knows files by opaque id; without
 * the loan a page shows the beginning of that id.
 */
export interface Dossierlening {
  /** Case numbers of these files, as far as the actor may know them by his work, his queue or an offer. */
  nummers(tx: Transactie, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The file with exactly this number, when the actor may bar others from it; null otherwise. */
  vind(tx: Transactie, nummer: string): Promise<string | null>;
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
