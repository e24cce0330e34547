import { sql, type Transactie } from '#platform/db/index.ts';
import type { Inhoud } from '../domain/veld.ts';

export interface Inlezing {
  id: string;
  inhoud: Inhoud;
  stand: string;
}

/** Keeps a tried file of this person for this region; an earlier one of the same person and region goes. */
export async function bewaarInlezing(
  tx: Transactie,
  o: { id: string; regio: string; persoon: string; inhoud: Inhoud; stand: string; nu: Temporal.Instant },
): Promise<void> {
  await sql`delete from programma.inlezing where persoon_id = ${o.persoon}::uuid
    and (regio = ${o.regio} or gemaakt < ${o.nu.toString()}::timestamptz - interval '1 day')`.execute(tx);
  await sql`insert into programma.inlezing (id, regio, persoon_id, inhoud, stand, gemaakt)
    values (${o.id}, ${o.regio}, ${o.persoon}, ${JSON.stringify(o.inhoud)}::jsonb, ${o.stand}, ${o.nu.toString()})`.execute(
    tx,
  );
}

/** A tried file of less than a day old; null when it is gone, of someone else or for another region. */
export async function findInlezing(
  tx: Transactie,
  id: string,
  regio: string,
  nu: Temporal.Instant,
): Promise<Inlezing | null> {
  const { rows } = await sql<Inlezing>`select id, inhoud, stand from programma.inlezing
    where id::text = ${id} and regio = ${regio} and gemaakt > ${nu.toString()}::timestamptz - interval '1 day'`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function verwijderInlezing(tx: Transactie, id: string): Promise<void> {
  await sql`delete from programma.inlezing where id::text = ${id}`.execute(tx);
}
