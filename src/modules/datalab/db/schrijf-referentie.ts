import { sql, type Transactie } from '#platform/db/index.ts';
import type { Gemeente } from '../domain/gemeente.ts';
import type { Indicator } from '../domain/indicator.ts';

const alsJson = (x: unknown): string => JSON.stringify(x);

/** A municipality with the columns that only reports about the country use. */
export type VolleGemeente = Gemeente & { vrCode: string; vtRegio: string; ggdRegio: string | null };

/** Adds and renews municipalities. */
export async function schrijfGemeenten(tx: Transactie, rijen: readonly VolleGemeente[]): Promise<void> {
  await sql`
    insert into datalab.gemeente (code, naam, cbs_naam, slug, provincie, vr_code, vt_regio, ggd_regio, regio, subregio,
      geldig_vanaf, geldig_tot, opvolgers)
    select code, naam, "cbsNaam", slug, provincie, "vrCode", "vtRegio", "ggdRegio", regio, subregio, "geldigVanaf",
      "geldigTot", opvolgers
    from jsonb_to_recordset(${alsJson(rijen)}::jsonb) as x(code text, naam text, "cbsNaam" text, slug text,
      provincie text, "vrCode" text, "vtRegio" text, "ggdRegio" text, regio text, subregio text, "geldigVanaf" date,
      "geldigTot" date, opvolgers text[])
    on conflict (code) do update set naam = excluded.naam, cbs_naam = excluded.cbs_naam, slug = excluded.slug,
      provincie = excluded.provincie, vr_code = excluded.vr_code, vt_regio = excluded.vt_regio,
      ggd_regio = excluded.ggd_regio, regio = excluded.regio, subregio = excluded.subregio,
      geldig_vanaf = excluded.geldig_vanaf, geldig_tot = excluded.geldig_tot, opvolgers = excluded.opvolgers`.execute(
    tx,
  );
}

/** One row of the list of mergers. */
export interface Herindelingrij {
  datum: string;
  oude_code: string;
  oude_naam: string;
  nieuwe_code: string;
  nieuwe_naam: string;
  aard: string;
  opmerking: string | null;
}

/** Adds mergers that are not there yet. */
export async function schrijfHerindelingen(tx: Transactie, rijen: readonly Herindelingrij[]): Promise<void> {
  await sql`
    insert into datalab.herindeling (datum, oude_code, oude_naam, nieuwe_code, nieuwe_naam, aard, opmerking)
    select datum, oude_code, oude_naam, nieuwe_code, nieuwe_naam, aard, opmerking
    from jsonb_to_recordset(${alsJson(rijen)}::jsonb) as x(datum date, oude_code text, oude_naam text,
      nieuwe_code text, nieuwe_naam text, aard text, opmerking text)
    on conflict do nothing`.execute(tx);
}

/** Inhabitants of a municipality in a year, with household and age figures where there are any. */
export interface Inwonerrij {
  code: string;
  jaar: number;
  inwoners: number;
  mannen: number;
  vrouwen: number;
  kenmerken: Readonly<Record<string, number>>;
}

/** Adds inhabitants; a corrected number of a later release replaces the earlier. */
export async function schrijfInwonertallen(tx: Transactie, rijen: readonly Inwonerrij[]): Promise<void> {
  await sql`
    insert into datalab.inwonertal as i (code, jaar, inwoners, mannen, vrouwen, kenmerken)
    select code, jaar, inwoners, mannen, vrouwen, kenmerken
    from jsonb_to_recordset(${alsJson(rijen)}::jsonb) as x(code text, jaar int, inwoners int, mannen int, vrouwen int,
      kenmerken jsonb)
    on conflict (code, jaar) do update set inwoners = excluded.inwoners, mannen = excluded.mannen,
      vrouwen = excluded.vrouwen, kenmerken = excluded.kenmerken
    where (i.inwoners, i.mannen, i.vrouwen, i.kenmerken)
      is distinct from (excluded.inwoners, excluded.mannen, excluded.vrouwen, excluded.kenmerken)`.execute(
    tx,
  );
}

/** Adds indicators; a definition that is there stays: a changed definition has a version of its own. */
export async function schrijfIndicatoren(tx: Transactie, rijen: readonly Indicator[]): Promise<void> {
  const invoer = rijen.map(i => ({
    code: i.code,
    definitieversie: i.definitieversie,
    groep: i.groep,
    inhoud: i,
  }));
  await sql`
    insert into datalab.indicator (code, definitieversie, groep, inhoud)
    select code, definitieversie, groep, inhoud
    from jsonb_to_recordset(${alsJson(invoer)}::jsonb) as x(code text, definitieversie int, groep text, inhoud jsonb)
    on conflict (code, definitieversie) do update set groep = excluded.groep, inhoud = excluded.inhoud`.execute(
    tx,
  );
}

/** A source as shown: by title, publisher and date. */
export interface Bronrij {
  id: string;
  titel: string;
  van: string | null;
  datum: string | null;
}

/** Adds public sources that come with a release. */
export async function schrijfBronnen(tx: Transactie, rijen: readonly Bronrij[]): Promise<void> {
  await sql`
    insert into datalab.bron as bron (id, titel, van, datum, regio, openbaar)
    select id, titel, van, datum, null, true
    from jsonb_to_recordset(${alsJson(rijen)}::jsonb) as x(id text, titel text, van text, datum text)
    on conflict (id) do update set titel = excluded.titel, van = excluded.van, datum = excluded.datum
    where (bron.titel, bron.van, bron.datum) is distinct from (excluded.titel, excluded.van, excluded.datum)`.execute(
    tx,
  );
}

/** A contradiction in the sources that no check computes. */
export interface Bevindingrij {
  code: string;
  regio: string;
  gemeente: string | null;
  klein: boolean;
  inhoud: unknown;
}

/** Adds and renews contradictions. */
export async function schrijfBevindingen(tx: Transactie, rijen: readonly Bevindingrij[]): Promise<void> {
  await sql`
    insert into datalab.bevinding (code, regio, gemeente, klein, inhoud)
    select code, regio, gemeente, klein, inhoud
    from jsonb_to_recordset(${alsJson(rijen)}::jsonb) as x(code text, regio text, gemeente text, klein boolean,
      inhoud jsonb)
    on conflict (code) do update set regio = excluded.regio, gemeente = excluded.gemeente, klein = excluded.klein,
      inhoud = excluded.inhoud`.execute(tx);
}
