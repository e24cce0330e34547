import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Databank, Tabellen } from './actor.ts';
import { spaarzamePool } from './voorbereid.ts';

// Type parsers once, for every connection: a date stays a calendar day, a 64-bit count becomes a number
// only where it is exact.
pg.types.setTypeParser(1082, tekst => tekst);
pg.types.setTypeParser(20, tekst => {
  const n = Number(tekst);
  if (!Number.isSafeInteger(n)) throw new RangeError('Getal uit de database past niet exact.');
  return n;
});
pg.types.setTypeParser(1700, tekst => Number(tekst));

/** How to reach one role of the database. */
export type Verbinding =
  | string
  | { host: string; port?: number; user: string; password?: string; database: string };

export interface Pool {
  db: Databank;
  pool: pg.Pool;
  sluit(): Promise<void>;
}

/**
 * A pool for one role. `max` connections; a connection that breaks, idle or in use, is dropped and not fatal: who
 * asks something over it gets the error.
 */
export function maakPool(verbinding: Verbinding, max: number, extra: pg.PoolConfig = {}): Pool {
  const basis = typeof verbinding === 'string' ? { connectionString: verbinding } : verbinding;
  const pool = new pg.Pool({
    ...basis,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    ...extra,
  });
  pool.on('error', () => {});
  // The pool listens while a connection is idle only; unheard, a break during a transaction ends the process.
  pool.on('connect', client => client.on('error', () => {}));
  const db = new Kysely<Tabellen>({ dialect: new PostgresDialect({ pool: spaarzamePool(pool) }) });
  return { db, pool, sluit: () => db.destroy() };
}

/** One connection for a short errand, closed afterwards also after a failure. */
export async function metClient<T>(verbinding: Verbinding, werk: (c: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(
    typeof verbinding === 'string' ? { connectionString: verbinding } : verbinding,
  );
  // A break while asking is told to who asks; unheard, it would end the process as well.
  client.on('error', () => {});
  await client.connect();
  try {
    return await werk(client);
  } finally {
    await client.end().catch(() => {});
  }
}
