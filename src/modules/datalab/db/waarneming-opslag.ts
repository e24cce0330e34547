import { parsePeriode } from '#kern/datum/index.ts';
import { type Citaat, uitOpenbareBron } from '#kern/onthulling/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';
import { sql, type Transactie } from '#platform/db/index.ts';
import { TIJDZONE } from '#platform/klok/index.ts';
import type { Plaatssoort } from '../domain/plaats.ts';
import { opTijd } from '../domain/verandering.ts';
import type { Openbaarheid, Waarneming } from '../domain/waarneming.ts';

/** An observation with one of its states and its source, as it stands in the database. */
export interface Rij {
  id: string;
  plaatssoort: Plaatssoort;
  plaats: string;
  plaatsnaam: string;
  regio: string | null;
  gemeente: string | null;
  periode: string;
  periodetekst: string;
  indicator: string;
  definitieversie: number;
  openbaarheid: Openbaarheid;
  waarde: number;
  decimalen: number;
  eenheid: string;
  voorlopig: boolean;
  overgenomen: string;
  opmerking: string | null;
  rondingsstap: number | null;
  versie: number;
  plek: string;
  bron_id: string;
  bron_titel: string;
  bron_van: string | null;
  bron_datum: string | null;
}

/** What to read; everything left out is not filtered on. */
export interface Waarnemingfilter {
  /** Figures that belong to this region. */
  regio?: string;
  /** With `regio`: also what belongs to no region (country, provinces, supra-regional). */
  ookBreder?: boolean;
  gemeente?: string;
  indicator?: string;
}

/** A row as an observation. */
export function alsWaarneming(r: Rij): Waarneming {
  const citaat: Citaat = { titel: r.bron_titel, van: r.bron_van, datum: r.bron_datum, plek: r.plek };
  return {
    id: r.id,
    plaats: { soort: r.plaatssoort, code: r.plaats, naam: r.plaatsnaam },
    regio: r.regio,
    gemeente: r.gemeente,
    periode: waardeOf(parsePeriode(r.periode)),
    periodeCode: r.periode,
    periodeTekst: r.periodetekst,
    indicator: r.indicator,
    definitieversie: r.definitieversie,
    cijfer:
      r.openbaarheid === 'openbaar_in_bron'
        ? { openbaarheid: r.openbaarheid, publiceerbaar: uitOpenbareBron(citaat, r.waarde) }
        : { openbaarheid: r.openbaarheid, waarde: r.waarde },
    decimalen: r.decimalen,
    ...(r.rondingsstap === null ? {} : { rondingsstap: r.rondingsstap }),
    eenheid: r.eenheid,
    voorlopig: r.voorlopig,
    overgenomen: r.overgenomen,
    opmerking: r.opmerking,
    bron: r.bron_id,
    citaat,
    versie: r.versie,
  };
}

/** Current observations that row security shows this reader, by period and then by place. */
export async function listWaarnemingen(tx: Transactie, f: Waarnemingfilter): Promise<Waarneming[]> {
  const r = await sql<Rij>`
    select id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode, periodetekst, indicator, definitieversie,
      openbaarheid, waarde, decimalen, eenheid, voorlopig, overgenomen, opmerking, rondingsstap, versie, plek,
      bron_id, bron_titel, bron_van, bron_datum
    from datalab.actuele_waarneming
    where waarde is not null and (${f.regio ?? null}::text is null or regio = ${f.regio ?? null}
        or (${f.ookBreder ?? false} and regio is null and plaatssoort <> 'gemeente'))
      and (${f.gemeente ?? null}::text is null or gemeente = ${f.gemeente ?? null})
      and (${f.indicator ?? null}::text is null or indicator = ${f.indicator ?? null})`.execute(tx);
  return r.rows.map(alsWaarneming).toSorted(opTijd);
}

/**
 * What stands for all that this reader may see of the figures of a region: the marks of the groups that his rights open,
 * and the regions of which he may see internal sources, since a figure goes with its source.
 */
const merkVan = (regio: string) => sql<string>`(
  select coalesce(string_agg(g.merk::text, ' ' order by g.merk), '') from datalab.waarneming_groep g
  where g.regio = ${regio} or g.regio is null) || '/' || (
  select coalesce(string_agg(distinct coalesce(b.regio, '-'), ' '), '') from datalab.bron b where not b.openbaar)`;

/**
 * The mark of what this reader may see of the figures of a region and of what is wider than a region. Two answers are
 * the same only if the figures, places and catalogue behind them are the same.
 */
export async function leesMerk(tx: Transactie, regio: string): Promise<string> {
  const r = await sql<{ merk: string }>`select ${merkVan(regio)} as merk`.execute(tx);
  return r.rows[0]?.merk ?? '';
}

/** The mark of places and catalogue, which are the same for everybody: that of the group of the country. */
export async function leesNaslagmerk(tx: Transactie): Promise<string> {
  const r = await sql<{ merk: string }>`select g.merk::text as merk from datalab.waarneming_groep g
    where g.regio is null and g.gemeente is null and g.openbaarheid = 'openbaar_in_bron'`.execute(tx);
  return r.rows[0]?.merk ?? '';
}

/**
 * Current observations of a region and of what is wider, that row security shows this reader, with their mark. In one
 * question: a right or figure that changes meanwhile is in both or in neither.
 */
