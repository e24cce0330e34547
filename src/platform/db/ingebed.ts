import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ruimAchterblijver, slotPid } from './achterblijver.ts';
import { binair } from './binair.ts';
import { leesGebruiker, type Systeemgebruiker } from './gebruiker.ts';
import { leesGegevens, MAPFORMAAT, type Mapgegevens, maakMap, schrijfGegevens, socketMap } from './map.ts';
import { maakDatabase, maakRollen, ROLLEN, type Rolcode } from './rollen.ts';
import { StartFout } from './startfout.ts';
import { metClient, type Verbinding } from './verbinding.ts';

const BEHEER = 'la_beheer';
const DATABASE = 'lange_adem';
const POORT = 5432;

export interface IngebedeServer {
  verbinding(rol: Rolcode, database?: string): Verbinding;
  beheer(database?: string): Verbinding;
  nieuw: boolean;
  overgenomen: boolean;
  pid(): number | null;
  stop(): Promise<void>;
}

/** Where everything of one server is. */
interface Plaats {
  map: string;
  cluster: string;
  socket: string;
  gebruiker: Systeemgebruiker | null;
}

/**
 * The real PostgreSQL from an npm package, started on a folder. It listens on a socket in that folder only.
 * After a kill -9 of the application the server lives on: the next start takes it over. After a kill -9 of
 * the server PostgreSQL recovers from its own log. `snel` gives up durability, for tests.
 */
export async function startIngebed(map: string, opties: { snel?: boolean } = {}): Promise<IngebedeServer> {
  const gebruiker = leesGebruiker();
  const eerder = leesGegevens(map);
  maakMap(map, gebruiker);
  const p: Plaats = { map, cluster: path.join(map, 'pg'), socket: socketMap(map, gebruiker), gebruiker };
  const nieuw = !eerder || !existsSync(path.join(p.cluster, 'PG_VERSION'));
  const gegevens = nieuw ? maakCluster(p) : eerder;
  const reik = (user: string, password: string, database: string): Verbinding => ({
    host: p.socket,
    port: POORT,
    user,
    password,
    database,
  });
  const beheer = (database = 'postgres') => reik(BEHEER, gegevens.wachtwoorden.beheer, database);
  const overgenomen = !nieuw && leeftServer(p.cluster) !== null;
  const waker = overgenomen ? volg(p) : bewaak(p, opties.snel ?? false);
  await wachtOp(beheer(), waker.uit, path.join(map, 'pg.log'));
  if (nieuw) {
    await metClient(beheer(), async c => {
      await maakRollen(c, gegevens.wachtwoorden);
      await maakDatabase(c, DATABASE);
    });
    schrijfGegevens(map, gegevens);
  }
  return {
    verbinding: (rol, database = DATABASE) => reik(ROLLEN[rol], gegevens.wachtwoorden[rol], database),
    beheer,
    nieuw,
    overgenomen,
    pid: () => leeftServer(p.cluster),
    stop: async () => {
      waker.stop();
      await stopServer(p.cluster);
    },
  };
}

interface Waker {
  /** Exit code of a server that ended before it was ready; null otherwise. */
  uit(): number | null;
  stop(): void;
}

/** Starts that may fail before we say that it does not work: the last backend of a killed server can be in the way. */
const POGINGEN = 3;

/** Starts the server and starts it again when it is killed from outside while we still serve. */
function bewaak(p: Plaats, snel: boolean): Waker {
  let kind: ChildProcess | null = null;
  let afgelopen = 0;
  let uit: number | null = null;
  let gestopt = false;
  const start = async () => {
    await ruimAchterblijver(p.cluster);
    // A folder that was taken away meanwhile is not made again.
    if (gestopt || leeftServer(p.cluster) || !existsSync(p.cluster)) return;
    kind = spawnServer(p, snel);
    kind.once('exit', code => {
      afgelopen++;
      if (afgelopen >= POGINGEN) uit = code ?? 1;
      if (!gestopt) setTimeout(start, 500).unref();
    });
  };
  void start();
  return {
    uit: () => uit,
    stop: () => {
      gestopt = true;
      // Also one that has not yet written its lock file.
      kind?.kill('SIGINT');
    },
  };
}

