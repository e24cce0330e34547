import { gelukt, geweigerd, nietGevonden, type Result } from '#kern/resultaat/index.ts';
import { metActor, type Transactie } from '#platform/db/index.ts';
import { type Concept, findConcept, listConcepten, maakOpenbaar } from '../db/concepten.ts';
import { isVersie } from '../domain/tekens.ts';
import type { Soortcode } from '../domain/veld.ts';
import { type Doen, magWerken, magWijzigen } from './doen.ts';

export type { Concept } from '../db/concepten.ts';

/** An item as the writer saw it, to be published. */
export interface Aanwijzing {
  soort: Soortcode;
  code: string;
  versie: number;
}

/** What is not public yet in a region and may be published by this person. */
export async function listEigenConcepten(tx: Transactie, d: Doen, regio: string): Promise<Concept[]> {
  if (!magWerken(d.lidmaatschappen, regio)) return [];
  return (await listConcepten(tx, regio)).filter(x =>
    magWijzigen(d.lidmaatschappen, regio, x.soort, x.gemeente),
  );
}

/** One item with working and public version; null for who may not work in the region. */
export async function findEigenConcept(
  tx: Transactie,
  d: Doen,
  regio: string,
  wie: { soort: Soortcode; code: string },
): Promise<Concept | null> {
  if (!magWerken(d.lidmaatschappen, regio)) return null;
  return findConcept(tx, regio, wie.soort, wie.code);
}

/** What was published and what had changed since the writer looked. */
export interface Publicatie {
  openbaar: Aanwijzing[];
  veranderd: Aanwijzing[];
}

/**
 * Makes items public exactly as the writer saw them. What moved on meanwhile is left alone and named; an item
 * that this person may not publish refuses the whole.
 */
export function publiceer(
  d: Doen,
  regio: string,
  items: readonly Aanwijzing[],
): Promise<Result<Publicatie, { code: 'niet_gevonden' }>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const uit: Publicatie = { openbaar: [], veranderd: [] };
    const gevonden: { id: string; item: Aanwijzing }[] = [];
    for (const item of items) {
      const nu = await findConcept(tx, regio, item.soort, item.code);
      if (!nu || !magWijzigen(d.lidmaatschappen, regio, item.soort, nu.gemeente))
        return geweigerd(nietGevonden());
      gevonden.push({ id: nu.id, item });
    }
    for (const { id, item } of gevonden) {
      const goed = isVersie(item.versie) && (await maakOpenbaar(tx, id, item.versie));
      (goed ? uit.openbaar : uit.veranderd).push(item);
    }
    return gelukt(uit);
  });
}
