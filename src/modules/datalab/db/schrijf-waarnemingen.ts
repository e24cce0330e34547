import { sql, type Transactie } from '#platform/db/index.ts';
import type { Plaatssoort } from '../domain/plaats.ts';
import type { Openbaarheid, Teken } from '../domain/waarneming.ts';

/** An observation as it is about to be stored; days in ISO form. */
export interface NieuweWaarneming {
  plaatssoort: Plaatssoort;
  plaats: string;
  plaatsnaam: string;
  regio: string | null;
  gemeente: string | null;
  periode: string;
  periodetekst: string;
  van: string;
  tot: string;
  indicator: string;
  definitieversie: number;
  bron_id: string;
  plek: string;
  openbaarheid: Openbaarheid;
  organisatie_id: string | null;
  /** Decimal text, exactly as the source has it; null where the source gives a sign. */
  waarde: string | null;
  decimalen: number;
  eenheid: string;
  voorlopig: boolean;
  overgenomen: string;
  opmerking: string | null;
  /** The source rounds to multiples of this; null as counted. */
  rondingsstap: number | null;
  teken: Teken | null;
  /** Who stand behind the count; left out where nobody says. */
  huishoudens?: number | null;
  personen?: number | null;
  grootste?: number | null;
  tweede?: number | null;
}

/** Under what the new versions are stored. */
export interface Schrijfwijze {
  nu: Temporal.Instant;
  door: string;
  reden: string;
  inlezing: string | null;
}

const KOLOMMEN = `plaatssoort text, plaats text, plaatsnaam text, regio text, gemeente text, periode text,
  periodetekst text, van date, tot date, indicator text, definitieversie int, bron_id text, plek text,
  openbaarheid text, organisatie_id uuid, waarde text, decimalen smallint, eenheid text, voorlopig boolean,
  overgenomen date, opmerking text, rondingsstap smallint, teken text, huishoudens int, personen int,
  grootste int, tweede int`;

/** Does a row say who stand behind its count? */
const NOEMT = sql.raw('num_nonnulls(x.huishoudens, x.personen, x.grootste, x.tweede) > 0');

/**
 * Stores observations, with who stand behind them. What exists and says the same stays; what exists and says something
 * else gets a version more; nothing is overwritten. A file that says nothing of who stand behind a count takes nothing
 * back of what was said. Gives how many versions were added.
 */
export async function schrijfWaarnemingen(
  tx: Transactie,
  rijen: readonly NieuweWaarneming[],
  wijze: Schrijfwijze,
): Promise<number> {
  if (rijen.length === 0) return 0;
  const invoer = JSON.stringify(rijen);
  await sql`
    insert into datalab.waarneming (id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode, periodetekst, van, tot,
      indicator, definitieversie, bron_id, plek, openbaarheid, organisatie_id)
    select gen_random_uuid(), x.plaatssoort, x.plaats, x.plaatsnaam, x.regio, x.gemeente, x.periode, x.periodetekst, x.van,
      x.tot, x.indicator, x.definitieversie, x.bron_id, x.plek, x.openbaarheid, x.organisatie_id
    from jsonb_to_recordset(${invoer}::jsonb) as x(${sql.raw(KOLOMMEN)})
    on conflict do nothing`.execute(tx);
  return schrijfStanden(tx, invoer, wijze);
}

