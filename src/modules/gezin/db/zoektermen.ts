import { sql, type Transactie } from '#platform/db/index.ts';
import type { Termsoort } from '../domain/zoektermen.ts';

/** A part of a person as it stands in the index: it can be compared and says nothing else. */
export interface Blindeterm {
  soort: Termsoort;
  term: Buffer;
}

export async function insertZoektermen(
  tx: Transactie,
  persoon: string,
  termen: readonly Blindeterm[],
): Promise<void> {
  if (termen.length === 0) return;
  await sql`insert into gezin.zoekterm (persoon_id, soort, term)
    values ${sql.join(termen.map(t => sql`(${persoon}::uuid, ${t.soort}, ${t.term})`))}`.execute(tx);
}

export async function deleteZoektermen(
  tx: Transactie,
  persoon: string,
  soorten: readonly Termsoort[],
): Promise<void> {
  await sql`delete from gezin.zoekterm
    where persoon_id = ${persoon}::uuid and soort = any (${[...soorten]}::text[])`.execute(tx);
}

export interface Treffer {
  persoon: string;
  soort: Termsoort;
  term: Buffer;
}

/**
 * Which persons that the actor sees carry which of these terms. The second condition says no more than where to look, so that
 * a common name costs what his own files hold and not what the region holds; the policy judges (ADR 0010).
 */
export async function selectTreffers(tx: Transactie, termen: readonly Buffer[]): Promise<Treffer[]> {
  const { rows } = await sql<Treffer>`
    select persoon_id as persoon, soort, term from gezin.zoekterm
    where term = any (${[...termen]}::bytea[])
      and persoon_id = any (array(select m.id from toegang.mogelijke_betrokkene m)) order by persoon_id`.execute(
    tx,
  );
  return rows;
}

/** The same over the region, for who has the task of the radar: by the door of the database, at most 40 terms. */
export async function selectRadar(tx: Transactie, termen: readonly Buffer[]): Promise<Treffer[]> {
  const { rows } = await sql<Treffer>`
    select persoon_id as persoon, soort, term from gezin.radar(${[...termen]}::bytea[])`.execute(tx);
  return rows;
}

/** Somebody to bar from, by id, with the household in which he was found when that was asked. */
export interface TeWeren {
  mens: string;
  huishouden: string | null;
}

/** Exactly these terms, for the privacy officer of the controller: by the door of the database, in a counted search. */
export async function selectTeWeren(
  tx: Transactie,
  termen: readonly Buffer[],
  metHuishouden: boolean,
): Promise<TeWeren[]> {
  const { rows } = await sql<TeWeren>`
    select mens, huishouden from gezin.vind_te_weren(${[...termen]}::bytea[], ${metHuishouden}) order by 2, 1`.execute(
    tx,
  );
  return rows;
}
