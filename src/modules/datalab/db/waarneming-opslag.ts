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
