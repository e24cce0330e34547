import pg from 'pg';
import type { Verbinding } from './verbinding.ts';

const SLOTNUMMER = 7_202_611;

/** The right to be the one application on a database. */
export interface Mapslot {
  laatLos(): Promise<void>;
}

async function probeer(v: Verbinding): Promise<pg.Client | null> {
  const c = new pg.Client(typeof v === 'string' ? { connectionString: v } : v);
  c.on('error', () => {});
  await c.connect();
  const { rows } = await c.query<{ vrij: boolean }>('select pg_try_advisory_lock($1) vrij', [SLOTNUMMER]);
  if (rows[0]?.vrij) return c;
  await c.end();
  return null;
}

/**
 * Takes the lock, or null when another application holds it. It lives as long as one connection, so a kill -9
 * of the application frees it at once; when the server was killed and came back, the lock is taken again.
 */
export async function neemMapslot(v: Verbinding): Promise<Mapslot | null> {
  let houder = await probeer(v);
  if (!houder) return null;
  let losgelaten = false;
  const waak = (c: pg.Client) => {
    c.once('end', () => {
      const opnieuw = () => {
        if (losgelaten) return;
        probeer(v).then(
          nieuw => {
            houder = nieuw;
            if (nieuw) waak(nieuw);
          },
          () => setTimeout(opnieuw, 250).unref(),
        );
      };
      opnieuw();
    });
  };
  waak(houder);
  return {
    laatLos: async () => {
      losgelaten = true;
      await houder?.end().catch(() => {});
    },
  };
}
