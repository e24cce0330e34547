import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';
import { verzamelMigraties } from '#platform/db/index.ts';

/** A database as it stood at a release: which migrations had run, and every row as JSON. */
export interface Bewaard {
  uitgave: string;
  bewaardOp: string;
  /** Name and SHA-256 of each migration: a migration that has landed never changes. */
  migraties: { naam: string; hash: string }[];
  tabellen: Record<string, unknown[]>;
}

/** Tables that are not the release's own: made by the job library at start, or by the migrator. */
const OVERSLAAN = /^(taken\.|stelsel\.migratie)/;

export const hashVan = (pad: string): string => createHash('sha256').update(readFileSync(pad)).digest('hex');

/** Reads a saved database from this folder. */
export function leesBewaard(naam: string): Bewaard {
  const pad = path.join(import.meta.dirname, `${naam}.json.gz`);
  return JSON.parse(gunzipSync(readFileSync(pad)).toString('utf8')) as Bewaard;
}

/** The tables of our own schemas, in an order in which references point back. */
export async function listTabellen(c: pg.Client): Promise<string[]> {
  const { rows } = await c.query<{ naam: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(k.relname) naam from pg_class k join pg_namespace n on n.oid = k.relnamespace
    where k.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
    order by k.oid`);
  return rows.map(r => r.naam).filter(n => !OVERSLAAN.test(n));
}

/** Saves a database, read as superuser. */
export async function bewaar(c: pg.Client, uitgave: string, bewaardOp: string): Promise<Bewaard> {
  const tabellen: Record<string, unknown[]> = {};
  for (const naam of await listTabellen(c)) {
    const { rows } = await c.query<{ rij: unknown }>(`select to_jsonb(t) rij from ${naam} t`);
    tabellen[naam] = rows.map(r => r.rij);
  }
  const migraties = verzamelMigraties().map(m => ({ naam: m.naam, hash: hashVan(m.pad) }));
  return { uitgave, bewaardOp, migraties, tabellen };
}

/** Columns that hold a value of their own: what is generated from others is not written. */
async function kolommenVan(c: pg.Client, tabel: string): Promise<string> {
  const { rows } = await c.query<{ naam: string }>(
    "select quote_ident(attname) naam from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [tabel],
  );
  return rows.map(r => r.naam).join(', ');
}

/** Puts the saved rows back as they were, past triggers and row security. */
export async function zetRijenTerug(c: pg.Client, b: Bewaard): Promise<void> {
  await c.query('set session_replication_role = replica');
  for (const [naam, rijen] of Object.entries(b.tabellen)) {
    if (rijen.length === 0) continue;
    // A migration may have written rows of its own.
    await c.query(`delete from ${naam}`);
    const kolommen = await kolommenVan(c, naam);
    await c.query(
      `insert into ${naam} (${kolommen}) overriding system value select ${kolommen} from jsonb_populate_recordset(null::${naam}, $1::jsonb)`,
      [JSON.stringify(rijen)],
    );
  }
  await c.query('set session_replication_role = origin');
}
