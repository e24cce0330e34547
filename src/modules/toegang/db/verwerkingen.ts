import { sql, type Transactie } from '#platform/db/index.ts';
import type { Verwerkingregel } from '../domain/verwerking.ts';

/** Adds rows of use in one insert; the database looks up on what ground the actor acted. */
export async function insertVerwerkingen(tx: Transactie, regels: Record<string, unknown>[]): Promise<void> {
  await sql`select toegang.leg_verwerking_vast(${JSON.stringify(regels)}::jsonb)`.execute(tx);
}

/** Which rows: about one file, one person concerned or one user; from and until as instants (until excluded). */
export interface Logvraag {
  soort: 'dossier' | 'betrokkene' | 'gebruiker';
  kenmerk: string;
  van: Temporal.Instant;
  tot: Temporal.Instant;
  /** Only rows before this one. */
  voor?: { tijdstip: string; volgorde: number } | undefined;
  /** At most so many rows, 1 to 5000. */
  hoogstens?: number;
}

/** Rows that this actor may oversee, newest first; none for everybody else. */
export async function selectVerwerkingen(tx: Transactie, v: Logvraag): Promise<Verwerkingregel[]> {
  const hoogstens = Math.min(Math.max(v.hoogstens ?? 500, 1), 5000);
  const { rows } = await sql<Verwerkingregel>`
    select id, volgorde, xid, to_char(tijdstip at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') tijdstip,
      actor, handeling, soort, object, uitkomst, reden, details
    from toegang.logboek(${v.soort}, ${v.kenmerk}::uuid, ${v.van.toString()}::timestamptz,
      ${v.tot.toString()}::timestamptz, ${v.voor?.tijdstip ?? 'infinity'}::timestamptz,
      ${v.voor?.volgorde ?? 0}::bigint, ${hoogstens}::integer)`.execute(tx);
  return rows;
}

/** What one user did on one day, in counts. */
export interface Daggebruik {
  persoon: string;
  /** Organisation on whose behalf; null when that could not be told. */
  organisatie: string | null;
  /** ISO day. */
  dag: string;
  /** Different persons concerned and files that were seen or changed. */
  mensen: number;
  dossiers: number;
  /** Different things that were asked for and refused. */
  geweigerd: number;
  /** Searches without a relation. */
  zoeken: number;
  /** Acts in the still hours. */
  stil: number;
  /** Exports and prints. */
  uitgevoerd: number;
  /** Files that were opened by emergency access. */
  nood: string[];
}

/** Counts per user and day; gives rows to the system actor of the log only. Hours of Europe/Amsterdam, 0 to 23. */
export async function selectDaggebruik(
  tx: Transactie,
  van: Temporal.Instant,
  tot: Temporal.Instant,
  stil: { van: number; tot: number },
): Promise<Daggebruik[]> {
  const { rows } = await sql<Daggebruik>`
    select persoon_id persoon, organisatie_id organisatie, dag::text dag, mensen, dossiers, geweigerd, zoeken, stil,
      uitgevoerd, nood
    from toegang.gebruik_per_dag(${van.toString()}::timestamptz, ${tot.toString()}::timestamptz,
      ${stil.van}::integer, ${stil.tot}::integer) order by dag, persoon_id, organisatie_id`.execute(tx);
  return rows;
}

/** What may be shown of organisations in a log. */
export interface Organisatiekenmerk {
  id: string;
  naam: string;
  soort: string;
}

export async function selectOrganisaties(
  tx: Transactie,
  ids: readonly string[],
): Promise<Organisatiekenmerk[]> {
  const { rows } = await sql<Organisatiekenmerk>`
    select id, naam, soort from toegang.organisatie where id = any(${[...ids]}::uuid[]) order by naam`.execute(
    tx,
  );
  return rows;
}
