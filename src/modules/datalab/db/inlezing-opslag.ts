import { sql, type Transactie } from '#platform/db/index.ts';
import type { Koppeling, Tabelinhoud } from '../domain/inleesregel.ts';
import type { Openbaarheid } from '../domain/waarneming.ts';

export type Inlezingtoestand = 'proef' | 'ingelezen' | 'teruggedraaid';
/** Any table, a fixed spreadsheet, or a table of CBS. */
export type Inleessoort = 'vrij' | 'sjabloon' | 'statline';

/** What the reader chose beside the columns. */
export interface Inleeskeuzes {
  readonly koppeling: Koppeling;
  readonly bronTitel: string;
  readonly bronVan: string;
  readonly bronDatum: string;
  readonly plek: string;
  readonly openbaarheid: Openbaarheid;
  /** Cells of the file that are about another region, and were left out. */
  readonly overgeslagen?: number;
}

export interface Inlezing {
  id: string;
  regio: string;
  organisatieId: string | null;
  bestandsnaam: string;
  toestand: Inlezingtoestand;
  tabel: Tabelinhoud;
  keuzes: Inleeskeuzes;
  aantal: number;
  gemaakt: string;
  versie: number;
  soort: Inleessoort;
  weg: 'scherm' | 'map';
  /** SHA-256 of the file, in hexadecimals. */
  kenmerk: string | null;
  /** Microseconds in which the current figures were brought up to date. */
  verversduur: number | null;
}

const VELDEN = sql`id, regio, organisatie_id as "organisatieId", bestandsnaam, toestand, tabel, keuzes, aantal,
  to_char(gemaakt at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as gemaakt, versie, soort, weg, kenmerk,
  verversduur`;

/** Keeps an offered file, not yet imported. */
export async function bewaarProef(
  tx: Transactie,
  i: Pick<
    Inlezing,
    'regio' | 'organisatieId' | 'bestandsnaam' | 'tabel' | 'keuzes' | 'soort' | 'weg' | 'kenmerk'
  >,
  door: string,
  nu: Temporal.Instant,
): Promise<string> {
  const r = await sql<{ id: string }>`
    insert into datalab.inlezing (id, regio, organisatie_id, bestandsnaam, toestand, tabel, keuzes, door, gemaakt,
      soort, weg, kenmerk)
    values (gen_random_uuid(), ${i.regio}, ${i.organisatieId}, ${i.bestandsnaam}, 'proef', ${JSON.stringify(i.tabel)}::jsonb,
      ${JSON.stringify(i.keuzes)}::jsonb, ${door}, ${nu.toString()}::timestamptz,
      ${i.soort}, ${i.weg}, ${i.kenmerk})
    returning id`.execute(tx);
  return r.rows[0]?.id ?? '';
}

/** An import by its id, locked for this transaction when `slot`; null: not there, or not for this reader. */
export async function findInlezing(tx: Transactie, id: string, slot = false): Promise<Inlezing | null> {
  const r = await sql<Inlezing>`select ${VELDEN} from datalab.inlezing where id = ${id}
    ${slot ? sql`for update` : sql``}`.execute(tx);
  return r.rows[0] ?? null;
}

/**
 * Lets one import or withdrawal of a region write at a time, until the end of this transaction: the next number of a
 * version and the source of a title are read before they are written.
 */
export async function wachtOpInleesbeurt(tx: Transactie, regio: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lange_adem:datalab:inlezen:${regio}`}, 0))`.execute(
    tx,
  );
}

/** Imports of a region, newest first, without their tables. */
export async function listInlezingen(
  tx: Transactie,
  regio: string,
): Promise<Pick<Inlezing, 'id' | 'bestandsnaam' | 'toestand' | 'aantal' | 'gemaakt'>[]> {
  const r = await sql<Pick<Inlezing, 'id' | 'bestandsnaam' | 'toestand' | 'aantal' | 'gemaakt'>>`
    select id, bestandsnaam, toestand, aantal,
      to_char(gemaakt at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as gemaakt
    from datalab.inlezing where regio = ${regio} order by gemaakt desc limit 100`.execute(tx);
  return r.rows;
}

/** Keeps the choices of a trial. */
export async function bewaarKeuzes(tx: Transactie, id: string, keuzes: Inleeskeuzes): Promise<void> {
  await sql`update datalab.inlezing set keuzes = ${JSON.stringify(keuzes)}::jsonb, versie = versie + 1
    where id = ${id} and toestand = 'proef'`.execute(tx);
}

