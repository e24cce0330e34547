import type { Bijdragers } from '#kern/onthulling/index.ts';
import { sql, type Transactie } from '#platform/db/index.ts';

/** Who stand behind the current counts of a region, by observation; for who prepares releases of it, and nobody else. */
export async function listBijdragers(
  tx: Transactie,
  regio: string,
): Promise<ReadonlyMap<string, Bijdragers>> {
  const r = await sql<Bijdragers & { id: string }>`
    select a.id, b.huishoudens, b.personen, b.grootste, b.tweede
    from datalab.actuele_waarneming a
    join datalab.waarneming_bijdrager b on b.waarneming_id = a.id and b.versie = a.versie
    where a.regio = ${regio}`.execute(tx);
  return new Map(r.rows.map(({ id, ...b }) => [id, b]));
}
