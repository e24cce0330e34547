import { sql, type Transactie } from '#platform/db/index.ts';
import type { Meting } from '../domain/meting.ts';
import type { Waarneming } from '../domain/waarneming.ts';
import { alsWaarneming, eindeVan, type Rij } from './waarneming-opslag.ts';

const VELDEN = sql`id, regio, slug, soort, jaar, volgnummer, bekend_op as "bekendOp",
  to_char(vastgesteld at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as vastgesteld`;

/** Measurements of a region, newest year first. */
export async function listMetingen(tx: Transactie, regio: string): Promise<Meting[]> {
  const r = await sql<Meting>`select ${VELDEN} from datalab.meting where regio = ${regio}
    order by jaar desc, soort, volgnummer desc`.execute(tx);
  return r.rows;
}

/** A measurement by its name in the address, or null. */
export async function findMeting(tx: Transactie, regio: string, slug: string): Promise<Meting | null> {
  const r = await sql<Meting>`select ${VELDEN} from datalab.meting
    where regio = ${regio} and slug = ${slug}`.execute(tx);
  return r.rows[0] ?? null;
}

/** One number further than the last of this kind over this year; holds that number until the end of the transaction. */
export async function volgendNummer(
  tx: Transactie,
  regio: string,
  soort: string,
  jaar: number,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lange_adem:datalab:meting:${regio}`}, 0))`.execute(
    tx,
  );
  const r = await sql<{ nr: number }>`select coalesce(max(volgnummer), 0) + 1 as nr from datalab.meting
    where regio = ${regio} and soort = ${soort} and jaar = ${jaar}`.execute(tx);
  return r.rows[0]?.nr ?? 1;
}

/**
 * Lays a measurement down with the state, as known at the end of its day, of each figure of its region whose period
 * lies within its year. Gives how many. In one transaction: row security takes nothing that comes afterwards.
 */
export async function legVast(
  tx: Transactie,
  m: Omit<Meting, 'id' | 'vastgesteld'>,
  v: { door: string; nu: Temporal.Instant },
): Promise<number> {
  const r = await sql<{ id: string }>`
    insert into datalab.meting (id, regio, slug, soort, jaar, volgnummer, bekend_op, vastgesteld, door)
    values (gen_random_uuid(), ${m.regio}, ${m.slug}, ${m.soort}, ${m.jaar}, ${m.volgnummer}, ${m.bekendOp}::date,
      ${v.nu.toString()}::timestamptz, ${v.door}) returning id`.execute(tx);
  const tot = eindeVan(Temporal.PlainDate.from(m.bekendOp)).toString();
  const gelegd = await sql`
    insert into datalab.meting_waarneming (meting_id, waarneming_id, versie)
    select ${r.rows[0]?.id ?? ''}::uuid, w.id, v.versie
    from datalab.waarneming w
    join lateral (select x.* from datalab.waarneming_versie x
      where x.waarneming_id = w.id and x.vastgelegd < ${tot}::timestamptz
      order by x.versie desc limit 1) v on v.waarde is not null
    where w.regio = ${m.regio} and w.van >= make_date(${m.jaar}, 1, 1) and w.tot <= make_date(${m.jaar}, 12, 31)`.execute(
    tx,
  );
  return Number(gelegd.numAffectedRows ?? 0);
}

/** The figures of a measurement that this reader may see, as they stood. */
export async function listMetingwaarnemingen(tx: Transactie, id: string): Promise<Waarneming[]> {
  const r = await sql<Rij>`
    select w.id, w.plaatssoort, w.plaats, w.plaatsnaam, w.regio, w.gemeente, w.periode, w.periodetekst, w.indicator,
      w.definitieversie, w.openbaarheid, v.waarde, v.decimalen, v.eenheid, v.voorlopig, v.overgenomen, v.opmerking,
      v.rondingsstap, v.versie, w.plek, w.bron_id, b.titel as bron_titel, b.van as bron_van, b.datum as bron_datum
    from datalab.meting_waarneming m
    join datalab.waarneming w on w.id = m.waarneming_id
    join datalab.waarneming_versie v on v.waarneming_id = m.waarneming_id and v.versie = m.versie
    join datalab.bron b on b.id = w.bron_id
    where m.meting_id = ${id}
    order by w.indicator, w.plaatsnaam collate stelsel.nl, w.periode, b.titel`.execute(tx);
  return r.rows.map(alsWaarneming);
}
