import { sql, type Transactie } from '#platform/db/index.ts';

/** The file with exactly this number, when the actor may take break-glass on it. Barred and absent are one answer. */
export async function findNoodOpNummer(tx: Transactie, index: Buffer): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select casus.vind_nood(${index}) id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** The file about the one person who carries all these terms; null when there is none, or more than one. */
export async function findNoodOpPersoon(tx: Transactie, termen: readonly Buffer[]): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select casus.vind_nood_persoon(${[...termen]}::bytea[]) id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** What the radar tells of a file: number, team and last date (ISO). */
export interface Radarregel {
  persoon: string;
  nummer: string;
  team: string;
  laatst: string;
}

export async function listRadar(tx: Transactie, personen: readonly string[]): Promise<Radarregel[]> {
  const { rows } = await sql<Radarregel>`
    select r.persoon_id as persoon, r.nummer, o.naam as team, r.laatst::text as laatst
    from casus.radar(${[...personen]}::uuid[]) r join toegang.organisatie o on o.id = r.organisatie_id
    order by r.laatst desc, r.nummer`.execute(tx);
  return rows;
}

/** A file as a team leader sees it: no content and no name. Days are ISO. */
export interface Werkregel {
  id: string;
  nummer: string;
  stand: 'open' | 'gesloten';
  geopendOp: string;
  laatsteWijziging: string;
}

export async function listWerkvoorraad(
  tx: Transactie,
  stand: 'open' | 'gesloten' | null,
  blad: { vanaf: number; aantal: number },
): Promise<{ rijen: Werkregel[]; totaal: number }> {
  const { rows } = await sql<Werkregel & { totaal: number }>`
    select id, nummer, stand, geopend_op::text as "geopendOp", laatste_wijziging::text as "laatsteWijziging",
      count(*) over () totaal
    from casus.werkvoorraad() where (${stand}::text is null or stand = ${stand})
    order by geopend_op desc, nummer limit ${blad.aantal} offset ${blad.vanaf}`.execute(tx);
  return { rijen: rows.map(({ totaal: _, ...r }) => r), totaal: Number(rows[0]?.totaal ?? 0) };
}

/** Does the task of this file, which the actor gives out, have a ground for police information? */
export async function kentPolitiegrond(tx: Transactie, id: string): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`select casus.kent_politiegrond(${id}::uuid) ja`.execute(tx);
  return rows[0]?.ja ?? false;
}

export async function findWerkregel(tx: Transactie, id: string): Promise<Werkregel | null> {
  const { rows } = await sql<Werkregel>`
    select id, nummer, stand, geopend_op::text as "geopendOp", laatste_wijziging::text as "laatsteWijziging"
    from casus.werkvoorraad() where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}
