import { sql, type Transactie } from '#platform/db/index.ts';
import type { Gebeurtenis, Gebeurtenissoort } from '../domain/gebeurtenis.ts';

interface Rij {
  id: string;
  gemeente: string | null;
  datum: string;
  soort: Gebeurtenissoort;
  tekst: string;
  bron: string;
  openbaar: boolean;
}

/** Events that people of the region entered and that row security shows this reader, oldest first. */
export async function listGebeurtenisrijen(tx: Transactie, regio: string): Promise<Gebeurtenis[]> {
  const r = await sql<Rij>`select id, gemeente, datum::text as datum, soort, tekst, bron, openbaar
    from datalab.gebeurtenis where regio = ${regio} and ingetrokken is null order by datum, id`.execute(tx);
  return r.rows.map(({ gemeente, tekst, ...rest }) => ({
    ...rest,
    kort: { nl: tekst, en: null },
    tekst: { nl: tekst, en: null },
    nagelezen: true,
    indicatoren: null,
    gemeenten: gemeente === null ? null : [gemeente],
  }));
}

/** Adds an event of a region. */
export async function bewaarGebeurtenis(
  tx: Transactie,
  g: Omit<Rij, 'id'> & { regio: string },
  door: string,
  nu: Temporal.Instant,
): Promise<string> {
  const r = await sql<{
    id: string;
  }>`insert into datalab.gebeurtenis (regio, gemeente, datum, soort, tekst, bron,
      openbaar, gemaakt, door)
    values (${g.regio}, ${g.gemeente}, ${g.datum}, ${g.soort}, ${g.tekst}, ${g.bron}, ${g.openbaar},
      ${nu.toString()}::timestamptz, ${door}) returning id`.execute(tx);
  return r.rows[0]?.id ?? '';
}

/** Takes an event back; it stays in the table. False: not there, not for this reader, or already taken back. */
export async function trekGebeurtenisIn(
  tx: Transactie,
  id: string,
  door: string,
  nu: Temporal.Instant,
): Promise<boolean> {
  const r = await sql`update datalab.gebeurtenis set ingetrokken = ${nu.toString()}::timestamptz,
      ingetrokken_door = ${door} where id = ${id} and ingetrokken is null`.execute(tx);
  return Number(r.numAffectedRows ?? 0) > 0;
}

/** Mergers of municipalities of a region, oldest first. */
export async function listHerindelingen(
  tx: Transactie,
  regio: string,
): Promise<
  { datum: string; oud: string; nieuw: string; oudeCode: string; nieuweCode: string; aard: string }[]
> {
  const r = await sql<{
    datum: string;
    oud: string;
    nieuw: string;
    oudeCode: string;
    nieuweCode: string;
    aard: string;
  }>`select h.datum::text as datum, h.oude_naam as oud, h.nieuwe_naam as nieuw, h.oude_code as "oudeCode",
      h.nieuwe_code as "nieuweCode", h.aard
    from datalab.herindeling h where exists (select 1 from datalab.gemeente g
      where g.regio = ${regio} and g.code in (h.oude_code, h.nieuwe_code))
    order by h.datum, h.oude_naam`.execute(tx);
  return r.rows;
}
