import { sql, type Transactie } from '#platform/db/index.ts';

export interface Documentrij {
  id: string;
  casus: string;
  organisatie: string;
  /** Ciphertext. */
  naam: Buffer;
  soort: string;
  bytes: number;
  gedeeld: boolean;
  deelgrond: string | null;
  vastgelegdOp: Date;
  door: string;
}

const KOLOMMEN =
  sql.raw(`d.id, d.casus_id as casus, d.organisatie_id as organisatie, d.naam, d.soort, d.bytes,
  d.gedeeld, d.deelgrond, d.vastgelegd_op as "vastgelegdOp", d.door`);

/** The documents of a file that the actor may read, newest first. */
export async function listDocumenten(tx: Transactie, casus: string): Promise<Documentrij[]> {
  const { rows } = await sql<Documentrij>`
    select ${KOLOMMEN} from casus.document d where d.casus_id = ${casus}
    order by d.vastgelegd_op desc, d.id`.execute(tx);
  return rows;
}

export async function findDocument(tx: Transactie, casus: string, id: string): Promise<Documentrij | null> {
  const { rows } = await sql<Documentrij>`
    select ${KOLOMMEN} from casus.document d where d.id = ${id} and d.casus_id = ${casus}`.execute(tx);
  return rows[0] ?? null;
}

export async function insertDocument(
  tx: Transactie,
  d: Pick<Documentrij, 'id' | 'casus' | 'organisatie' | 'naam' | 'soort' | 'bytes'>,
  nu: string,
): Promise<void> {
  await sql`insert into casus.document (id, casus_id, organisatie_id, naam, soort, bytes, vastgelegd_op, door)
    values (${d.id}, ${d.casus}, ${d.organisatie}, ${d.naam}, ${d.soort}, ${d.bytes}, ${nu}, stelsel.persoon())`.execute(
    tx,
  );
}

/** The pieces of one document as their store. */
export function documentdelen(tx: Transactie, id: string) {
  return {
    schrijf: async (nummer: number, cijfer: Buffer): Promise<void> => {
      await sql`insert into casus.documentdeel (document_id, nummer, inhoud)
        values (${id}, ${nummer}, ${cijfer})`.execute(tx);
    },
    lees: async (): Promise<Buffer[]> => {
      const { rows } = await sql<{ inhoud: Buffer }>`
        select inhoud from casus.documentdeel where document_id = ${id} order by nummer`.execute(tx);
      return rows.map(r => r.inhoud);
    },
  };
}

/** Shows a document to the other organisations in the file on this ground, or no longer (null). */
export async function deelDocument(tx: Transactie, id: string, grond: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update casus.document set gedeeld = ${grond !== null}, deelgrond = ${grond} where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}
