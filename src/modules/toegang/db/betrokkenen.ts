import { sql, type Transactie } from '#platform/db/index.ts';

/** Adds the opaque id of a person; without reading it back, because nobody may see it before it is linked. */
export async function insertBetrokkene(
  tx: Transactie,
  b: { id: string; regio: string; organisatie: string },
): Promise<void> {
  await sql`insert into toegang.betrokkene (id, regio, organisatie_id, aangelegd_door)
    values (${b.id}, ${b.regio}, ${b.organisatie}, stelsel.persoon())`.execute(tx);
}

/** Links; who is linked already, perhaps by a colleague at this moment, stays as he is. */
export async function insertBetrokkenheid(
  tx: Transactie,
  dossier: string,
  betrokkene: string,
): Promise<void> {
  await sql`insert into toegang.betrokkenheid (dossier_id, betrokkene_id, van)
    values (${dossier}, ${betrokkene}, stelsel.vandaag()) on conflict do nothing`.execute(tx);
}

export interface Betrokkenheid {
  dossier: string;
  betrokkene: string;
  /** ISO days. */
  van: string;
  tot: string | null;
}

export async function selectBetrokkenheden(
  tx: Transactie,
  waar: { dossiers: readonly string[] } | { betrokkenen: readonly string[] },
): Promise<Betrokkenheid[]> {
  const eis =
    'dossiers' in waar
      ? sql`dossier_id = any (${[...waar.dossiers]}::uuid[])`
      : sql`betrokkene_id = any (${[...waar.betrokkenen]}::uuid[])`;
  const { rows } = await sql<Betrokkenheid>`
    select dossier_id as dossier, betrokkene_id as betrokkene, van::text as van, tot::text as tot
    from toegang.betrokkenheid where ${eis} order by van, betrokkene_id, dossier_id`.execute(tx);
  return rows;
}
