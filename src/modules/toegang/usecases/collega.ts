import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { findOpIndex, listPloeg, type Ploegrij } from '../db/collegas.ts';
import { maakPersonen, normaliseerAdres } from '../db/personen.ts';

/** Somebody with a role in casework, with the name as far as the actor may read it ('' otherwise). */
export interface Collega extends Ploegrij {
  naam: string;
}

/** Names of people who work, by id; only of those whom the actor may know (same file, own team, own queue). */
export async function namenVan(
  tx: Transactie,
  kluis: Kluis,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const gevraagd = [...new Set(ids)].filter(id => id !== null);
  return gevraagd.length === 0 ? new Map() : maakPersonen(kluis).listNamen(tx, gevraagd);
}

/** Who works in casework today for the organisations of which the actor is team leader or privacy officer. */
export async function listCollegas(tx: Transactie, kluis: Kluis): Promise<Collega[]> {
  const rijen = await listPloeg(tx);
  const namen = await namenVan(
    tx,
    kluis,
    rijen.map(r => r.persoonId),
  );
  return rijen
    .map(r => ({ ...r, naam: namen.get(r.persoonId) ?? '' }))
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl') || a.organisatie.localeCompare(b.organisatie, 'nl'));
}

/**
 * Who has this work address and works in casework in a region of the actor, one per organisation; empty when nobody. For
 * inviting somebody to a table meeting without a list of everybody.
 */
export function vindCollega(
  tx: Transactie,
  kluis: Kluis,
  adres: string,
): Promise<{ persoonId: string; organisatieId: string; organisatie: string }[]> {
  return findOpIndex(tx, kluis.blindeIndex('email', normaliseerAdres(adres)));
}