export async function listWaarnemingenMetMerk(
  tx: Transactie,
  regio: string,
): Promise<{ merk: string; waarnemingen: Waarneming[] }> {
  const r = await sql<{ merk: string } & (Rij | { id: null })>`
    with m as (select ${merkVan(regio)} as merk)
    select m.merk, w.id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode, periodetekst, indicator,
      definitieversie, openbaarheid, waarde, decimalen, eenheid, voorlopig, overgenomen, opmerking, rondingsstap, versie, plek,
      bron_id, bron_titel, bron_van, bron_datum
    from m left join datalab.actuele_waarneming w
      on w.waarde is not null and (w.regio = ${regio} or (w.regio is null and w.plaatssoort <> 'gemeente'))`.execute(
    tx,
  );
  const rijen = r.rows.flatMap(x => (x.id === null ? [] : [x]));
  return { merk: r.rows[0]?.merk ?? '', waarnemingen: rijen.map(alsWaarneming).toSorted(opTijd) };
}

/** One observation by its id, or null: not there, or not for this reader. */
export async function findWaarneming(tx: Transactie, id: string): Promise<Waarneming | null> {
  const r = await sql<Rij>`
    select id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode, periodetekst, indicator, definitieversie,
      openbaarheid, waarde, decimalen, eenheid, voorlopig, overgenomen, opmerking, rondingsstap, versie, plek,
      bron_id, bron_titel, bron_van, bron_datum
    from datalab.actuele_waarneming where id = ${id} and waarde is not null`.execute(tx);
  return r.rows[0] ? alsWaarneming(r.rows[0]) : null;
}

/** An earlier or current state of an observation. */
export interface Waarnemingstand {
  versie: number;
  waarde: number | null;
  eenheid: string;
  voorlopig: boolean;
  overgenomen: string;
  reden: string;
}

/** All versions of an observation, newest first; empty when it is not for this reader. */
export async function listStanden(tx: Transactie, id: string): Promise<Waarnemingstand[]> {
  const r = await sql<Waarnemingstand>`
    select versie, waarde, eenheid, voorlopig, overgenomen, reden
    from datalab.waarneming_versie where waarneming_id = ${id} order by versie desc`.execute(tx);
  return r.rows;
}

/** A figure that its source does not give: place, period, definition and where the sign stands. */
export interface Onbekende {
  plaats: string;
  plaatsnaam: string;
  periode: string;
  definitieversie: number;
  bron: string;
  plek: string;
}

/** What the sources of a region call unknown or secret of an indicator, as this reader may see it; by time and place. */
export async function listOnbekenden(tx: Transactie, regio: string, indicator: string): Promise<Onbekende[]> {
  const r = await sql<Onbekende>`
    select plaats, plaatsnaam, periode, definitieversie, bron_titel as bron, plek
    from datalab.actuele_waarneming
    where teken is not null and indicator = ${indicator} and regio = ${regio}
    order by periode, plaatsnaam collate stelsel.nl`.execute(tx);
  return r.rows;
}

/** How long keeping the current figures ready took in this transaction, in microseconds. */
export async function leesVerversduur(tx: Transactie): Promise<number> {
  const r = await sql<{ duur: string | null }>`
    select round(nullif(current_setting('lange_adem.ververst', true), '')::numeric)::text as duur`.execute(
    tx,
  );
  return Number(r.rows[0]?.duur ?? 0);
}

/** The first moment after a day in this country. */
export function eindeVan(dag: Temporal.PlainDate): Temporal.Instant {
  return dag.add({ days: 1 }).toZonedDateTime(TIJDZONE).toInstant();
}

/**
 * What this reader may see of the figures of a region and of what is wider, as it was known at the end of a day: of
 * each observation the last state laid down by then, whatever became of it later.
 */
export async function listWaarnemingenOp(
  tx: Transactie,
  regio: string,
  dag: Temporal.PlainDate,
): Promise<Waarneming[]> {
  const r = await sql<Rij>`
    select w.id, w.plaatssoort, w.plaats, w.plaatsnaam, w.regio, w.gemeente, w.periode, w.periodetekst, w.indicator,
      w.definitieversie, w.openbaarheid, v.waarde, v.decimalen, v.eenheid, v.voorlopig, v.overgenomen, v.opmerking,
      v.rondingsstap, v.versie, w.plek, w.bron_id, b.titel as bron_titel, b.van as bron_van, b.datum as bron_datum
    from datalab.waarneming w
    join datalab.bron b on b.id = w.bron_id
    join lateral (select x.* from datalab.waarneming_versie x
      where x.waarneming_id = w.id and x.vastgelegd < ${eindeVan(dag).toString()}::timestamptz
      order by x.versie desc limit 1) v on v.waarde is not null
    where w.regio = ${regio} or (w.regio is null and w.plaatssoort <> 'gemeente')`.execute(tx);
  return r.rows.map(alsWaarneming).toSorted(opTijd);
}

/** One state of an observation, to find it back as it was. */
export interface Standverwijzing {
  readonly waarneming: string;
  readonly versie: number;
}

/** Observations as they stood at these versions, whatever came later; what is not for this reader is left out. */
export async function listWaarnemingenBij(
  tx: Transactie,
  standen: readonly Standverwijzing[],
): Promise<Waarneming[]> {
  const r = await sql<Rij>`
    select w.id, plaatssoort, plaats, plaatsnaam, w.regio, gemeente, periode, periodetekst, indicator, definitieversie,
      openbaarheid, v.waarde, v.decimalen, v.eenheid, v.voorlopig, v.overgenomen, v.opmerking, v.rondingsstap,
      v.versie, plek, bron_id, b.titel as bron_titel, b.van as bron_van, b.datum as bron_datum
    from unnest(${standen.map(s => s.waarneming)}::uuid[], ${standen.map(s => s.versie)}::int[]) as s (id, versie)
    join datalab.waarneming w on w.id = s.id
    join datalab.waarneming_versie v on v.waarneming_id = s.id and v.versie = s.versie
    join datalab.bron b on b.id = w.bron_id
    where v.waarde is not null`.execute(tx);
  return r.rows.map(alsWaarneming).toSorted(opTijd);
}
