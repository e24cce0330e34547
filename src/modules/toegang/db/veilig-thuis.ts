import { sql, type Transactie } from '#platform/db/index.ts';

/** In how many regions the actor does the intake of Veilig Thuis today. */
export async function telIntakeregios(tx: Transactie): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select cardinality(toegang.veilig_thuis_regios()) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Which of these organisations are of the kind Veilig Thuis. */
export async function listVeiligThuizen(tx: Transactie, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from toegang.organisatie
    where id = any (${[...new Set(ids)]}::uuid[]) and soort = 'veilig_thuis'`.execute(tx);
  return new Set(rows.map(r => r.id));
}
