import { sql, type Transactie } from '#platform/db/index.ts';
import type { Blokkadereden } from '../domain/blokkade.ts';

export interface Blokkade {
  id: string;
  persoonId: string;
  organisatieId: string;
  organisatie: string;
  dossierId: string | null;
  betrokkeneId: string | null;
  /** The household for which it was laid, when it was: lifted as one. */
  huishoudenId: string | null;
  /** The controller that bars somebody of another organisation. */
  namensId: string | null;
  reden: Blokkadereden;
  /** ISO days. */
  van: string;
  tot: string | null;
  gegevenDoor: string | null;
}

/** Blocks that the actor may see, never one of himself; what holds first. */
export async function listAlle(tx: Transactie): Promise<Blokkade[]> {
  const { rows } =
    await sql<Blokkade>`select b.id, b.persoon_id as "persoonId", b.organisatie_id as "organisatieId",
      o.naam as organisatie, b.dossier_id as "dossierId", b.betrokkene_id as "betrokkeneId",
      b.huishouden_id as "huishoudenId", b.namens_organisatie as "namensId", b.reden,
      b.van::text as van, b.tot::text as tot, b.gegeven_door as "gegevenDoor"
    from toegang.blokkade b join toegang.organisatie o on o.id = b.organisatie_id
    order by (b.tot is null) desc, b.van desc, b.id limit 500`.execute(tx);
  return rows;
}

export interface NieuweBlokkade {
  id: string;
  persoonId: string;
  organisatieId: string;
  dossierId: string | null;
  betrokkeneId: string | null;
  huishoudenId: string | null;
  namensId: string | null;
  reden: Blokkadereden;
  /** ISO days; null is from today, and until it is lifted. */
  van: string | null;
  tot: string | null;
}

/** The answer of the database, without trying, and whether a block that covers this one holds already. */
export async function magWeren(tx: Transactie, b: NieuweBlokkade): Promise<{ mag: boolean; er: boolean }> {
  const { rows } = await sql<{ mag: boolean; er: boolean }>`select
      toegang.mag_blokkeren(${b.persoonId}::uuid, ${b.organisatieId}::uuid, ${b.namensId}::uuid, ${b.dossierId}::uuid,
        ${b.betrokkeneId}::uuid) as mag,
      exists (select 1 from toegang.blokkade where persoon_id = ${b.persoonId}::uuid
        and dossier_id is not distinct from ${b.dossierId}::uuid
        and betrokkene_id is not distinct from ${b.betrokkeneId}::uuid
        and (${b.huishoudenId}::uuid is null or huishouden_id = ${b.huishoudenId}::uuid)
        and van <= coalesce(${b.van}::date, stelsel.vandaag())
        and coalesce(tot, 'infinity') >= coalesce(${b.tot}::date, 'infinity')) as er`.execute(tx);
  return rows[0] ?? { mag: false, er: false };
}

export async function insertBlokkade(tx: Transactie, b: NieuweBlokkade): Promise<void> {
  await sql`insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, betrokkene_id, huishouden_id,
      namens_organisatie, reden, van, tot, gegeven_door)
    values (${b.id}, ${b.persoonId}, ${b.organisatieId}, ${b.dossierId}::uuid, ${b.betrokkeneId}::uuid,
      ${b.huishoudenId}::uuid, ${b.namensId}::uuid, ${b.reden}, coalesce(${b.van}::date, stelsel.vandaag()),
      ${b.tot}::date, stelsel.persoon())`.execute(tx);
}

/**
 * Ends a block, with the others that were laid on the same person for the same household. False when it is not there,
 * has ended, or is not for this actor to lift.
 */
export async function beeindigBlokkade(tx: Transactie, id: string): Promise<boolean> {
  const r = await sql`update toegang.blokkade set tot = greatest(van, stelsel.vandaag())
    where (tot is null or tot > stelsel.vandaag()) and (id = ${id}::uuid or (huishouden_id, persoon_id)
      in (select b.huishouden_id, b.persoon_id from toegang.blokkade b where b.id = ${id}::uuid))`.execute(
    tx,
  );
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** For which own organisation this privacy officer may bar somebody of another one; null when for none. */
export async function findNamens(
  tx: Transactie,
  op: { dossierId: string | null; betrokkeneId: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select toegang.weert_namens(${op.dossierId}::uuid, ${op.betrokkeneId}::uuid) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Who has this work address in a region of this privacy officer, one row per organisation; in a counted search only. */
export async function listTeWeren(
  tx: Transactie,
  index: Buffer,
): Promise<{ persoonId: string; organisatieId: string; eigen: boolean }[]> {
  const { rows } = await sql<{ persoonId: string; organisatieId: string; eigen: boolean }>`
    select persoon_id as "persoonId", organisatie_id as "organisatieId",
      organisatie_id = any (toegang.organisaties('privacyfunctionaris')) as eigen
    from toegang.vind_te_weren(${index}) order by 3 desc, 2`.execute(tx);
  return rows;
}
