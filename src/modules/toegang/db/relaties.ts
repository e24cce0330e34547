import { sql, type Transactie } from '#platform/db/index.ts';
import type { Aanleiding, Doel, Einde } from '../domain/relaties.ts';

export interface Relatie {
  id: string;
  persoonId: string;
  organisatieId: string;
  organisatie: string;
  dossierId: string;
  doel: Doel;
  namens: string | null;
  grond: string;
  aanleiding: Aanleiding;
  /** ISO days; `tot` is the first day on which it no longer holds. */
  van: string;
  tot: string | null;
  gegevenDoor: string | null;
  eindeAanleiding: Einde | null;
  beeindigdDoor: string | null;
  /** Does it hold today? A role that has ended makes none of them hold. */
  open: boolean;
}

export interface NieuweRelatie {
  id: string;
  persoonId: string;
  organisatieId: string;
  dossierId: string;
  doel: Doel;
  namens: string | null;
  grond: string;
  aanleiding: Aanleiding;
  tot: string | null;
}

/** The answer of the database, without trying: a refusal inside a transaction would end it. */
export async function magGeven(tx: Transactie, r: NieuweRelatie): Promise<boolean> {
  const { rows } = await sql<{ mag: boolean }>`select toegang.mag_geven(${r.persoonId}::uuid,
    ${r.organisatieId}::uuid, ${r.dossierId}::uuid, ${r.doel}, ${r.aanleiding}) as mag`.execute(tx);
  return rows[0]?.mag ?? false;
}

/** What stands in the way of giving: the receiver is barred, or has it already. */
export async function findBeletsel(
  tx: Transactie,
  r: NieuweRelatie,
): Promise<'niet_te_geven' | 'bestaat_al' | null> {
  const { rows } = await sql<{ geweerd: boolean; er: boolean }>`select
    toegang.niet_te_geven(${r.persoonId}::uuid, ${r.dossierId}::uuid) as geweerd,
    exists (select 1 from toegang.relatie where dossier_id = ${r.dossierId}::uuid
      and persoon_id = ${r.persoonId}::uuid and organisatie_id = ${r.organisatieId}::uuid and doel = ${r.doel}
      and namens is not distinct from ${r.namens}::uuid and (tot is null or tot > stelsel.vandaag())) as er`.execute(
    tx,
  );
  if (rows[0]?.geweerd) return 'niet_te_geven';
  return rows[0]?.er ? 'bestaat_al' : null;
}

export async function insertRelatie(tx: Transactie, r: NieuweRelatie): Promise<void> {
  await sql`insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, namens, grond, aanleiding,
      van, tot, gegeven_door)
    values (${r.id}, ${r.persoonId}, ${r.organisatieId}, ${r.dossierId}, ${r.doel}, ${r.namens}::uuid, ${r.grond},
      ${r.aanleiding}, stelsel.vandaag(), ${r.tot}::date, stelsel.persoon())`.execute(tx);
}

const KOLOMMEN = sql`r.id, r.persoon_id as "persoonId", r.organisatie_id as "organisatieId", o.naam as organisatie,
  r.dossier_id as "dossierId", r.doel, r.namens, r.grond, r.aanleiding, r.van::text as van, r.tot::text as tot,
  r.gegeven_door as "gegevenDoor", r.einde_aanleiding as "eindeAanleiding", r.beeindigd_door as "beeindigdDoor",
  (r.van <= stelsel.vandaag() and (r.tot is null or r.tot > stelsel.vandaag())
    and toegang.werkt_voor(r.persoon_id, r.organisatie_id)) as open`;

/** Relations of one file as far as the actor may see them, those that hold first. */
export async function listVanDossier(tx: Transactie, dossier: string): Promise<Relatie[]> {
  const { rows } = await sql<Relatie>`select ${KOLOMMEN} from toegang.relatie r
    join toegang.organisatie o on o.id = r.organisatie_id where r.dossier_id = ${dossier}::uuid
    order by 15 desc, o.naam, r.doel, r.van, r.id`.execute(tx);
  return rows;
}

export async function findRelatie(tx: Transactie, id: string): Promise<Relatie | null> {
  const { rows } = await sql<Relatie>`select ${KOLOMMEN} from toegang.relatie r
    join toegang.organisatie o on o.id = r.organisatie_id where r.id = ${id}::uuid`.execute(tx);
  return rows[0] ?? null;
}

type Welke =
  | { id: string }
  | { dossier: string }
  | { dossier: string; organisatie: string }
  | { persoon: string; organisatie: string };

/**
 * Ends today every relation that is still open and that this actor may end. One statement: an actor who ends
 * his own among them keeps the right until all are done. Of a whole file also those for a special part, first, which who
 * has the direction does not see. Returns how many of those that he sees.
 */
export async function beeindigRelaties(tx: Transactie, welke: Welke, einde: Einde): Promise<number> {
  if ('dossier' in welke) {
    const organisatie = 'organisatie' in welke ? welke.organisatie : null;
    await sql`select toegang.sluit_bijzonder(${welke.dossier}::uuid, ${organisatie}::uuid, ${einde})`.execute(
      tx,
    );
  }
  const eisen = [sql`(tot is null or tot > stelsel.vandaag())`];
  if ('id' in welke) eisen.push(sql`id = ${welke.id}::uuid`);
  if ('dossier' in welke) eisen.push(sql`dossier_id = ${welke.dossier}::uuid`);
  if ('organisatie' in welke) eisen.push(sql`organisatie_id = ${welke.organisatie}::uuid`);
  if ('persoon' in welke) eisen.push(sql`persoon_id = ${welke.persoon}::uuid`);
  const r = await sql`update toegang.relatie set tot = stelsel.vandaag(), einde_aanleiding = ${einde},
    beeindigd_door = stelsel.persoon() where ${sql.join(eisen, sql` and `)}`.execute(tx);
  return Number(r.numAffectedRows ?? 0n);
}

/** Does this person still hold a role in casework for this organisation today? */
export async function werktVoor(tx: Transactie, persoon: string, organisatie: string): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select toegang.werkt_voor(${persoon}::uuid, ${organisatie}::uuid) as ja`.execute(tx);
  return rows[0]?.ja ?? false;
}
