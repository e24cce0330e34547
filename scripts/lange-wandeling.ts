// The long walk: a million steps at random as every role, in parts of a new world each, as many parts at once as there
// are cores. What was walked is kept in docs/lange-wandeling.json, with the commit of every part: a later run, here or
// on another machine, goes on where it was. Writes docs/lange-wandeling.md after every part.
// Run: npm run test:wandeling -- --stappen 1000000 --minuten 60 --tegelijk 1
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {
  gelopenDelen,
  gelopenStappen,
  LEEG,
  maakWandelverslag,
  type Stand,
  voegToe,
  type Wandeldeel,
} from './wandelverslag.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const MAP = path.join(WORTEL, '.test/lange-wandeling');
const STAND = path.join(WORTEL, 'docs/lange-wandeling.json');
const VERSLAG = path.join(WORTEL, 'docs/lange-wandeling.md');
const PER_DEEL = 10_000;
const EERSTE_ZAAD = 20_270_000;
const WANDELINGEN = ['casuswandeling', 'wandeling'] as const;

const argument = (naam: string, anders: number): number => {
  const i = process.argv.indexOf(`--${naam}`);
  return i > 0 ? Number(process.argv[i + 1]) : anders;
};
const STAPPEN = argument('stappen', 1_000_000);
const EINDE = performance.now() + argument('minuten', 24 * 60) * 60_000;
const TEGELIJK = argument('tegelijk', os.cpus().length);

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: WORTEL, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** Walked on what: a report may be of more than one commit, and says so. */
function commit(): string {
  const vuil = git('status', '--porcelain', '--', 'src', 'test', 'scripts', 'package.json') !== '';
  return `${git('rev-parse', '--short=12', 'HEAD')}${vuil ? ', met wijzigingen die nog niet waren vastgelegd' : ''}`;
}

interface Taak {
  /** Number of the part, from 1: says which walk and which seed. */
  nr: number;
  wandeling: (typeof WANDELINGEN)[number];
  zaad: number;
  bestand: string;
}

function taken(): Taak[] {
  return Array.from({ length: Math.ceil(STAPPEN / PER_DEEL) }, (_, i) => {
    const wandeling = WANDELINGEN[i % WANDELINGEN.length] ?? 'wandeling';
    const zaad = EERSTE_ZAAD + i;
    return { nr: i + 1, wandeling, zaad, bestand: path.join(MAP, `${wandeling}-${zaad}.json`) };
  });
}

/**
 * A walker and its database on one core: they take turns, and waking each other on another core costs more than the question
 * itself (on a machine of two cores three walkers that the system placed made 91 steps a second together, two like this
 * 167). Where there is no `taskset` the system chooses.
 */
const KAN_VAST = process.platform === 'linux' && spawnSync('taskset', ['--version']).status === 0;
const opKern = (kern: number, args: string[]): [string, string[]] =>
  KAN_VAST
    ? ['taskset', ['-c', `${kern % os.cpus().length}`, process.execPath, ...args]]
    : [process.execPath, args];

/** One part in a process of its own; null when it broke off before it could say what it did. */
function loop(t: Taak, op: string, kern: number): Promise<Wandeldeel | null> {
  const vitest = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
    'vitest.mjs',
  );
  const titel = t.wandeling === 'wandeling' ? 'wie waar dan ook' : 'wie door dossiers';
  const args = ['--no-warnings', vitest, 'run', `test/wandeling/${t.wandeling}.test.ts`, '-t', titel];
  const env = {
    ...process.env,
    LA_WANDELING_STAPPEN: String(PER_DEEL),
    LA_WANDELING_ZAAD: String(t.zaad),
    LA_WANDELING_UITSLAG: t.bestand,
    LA_WANDELING_COMMIT: op,
  };
  rmSync(t.bestand, { force: true });
  return new Promise(klaar => {
    const kind = spawn(...opKern(kern, args), { cwd: WORTEL, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let uit = '';
    kind.stdout.on('data', d => (uit = `${uit}${d}`.slice(-20_000)));
    kind.stderr.on('data', d => (uit = `${uit}${d}`.slice(-20_000)));
    kind.once('exit', code => {
      if (code !== 0) writeFileSync(`${t.bestand}.log`, uit);
      const deel = existsSync(t.bestand) ? (JSON.parse(readFileSync(t.bestand, 'utf8')) as Wandeldeel) : null;
      console.log(
        `… deel ${t.nr}, ${t.wandeling}, zaad ${t.zaad}: ${code === 0 ? 'goed' : `gefaald, zie ${path.relative(WORTEL, t.bestand)}.log`}`,
      );
      // A walk that failed without a fault did not come anywhere: it does not count.
      klaar(code === 0 || (deel && deel.fouten.length > 0) ? deel : null);
    });
  });
}

function bewaar(stand: Stand): string {
  const verslag = maakWandelverslag({
    dag: Temporal.Now.plainDateISO('Europe/Amsterdam').toString(),
    machine: `${os.cpus().length} kernen, ${Math.round(os.totalmem() / 2 ** 30)} GB geheugen, Node ${process.version}`,
    gevraagd: STAPPEN,
    stand,
  });
  writeFileSync(STAND, `${JSON.stringify(stand, null, 1)}\n`);
  writeFileSync(VERSLAG, verslag);
  return verslag;
}

mkdirSync(MAP, { recursive: true });
const op = commit();
let stand = existsSync(STAND) ? (JSON.parse(readFileSync(STAND, 'utf8')) as Stand) : LEEG;
const rij = taken().filter(t => !gelopenDelen(stand).has(t.nr));
console.log(`${rij.length} delen van ${PER_DEEL} stappen te lopen, ${TEGELIJK} tegelijk.`);
let mis = 0;
await Promise.all(
  Array.from({ length: TEGELIJK }, async (_, kern) => {
    while (performance.now() < EINDE) {
      const t = rij.shift();
      if (!t) return;
      const deel = await loop(t, op, kern);
      if (!deel || deel.fouten.length > 0) mis++;
      if (deel) stand = voegToe(stand, t.nr, deel);
      bewaar(stand);
    }
  }),
);
console.log(bewaar(stand));
process.exitCode = mis > 0 || gelopenStappen(stand) < STAPPEN ? 1 : 0;
