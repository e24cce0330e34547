import { sql, type Transactie } from '#platform/db/index.ts';
import type { Anonimiteit } from '../domain/codes.ts';

export interface Melderrij {
  anonimiteit: Anonimiteit;
  grond: string;
  gegevens: Buffer | null;
}

export async function findMelder(tx: Transactie, casus: string): Promise<Melderrij | null> {
  const { rows } = await sql<Melderrij>`
    select anonimiteit, grond, gegevens from casus.melder where casus_id = ${casus}`.execute(tx);
  return rows[0] ?? null;
}

/** Writes who reported. Who lays the file down may write it in that transaction, and cannot read it back. */
export async function insertMelder(tx: Transactie, casus: string, m: Melderrij): Promise<void> {
  await sql`insert into casus.melder (casus_id, anonimiteit, grond, gegevens)
    values (${casus}, ${m.anonimiteit}, ${m.grond}, ${m.gegevens})`.execute(tx);
}

export async function updateMelder(tx: Transactie, casus: string, m: Melderrij): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update casus.melder set anonimiteit = ${m.anonimiteit}, grond = ${m.grond}, gegevens = ${m.gegevens}
    where casus_id = ${casus}`.execute(tx);
  return numAffectedRows === 1n;
}

export interface Verklaringrij {
  id: string;
  organisatie: string;
  partij: string;
  overDag: string;
  inhoud: Buffer;
  door: string;
}

export async function listVerklaringen(tx: Transactie, casus: string): Promise<Verklaringrij[]> {
  const { rows } = await sql<Verklaringrij>`
    select id, organisatie_id as organisatie, partij_id as partij, over_dag::text as "overDag", inhoud, door
    from casus.verklaring where casus_id = ${casus} order by over_dag desc, id`.execute(tx);
  return rows;
}

export async function insertVerklaring(
  tx: Transactie,
  v: Omit<Verklaringrij, 'door'> & { casus: string; sleutel: string },
): Promise<void> {
  await sql`insert into casus.verklaring (id, casus_id, organisatie_id, partij_id, over_dag, sleutel_id, inhoud, door)
    values (${v.id}, ${v.casus}, ${v.organisatie}, ${v.partij}, ${v.overDag}, ${v.sleutel}, ${v.inhoud},
      stelsel.persoon())`.execute(tx);
}
