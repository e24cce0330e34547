import type { Transactie } from '#platform/db/index.ts';
import { listLidmaatschappen } from '../db/lidmaatschappen.ts';
import type { Lidmaatschap } from '../domain/rollen.ts';

/** The memberships of this person that hold on `vandaag`, as far as the actor may see them. */
export async function lidmaatschappenVan(
  tx: Transactie,
  persoonId: string,
  vandaag: Temporal.PlainDate,
): Promise<Lidmaatschap[]> {
  const dag = vandaag.toString();
  return (await listLidmaatschappen(tx, persoonId))
    .filter(l => l.van <= dag && (l.tot === null || l.tot > dag))
    .map(({ rol, organisatieId, regio, gemeente }) => ({ rol, organisatieId, regio, gemeente }));
}
