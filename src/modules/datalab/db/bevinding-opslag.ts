import { sql, type Transactie } from '#platform/db/index.ts';

/** Stored contradictions of a region that row security shows this reader, by number, with the title of the source. */
export async function listBevindingen(
  tx: Transactie,
  regio: string,
): Promise<{ code: string; inhoud: unknown; bron: string }[]> {
  const r = await sql<{ code: string; inhoud: unknown; bron: string }>`
    select v.code, v.inhoud, b.titel as bron
    from datalab.bevinding v join datalab.bron b on b.id = v.inhoud ->> 'bron'
    where v.regio = ${regio} order by v.code`.execute(tx);
  return r.rows;
}
