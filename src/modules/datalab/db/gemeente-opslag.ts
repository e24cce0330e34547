import { sql, type Transactie } from '#platform/db/index.ts';
import type { Gemeente } from '../domain/gemeente.ts';

/** Every municipality that existed from 2015 on, by name. */
export async function listGemeenten(tx: Transactie, regio?: string): Promise<Gemeente[]> {
  const r = await sql<Gemeente>`
    select code, naam, cbs_naam as "cbsNaam", slug, provincie, regio, subregio,
      geldig_vanaf as "geldigVanaf", geldig_tot as "geldigTot", opvolgers
    from datalab.gemeente
    where ${regio ?? null}::text is null or regio = ${regio ?? null}
    order by naam collate stelsel.nl`.execute(tx);
  return r.rows;
}

/** Inhabitants per municipality and year, of the municipalities of a region. */
export async function listInwonertallen(
  tx: Transactie,
  regio: string,
): Promise<{ code: string; jaar: number; inwoners: number; vrouwen: number }[]> {
  const r = await sql<{ code: string; jaar: number; inwoners: number; vrouwen: number }>`
    select i.code, i.jaar, i.inwoners, i.vrouwen
    from datalab.inwonertal i join datalab.gemeente g on g.code = i.code
    where g.regio = ${regio} order by i.jaar, i.code`.execute(tx);
  return r.rows;
}
