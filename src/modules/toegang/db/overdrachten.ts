import { sql, type Transactie } from '#platform/db/index.ts';

export type Overdrachtstand = 'aangeboden' | 'aanvaard' | 'geweigerd' | 'ingetrokken';

export interface Overdracht {
  id: string;
  dossierId: string;
  vanOrganisatie: string;
  naarOrganisatie: string;
  vanNaam: string;
  naarNaam: string;
  grond: string;
  stand: Overdrachtstand;
  /** ISO days. */
  aangebodenOp: string;
  beslistOp: string | null;
}

const KOLOMMEN = sql`o.id, o.dossier_id as "dossierId", o.van_organisatie as "vanOrganisatie",
  o.naar_organisatie as "naarOrganisatie", v.naam as "vanNaam", n.naam as "naarNaam", o.grond, o.stand,
  o.aangeboden_op::text as "aangebodenOp", o.beslist_op::text as "beslistOp"`;
const BRON = sql`toegang.overdracht o join toegang.organisatie v on v.id = o.van_organisatie
  join toegang.organisatie n on n.id = o.naar_organisatie`;

/** Offers that the actor may see, of one file or all; what waits first. */
export async function listAlle(tx: Transactie, dossier?: string): Promise<Overdracht[]> {
  const waar = dossier ? sql`where o.dossier_id = ${dossier}::uuid` : sql``;
  const { rows } = await sql<Overdracht>`select ${KOLOMMEN} from ${BRON} ${waar}
    order by (o.stand = 'aangeboden') desc, o.aangeboden_op desc, o.id limit 200`.execute(tx);
  return rows;
}

export async function findOverdracht(tx: Transactie, id: string): Promise<Overdracht | null> {
  const { rows } = await sql<Overdracht>`select ${KOLOMMEN} from ${BRON} where o.id = ${id}::uuid`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** May the actor offer this file on behalf of `van` to `naar`, and does an offer to it wait already? */
export async function magAanbieden(
  tx: Transactie,
  o: { dossierId: string; van: string; naar: string },
): Promise<{ mag: boolean; naarGoed: boolean; wacht: boolean }> {
  const { rows } = await sql<{ mag: boolean; naarGoed: boolean; wacht: boolean }>`
    select ${o.dossierId} || ':' || ${o.van} = any (toegang.regieorganisaties())
        and toegang.houdt(${o.dossierId}::uuid, ${o.van}::uuid) as mag,
      ${o.naar}::uuid <> ${o.van}::uuid and exists (select 1 from toegang.dossier d
        where d.id = ${o.dossierId}::uuid and ${o.naar}::uuid = any (toegang.ontvangers(d.regio))) as "naarGoed",
      exists (select 1 from toegang.overdracht where dossier_id = ${o.dossierId}::uuid
        and naar_organisatie = ${o.naar}::uuid and stand = 'aangeboden') as wacht`.execute(tx);
  return rows[0] ?? { mag: false, naarGoed: false, wacht: false };
}

export async function insertOverdracht(
  tx: Transactie,
  o: { id: string; dossierId: string; van: string; naar: string; grond: string },
): Promise<void> {
  await sql`insert into toegang.overdracht (id, dossier_id, van_organisatie, naar_organisatie, grond, stand,
      aangeboden_op, aangeboden_door)
    values (${o.id}, ${o.dossierId}, ${o.van}, ${o.naar}, ${o.grond}, 'aangeboden', stelsel.vandaag(),
      stelsel.persoon())`.execute(tx);
}

/** Which decisions row security allows this actor on an offer that waits. */
export async function listBesluiten(
  tx: Transactie,
  o: Pick<Overdracht, 'dossierId' | 'vanOrganisatie' | 'naarOrganisatie'>,
): Promise<{ beslis: boolean; trekIn: boolean }> {
  const { rows } = await sql<{ beslis: boolean; trekIn: boolean }>`
    select ${o.naarOrganisatie}::uuid = any (toegang.organisaties('teamleider')) as beslis,
      ${o.vanOrganisatie}::uuid = any (toegang.organisaties('teamleider'))
        or ${o.dossierId} || ':' || ${o.vanOrganisatie} = any (toegang.regieorganisaties()) as "trekIn"`.execute(
    tx,
  );
  return rows[0] ?? { beslis: false, trekIn: false };
}

/** False when it no longer waits. */
export async function zetStand(
  tx: Transactie,
  id: string,
  stand: Exclude<Overdrachtstand, 'aangeboden'>,
): Promise<boolean> {
  const r = await sql`update toegang.overdracht set stand = ${stand}, beslist_op = stelsel.vandaag(),
    beslist_door = stelsel.persoon() where id = ${id}::uuid and stand = 'aangeboden'`.execute(tx);
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** Organisations to which this file can be offered. */
export async function listOntvangers(
  tx: Transactie,
  dossier: string,
): Promise<{ id: string; naam: string }[]> {
  const { rows } = await sql<{ id: string; naam: string }>`select o.id, o.naam from toegang.organisatie o
    where o.id = any ((select toegang.ontvangers(d.regio) from toegang.dossier d where d.id = ${dossier}::uuid)::uuid[])
      and not toegang.houdt(${dossier}::uuid, o.id)
    order by o.naam collate stelsel.nl, o.id`.execute(tx);
  return rows;
}

/** Runs a part of the transaction that is undone when it is refused, and only then. */
export async function metTerugval<T extends { ok: boolean }>(
  tx: Transactie,
  werk: () => Promise<T>,
): Promise<T> {
  await sql`savepoint toegang_deel`.execute(tx);
  const uit = await werk();
  if (uit.ok) await sql`release savepoint toegang_deel`.execute(tx);
  else await sql`rollback to savepoint toegang_deel`.execute(tx);
  return uit;
}
