import { sql, type Transactie } from '#platform/db/index.ts';
import type { Onderdeel } from '../domain/programma.ts';
import { isSchrijfbaar } from '../domain/tekens.ts';
import type { Inhoud, Soortcode } from '../domain/veld.ts';

/** An item with its working version beside what is public; removed ones too. */
export interface Concept extends Omit<Onderdeel, 'geldigVanaf' | 'doorRol'> {
  /** Taken out of the working version; public until that is published. */
  verwijderd: boolean;
  /** Place in the published list; null when nothing of it is public. */
  openbareVolgorde: number | null;
  /** Null: nothing of it is public. */
  openbaar: Inhoud | null;
  reden: string | null;
}

type Rij = Omit<Concept, 'openbareVersie' | 'openbareVolgorde'> & {
  openbare_versie: number | null;
  openbare_volgorde: number | null;
};

const naarConcept = ({ openbare_versie, openbare_volgorde, ...r }: Rij): Concept => ({
  ...r,
  openbareVersie: openbare_versie,
  openbareVolgorde: openbare_volgorde,
});

const kolommen = sql`o.id, o.soort, o.code, o.gemeente, o.volgorde, o.versie, o.openbare_versie, o.openbare_volgorde,
  o.verwijderd,  w.inhoud, w.reden, p.inhoud openbaar
  from programma.onderdeel o
  join programma.onderdeel_versie w on w.onderdeel_id = o.id and w.versie = o.versie
  left join programma.onderdeel_versie p on p.onderdeel_id = o.id and p.versie = o.openbare_versie`;

/** Every item of a region whose public version is not its working version, or whose public place is not. */
export async function listConcepten(tx: Transactie, regio: string): Promise<Concept[]> {
  const { rows } = await sql<Rij>`select ${kolommen}
    where o.regio = ${regio} and case when o.verwijderd then o.openbare_versie is not null
      else (o.openbare_versie, o.openbare_volgorde) is distinct from (o.versie, o.volgorde) end
    order by o.soort, o.volgorde, o.code`.execute(tx);
  return rows.map(naarConcept);
}

/** One item with both versions, also when it was removed; null when it is not there or not for this reader. */
export async function findConcept(
  tx: Transactie,
  regio: string,
  soort: Soortcode,
  code: string,
): Promise<Concept | null> {
  if (!isSchrijfbaar(code)) return null;
  const { rows } = await sql<Rij>`select ${kolommen}
    where o.regio = ${regio} and o.soort = ${soort} and o.code = ${code}`.execute(tx);
  return rows[0] ? naarConcept(rows[0]) : null;
}

/** All items of a region, removed ones included, in their working version. */
export async function listAlles(tx: Transactie, regio: string): Promise<Concept[]> {
  const { rows } = await sql<Rij>`select ${kolommen}
    where o.regio = ${regio} order by o.soort, o.volgorde, o.code`.execute(tx);
  return rows.map(naarConcept);
}

/** Makes the working version and its place public, or a removal; false when it moved on meanwhile or the actor may not. */
export async function maakOpenbaar(tx: Transactie, id: string, versie: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update programma.onderdeel
    set openbare_versie = case when verwijderd then null else versie end,
        openbare_volgorde = case when verwijderd then null else volgorde end
    where id = ${id} and versie = ${versie}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Waits until nobody else reads a file in for this region, until the end of the transaction. */
export async function wachtOpBeurt(tx: Transactie, regio: string): Promise<void> {
  const wat = `programma.inlezen:${regio}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${wat}, 0))`.execute(tx);
}

/** Gives an item its place in the working list. The order is no content: it has no versions. */
export async function zetVolgorde(tx: Transactie, id: string, volgorde: number): Promise<void> {
  await sql`update programma.onderdeel set volgorde = ${volgorde} where id = ${id}`.execute(tx);
}
