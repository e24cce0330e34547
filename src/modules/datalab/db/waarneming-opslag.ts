import { parsePeriode } from '#kern/datum/index.ts';
import { type Citaat, uitOpenbareBron } from '#kern/onthulling/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Plaatssoort } from '../domain/plaats.ts';
import { opTijd } from '../domain/verandering.ts';
import type { Openbaarheid, Waarneming } from '../domain/waarneming.ts';

interface Rij {
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

function alsWaarneming(r: Rij): Waarneming {
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
      openbaarheid, waarde, decimalen, eenheid, voorlopig, overgenomen, opmerking, versie, plek,
      bron_id, bron_titel, bron_van, bron_datum
    from datalab.actuele_waarneming
    where (${f.regio ?? null}::text is null or regio = ${f.regio ?? null}
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
      definitieversie, openbaarheid, waarde, decimalen, eenheid, voorlopig, overgenomen, opmerking, versie, plek,
      bron_id, bron_titel, bron_van, bron_datum
    from m left join datalab.actuele_waarneming w
      on w.regio = ${regio} or (w.regio is null and w.plaatssoort <> 'gemeente')`.execute(tx);
  const rijen = r.rows.flatMap(x => (x.id === null ? [] : [x]));
  return { merk: r.rows[0]?.merk ?? '', waarnemingen: rijen.map(alsWaarneming).toSorted(opTijd) };
}

/** One observation by its id, or null: not there, or not for this reader. */
export async function findWaarneming(tx: Transactie, id: string): Promise<Waarneming | null> {
  const r = await sql<Rij>`
    select id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode, periodetekst, indicator, definitieversie,
      openbaarheid, waarde, decimalen, eenheid, voorlopig, overgenomen, opmerking, versie, plek,
      bron_id, bron_titel, bron_van, bron_datum
    from datalab.actuele_waarneming where id = ${id}`.execute(tx);
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
