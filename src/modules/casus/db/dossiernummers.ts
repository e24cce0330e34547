import { sql, type Transactie } from '#platform/db/index.ts';

/** Case numbers of these files, as far as the actor may know them by his work, his queue or an offer. */
export async function listNummers(tx: Transactie, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; nummer: string }>`
    select id, nummer from casus.nummers(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(r => [r.id, r.nummer]));
}

/** The file with this number, when the actor may bar others from it. */
export async function findTeWeren(tx: Transactie, index: Buffer): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select casus.vind_te_weren(${index}) as id`.execute(tx);
  return rows[0]?.id ?? null;
}
