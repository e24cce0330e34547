import { sql, type Transactie } from '#platform/db/index.ts';

export interface Conceptrij {
  id: string;
  sleutel: string;
  inhoud: Buffer;
  bewaardOp: Date;
}

/** The actor's own draft of this form in this file (null: no file yet). Nobody ever gets that of another. */
export async function findConcept(
  tx: Transactie,
  casus: string | null,
  formulier: string,
): Promise<Conceptrij | null> {
  const { rows } = await sql<Conceptrij>`
    select id, sleutel_id as sleutel, inhoud, bewaard_op as "bewaardOp" from casus.concept
    where persoon_id = stelsel.persoon() and casus_id is not distinct from ${casus}::uuid
      and formulier = ${formulier}`.execute(tx);
  return rows[0] ?? null;
}

export async function insertConcept(
  tx: Transactie,
  c: { id: string; casus: string | null; formulier: string; sleutel: string; inhoud: Buffer },
  nu: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into casus.concept (id, casus_id, formulier, sleutel_id, inhoud, bewaard_op)
    values (${c.id}, ${c.casus}, ${c.formulier}, ${c.sleutel}, ${c.inhoud}, ${nu})
    on conflict (persoon_id, casus_id, formulier) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function updateConcept(tx: Transactie, id: string, inhoud: Buffer, nu: string): Promise<void> {
  await sql`update casus.concept set inhoud = ${inhoud}, bewaard_op = ${nu} where id = ${id}`.execute(tx);
}

/** Takes the draft away and returns the key that opened it, to be destroyed; null when there was none. */
export async function deleteConcept(
  tx: Transactie,
  casus: string | null,
  formulier: string,
): Promise<string | null> {
  const { rows } = await sql<{ sleutel: string }>`
    delete from casus.concept where persoon_id = stelsel.persoon() and casus_id is not distinct from ${casus}::uuid
      and formulier = ${formulier} returning sleutel_id as sleutel`.execute(tx);
  return rows[0]?.sleutel ?? null;
}

/** The actor's drafts of forms, newest first: to offer them again. */
export async function listConcepten(
  tx: Transactie,
): Promise<{ casus: string | null; formulier: string; bewaardOp: Date }[]> {
  const { rows } = await sql<{ casus: string | null; formulier: string; bewaardOp: Date }>`
    select casus_id as casus, formulier, bewaard_op as "bewaardOp" from casus.concept
    where persoon_id = stelsel.persoon() order by bewaard_op desc limit 20`.execute(tx);
  return rows;
}
