import { sql, type Transactie } from '#platform/db/index.ts';

/** What is kept and destroyed together, under one key per file and organisation. */
export type Bewaarklasse = 'dossier' | 'melder' | 'politie';

export interface Sleutelplaats {
  casus: string;
  organisatie: string;
  bewaarklasse: Bewaarklasse;
}

/** Id of the key under which this organisation writes; null when it has none yet, or none that the actor may know. */
export async function findSleutel(tx: Transactie, p: Sleutelplaats): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select sleutel_id id from casus.sleutel
    where casus_id = ${p.casus} and organisatie_id = ${p.organisatie} and bewaarklasse = ${p.bewaarklasse}`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}

/** Writes down which key is used; false when another was first. */
export async function insertSleutel(tx: Transactie, p: Sleutelplaats, sleutel: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into casus.sleutel (casus_id, organisatie_id, bewaarklasse, sleutel_id)
    values (${p.casus}, ${p.organisatie}, ${p.bewaarklasse}, ${sleutel})
    on conflict (casus_id, organisatie_id, bewaarklasse) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Writes down a key of a new file. Nothing is read back: a special part shows its key to its own readers only. */
export async function insertEersteSleutel(tx: Transactie, p: Sleutelplaats, sleutel: string): Promise<void> {
  await sql`insert into casus.sleutel (casus_id, organisatie_id, bewaarklasse, sleutel_id)
    values (${p.casus}, ${p.organisatie}, ${p.bewaarklasse}, ${sleutel})`.execute(tx);
}
