import { type Pool, sql } from '#platform/db/index.ts';

/** Counts attempts in the database, so that every process brakes on the same count. */
export function maakRem(pool: Pool) {
  return {
    /** One more attempt; returns how many there are in the current window and when that window ends. */
    async tel(
      sleutel: Buffer,
      minuten: number,
      nu: Temporal.Instant,
    ): Promise<{ aantal: number; tot: Temporal.Instant }> {
      const tot = nu.add({ minutes: minuten }).toString();
      const { rows } = await sql<{ aantal: number; tot: Date }>`
        insert into aanmelden.rem as r (sleutel, aantal, tot) values (${sleutel}, 1, ${tot})
        on conflict (sleutel) do update set
          aantal = case when r.tot <= ${nu.toString()}::timestamptz then 1 else least(r.aantal + 1, 1000000) end,
          tot = case when r.tot <= ${nu.toString()}::timestamptz then excluded.tot else r.tot end
        returning aantal, tot`.execute(pool.db);
      const r = rows[0];
      if (!r) throw new Error('Een poging is niet geteld.');
      return { aantal: r.aantal, tot: Temporal.Instant.fromEpochMilliseconds(r.tot.getTime()) };
    },
    /** Takes one attempt back: it succeeded, so it does not count as a guess. */
    async geefTerug(sleutel: Buffer): Promise<void> {
      await sql`update aanmelden.rem set aantal = greatest(aantal - 1, 0) where sleutel = ${sleutel}`.execute(
        pool.db,
      );
    },
    /** Removes what has run out: counters, links, sessions and pending checks. */
    async ruimOp(nu: Temporal.Instant): Promise<void> {
      const t = nu.toString();
      await sql`delete from aanmelden.rem where tot < ${t}`.execute(pool.db);
      await sql`delete from aanmelden.link where verloopt < ${t}`.execute(pool.db);
      await sql`delete from aanmelden.session where "expiresAt" < ${t}`.execute(pool.db);
      await sql`delete from aanmelden.verification where "expiresAt" < ${t}`.execute(pool.db);
    },
  };
}