/** The new states of observations that are there, with who stand behind each. Gives how many there are. */
async function schrijfStanden(tx: Transactie, invoer: string, wijze: Schrijfwijze): Promise<number> {
  const r = await sql<{ aantal: number }>`with gelezen as (
    select w.id as waarneming, coalesce(l.versie, 0) + 1 as nieuwe_versie, x.*,
      case when ${NOEMT} then array[x.huishoudens, x.personen, x.grootste, x.tweede]
        when l.waarde = x.waarde::numeric then array[b.huishoudens, b.personen, b.grootste, b.tweede] end as wie
    from jsonb_to_recordset(${invoer}::jsonb) as x(${sql.raw(KOLOMMEN)})
    join datalab.waarneming w on (w.plaatssoort, w.plaats, w.periode, w.periodetekst, w.indicator, w.definitieversie,
        w.bron_id, w.plek, w.openbaarheid)
      = (x.plaatssoort, x.plaats, x.periode, x.periodetekst, x.indicator, x.definitieversie, x.bron_id, x.plek,
        x.openbaarheid) and w.regio is not distinct from x.regio
    left join lateral (select v.* from datalab.waarneming_versie v where v.waarneming_id = w.id
      order by v.versie desc limit 1) l on true
    left join datalab.waarneming_bijdrager b on b.waarneming_id = w.id and b.versie = l.versie
    where l.versie is null or l.waarde is distinct from x.waarde::numeric or l.voorlopig <> x.voorlopig
      or l.eenheid <> x.eenheid or l.teken is distinct from x.teken or l.rondingsstap is distinct from x.rondingsstap
      or (${NOEMT} and (x.huishoudens, x.personen, x.grootste, x.tweede)
        is distinct from (b.huishoudens, b.personen, b.grootste, b.tweede))
  ), nieuw as (
    insert into datalab.waarneming_versie (waarneming_id, versie, waarde, decimalen, eenheid, voorlopig, overgenomen,
      opmerking, rondingsstap, teken, inlezing_id, vastgelegd, door, reden)
    select g.waarneming, g.nieuwe_versie, g.waarde::numeric, g.decimalen, g.eenheid, g.voorlopig, g.overgenomen,
      g.opmerking, g.rondingsstap, g.teken, ${wijze.inlezing}::uuid, ${wijze.nu.toString()}::timestamptz,
      ${wijze.door}, ${wijze.reden} from gelezen g
    returning waarneming_id, versie
  ), wie as (
    insert into datalab.waarneming_bijdrager (waarneming_id, versie, huishoudens, personen, grootste, tweede)
    select n.waarneming_id, n.versie, g.wie[1], g.wie[2], g.wie[3], g.wie[4]
    from nieuw n join gelezen g on g.waarneming = n.waarneming_id
    where num_nonnulls(g.wie[1], g.wie[2], g.wie[3], g.wie[4]) > 0
  ) select count(*)::int as aantal from nieuw`.execute(tx);
  return r.rows[0]?.aantal ?? 0;
}

/**
 * Withdraws what an earlier release stored of these same figures under another version of the definition. The history
 * stays: what was known then is still to be read. Gives how many were withdrawn.
 */
export async function trekAndereDefinitieIn(
  tx: Transactie,
  rijen: readonly NieuweWaarneming[],
  wijze: Schrijfwijze,
): Promise<number> {
  const r = await sql`
    insert into datalab.waarneming_versie (waarneming_id, versie, waarde, decimalen, eenheid, voorlopig, overgenomen,
      opmerking, inlezing_id, vastgelegd, door, reden)
    select w.id, l.versie + 1, null, l.decimalen, l.eenheid, l.voorlopig, l.overgenomen, l.opmerking, null,
      ${wijze.nu.toString()}::timestamptz, ${wijze.door}, ${wijze.reden}
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as x(${sql.raw(KOLOMMEN)})
    join datalab.waarneming w on (w.plaatssoort, w.plaats, w.periode, w.periodetekst, w.indicator, w.bron_id, w.plek,
        w.openbaarheid)
      = (x.plaatssoort, x.plaats, x.periode, x.periodetekst, x.indicator, x.bron_id, x.plek, x.openbaarheid)
      and w.regio is not distinct from x.regio and w.definitieversie <> x.definitieversie
    join lateral (select v.* from datalab.waarneming_versie v where v.waarneming_id = w.id
      order by v.versie desc limit 1) l on l.waarde is not null
    where not exists (select 1 from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as y(${sql.raw(KOLOMMEN)})
      where (y.plaatssoort, y.plaats, y.periode, y.periodetekst, y.indicator, y.bron_id, y.plek, y.openbaarheid,
          y.definitieversie)
        = (w.plaatssoort, w.plaats, w.periode, w.periodetekst, w.indicator, w.bron_id, w.plek, w.openbaarheid,
          w.definitieversie))`.execute(tx);
  return Number(r.numAffectedRows ?? 0);
}
