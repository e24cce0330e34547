import { createHash, type Hash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { leesGebruiker } from '#platform/db/gebruiker.ts';
import { type IngebedeServer, metClient, startIngebed, verzamelMigraties } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import { ontsleutelStroom } from './cijferstroom.ts';
import { type Kader, leesKaders, type Manifest } from './kaders.ts';
import type { Kopieverslag } from './maak.ts';
import { telTabellen } from './momentopname.ts';
import { KopieWeigering } from './weigering.ts';

/** As of a copy; `vergelijken`: milliseconds of `duur` in which every table was counted and compared. */
export interface Terugverslag extends Kopieverslag {
  vergelijken: number;
}

export interface Terugopties {
  /** The file with the copy. */
  bron: string;
  /** Data folder to restore into: absent or empty. */
  map: string;
  hoofdsleutel: Buffer;
  klok: Klok;
}

/** File in a restored data folder that says so; whoever serves replays erasures first and then removes it. */
export const TERUGGEZET = 'teruggezet.json';

/**
 * Restores a copy into an empty folder. First the whole copy is read and checked; only then is anything
 * written. Then the database is started at the marked instant and every table compared with the manifest.
 * Throws KopieWeigering; after a failed comparison the folder is emptied again.
 */
export async function zetTerug(o: Terugopties): Promise<Terugverslag> {
  const begin = o.klok.nu();
  const bytes = statSync(o.bron, { throwIfNoEntry: false })?.size;
  if (bytes === undefined) throw new KopieWeigering('bron_ontbreekt');
  if (existsSync(o.map) && readdirSync(o.map).length > 0) throw new KopieWeigering('map_niet_leeg');
  const manifest = await keur(o);
  mkdirSync(o.map, { recursive: true, mode: 0o700 });
  let vergelijken: number;
  try {
    await pakUit(o);
    vergelijken = await herstel(o, manifest);
  } catch (e) {
    for (const n of readdirSync(o.map)) rmSync(path.join(o.map, n), { recursive: true, force: true });
    throw e;
  }
  const merk = { gemaakt: manifest.gemaakt, teruggezet: begin.toString() };
  writeFileSync(path.join(o.map, TERUGGEZET), JSON.stringify(merk), { mode: 0o600 });
  return {
    bestand: o.bron,
    bytes,
    duur: o.klok.nu().since(begin).total('milliseconds'),
    tabellen: manifest.tabellen.length,
    rijen: manifest.tabellen.reduce((n, t) => n + t.rijen, 0),
    vergelijken,
  };
}

async function* lees(o: Terugopties): AsyncGenerator<Kader> {
  const open = Readable.from(ontsleutelStroom(createReadStream(o.bron), o.hoofdsleutel));
  const klaar = createZstdDecompress();
  open.once('error', e => klaar.destroy(e));
  try {
    yield* leesKaders(open.pipe(klaar));
  } catch (e) {
    throw e instanceof KopieWeigering ? e : new KopieWeigering('kopie_geschonden', e);
  } finally {
    open.destroy();
  }
}

/** Reads the whole copy and checks every file against the manifest, writing nothing. */
async function keur(o: Terugopties): Promise<Manifest> {
  const gezien: Manifest['bestanden'] = [];
  let manifest: Manifest | null = null;
  let som: Hash | null = null;
  let lopend = { pad: '', bytes: 0 };
  const sluit = () => {
    if (som) gezien.push({ ...lopend, sha256: som.digest('hex') });
    som = null;
  };
  for await (const k of lees(o)) {
    if (k.soort === 'bytes') {
      (som as Hash | null)?.update(k.bytes);
      lopend.bytes += k.bytes.length;
      continue;
    }
    sluit();
    if (k.soort === 'manifest') manifest = k.manifest;
    if (k.soort !== 'bestand') continue;
    som = createHash('sha256');
    lopend = { pad: k.pad, bytes: 0 };
  }
  if (!manifest || JSON.stringify(gezien) !== JSON.stringify(manifest.bestanden)) {
    throw new KopieWeigering('kopie_geschonden');
  }
  const bekend = new Set(verzamelMigraties().map(m => m.naam));
  if (manifest.migraties.some(m => !bekend.has(m))) throw new KopieWeigering('formaat_onbekend');
  return manifest;
}

/** Writes folders and files, owned by the user under which the server runs. */
async function pakUit(o: Terugopties): Promise<void> {
  const gebruiker = leesGebruiker();
  const eigen = (pad: string) => gebruiker && chownSync(pad, gebruiker.uid, gebruiker.gid);
  const maakMap = (pad: string) => {
    if (existsSync(pad)) return;
    maakMap(path.dirname(pad));
    mkdirSync(pad, { mode: 0o700 });
    eigen(pad);
  };
  let fd: FileHandle | null = null;
  const sluit = async () => {
    await fd?.sync();
    await fd?.close();
    fd = null;
  };
  try {
    for await (const k of lees(o)) {
      if (k.soort === 'map') maakMap(path.join(o.map, k.pad));
      if (k.soort === 'bytes') await (fd as FileHandle | null)?.write(k.bytes);
      if (k.soort !== 'bestand') continue;
      await sluit();
      const pad = path.join(o.map, k.pad);
      maakMap(path.dirname(pad));
      fd = await open(pad, 'wx', 0o600);
      eigen(pad);
    }
  } finally {
    await sluit();
  }
  chmodSync(path.join(o.map, 'pg'), 0o700);
}

/**
 * Replays the log up to the marked instant, compares, and leaves an ordinary stopped database. Returns the milliseconds
 * that comparing took.
 */
async function herstel({ map, klok }: Terugopties, manifest: Manifest): Promise<number> {
  const conf = path.join(map, 'pg', 'postgresql.auto.conf');
  const oud = readFileSync(conf);
  // Every segment lies in pg_wal already: there is nothing to fetch.
  appendFileSync(
    conf,
    `\nrestore_command = 'exit 1'\nrecovery_target_name = '${manifest.herstelpunt}'\nrecovery_target_action = 'promote'\n`,
  );
  writeFileSync(path.join(map, 'pg', 'recovery.signal'), '');
  const server = await startIngebed(map);
  try {
    await wachtOpHerstel(server);
    const begin = klok.nu();
    const nu = await metClient(server.beheer(manifest.database), telTabellen);
    if (JSON.stringify(nu) !== JSON.stringify(manifest.tabellen)) {
      throw new KopieWeigering('vergelijking_wijkt_af');
    }
    writeFileSync(conf, oud);
    return klok.nu().since(begin).total('milliseconds');
  } finally {
    await server.stop();
  }
}

async function wachtOpHerstel(server: IngebedeServer): Promise<void> {
  for (let i = 0; i < 6000; i++) {
    const bezig = await metClient(server.beheer(), async c => {
      const { rows } = await c.query<{ bezig: boolean }>('select pg_is_in_recovery() bezig');
      return rows[0]?.bezig ?? true;
    });
    if (!bezig) return;
    await new Promise(klaar => setTimeout(klaar, 100));
  }
  throw new KopieWeigering('kopie_geschonden');
}
