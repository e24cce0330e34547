import { sql, type Transactie } from '#platform/db/index.ts';
import type { Blokkadereden } from '../domain/blokkade.ts';

export interface Blokkade {
  id: string;
  persoonId: string;
  organisatieId: string;
  organisatie: string;
  dossierId: string | null;
  betrokkeneId: string | null;
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
      o.naam as organisatie, b.dossier_id as "dossierId", b.betrokkene_id as "betrokkeneId", b.reden,
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
  reden: Blokkadereden;
}

/** The answer of the database, without trying, and whether the same block holds already. */
export async function magWeren(tx: Transactie, b: NieuweBlokkade): Promise<{ mag: boolean; er: boolean }> {
  const { rows } = await sql<{ mag: boolean; er: boolean }>`select
      ${b.persoonId}::uuid = any (toegang.mensen_van('teamleider', 'privacyfunctionaris'))
        and ${b.organisatieId}::uuid = any (toegang.organisaties('teamleider', 'privacyfunctionaris'))
        and toegang.mag_weren(${b.dossierId}::uuid, ${b.betrokkeneId}::uuid) as mag,
      exists (select 1 from toegang.blokkade where persoon_id = ${b.persoonId}::uuid
        and dossier_id is not distinct from ${b.dossierId}::uuid
        and betrokkene_id is not distinct from ${b.betrokkeneId}::uuid
        and (tot is null or tot > stelsel.vandaag())) as er`.execute(tx);
  return rows[0] ?? { mag: false, er: false };
}

export async function insertBlokkade(tx: Transactie, b: NieuweBlokkade): Promise<void> {
  await sql`insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, betrokkene_id, reden, van,
      gegeven_door)
    values (${b.id}, ${b.persoonId}, ${b.organisatieId}, ${b.dossierId}::uuid, ${b.betrokkeneId}::uuid, ${b.reden},
      stelsel.vandaag(), stelsel.persoon())`.execute(tx);
}

/** False when it is not there, has ended, or is not for this actor to lift. */
export async function beeindigBlokkade(tx: Transactie, id: string): Promise<boolean> {
  const r = await sql`update toegang.blokkade set tot = stelsel.vandaag()
    where id = ${id}::uuid and (tot is null or tot > stelsel.vandaag())`.execute(tx);
  return (r.numAffectedRows ?? 0n) > 0n;
}
