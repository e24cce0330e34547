import { sql, type Transactie } from '#platform/db/index.ts';
import type { Plaatssoort } from '../domain/plaats.ts';
import type { Openbaarheid } from '../domain/waarneming.ts';

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
  /** Decimal text, exactly as the source has it. */
  waarde: string;
  decimalen: number;
  eenheid: string;
  voorlopig: boolean;
  overgenomen: string;
  opmerking: string | null;
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
  overgenomen date, opmerking text`;

/**
 * Stores observations. What exists and says the same stays; what exists and says something else gets a version more;
 * nothing is overwritten. Gives how many versions were added.
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
  const r = await sql`
    insert into datalab.waarneming_versie (waarneming_id, versie, waarde, decimalen, eenheid, voorlopig, overgenomen,
      opmerking, inlezing_id, vastgelegd, door, reden)
    select w.id, coalesce(l.versie, 0) + 1, x.waarde::numeric, x.decimalen, x.eenheid, x.voorlopig, x.overgenomen,
      x.opmerking, ${wijze.inlezing}::uuid, ${wijze.nu.toString()}::timestamptz, ${wijze.door}, ${wijze.reden}
    from jsonb_to_recordset(${invoer}::jsonb) as x(${sql.raw(KOLOMMEN)})
    join datalab.waarneming w on (w.plaatssoort, w.plaats, w.periode, w.periodetekst, w.indicator, w.definitieversie,
        w.bron_id, w.plek, w.openbaarheid)
      = (x.plaatssoort, x.plaats, x.periode, x.periodetekst, x.indicator, x.definitieversie, x.bron_id, x.plek,
        x.openbaarheid) and w.regio is not distinct from x.regio
    left join lateral (select v.* from datalab.waarneming_versie v where v.waarneming_id = w.id
      order by v.versie desc limit 1) l on true
    where l.versie is null or l.waarde is distinct from x.waarde::numeric or l.voorlopig <> x.voorlopig
      or l.eenheid <> x.eenheid`.execute(tx);
  return Number(r.numAffectedRows ?? 0);
}
