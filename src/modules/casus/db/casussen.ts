import { sql, type Transactie } from '#platform/db/index.ts';
import type { Casus } from '../domain/casus.ts';
import type { Fase, Taak } from '../domain/codes.ts';

const KOLOMMEN =
  sql.raw(`c.id, c.regio, c.organisatie_id as organisatie, c.nummer, c.fase, c.stand, c.gemeente, c.taak,
  c.geopend_op::text as "geopendOp", c.gesloten_op::text as "geslotenOp",
  c.laatste_wijziging::text as "laatsteWijziging", c.versie`);

/**
 * Does the actor see this file today? One question with the same work for a file that is there and one that is not:
 * the answer may not be told from the time it takes.
 */
export async function zietDossier(tx: Transactie, id: string): Promise<boolean> {
  const { rows } = await sql<{ ziet: boolean }>`select ${id}::uuid = any (toegang.dossiers()) ziet`.execute(
    tx,
  );
  return rows[0]?.ziet ?? false;
}

/** Which parts with a rule of their own the actor may read in this file, and whether he may write in it. */
export interface Openstelling {
  bewerkt: boolean;
  regie: boolean;
  melder: boolean;
  politie: boolean;
  /** Is writing halted, by a request that was granted? */
  stil: boolean;
}

export async function findOpenstelling(tx: Transactie, id: string): Promise<Openstelling> {
  const { rows } = await sql<Openstelling>`
    select ${id}::uuid = any (toegang.dossiers_te_bewerken()) bewerkt,
      ${id}::uuid = any (toegang.dossiers_voor('regie')) regie,
      ${id}::uuid = any (toegang.dossiers_voor('melder')) melder,
      ${id}::uuid = any (toegang.dossiers_voor('politie')) politie,
      toegang.stilgelegd(${id}::uuid) stil`.execute(tx);
  return rows[0] ?? { bewerkt: false, regie: false, melder: false, politie: false, stil: false };
}

/** Organisations on whose behalf the actor may write in this file. */
export async function listEigenOrganisaties(tx: Transactie, id: string): Promise<string[]> {
  const { rows } = await sql<{ organisatie: string }>`
    select split_part(x, ':', 2) organisatie from unnest(toegang.dossierorganisaties()) x
    where split_part(x, ':', 1) = ${id} order by 1`.execute(tx);
  return rows.map(r => r.organisatie);
}

export async function findCasus(tx: Transactie, id: string): Promise<Casus | null> {
  const { rows } = await sql<Casus>`select ${KOLOMMEN} from casus.casus c where c.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** What the list can be narrowed by. */
export interface Lijstvraag {
  stand: 'open' | 'gesloten' | null;
  fase: Fase | null;
  taak: Taak | null;
  /** Only these files; null is all of the actor's. */
  alleen: readonly string[] | null;
}

/**
 * The actor's own files, last changed first, one page of them, with how many there are in all of his that match. The
 * first condition says no more than where to look, so that an index finds the rows that the policy judges (ADR 0010).
 */
export async function listCasussen(
  tx: Transactie,
  v: Lijstvraag,
  blad: { vanaf: number; aantal: number },
): Promise<{ rijen: Casus[]; totaal: number }> {
  const { rows } = await sql<Casus & { totaal: number }>`
    select ${KOLOMMEN}, count(*) over () totaal from casus.casus c
    where c.id = any (array(select m.id from toegang.mogelijk_dossier m))
      and (${v.stand}::text is null or c.stand = ${v.stand})
      and (${v.fase}::text is null or c.fase = ${v.fase})
      and (${v.taak}::text is null or c.taak = ${v.taak})
      and (${v.alleen === null ? null : [...v.alleen]}::uuid[] is null or c.id = any (${[...(v.alleen ?? [])]}::uuid[]))
    order by c.laatste_wijziging desc, c.nummer
    limit ${blad.aantal} offset ${blad.vanaf}`.execute(tx);
  return { rijen: rows.map(({ totaal: _, ...c }) => c), totaal: Number(rows[0]?.totaal ?? 0) };
}

/** One of the actor's own files by its number, through the blind index; null when it is not among them. */
export async function findOpNummer(tx: Transactie, index: Buffer): Promise<string | null> {
  const { rows } = await sql<{
    id: string;
  }>`select id from casus.casus where nummer_index = ${index}`.execute(tx);
  return rows[0]?.id ?? null;
}

export interface NieuweCasus {
  id: string;
  regio: string;
  organisatie: string;
  nummer: string;
  index: Buffer;
  gemeente: string | null;
  taak: Taak;
}

/** Lays the file down; false when the number is taken. The access side of it (`toegang.dossier`) must be there. */
export async function insertCasus(tx: Transactie, c: NieuweCasus): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into casus.casus (id, regio, organisatie_id, nummer, nummer_index, gemeente, taak, geopend_op, laatste_wijziging)
    values (${c.id}, ${c.regio}, ${c.organisatie}, ${c.nummer}, ${c.index}, ${c.gemeente}, ${c.taak},
      stelsel.vandaag(), stelsel.vandaag())
    on conflict (nummer_index) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Notes that something in the file changed today: the retention period runs from here (Wmo 2015 art. 5.3.4). */
export async function raakAan(tx: Transactie, id: string): Promise<void> {
  await sql`update casus.casus set laatste_wijziging = stelsel.vandaag()
    where id = ${id} and laatste_wijziging < stelsel.vandaag()`.execute(tx);
}

/** Closes or reopens the file when it still stands at `versie`; false when somebody was first. */
export async function zetStand(
  tx: Transactie,
  id: string,
  versie: number,
  stand: 'open' | 'gesloten',
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update casus.casus set stand = ${stand}, versie = versie + 1, laatste_wijziging = stelsel.vandaag(),
      gesloten_op = case when ${stand} = 'gesloten' then stelsel.vandaag() end
    where id = ${id} and versie = ${versie}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Moves the file to another phase when it still stands at `versie`. */
export async function zetFase(tx: Transactie, id: string, versie: number, fase: Fase): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update casus.casus set fase = ${fase}, versie = versie + 1, laatste_wijziging = stelsel.vandaag()
    where id = ${id} and versie = ${versie}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Names of organisations, by id. */
export async function listOrganisatienamen(
  tx: Transactie,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; naam: string }>`
    select id, naam from toegang.organisatie where id = any (${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(rows.map(r => [r.id, r.naam]));
}
