import { metClient, type Verbinding } from '#platform/db/index.ts';

export interface Herschrijfopties {
  /** The way to the database for its owner; for the embedded one the administrator. */
  verbinding: Verbinding;
  /** Tables to rewrite, as schema.name. */
  tabellen: readonly string[];
  /** Is the whole server ours (the embedded one)? Then the log and the planner's samples go too. */
  eigenServer: boolean;
}

const naam = (tabel: string) =>
  tabel
    .split('.')
    .map(deel => `"${deel.replaceAll('"', '""')}"`)
    .join('.');

/**
 * Rewrites tables so that what was deleted is no longer anywhere in the files: not in free space, not in an index, not
 * in the planner's samples, not in the write-ahead log. A deleted row stays in its page until then, and a blind index
 * can be guessed by whoever holds the keys. Each table is closed to others while it is rewritten; when one is busy for
 * ten seconds this throws and is to be repeated. On a server of somebody else only the tables are rewritten: its log is
 * beyond us.
 */
export async function herschrijf(o: Herschrijfopties): Promise<void> {
  await metClient(o.verbinding, async c => {
    await c.query("set lock_timeout = '10s'");
    if (o.eigenServer) {
      // A log segment is removed after use, not kept under a new name with its old content.
      await c.query('alter system set wal_recycle = off');
      await c.query('select pg_reload_conf()');
    }
    for (const tabel of o.tabellen) await c.query(`vacuum (full, analyze) ${naam(tabel)}`);
    if (!o.eigenServer) return;
    await c.query('vacuum (full) pg_catalog.pg_statistic');
    await c.query('select pg_switch_wal()');
    await c.query('checkpoint');
  });
}
