import type { Transactie } from '#platform/db/index.ts';
import { wordActor } from '../db/lidmaatschappen.ts';
import { beeindigRelaties, werktVoor } from '../db/relaties.ts';
import { persoon, stelsel } from './diensten.ts';

/**
 * After a role has ended: when it was the last one in casework for that organisation, every relation on its behalf ends
 * today, so that a later role does not bring old access back. By the rule itself: an account administrator neither sees nor
 * decides relations. Returns how many ended.
 */
export async function eindigNaFunctiewissel(
  tx: Transactie,
  lid: { persoonId: string; organisatieId: string },
  door: string,
): Promise<number> {
  if (await werktVoor(tx, lid.persoonId, lid.organisatieId)) return 0;
  await wordActor(tx, stelsel('functiewissel'));
  const aantal = await beeindigRelaties(
    tx,
    { persoon: lid.persoonId, organisatie: lid.organisatieId },
    'functiewissel',
  );
  await wordActor(tx, persoon(door));
  return aantal;
}
