import { randomBytes } from 'node:crypto';
import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import { type IngebedeServer, metClient } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import { borgMap } from '#platform/kluis/index.ts';
import { versleutelStroom } from './cijferstroom.ts';
import { kopieer, kopieerCluster, kopieerLog, leesVersie, schrijfTekst } from './clustermap.ts';
import { alsBytes, type Kader, type Manifest } from './kaders.ts';
import { maakHerstelpunt } from './momentopname.ts';
import { KopieWeigering } from './weigering.ts';

export interface Maakopties {
  server: IngebedeServer;
  /** Data folder of that server. */
  map: string;
  hoofdsleutel: Buffer;
  /** File to write; must not exist. */
  doel: string;
  klok: Klok;
}

/** What was copied or restored: bytes of the file, duration in milliseconds, rows over all tables. */
export interface Kopieverslag {
  bestand: string;
  bytes: number;
  duur: number;
  tabellen: number;
  rijen: number;
}

/**
 * Copies the embedded database while the application works: its files between PostgreSQL's backup start and
 * stop, with the log up to a marked instant. Compressed, encrypted, with a manifest of every file (SHA-256)
 * and every table (rows and sum at that instant). The wrapped keys are not in it. Throws KopieWeigering.
 */
export async function maakReservekopie(o: Maakopties): Promise<Kopieverslag> {
  const begin = o.klok.nu();
  const doel = path.resolve(o.doel);
  if (existsSync(doel)) throw new KopieWeigering('doel_bestaat');
  if (doel.startsWith(path.resolve(o.map) + path.sep)) throw new KopieWeigering('doel_in_gegevens');
  mkdirSync(path.dirname(doel), { recursive: true, mode: 0o700 });
  const half = `${doel}.half`;
  const klaar: { manifest?: Manifest } = {};
  try {
    await pipeline(
      alsBytes(kaders(o, begin, klaar)),
      createZstdCompress(),
      bron => versleutelStroom(bron, o.hoofdsleutel),
      createWriteStream(half, { flags: 'wx', mode: 0o600 }),
    );
    borgBestand(half);
    renameSync(half, doel);
    borgMap(path.dirname(doel));
  } catch (e) {
    rmSync(half, { force: true });
    throw e;
  }
  const tabellen = klaar.manifest?.tabellen ?? [];
  return {
    bestand: doel,
    bytes: statSync(doel).size,
    duur: o.klok.nu().since(begin).total('milliseconds'),
    tabellen: tabellen.length,
    rijen: tabellen.reduce((n, t) => n + t.rijen, 0),
  };
}

function borgBestand(pad: string): void {
  const fd = openSync(pad, 'r+');
  fsyncSync(fd);
  closeSync(fd);
}

/** Name of the database and the administrator's way to it. */
function bereik(server: IngebedeServer) {
  const v = server.verbinding('eigenaar');
  const database = typeof v === 'string' ? new URL(v).pathname.slice(1) : v.database;
  return { database, beheer: server.beheer(database) };
}

async function* kaders(
  o: Maakopties,
  begin: Temporal.Instant,
  klaar: { manifest?: Manifest },
): AsyncGenerator<Kader> {
  const { database, beheer } = bereik(o.server);
  const cluster = path.join(o.map, 'pg');
  const bestanden: Manifest['bestanden'] = [];
  const herstelpunt = `la_${randomBytes(8).toString('hex')}`;
  yield* kopieer(path.join(o.map, 'lange-adem.json'), 'lange-adem.json', bestanden);
  const sessie = await openKopie(o.server, herstelpunt);
  try {
    yield* kopieerCluster(cluster, bestanden);
    yield* schrijfTekst('pg/backup_label', await sessie.stop(), bestanden);
    const punt = await maakHerstelpunt(beheer, herstelpunt);
    const tot = await sessie.sluitLog(punt.lsn);
    yield* kopieerLog(cluster, sessie.van, tot, bestanden);
    klaar.manifest = {
      formaat: 1,
      gemaakt: begin.toString(),
      postgres: await leesVersie(cluster),
      database,
      herstelpunt,
      migraties: await listMigraties(o.server),
      bestanden,
      tabellen: punt.tabellen,
    };
    yield { soort: 'manifest', manifest: klaar.manifest };
  } finally {
    await sessie.einde();
  }
}

async function listMigraties(server: IngebedeServer): Promise<string[]> {
  return metClient(bereik(server).beheer, async c => {
    const bestaat = await c.query<{ t: string | null }>("select to_regclass('stelsel.migratie')::text t");
    if (!bestaat.rows[0]?.t) return [];
    const { rows } = await c.query<{ name: string }>('select name from stelsel.migratie order by 1');
    return rows.map(r => r.name);
  });
}

/**
 * PostgreSQL's backup state lives in one session. A temporary slot in it keeps the log segments that the
 * copy needs; when the session ends, also by a crash, both go by themselves.
 */
async function openKopie(server: IngebedeServer, naam: string) {
  let vrij = () => {};
  const tot = new Promise<void>(klaar => {
    vrij = klaar;
  });
  return new Promise<Kopiesessie>((geef, faal) => {
    const loopt = metClient(server.beheer(), async c => {
      const vraag = async (tekst: string, waarden: string[] = []) =>
        (await c.query<{ x: string; y: string }>(tekst, waarden)).rows[0];
      await vraag('select pg_create_physical_replication_slot($1, true, true)', [naam]);
      const start = await vraag('select pg_walfile_name(pg_backup_start($1, true)) x', [naam]);
      geef({
        van: start?.x ?? '',
        stop: async () => {
          const r = await vraag('select labelfile x, spcmapfile y from pg_backup_stop(false)');
          if (r?.y) throw new KopieWeigering('tabelruimte');
          return r?.x ?? '';
        },
        sluitLog: async lsn => {
          const r = await vraag('select pg_walfile_name($1::pg_lsn) x, pg_switch_wal()::text y', [lsn]);
          return r?.x ?? '';
        },
        einde: async () => {
          vrij();
          await loopt.catch(() => {});
        },
      });
      await tot;
    });
    loopt.catch(faal);
  });
}

interface Kopiesessie {
  /** First log segment that is needed. */
  van: string;
  /** Ends the backup; returns the text of `backup_label`. */
  stop(): Promise<string>;
  /** Completes the segment that holds this position; returns its name. */
  sluitLog(lsn: string): Promise<string>;
  einde(): Promise<void>;
}
