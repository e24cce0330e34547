import type { Pool } from '#platform/db/index.ts';

export type Slotuitkomst<T> = { gekregen: true; waarde: T } | { gekregen: false };

/**
 * Runs `werk` while this process holds the lock `naam`, over all processes on one database; if another holds
 * it, nothing runs and `gekregen` is false. The lock lives and dies with one database connection, so a killed
 * process frees it. `signaal` aborts when that connection is lost: the lock is gone then and the work must stop.
 * Needs session connections (no transaction-level pooler in between).
 */
export async function onderSlot<T>(
  pool: Pool,
  naam: string,
  werk: (signaal: AbortSignal) => Promise<T>,
): Promise<Slotuitkomst<T>> {
  const client = await pool.pool.connect();
  const weg = new AbortController();
  const verloren = () => weg.abort();
  client.on('error', verloren);
  client.on('end', verloren);
  let heel = false;
  try {
    const sleutel = `lange_adem:${naam}`;
    const { rows } = await client.query<{ vrij: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as vrij',
      [sleutel],
    );
    if (!rows[0]?.vrij) {
      heel = true;
      return { gekregen: false };
    }
    try {
      return { gekregen: true, waarde: await werk(weg.signal) };
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [sleutel]).then(
        () => {
          heel = true;
        },
        () => {},
      );
    }
  } finally {
    client.off('error', verloren);
    client.off('end', verloren);
    // A connection that may still hold the lock is closed, not handed to the next borrower.
    client.release(!heel);
  }
}
