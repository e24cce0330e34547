import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import { base32 } from '../domain/base32.ts';
import { HERSTELDUUR } from '../domain/herstelcode.ts';
import type { Rol } from '../domain/rollen.ts';
import { CASUSROLLEN } from '../domain/sessie.ts';

export type Herstelrol = Extract<Rol, 'teamleider' | 'accountbeheerder'>;
export interface Herstelverzoekrij {
  id: string;
  persoonId: string;
  organisatieId: string;
  organisatie: string;
  gevraagdOp: Temporal.Instant;
  akkoorden: { persoonId: string; rol: Herstelrol }[];
}

const afdruk = (code: string) => createHash('sha256').update(code).digest();

/** People whom the actor may help, with the organisation in which he may. */
export async function listHerstelbaar(
  tx: Transactie,
): Promise<{ persoonId: string; organisatieId: string; organisatie: string }[]> {
  const { rows } = await sql<{ persoonId: string; organisatieId: string; organisatie: string }>`
    select h.persoon_id as "persoonId", h.organisatie_id as "organisatieId", o.naam as organisatie
    from toegang.herstelbaar() h join toegang.organisatie o on o.id = h.organisatie_id`.execute(tx);
  return rows;
}

/** The requests that wait for a second person, oldest first. */
export async function listHerstelverzoeken(
  tx: Transactie,
  nu: Temporal.Instant,
): Promise<Herstelverzoekrij[]> {
  const { rows } = await sql<Omit<Herstelverzoekrij, 'gevraagdOp'> & { gevraagdOp: Date }>`
    select v.id, v.persoon_id as "persoonId", v.organisatie_id as "organisatieId", o.naam as organisatie,
      v.gevraagd_op as "gevraagdOp", (select coalesce(json_agg(json_build_object('persoonId', a.persoon_id,
        'rol', a.rol) order by a.gegeven_op), '[]') from toegang.herstelakkoord a
        where a.herstelverzoek_id = v.id) as akkoorden
    from toegang.herstelverzoek v join toegang.organisatie o on o.id = v.organisatie_id
    where v.stand = 'open' and v.vervalt > ${nu.toString()} order by v.gevraagd_op, v.id`.execute(tx);
  return rows.map(r => ({
    ...r,
    gevraagdOp: Temporal.Instant.fromEpochMilliseconds(r.gevraagdOp.getTime()),
  }));
}

/** Opens a request. Row security refuses for whom the actor does not decide, and for himself. */
export async function openHerstelverzoek(
  tx: Transactie,
  voor: { persoonId: string; organisatieId: string },
  nu: Temporal.Instant,
): Promise<string> {
  const id = randomUUID();
  const vervalt = nu.add({ hours: HERSTELDUUR.verzoek }).toString();
  await sql`insert into toegang.herstelverzoek (id, persoon_id, organisatie_id, gevraagd_op, vervalt)
    values (${id}, ${voor.persoonId}, ${voor.organisatieId}, ${nu.toString()}, ${vervalt})`.execute(tx);
  return id;
}

/** The actor agrees. False when he already had. */
export async function geefHerstelakkoord(
  tx: Transactie,
  verzoekId: string,
  organisatieId: string,
  nu: Temporal.Instant,
): Promise<boolean> {
  const r = await sql`insert into toegang.herstelakkoord (herstelverzoek_id, persoon_id, rol, gegeven_op)
    values (${verzoekId}, stelsel.persoon(), toegang.herstelrol(${organisatieId}), ${nu.toString()})
    on conflict do nothing`.execute(tx);
  return Number(r.numAffectedRows ?? 0) > 0;
}

/** Makes the code when two people have agreed, one of them an account administrator; null when that is not so yet. */
export async function maakHerstelcode(
  tx: Transactie,
  verzoekId: string,
  nu: Temporal.Instant,
): Promise<string | null> {
  const code = base32(randomBytes(10));
  const tot = nu.add({ hours: HERSTELDUUR.code }).toString();
  const r = await sql`update toegang.herstelverzoek set stand = 'akkoord', code_hash = ${afdruk(code)},
    code_vervalt = ${tot} where id = ${verzoekId} and stand = 'open' and toegang.herstel_genoeg(id)`.execute(
    tx,
  );
  return Number(r.numAffectedRows ?? 0) > 0 ? code : null;
}

/** Refuses a request. False when there is none that is open for this actor. */
export async function wijsHerstelverzoekAf(
  tx: Transactie,
  verzoekId: string,
  nu: Temporal.Instant,
): Promise<string | null> {
  const { rows } = await sql<{ persoon_id: string }>`update toegang.herstelverzoek
    set stand = 'afgewezen', afgerond_op = ${nu.toString()}
    where id = ${verzoekId} and stand = 'open' returning persoon_id`.execute(tx);
  return rows[0]?.persoon_id ?? null;
}

/**
 * Was this casework account strong by something that it has no longer, or never had itself: the provider of its
 * organisation, or a second step that two people took away? For the system.
 */
export async function wasSterkDoorOrganisatie(tx: Transactie, persoonId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from toegang.lidmaatschap l
    where l.persoon_id = ${persoonId} and l.rol = any (${[...CASUSROLLEN]}::text[])
      and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())
      and (exists (select 1 from toegang.aanmelddienst_koppeling k where k.persoon_id = l.persoon_id)
        or exists (select 1 from toegang.herstelverzoek v
          where v.persoon_id = l.persoon_id and v.stand = 'gebruikt'))
    limit 1`.execute(tx);
  return rows.length > 0;
}

/** Uses the code of this person up: of two at once one succeeds. For the system. */
export async function gebruikHerstelcode(
  tx: Transactie,
  persoonId: string,
  code: string,
  nu: Temporal.Instant,
): Promise<boolean> {
  const r = await sql`update toegang.herstelverzoek set stand = 'gebruikt', afgerond_op = ${nu.toString()}
    where persoon_id = ${persoonId} and stand = 'akkoord' and code_hash = ${afdruk(code)}
      and code_vervalt > ${nu.toString()}`.execute(tx);
  return Number(r.numAffectedRows ?? 0) > 0;
}
