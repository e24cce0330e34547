import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  /** The key folder by path: every key wrapped by the invented master key of this folder. Absent before casework. */
  sleutelmap?: Record<string, string>;
}

/**
 * The master key of the saved databases: invented, public, and of no use to anybody. It stands in its own file, so that
 * nobody takes it for one that protects something.
 */
export const VERZONNEN_HOOFDSLEUTEL = Buffer.from(
  readFileSync(path.join(import.meta.dirname, 'verzonnen-hoofdsleutel.txt'), 'utf8').trim(),
  'hex',
);

/** Tables that are not the release's own: made by the job library at start, or by the migrator. */
const OVERSLAAN = /^(taken\.|stelsel\.migratie)/;

/** Rooms filled with what ships with the product: the saved database 0.1.0 holds them, later ones need not. */
const MEEGELEVERD = /^(datalab|hulpaanbod|programma|zelfscan)\./;

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

function leesMap(map: string): Record<string, string> {
  const bestanden = readdirSync(map, { recursive: true, withFileTypes: true }).filter(f => f.isFile());
  return Object.fromEntries(
    bestanden.map(f => {
      const pad = path.join(f.parentPath, f.name);
      return [path.relative(map, pad).split(path.sep).join('/'), readFileSync(pad, 'utf8')];
    }),
  );
}

/** Puts the saved key folder back on disk. */
export function zetSleutelsTerug(b: Bewaard, map: string): void {
  for (const [naam, inhoud] of Object.entries(b.sleutelmap ?? {})) {
    const pad = path.join(map, naam);
    mkdirSync(path.dirname(pad), { recursive: true, mode: 0o700 });
    writeFileSync(pad, inhoud, { mode: 0o600 });
  }
}

/** Saves what people wrote in a database, read as superuser, with its key folder. */
export async function bewaar(
  c: pg.Client,
  sleutelmap: string,
  uitgave: string,
  bewaardOp: string,
): Promise<Bewaard> {
  const tabellen: Record<string, unknown[]> = {};
  for (const naam of (await listTabellen(c)).filter(n => !MEEGELEVERD.test(n))) {
    const { rows } = await c.query<{ rij: unknown }>(`select to_jsonb(t) rij from ${naam} t`);
    tabellen[naam] = rows.map(r => r.rij);
  }
  const migraties = verzamelMigraties().map(m => ({ naam: m.naam, hash: hashVan(m.pad) }));
  return { uitgave, bewaardOp, migraties, tabellen, sleutelmap: leesMap(sleutelmap) };
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
  await zetTellersVerder(c);
}

/** What numbers itself goes on behind the rows that were put back. */
async function zetTellersVerder(c: pg.Client): Promise<void> {
  const { rows } = await c.query<{ tabel: string; kolom: string }>(
    `select attrelid::regclass::text tabel, attname kolom from pg_attribute a join pg_class k on k.oid = a.attrelid
     where k.relkind = 'r' and attidentity <> '' and not attisdropped and k.relnamespace::regnamespace::text <> 'taken'`,
  );
  for (const { tabel, kolom } of rows) {
    await c.query(
      `select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${kolom}), 0) + 1 from ${tabel}), false)`,
      [tabel, kolom],
    );
  }
}
