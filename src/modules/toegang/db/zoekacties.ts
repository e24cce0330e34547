import { sql, type Transactie } from '#platform/db/index.ts';
import type { Zoekweg } from '../domain/zoekactie.ts';

/** How often the actor went this way in the last hour and day, and when the oldest of each was. One at a time per person. */
export async function telVanActor(
  tx: Transactie,
  soort: Zoekweg,
): Promise<{ uur: number; dag: number; minutenUur: number; minutenDag: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('lange_adem:zoekactie:' || stelsel.persoon(), 0))`.execute(
    tx,
  );
  const { rows } = await sql<{ uur: number; dag: number; minutenUur: number; minutenDag: number }>`
    select count(*) filter (where tijdstip > now() - interval '1 hour')::int as uur, count(*)::int as dag,
      coalesce(ceil(extract(epoch from min(tijdstip) filter (where tijdstip > now() - interval '1 hour')
        + interval '1 hour' - now()) / 60), 0)::int as "minutenUur",
      coalesce(ceil(extract(epoch from min(tijdstip) + interval '24 hours' - now()) / 60), 0)::int as "minutenDag"
    from toegang.zoekactie where persoon_id = stelsel.persoon() and soort = ${soort}
      and tijdstip > now() - interval '24 hours'`.execute(tx);
  return rows[0] ?? { uur: 0, dag: 0, minutenUur: 0, minutenDag: 0 };
}

export async function insertZoekactie(tx: Transactie, soort: Zoekweg): Promise<void> {
  await sql`insert into toegang.zoekactie (soort) values (${soort})`.execute(tx);
}

/** What one person did along one way on one day, in a count; times of the first and the last. */
export interface Zoekdag {
  persoonId: string;
  /** ISO day, in the Netherlands. */
  dag: string;
  soort: Zoekweg;
  aantal: number;
  eerste: Temporal.Instant;
  laatste: Temporal.Instant;
}

/** Search acts of others that the actor may review, per person, day and way; the newest day first. */
export async function listZoekdagen(tx: Transactie, dagen: number): Promise<Zoekdag[]> {
  const { rows } = await sql<Omit<Zoekdag, 'eerste' | 'laatste'> & { eerste: Date; laatste: Date }>`
    select persoon_id as "persoonId", (tijdstip at time zone 'Europe/Amsterdam')::date::text as dag, soort,
      count(*)::int as aantal, min(tijdstip) as eerste, max(tijdstip) as laatste
    from toegang.zoekactie
    where persoon_id <> stelsel.persoon() and tijdstip > now() - make_interval(days => ${dagen})
    group by 1, 2, 3 order by 2 desc, 6 desc, 1, 3 limit 500`.execute(tx);
  const instant = (d: Date) => Temporal.Instant.fromEpochMilliseconds(d.getTime());
  return rows.map(r => ({ ...r, eerste: instant(r.eerste), laatste: instant(r.laatste) }));
}