/** Watches a server that an earlier start left behind: when it is gone, starts one of our own. */
function volg(p: Plaats): Waker {
  let eigen: Waker | null = null;
  const wekker = setInterval(() => {
    if (!eigen && !leeftServer(p.cluster)) eigen = bewaak(p, false);
  }, 500).unref();
  return {
    uit: () => eigen?.uit() ?? null,
    stop: () => {
      clearInterval(wekker);
      eigen?.stop();
    },
  };
}

const alsGebruiker = (g: Systeemgebruiker | null) => (g ? { uid: g.uid, gid: g.gid } : {});

function maakCluster(p: Plaats): Mapgegevens {
  rmSync(p.cluster, { recursive: true, force: true });
  const geheim = () => randomBytes(24).toString('base64url');
  const wachtwoorden = {
    beheer: geheim(),
    eigenaar: geheim(),
    app: geheim(),
    aanmelden: geheim(),
    taken: geheim(),
  };
  const bestand = path.join(p.map, '.eerste');
  writeFileSync(bestand, wachtwoorden.beheer, { mode: 0o600 });
  if (p.gebruiker) chownSync(bestand, p.gebruiker.uid, p.gebruiker.gid);
  const vlaggen =
    '--locale=C --no-instructions --no-sync --auth-local=scram-sha-256 --auth-host=reject'.split(' ');
  const r = spawnSync(
    binair('initdb', p.gebruiker),
    ['-D', p.cluster, '-U', BEHEER, '--pwfile', bestand, '-E', 'UTF8', ...vlaggen],
    {
      encoding: 'utf8',
      cwd: p.map,
      env: { PATH: process.env.PATH, TZ: 'UTC' },
      ...alsGebruiker(p.gebruiker),
    },
  );
  rmSync(bestand, { force: true });
  if (r.status !== 0) {
    throw new StartFout(
      `De database is niet aan te maken in ${p.map}: ${eersteRegel(r.stderr || String(r.error))}`,
    );
  }
  return { formaat: MAPFORMAAT, postgres: '18', wachtwoorden };
}

const INSTELLINGEN: Record<string, string> = {
  listen_addresses: '',
  port: String(POORT),
  max_connections: '80',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements may carry personal data: the server's own log never shows them.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_min_messages: 'warning',
};
const ZONDER_DUURZAAMHEID = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

function spawnServer(p: Plaats, snel: boolean): ChildProcess {
  const log = openSync(path.join(p.map, 'pg.log'), 'a', 0o600);
  const instellingen = {
    ...INSTELLINGEN,
    unix_socket_directories: p.socket,
    ...(snel ? ZONDER_DUURZAAMHEID : {}),
  };
  const vlaggen = Object.entries(instellingen).flatMap(([naam, waarde]) => ['-c', `${naam}=${waarde}`]);
  const kind = spawn(binair('postgres', p.gebruiker), ['-D', p.cluster, ...vlaggen], {
    cwd: p.map,
    // Ctrl-C reaches the application, which then stops the server in order.
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    ...alsGebruiker(p.gebruiker),
  });
  kind.on('error', () => {});
  kind.unref();
  return kind;
}

/** Process id of a living server on this folder, or null. The pid must really be a postgres on this folder. */
function leeftServer(cluster: string): number | null {
  try {
    const pid = slotPid(cluster);
    if (pid === null) return null;
    process.kill(pid, 0);
    if (process.platform === 'linux' && !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres'))
      return null;
    return pid;
  } catch {
    return null;
  }
}

async function stopServer(cluster: string): Promise<void> {
  const pid = leeftServer(cluster);
  if (!pid) return;
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 200 && leeftServer(cluster); i++) await new Promise(r => setTimeout(r, 50));
}

async function wachtOp(v: Verbinding, uit: () => number | null, logPad: string): Promise<void> {
  let laatste = '';
  for (let i = 0; i < 600; i++) {
    try {
      await metClient(v, c => c.query('select 1'));
      return;
    } catch (e) {
      laatste = (e as Error).message;
      if ((e as { code?: string }).code === '28P01') break;
    }
    if (uit() !== null) break;
    await new Promise(r => setTimeout(r, i < 40 ? 25 : 100));
  }
  const staart = existsSync(logPad)
    ? eersteRegel(readFileSync(logPad, 'utf8').trim().split('\n').at(-1) ?? '')
    : '';
  throw new StartFout(`De database komt niet op gang: ${staart || laatste}`);
}

const eersteRegel = (s: string) => s.trim().split('\n')[0] ?? '';
