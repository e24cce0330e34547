import { sql, type Transactie } from '#platform/db/index.ts';
import type { Notitiesoort } from '../domain/codes.ts';

/** A note as stored: its text is ciphertext. */
export interface Notitierij {
  id: string;
  casus: string;
  organisatie: string;
  soort: Notitiesoort;
  gedeeld: boolean;
  deelgrond: string | null;
  overDag: string;
  inhoud: Buffer;
  versie: number;
  vastgelegdOp: Date;
  door: string;
}

const KOLOMMEN =
  sql.raw(`n.id, n.casus_id as casus, n.organisatie_id as organisatie, n.soort, n.gedeeld, n.deelgrond,
  n.over_dag::text as "overDag", n.inhoud, n.versie, n.vastgelegd_op as "vastgelegdOp", n.door`);

/** The notes of a file that the actor may read, the latest day first; as far as `blad` reaches. */
export async function listNotities(
  tx: Transactie,
  casus: string,
  blad: { vanaf: number; aantal: number },
): Promise<{ rijen: Notitierij[]; totaal: number }> {
  const { rows } = await sql<Notitierij & { totaal: number }>`
    select ${KOLOMMEN}, count(*) over () totaal from casus.notitie n where n.casus_id = ${casus}
    order by n.over_dag desc, n.vastgelegd_op desc, n.id limit ${blad.aantal} offset ${blad.vanaf}`.execute(
    tx,
  );
  return { rijen: rows, totaal: Number(rows[0]?.totaal ?? 0) };
}

export async function findNotitie(tx: Transactie, casus: string, id: string): Promise<Notitierij | null> {
  const { rows } = await sql<Notitierij>`
    select ${KOLOMMEN} from casus.notitie n where n.id = ${id} and n.casus_id = ${casus}`.execute(tx);
  return rows[0] ?? null;
}

export interface Notitieversie {
  versie: number;
  inhoud: Buffer;
  vastgelegdOp: Date;
  door: string;
}

/** Every version, newest first: for the organisation of whom the note is. */
export async function listNotitieversies(tx: Transactie, id: string): Promise<Notitieversie[]> {
  const { rows } = await sql<Notitieversie>`
    select versie, inhoud, vastgelegd_op as "vastgelegdOp", door from casus.notitie_versie
    where notitie_id = ${id} order by versie desc`.execute(tx);
  return rows;
}

async function insertVersie(
  tx: Transactie,
  id: string,
  versie: number,
  inhoud: Buffer,
  nu: string,
): Promise<void> {
  await sql`insert into casus.notitie_versie (notitie_id, versie, inhoud, vastgelegd_op, door)
    values (${id}, ${versie}, ${inhoud}, ${nu}, stelsel.persoon())`.execute(tx);
}

export interface Notitieversleuteld {
  id: string;
  soort: Notitiesoort;
  overDag: string;
  /** The text as it stands now, and the same text as it stands among the versions: each bound to its own place. */
  inhoud: Buffer;
  versieinhoud: Buffer;
}

export async function insertNotitie(
  tx: Transactie,
  n: Notitieversleuteld & { casus: string; organisatie: string },
  nu: string,
): Promise<void> {
  await sql`insert into casus.notitie (id, casus_id, organisatie_id, soort, over_dag, inhoud, vastgelegd_op, door)
    values (${n.id}, ${n.casus}, ${n.organisatie}, ${n.soort}, ${n.overDag}, ${n.inhoud}, ${nu}, stelsel.persoon())`.execute(
    tx,
  );
  await insertVersie(tx, n.id, 1, n.versieinhoud, nu);
}

/** Writes the next version when the note still stands at `vanVersie`; false when somebody was first. */
export async function updateNotitie(
  tx: Transactie,
  n: Notitieversleuteld,
  vanVersie: number,
  nu: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update casus.notitie set soort = ${n.soort}, over_dag = ${n.overDag}, inhoud = ${n.inhoud}, versie = versie + 1,
      vastgelegd_op = ${nu}, door = stelsel.persoon()
    where id = ${n.id} and versie = ${vanVersie}`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await insertVersie(tx, n.id, vanVersie + 1, n.versieinhoud, nu);
  return true;
}

/** Shows a note to the other organisations in the file on this ground, or no longer (null). */
export async function deelNotitie(tx: Transactie, id: string, grond: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update casus.notitie set gedeeld = ${grond !== null}, deelgrond = ${grond}, door = door where id = ${id}`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