/** Marks a trial as imported. */
export async function zetIngelezen(
  tx: Transactie,
  id: string,
  v: { aantal: number; verversduur: number },
  nu: Temporal.Instant,
): Promise<void> {
  await sql`update datalab.inlezing set toestand = 'ingelezen', aantal = ${v.aantal},
    verversduur = ${v.verversduur}, versie = versie + 1,
    ingelezen = ${nu.toString()}::timestamptz where id = ${id}`.execute(tx);
}

/** The id of a source of a region with this title, publisher and date; made when it is not there. */
export async function zorgVoorBron(
  tx: Transactie,
  b: {
    id: string;
    titel: string;
    van: string | null;
    datum: string | null;
    regio: string;
    openbaar: boolean;
  },
): Promise<string> {
  const r = await sql<{
    id: string;
  }>`select id from datalab.bron where regio = ${b.regio} and titel = ${b.titel}
    and van is not distinct from ${b.van} and datum is not distinct from ${b.datum} and openbaar = ${b.openbaar}`.execute(
    tx,
  );
  const bekend = r.rows[0]?.id;
  if (bekend) return bekend;
  await sql`insert into datalab.bron (id, titel, van, datum, regio, openbaar)
    values (${b.id}, ${b.titel}, ${b.van}, ${b.datum}, ${b.regio}, ${b.openbaar})`.execute(tx);
  return b.id;
}

/**
 * Takes an import back: every observation whose current state it brought gets the state before it once more, or is
 * withdrawn when there was none. Later states of other imports stay. Nothing is removed.
 */
export async function draaiInlezingTerug(
  tx: Transactie,
  id: string,
  door: string,
  nu: Temporal.Instant,
): Promise<number> {
  await sql`update datalab.inlezing set toestand = 'teruggedraaid', teruggedraaid = ${nu.toString()}::timestamptz,
    teruggedraaid_door = ${door}, versie = versie + 1 where id = ${id}`.execute(tx);
  const r = await sql<{ aantal: number }>`
    with laatste as (
      select distinct on (v.waarneming_id) v.* from datalab.waarneming_versie v
      where v.waarneming_id in (select waarneming_id from datalab.waarneming_versie where inlezing_id = ${id})
      order by v.waarneming_id, v.versie desc),
    doel as (
      select l.waarneming_id, l.versie + 1 as versie, e.versie as eerder, e.waarde, coalesce(e.decimalen, l.decimalen) as decimalen,
        coalesce(e.eenheid, l.eenheid) as eenheid, coalesce(e.voorlopig, l.voorlopig) as voorlopig,
        coalesce(e.overgenomen, l.overgenomen) as overgenomen, e.opmerking, e.rondingsstap, e.teken, e.inlezing_id
      from laatste l
      left join lateral (
        select v.* from datalab.waarneming_versie v left join datalab.inlezing i on i.id = v.inlezing_id
        where v.waarneming_id = l.waarneming_id and v.versie < l.versie
          and (v.inlezing_id is null or i.toestand = 'ingelezen') and (v.waarde is not null or v.teken is not null)
        order by v.versie desc limit 1) e on true
      where l.inlezing_id = ${id} and (l.waarde is not null or l.teken is not null)),
    terug as (
      insert into datalab.waarneming_versie (waarneming_id, versie, waarde, decimalen, eenheid, voorlopig, overgenomen,
        opmerking, rondingsstap, teken, inlezing_id, vastgelegd, door, reden)
      select d.waarneming_id, d.versie, d.waarde, d.decimalen, d.eenheid, d.voorlopig, d.overgenomen, d.opmerking,
        d.rondingsstap, d.teken, d.inlezing_id, ${nu.toString()}::timestamptz, ${door}, 'inlezing teruggedraaid'
      from doel d returning waarneming_id, versie),
    wie as (
      insert into datalab.waarneming_bijdrager (waarneming_id, versie, huishoudens, personen, grootste, tweede)
      select t.waarneming_id, t.versie, b.huishoudens, b.personen, b.grootste, b.tweede
      from terug t join doel d on d.waarneming_id = t.waarneming_id
      join datalab.waarneming_bijdrager b on b.waarneming_id = d.waarneming_id and b.versie = d.eerder)
    select count(*)::int as aantal from terug`.execute(tx);
  return r.rows[0]?.aantal ?? 0;
}

/** The import of a region that brought exactly this file and still stands; null when there is none. */
export async function findIngelezenBestand(
  tx: Transactie,
  regio: string,
  kenmerk: string,
): Promise<{ id: string; aantal: number } | null> {
  const r = await sql<{ id: string; aantal: number }>`
    select id, aantal from datalab.inlezing
    where regio = ${regio} and kenmerk = ${kenmerk} and toestand = 'ingelezen' order by gemaakt desc limit 1`.execute(
    tx,
  );
  return r.rows[0] ?? null;
}
