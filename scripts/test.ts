// `npm test`: runs every suite in order, also after a failure, and ends with a table of time and budget and
// one line with totals. `--volledig` adds the suites of the full run and sets LA_TEST_VOLLEDIG=1.
// With names as arguments it runs only the suites whose name contains one of them. `--bewaar` writes what came out
// to docs/volledige-proef.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginProefverslag, bewaarProefverslag, type Suiteuitslag } from './proefverslag.ts';
import { type Suite, suites, totaalBudget, verdeel, volgorde } from './testsuites.ts';

const wortel = fileURLToPath(new URL('../', import.meta.url));
const require = createRequire(import.meta.url);
const volledig = process.argv.includes('--volledig');
const bewaar = process.argv.includes('--bewaar');
const gekozen = process.argv.slice(2).filter(a => !a.startsWith('-'));
const buiten = process.env['TEST_DATABASE_URL'];

function testbestanden(): Map<string, string> {
  const uit = new Map<string, string>();
  const loop = (map: string): void => {
    for (const naam of readdirSync(map).sort()) {
      const pad = join(map, naam);
      if (statSync(pad).isDirectory()) loop(pad);
      else if (/\.test\.tsx?$/.test(naam)) {
        uit.set(relative(wortel, pad).split(sep).join('/'), readFileSync(pad, 'utf8'));
      }
    }
  };
  for (const map of ['src', 'test']) if (existsSync(join(wortel, map))) loop(join(wortel, map));
  return uit;
}

/** Path of a program inside an installed package. */
function programmapad(pakket: string, naam: string): string {
  const json = join(wortel, 'node_modules', pakket, 'package.json');
  const bin: unknown = require(json).bin;
  const doel = typeof bin === 'string' ? bin : (bin as Record<string, string>)[naam];
  if (doel === undefined) throw new Error(`${pakket} heeft geen programma ${naam}`);
  return join(dirname(json), doel);
}

