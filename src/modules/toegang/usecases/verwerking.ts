import { logGebruik } from '#platform/audit/index.ts';
import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';

/** What was done with personal data (NEN 7513:2018: the event). */
export const HANDELINGEN = [
  'inzien',
  'lijst',
  'zoeken',
  'vastleggen',
  'wijzigen',
  'verwijderen',
  'uitvoeren',
  'afdrukken',
  'delen',
  'noodtoegang',
  'toegang_geven',
  'toegang_nemen',
] as const;
export type Handeling = (typeof HANDELINGEN)[number];

/** One act with personal data, in codes and ids only. */
export interface Verwerking {
  handeling: Handeling;
  /** Code of the kind of record, such as 'casus' or 'persoon'. */
  soort: string;
  /** Opaque id of the record; null for a list or a search. */
  object: string | null;
  /** File in which it happened; null when there is none. */
  dossier: string | null;
  /** Persons whose data was seen or changed. */
  betrokkenen?: readonly string[];
  /** Code of the processing activity in the register (AVG art. 30), such as 'casusvoering'. */
  activiteit: string;
  uitkomst?: 'toegestaan' | 'geweigerd';
  /** Code of the reason of a refusal. */
  reden?: string | null;
  /** SHA-256 (32 bytes) of the ciphertext that was read or written. */
  inhoudHash?: Buffer | null;
}

/** Adds to the log of use, in the transaction of the act: both are there, or neither. */
export async function legVerwerkingVast(tx: Transactie, ...verwerkingen: Verwerking[]): Promise<void> {
  await logGebruik(
    tx,
    ...verwerkingen.map(v => ({
      handeling: v.handeling,
      soort: v.soort,
      object: v.object,
      uitkomst: v.uitkomst ?? ('toegestaan' as const),
      reden: v.reden ?? null,
      details: { activiteit: v.activiteit, dossier: v.dossier },
      inhoudHash: v.inhoudHash ?? null,
    })),
  );
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
