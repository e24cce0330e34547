import { sql, type Transactie } from '#platform/db/index.ts';
import type { Betrekkingsoort, Huishoudrol } from '../domain/huishouden.ts';

export interface Huishoudenrij {
  id: string;
  dossier: string;
  gemeente: string | null;
  /** ISO days. */
  van: string;
  tot: string | null;
}

export interface Huishoudlidrij {
  id: string;
  huishouden: string;
  persoon: string;
  rol: Huishoudrol;
  van: string;
  tot: string | null;
}

export interface Betrekkingrij {
  id: string;
  persoon: string;
  ander: string;
  soort: Betrekkingsoort;
  gezag: boolean | null;
  van: string | null;
  tot: string | null;
}

export async function insertHuishouden(
  tx: Transactie,
  h: Pick<Huishoudenrij, 'id' | 'dossier' | 'gemeente' | 'van'> & { regio: string; organisatie: string },
): Promise<void> {
  await sql`insert into gezin.huishouden (id, dossier_id, regio, organisatie_id, gemeente, van)
    values (${h.id}, ${h.dossier}, ${h.regio}, ${h.organisatie}, ${h.gemeente}, ${h.van}::date)`.execute(tx);
}

export async function selectHuishoudens(
  tx: Transactie,
  waar: { dossier: string } | { id: string },
): Promise<Huishoudenrij[]> {
  const eis = 'id' in waar ? sql`id = ${waar.id}::uuid` : sql`dossier_id = ${waar.dossier}::uuid`;
  const { rows } = await sql<Huishoudenrij>`
    select id, dossier_id as dossier, gemeente, van::text as van, tot::text as tot
    from gezin.huishouden where ${eis} order by van, id`.execute(tx);
  return rows;
}

/** False when it was closed already, began later, or is not the actor's to change. */
export async function updateHuishoudenTot(tx: Transactie, id: string, tot: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.huishouden set tot = ${tot}::date where id = ${id}::uuid and tot is null and van <= ${tot}::date`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** False when it was open already, or is not the actor's to change. */
export async function updateHuishoudenOpen(tx: Transactie, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.huishouden set tot = null where id = ${id}::uuid and tot is not null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function insertHuishoudlid(tx: Transactie, l: Omit<Huishoudlidrij, 'tot'>): Promise<void> {
  await sql`insert into gezin.huishoudlid (id, huishouden_id, persoon_id, rol, van)
    values (${l.id}, ${l.huishouden}, ${l.persoon}, ${l.rol}, ${l.van}::date)`.execute(tx);
}

/** Memberships. Who was still there when a household ended left with it: opened again, he is there as before. */
export async function selectHuishoudleden(
  tx: Transactie,
  waar: { huishoudens: readonly string[] } | { id: string } | { persoon: string },
): Promise<Huishoudlidrij[]> {
  const eis =
    'huishoudens' in waar
      ? sql`l.huishouden_id = any (${[...waar.huishoudens]}::uuid[])`
      : 'id' in waar
        ? sql`l.id = ${waar.id}::uuid`
        : sql`l.persoon_id = ${waar.persoon}::uuid`;
  const { rows } = await sql<Huishoudlidrij>`
    select l.id, l.huishouden_id as huishouden, l.persoon_id as persoon, l.rol, l.van::text as van,
      least(l.tot, h.tot)::text as tot
    from gezin.huishoudlid l join gezin.huishouden h on h.id = l.huishouden_id
    where ${eis} order by l.van, l.id`.execute(tx);
  return rows;
}

export async function updateHuishoudlidTot(tx: Transactie, id: string, tot: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.huishoudlid set tot = ${tot}::date where id = ${id}::uuid and tot is null and van <= ${tot}::date`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export async function insertBetrekking(tx: Transactie, b: Omit<Betrekkingrij, 'tot'>): Promise<void> {
  await sql`insert into gezin.betrekking (id, persoon_id, ander_id, soort, gezag, van)
    values (${b.id}, ${b.persoon}, ${b.ander}, ${b.soort}, ${b.gezag}, ${b.van}::date)`.execute(tx);
}

export async function selectBetrekkingen(
  tx: Transactie,
  personen: readonly string[],
): Promise<Betrekkingrij[]> {
  const ids = [...personen];
  const { rows } = await sql<Betrekkingrij>`
    select id, persoon_id as persoon, ander_id as ander, soort, gezag, van::text as van, tot::text as tot
    from gezin.betrekking where persoon_id = any (${ids}::uuid[]) or ander_id = any (${ids}::uuid[])
    order by soort, id`.execute(tx);
  return rows;
}

export async function updateBetrekkingTot(tx: Transactie, id: string, tot: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.betrekking set tot = ${tot}::date
    where id = ${id}::uuid and tot is null and (van is null or van <= ${tot}::date)`.execute(tx);
  return numAffectedRows === 1n;
}
