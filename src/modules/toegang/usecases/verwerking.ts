import { LOGBOEKLEZER } from '#platform/audit/index.ts';
import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { maakPersonen } from '../db/personen.ts';
import {
  type Daggebruik,
  insertVerwerkingen,
  type Logvraag,
  type Organisatiekenmerk,
  selectDaggebruik,
  selectOrganisaties,
  selectVerwerkingen,
} from '../db/verwerkingen.ts';
import { alsLogvorm, type Verwerking, type Verwerkingregel } from '../domain/verwerking.ts';

export type { Daggebruik, Logvraag, Organisatiekenmerk } from '../db/verwerkingen.ts';
export { HANDELINGEN, type Handeling, type Verwerking } from '../domain/verwerking.ts';

/**
 * Adds to the log of use, in the transaction of the act: both are there, or neither. One row for the act and one for
 * every person concerned, in one insert; organisation, role, purpose, ground and emergency are looked up by the
 * database in the open relation of the actor with the file (NEN 7513:2018). Throws when there is no actor.
 */
export async function legVerwerkingVast(tx: Transactie, ...verwerkingen: Verwerking[]): Promise<void> {
  if (verwerkingen.length > 0) await insertVerwerkingen(tx, verwerkingen.map(alsLogvorm));
}

/**
 * Adds refusals to the log of use, in a transaction of their own: that of the act is rolled back. For what was
 * not found because it may not be seen as well: log what was asked for, never whether it exists.
 */
export function legWeigeringVast(
  db: Databank,
  actor: Actor,
  vandaag: Temporal.PlainDate,
  ...verwerkingen: Verwerking[]
): Promise<void> {
  return metActor(db, actor, vandaag, tx =>
    legVerwerkingVast(tx, ...verwerkingen.map(v => ({ ...v, uitkomst: 'geweigerd' as const }))),
  );
}

/**
 * The log of one file, person concerned or user, newest first. For the privacy officer of the organisation that holds
 * the file; nothing for whoever else asks, as for what does not exist. The reader logs his own reading.
 */
export function listVerwerkingen(tx: Transactie, vraag: Logvraag): Promise<Verwerkingregel[]> {
  return selectVerwerkingen(tx, vraag);
}

/** Counts of use per user and day, for the rules on unusual use. Runs as the system actor of the log. */
export function telGebruik(
  db: Databank,
  vandaag: Temporal.PlainDate,
  periode: { van: Temporal.Instant; tot: Temporal.Instant },
  stil: { van: number; tot: number },
): Promise<Daggebruik[]> {
  return metActor(db, LOGBOEKLEZER, vandaag, tx => selectDaggebruik(tx, periode.van, periode.tot, stil));
}

export interface Lognamen {
  /** Name of a user by id; '' when it was erased. */
  gebruikers: ReadonlyMap<string, string>;
  organisaties: ReadonlyMap<string, Organisatiekenmerk>;
}

/** Names behind the ids in rows that were read by right. Call only with ids from `listVerwerkingen` of this reader. */
export function listLognamen(
  db: Databank,
  kluis: Kluis,
  vandaag: Temporal.PlainDate,
  ids: { gebruikers: readonly string[]; organisaties: readonly string[] },
): Promise<Lognamen> {
  const personen = maakPersonen(kluis);
  return metActor(db, LOGBOEKLEZER, vandaag, async tx => {
    const namen = await personen.listNamen(tx, [...new Set(ids.gebruikers)]);
    const gebruikers = new Map(ids.gebruikers.map(id => [id, namen.get(id) ?? '']));
    const organisaties = await selectOrganisaties(tx, ids.organisaties);
    return { gebruikers, organisaties: new Map(organisaties.map(o => [o.id, o])) };
  });
}