/** Runs a program on this Node, with its output on the screen. Resolves to its exit code. */
function draai(programma: string, args: readonly string[], extra: NodeJS.ProcessEnv = {}): Promise<number> {
  const env: NodeJS.ProcessEnv = { ...process.env, SCARF_ANALYTICS: 'false' };
  delete env['TEST_DATABASE_URL'];
  Object.assign(env, extra);
  if (volledig) env['LA_TEST_VOLLEDIG'] = '1';
  const opties = ['--no-warnings=ExperimentalWarning', programma, ...args];
  return new Promise((klaar, mis) => {
    const kind = spawn(process.execPath, opties, {
      cwd: wortel,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const stop = (signaal: NodeJS.Signals) => kind.kill(signaal);
    process.once('SIGTERM', stop);
    kind.on('error', mis);
    kind.on('exit', code => {
      process.off('SIGTERM', stop);
      klaar(code ?? 1);
    });
  });
}

const nu = (): number => performance.now() / 1000;
const leeg = (suite: Suite): Suiteuitslag => ({
  naam: suite.naam,
  stand: 'leeg',
  geslaagd: 0,
  gefaald: 0,
  overgeslagen: 0,
  seconden: 0,
  mislukt: [],
  budget: (volledig ? suite.budgetVolledig : undefined) ?? suite.budgetSeconden,
});

async function draaiOpdracht(suite: Suite): Promise<Suiteuitslag> {
  const mist = suite.nodig?.filter(pad => !existsSync(join(wortel, pad))) ?? [];
  if (mist.length > 0) {
    console.log(`Niets te doen: ${mist.join(', ')} is er niet.`);
    return leeg(suite);
  }
  const [pakket = '', naam = '', ...args] = suite.programma ?? [];
  const begin = nu();
  const goed =
    (await draai(suite.script ? join(wortel, suite.script) : programmapad(pakket, naam), args)) === 0;
  return {
    ...leeg(suite),
    stand: goed ? 'geslaagd' : 'gefaald',
    geslaagd: goed ? 1 : 0,
    gefaald: goed ? 0 : 1,
    seconden: nu() - begin,
  };
}

type Verslag = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

function leesVerslag(pad: string): Verslag | null {
  try {
    return JSON.parse(readFileSync(pad, 'utf8')) as Verslag;
  } catch {
    return null;
  }
}

async function draaiVitest(
  suite: Suite,
  bestanden: readonly string[],
  db: string | null,
): Promise<Suiteuitslag> {
  const naam = db === null ? suite.naam : `${suite.naam} (van buiten)`;
  if (bestanden.length === 0) {
    console.log('Nog geen tests.');
    return { ...leeg(suite), naam };
  }
  const verslag = join(wortel, '.test', `${naam.replaceAll(/\W+/g, '-')}.json`);
  rmSync(verslag, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${verslag}`, ...bestanden];
  if (suite.configuratie) args.push('--config', suite.configuratie);
  const extra: NodeJS.ProcessEnv = db === null ? {} : { TEST_DATABASE_URL: db };
  if (suite.zonderDatabase) extra['LA_TEST_ZONDER_DATABASE'] = '1';
  const begin = nu();
  const code = await draai(programmapad('vitest', 'vitest'), args, extra);
  const v = leesVerslag(verslag);
  // A file that does not load, or an error outside a test, has no failed test: it counts as one.
  const gefaald = Math.max(v?.numFailedTests ?? 1, code === 0 ? 0 : 1);
  return {
    ...leeg(suite),
    naam,
    stand: gefaald === 0 ? 'geslaagd' : 'gefaald',
    geslaagd: v?.numPassedTests ?? 0,
    gefaald,
    overgeslagen: (v?.numPendingTests ?? 0) + (v?.numTodoTests ?? 0),
    mislukt: (v?.testResults ?? [])
      .flatMap(r => r.assertionResults)
      .flatMap(a => (a.status === 'failed' ? [a.fullName] : [])),
    seconden: nu() - begin,
  };
}

async function draaiSuite(suite: Suite, bestanden: readonly string[]): Promise<Suiteuitslag[]> {
  console.log(`\n=== ${suite.naam} ===`);
  if (suite.soort === 'opdracht') return [await draaiOpdracht(suite)];
  const uit = [await draaiVitest(suite, bestanden, null)];
  if (suite.ookBuiten && buiten) {
    console.log(`\n=== ${suite.naam}, tegen de database van TEST_DATABASE_URL ===`);
    uit.push(await draaiVitest(suite, bestanden, buiten));
  } else if (suite.ookBuiten) {
    console.log('Niet gedraaid tegen een PostgreSQL van buiten: TEST_DATABASE_URL is niet gezet.');
  }
  return uit;
}

function tabel(uitslagen: readonly Suiteuitslag[]): void {
  const rij = (...c: string[]) =>
    console.log(c.map((s, i) => (i === 0 ? s.padEnd(34) : s.padStart(13))).join(''));
  console.log('');
  rij('Suite', 'uitslag', 'geslaagd', 'gefaald', 'overgeslagen', 'tijd', 'budget');
  for (const u of uitslagen) {
    const boven = u.seconden > u.budget ? ' !' : '';
    const tellingen = [u.geslaagd, u.gefaald, u.overgeslagen].map(String);
    rij(u.naam, u.stand, ...tellingen, `${u.seconden.toFixed(1)} s${boven}`, `${u.budget} s`);
  }
  const tijd = uitslagen.reduce((som, u) => som + u.seconden, 0);
  const budget = volledig ? uitslagen.reduce((som, u) => som + u.budget, 0) : totaalBudget;
  rij('Samen', '', '', '', '', `${tijd.toFixed(1)} s${tijd > budget ? ' !' : ''}`, `${budget} s`);
  if (uitslagen.some(u => u.seconden > u.budget)) console.log('! boven het tijdbudget');
}

async function hoofd(): Promise<number> {
  mkdirSync(join(wortel, '.test'), { recursive: true });
  const commit = bewaar ? beginProefverslag(wortel) : null;
  const verdeling = verdeel(testbestanden());
  const uitslagen: Suiteuitslag[] = [];
  for (const naam of volgorde) {
    const suite = suites.find(s => s.naam === naam);
    if (!suite || (suite.alleenVolledig && !volledig)) continue;
    if (gekozen.length > 0 && !gekozen.some(g => naam.includes(g))) continue;
    uitslagen.push(...(await draaiSuite(suite, verdeling.get(naam) ?? [])));
  }
  tabel(uitslagen);
  const som = (kies: (u: Suiteuitslag) => number) => uitslagen.reduce((n, u) => n + kies(u), 0);
  const gefaald = som(u => u.gefaald);
  if (bewaar) {
    bewaarProefverslag(wortel, { commit, volledig, gekozen, uitslagen });
    console.log('Bewaard in docs/volledige-proef.md.');
  }
  console.log(`\n${som(u => u.geslaagd)} passed, ${gefaald} failed, ${som(u => u.overgeslagen)} skipped`);
  return gefaald > 0 || uitslagen.length === 0 ? 1 : 0;
}

process.exitCode = await hoofd();
