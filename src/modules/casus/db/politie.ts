import { sql, type Transactie } from '#platform/db/index.ts';
import type { Ontvanger, Voorwaarde } from '../domain/politieverstrekking.ts';

export interface Politierij {
  id: string;
  grond: string;
  overDag: string;
  ontvangenOp: string | null;
  ontvangenVan: Buffer | null;
  voorwaarde: Voorwaarde;
  inhoud: Buffer;
  door: string;
}

const GEGEVEN = sql.raw(`id, grond, over_dag::text as "overDag", ontvangen_op::text as "ontvangenOp",
  ontvangen_van as "ontvangenVan", voorwaarde, inhoud, door`);

export async function listPolitiegegevens(tx: Transactie, casus: string): Promise<Politierij[]> {
  const { rows } = await sql<Politierij>`
    select ${GEGEVEN} from casus.politiegegeven where casus_id = ${casus} order by over_dag desc, id`.execute(
    tx,
  );
  return rows;
}

export async function findPolitiegegeven(
  tx: Transactie,
  casus: string,
  id: string,
): Promise<Politierij | null> {
  const { rows } = await sql<Politierij>`
    select ${GEGEVEN} from casus.politiegegeven where casus_id = ${casus} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function insertPolitiegegeven(
  tx: Transactie,
  p: Omit<Politierij, 'door'> & { casus: string },
): Promise<void> {
  await sql`insert into casus.politiegegeven (id, casus_id, grond, over_dag, ontvangen_op, ontvangen_van, voorwaarde,
      inhoud, door)
    values (${p.id}, ${p.casus}, ${p.grond}, ${p.overDag}, ${p.ontvangenOp}, ${p.ontvangenVan}, ${p.voorwaarde},
      ${p.inhoud}, stelsel.persoon())`.execute(tx);
}

export interface Verstrekkingrij {
  id: string;
  gegeven: string;
  grond: string;
  ontvanger: Ontvanger;
  verstrektOp: string;
  overlegdOp: string | null;
  inhoud: Buffer;
  door: string;
}

/** How often each record of a file was given on, newest first. */
export async function listVerstrekkingen(tx: Transactie, casus: string): Promise<Verstrekkingrij[]> {
  const { rows } = await sql<Verstrekkingrij>`
    select id, politiegegeven_id as gegeven, grond, ontvanger, verstrekt_op::text as "verstrektOp",
      overlegd_op::text as "overlegdOp", inhoud, door
    from casus.politieverstrekking where casus_id = ${casus} order by verstrekt_op desc, vastgelegd_op desc`.execute(
    tx,
  );
  return rows;
}

/** Adds one. The database refuses it without a ground that the record allows. */
export async function insertVerstrekking(
  tx: Transactie,
  v: Omit<Verstrekkingrij, 'door'> & { casus: string },
): Promise<void> {
  await sql`insert into casus.politieverstrekking (id, casus_id, politiegegeven_id, grond, ontvanger, verstrekt_op,
      overlegd_op, inhoud, door)
    values (${v.id}, ${v.casus}, ${v.gegeven}, ${v.grond}, ${v.ontvanger}, ${v.verstrektOp}, ${v.overlegdOp},
      ${v.inhoud}, stelsel.persoon())`.execute(tx);
}
