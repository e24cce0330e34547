// The long walk: a million steps at random as every role, in parts of a new world each, as many parts at once as there
// are cores. A part that lies in .test/lange-wandeling is not walked again, so that a run that was ended goes on where
// it was; the report names the commit of every part. Writes docs/lange-wandeling.md. Run: npm run test:wandeling -- --stappen 1000000 --minuten 60
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { maakWandelverslag, type Wandeldeel } from './wandelverslag.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const MAP = path.join(WORTEL, '.test/lange-wandeling');
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
  wandeling: (typeof WANDELINGEN)[number];
  zaad: number;
  bestand: string;
}

function taken(): Taak[] {
  return Array.from({ length: Math.ceil(STAPPEN / PER_DEEL) }, (_, i) => {
    const wandeling = WANDELINGEN[i % WANDELINGEN.length] ?? 'wandeling';
    const zaad = EERSTE_ZAAD + i;
    return { wandeling, zaad, bestand: path.join(MAP, `${wandeling}-${zaad}.json`) };
  });
}

/** One part in a process of its own; it writes what it did, also when it found something. */
function loop(t: Taak, op: string): Promise<void> {
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
  return new Promise(klaar => {
    const kind = spawn(process.execPath, args, { cwd: WORTEL, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let uit = '';
    kind.stdout.on('data', d => (uit = `${uit}${d}`.slice(-20_000)));
    kind.stderr.on('data', d => (uit = `${uit}${d}`.slice(-20_000)));
    kind.once('exit', code => {
      if (code !== 0) writeFileSync(`${t.bestand}.log`, uit);
      console.log(
        `… ${t.wandeling}, zaad ${t.zaad}: ${code === 0 ? 'goed' : `gefaald, zie ${path.relative(WORTEL, t.bestand)}.log`}`,
      );
      klaar();
    });
  });
}

function lees(): Wandeldeel[] {
  return readdirSync(MAP)
    .filter(n => n.endsWith('.json'))
    .sort()
    .map(n => JSON.parse(readFileSync(path.join(MAP, n), 'utf8')) as Wandeldeel);
}

mkdirSync(MAP, { recursive: true });
const op = commit();
const rij = taken().filter(t => !existsSync(t.bestand));
console.log(`${rij.length} delen van ${PER_DEEL} stappen te lopen, ${TEGELIJK} tegelijk.`);
await Promise.all(
  Array.from({ length: TEGELIJK }, async () => {
    while (performance.now() < EINDE) {
      const t = rij.shift();
      if (!t) return;
      await loop(t, op);
    }
  }),
);
const delen = lees();
const verslag = maakWandelverslag({
  dag: Temporal.Now.plainDateISO('Europe/Amsterdam').toString(),
  machine: `${os.cpus().length} kernen, ${Math.round(os.totalmem() / 2 ** 30)} GB geheugen, Node ${process.version}`,
  gevraagd: STAPPEN,
  delen,
});
writeFileSync(path.join(WORTEL, 'docs/lange-wandeling.md'), verslag);
console.log(verslag);
const gelopen = delen.reduce((n, d) => n + d.stappen, 0);
process.exitCode = delen.some(d => d.fouten.length > 0) || gelopen < STAPPEN ? 1 : 0;
