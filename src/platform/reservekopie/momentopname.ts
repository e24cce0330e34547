import { metClient, type Verbinding } from '#platform/db/index.ts';
import type { Tabelsom } from './kaders.ts';
import { KopieWeigering } from './weigering.ts';

type Client = Parameters<Parameters<typeof metClient>[1]>[0];

const TABELLEN = `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as tabel
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not like 'pg\\_%'
    and n.nspname <> 'information_schema' order by 1`;

async function listTabellen(c: Client): Promise<string[]> {
  const { rows } = await c.query<{ tabel: string }>(TABELLEN);
  return rows.map(r => r.tabel);
}

/** Rows and sum per table as this connection sees them now. The sum does not depend on the order of rows. */
export async function telTabellen(c: Client): Promise<Tabelsom[]> {
  await c.query("set timezone to 'UTC'; set datestyle to 'ISO'; set bytea_output to 'hex'");
  const uit: Tabelsom[] = [];
  for (const tabel of await listTabellen(c)) {
    // Two sums of 64 bits of each row's SHA-256: text of the row in, nothing of it out.
    const { rows } = await c.query<{ rijen: string; som: string }>(`
      select count(*)::text rijen, coalesce(sum(('x' || substr(h, 1, 16))::bit(64)::bigint::numeric), 0)::text
        || '/' || coalesce(sum(('x' || substr(h, 17, 16))::bit(64)::bigint::numeric), 0)::text som
      from (select encode(sha256(convert_to(t::text, 'UTF8')), 'hex') h from ${tabel} t) x`);
    uit.push({ tabel, rijen: Number(rows[0]?.rijen), som: rows[0]?.som ?? '' });
  }
  return uit;
}

/** An instant in the log of the database, and what the tables held at exactly that instant. */
export interface Herstelpunt {
  naam: string;
  lsn: string;
  tabellen: Tabelsom[];
}

const WACHT = ['55P03', '40P01'];

/**
 * Marks an instant and counts the tables as they were then. Writers wait for a moment (milliseconds): while
 * every table is locked against change, the mark is set and the snapshot taken; the counting runs afterwards
 * on that snapshot, beside the writers.
 */
export async function maakHerstelpunt(beheer: Verbinding, naam: string): Promise<Herstelpunt> {
  for (let poging = 0; poging < 20; poging++) {
    try {
      const punt = await metClient(beheer, c => probeerHerstelpunt(c, beheer, naam));
      if (punt) return punt;
    } catch (e) {
      if (!WACHT.includes((e as { code?: string }).code ?? '')) throw e;
    }
  }
  throw new KopieWeigering('geen_rust');
}

async function probeerHerstelpunt(c: Client, beheer: Verbinding, naam: string): Promise<Herstelpunt | null> {
  const tabellen = await listTabellen(c);
  // Shorter than the deadlock check of a server (1 s): when a writer and this copy wait for each other, it is
  // the copy that lets go and tries again, never the writer that loses its work.
  await c.query("begin isolation level repeatable read; set local lock_timeout = '400ms'");
  if (tabellen.length > 0) await c.query(`lock table ${tabellen.join(', ')} in share mode`);
  const { rows } = await c.query<{ momentopname: string }>('select pg_export_snapshot() momentopname');
  // A table that was made meanwhile is not locked: once more.
  if ((await listTabellen(c)).join() !== tabellen.join()) return null;
  const punt = await c.query<{ lsn: string }>('select pg_create_restore_point($1)::text lsn', [naam]);
  return metClient(beheer, async teller => {
    await teller.query(
      `begin isolation level repeatable read read only; set transaction snapshot '${rows[0]?.momentopname}'`,
    );
    await c.query('commit');
    return { naam, lsn: punt.rows[0]?.lsn ?? '', tabellen: await telTabellen(teller) };
  });
}
