import { sql, type Transactie } from '#platform/db/index.ts';

/** The place of somebody whose data were destroyed at his own request; it names nobody. Days are ISO. */
export interface Gewistrij {
  id: string;
  /** Households of the file in which his place is empty. */
  huishoudens: string[];
  gewistOp: string;
  /** Day on which names in notes and documents were judged; null is still to be done. */
  beoordeeldOp: string | null;
}

/** Empty places in a file that the actor may see, the oldest first. */
export async function selectGewist(tx: Transactie, dossier: string): Promise<Gewistrij[]> {
  const { rows } = await sql<Gewistrij>`
    select id, huishoudens, gewist_op::text as "gewistOp", beoordeeld_op::text as "beoordeeldOp"
    from gezin.gewist where dossier_id = ${dossier}::uuid order by gewist_op, id`.execute(tx);
  return rows;
}

/** False when there is none to judge in this file for this actor. */
export async function updateBeoordeeld(tx: Transactie, id: string, dossier: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.gewist set beoordeeld_op = stelsel.vandaag(), beoordeeld_door = stelsel.persoon()
    where id = ${id}::uuid and dossier_id = ${dossier}::uuid and beoordeeld_op is null`.execute(tx);
  return numAffectedRows === 1n;
}
