import { sql, type Transactie } from '#platform/db/index.ts';

export type Zoekweg = 'radar' | 'noodtoegang';

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
