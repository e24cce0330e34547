import { type Actor, type Databank, metActor, sql, type Transactie } from '#platform/db/index.ts';

/** One act on one record, in codes and ids only. The actor and the time are added by the database. */
export interface Logregel {
  /** Code of the act, such as 'dossier.lezen'. */
  handeling: string;
  /** Code of the kind of record. */
  soort: string;
  /** Opaque id of the record; null for a list or a search. */
  object: string | null;
  uitkomst: 'toegestaan' | 'geweigerd';
  /** Code of the ground on which it was allowed, or of the reason of refusal. */
  reden?: string | null;
  /** Codes, ids, days and counts; the database refuses typed text. */
  details?: Record<string, string | number | boolean | null>;
  /** SHA-256 (32 bytes) of the ciphertext that was read or written. */
  inhoudHash?: Buffer | null;
}

/**
 * Adds to the log of use within the transaction of the act: both are there, or neither. Throws when there is
 * no actor, or when something else than codes is given.
 */
export async function logGebruik(tx: Transactie, ...regels: Logregel[]): Promise<void> {
  if (regels.length === 0) return;
  const waarden = regels.map(
    r => sql`(${r.handeling}, ${r.soort}, ${r.object}, ${r.uitkomst}, ${r.reden ?? null},
      ${JSON.stringify(r.details ?? {})}::jsonb, ${r.inhoudHash ?? null}::bytea)`,
  );
  await sql`insert into audit.logregel (handeling, soort, object, uitkomst, reden, details, inhoud_hash)
    values ${sql.join(waarden)}`.execute(tx);
}

/** Logs in a transaction of its own: for a refusal, whose own transaction is rolled back. */
export function logLos(
  db: Databank,
  actor: Actor,
  vandaag: Temporal.PlainDate,
  ...regels: Logregel[]
): Promise<void> {
  return metActor(db, actor, vandaag, tx => logGebruik(tx, ...regels));
}

/** The system actor under which an authorised use case reads the log. */
export const LOGBOEKLEZER: Actor = { soort: 'stelsel', taak: 'logboek' };

export interface GelezenLogregel {
  id: string;
  tijdstip: string;
  actor: string;
  handeling: string;
  soort: string;
  object: string | null;
  uitkomst: 'toegestaan' | 'geweigerd';
  reden: string | null;
  details: Record<string, string | number | boolean | null>;
}

/** Which rows to read: of some records, of an actor, before an instant (ISO, exclusive); newest first. */
export interface Logfilter {
  soort?: string;
  objecten?: string[];
  /** In text form, such as 'persoon:<id>'. */
  actor?: string;
  voor?: string;
  hoogstens?: number;
}

/** Reads the log, newest first (at most 500 rows). Gives rows to LOGBOEKLEZER only. */
export async function listLogregels(tx: Transactie, f: Logfilter): Promise<GelezenLogregel[]> {
  const r = await sql<GelezenLogregel>`
    select id, to_char(tijdstip at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') tijdstip,
      actor, handeling, soort, object, uitkomst, reden, details
    from audit.logregel
    where (${f.soort ?? null}::text is null or soort = ${f.soort ?? null})
      and (${f.objecten ?? null}::text[] is null or object = any(${f.objecten ?? null}::text[]))
      and (${f.actor ?? null}::text is null or actor = ${f.actor ?? null})
      and (${f.voor ?? null}::timestamptz is null or tijdstip < ${f.voor ?? null}::timestamptz)
    order by tijdstip desc, volgorde desc
    limit ${Math.min(f.hoogstens ?? 100, 500)}`.execute(tx);
  return r.rows;
}
