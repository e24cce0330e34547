import { createHash } from 'node:crypto';
import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Kader, Manifest } from './kaders.ts';

// Contents that belong to a running server only; the folders themselves are needed.
const ALLEEN_MAP = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const NIET = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|backup_label.*|tablespace_map.*)$/;
// Last, as it says from where the log is to be replayed.
const STURING = 'global/pg_control';

type Bestandslijst = Manifest['bestanden'];

const isWeg = (e: unknown) => (e as { code?: string }).code === 'ENOENT';

/** One file as it is read now, noted in `lijst`. A file that the server removed meanwhile is left out. */
export async function* kopieer(bron: string, pad: string, lijst: Bestandslijst): AsyncGenerator<Kader> {
  const fd = await open(bron, 'r').catch(e => {
    if (isWeg(e)) return null;
    throw e;
  });
  if (!fd) return;
  const som = createHash('sha256');
  let aantal = 0;
  try {
    yield { soort: 'bestand', pad };
    for (;;) {
      const { bytesRead, buffer } = await fd.read(Buffer.alloc(256 * 1024));
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      som.update(bytes);
      aantal += bytesRead;
      yield { soort: 'bytes', bytes };
    }
  } finally {
    await fd.close();
  }
  lijst.push({ pad, bytes: aantal, sha256: som.digest('hex') });
}

/** A text as a file, noted in `lijst`. */
export async function* schrijfTekst(pad: string, tekst: string, lijst: Bestandslijst): AsyncGenerator<Kader> {
  const bytes = Buffer.from(tekst, 'utf8');
  yield { soort: 'bestand', pad };
  yield { soort: 'bytes', bytes };
  lijst.push({ pad, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
}

async function* loop(wortel: string, onder: string): AsyncGenerator<{ pad: string; map: boolean }> {
  const namen = await readdir(path.join(wortel, onder), { withFileTypes: true }).catch(e => {
    if (isWeg(e)) return [];
    throw e;
  });
  for (const n of namen) {
    if (NIET.test(n.name)) continue;
    const pad = onder === '' ? n.name : `${onder}/${n.name}`;
    if (pad === STURING) continue;
    yield { pad, map: n.isDirectory() };
    if (n.isDirectory() && !ALLEEN_MAP.has(pad)) yield* loop(wortel, pad);
  }
}

/** The files of a running cluster between backup start and stop, as `pg/...`. */
export async function* kopieerCluster(cluster: string, lijst: Bestandslijst): AsyncGenerator<Kader> {
  for await (const { pad, map } of loop(cluster, '')) {
    if (map) yield { soort: 'map', pad: `pg/${pad}` };
    else yield* kopieer(path.join(cluster, pad), `pg/${pad}`, lijst);
  }
  yield* kopieer(path.join(cluster, STURING), `pg/${STURING}`, lijst);
}

/** The log segments from the start of the copy to the restore point, and the history of time lines. */
export async function* kopieerLog(
  cluster: string,
  van: string,
  tot: string,
  lijst: Bestandslijst,
): AsyncGenerator<Kader> {
  const map = path.join(cluster, 'pg_wal');
  for (const n of (await readdir(map)).sort()) {
    const nodig = /^[0-9A-F]{24}$/.test(n) ? n >= van && n <= tot : n.endsWith('.history');
    if (nodig) yield* kopieer(path.join(map, n), `pg/pg_wal/${n}`, lijst);
  }
}

/** Major version of the cluster, such as '18'. */
export const leesVersie = async (cluster: string): Promise<string> =>
  (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim();
