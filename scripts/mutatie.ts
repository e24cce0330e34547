// Changes one thing at a time in kern/onthulling and kern/statistiek, and looks whether a test notices. Keeps what was
// measured per file in docs/mutatie.json: a later run measures only what changed since, or what was not reached.
// Run: npm run test:mutatie, or with files: npm run test:mutatie -- src/kern/statistiek/gamma.ts
// `--opnieuw` measures everything again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import {
  DREMPEL,
  type Mutatiedeel,
  type Mutatieregel,
  maakMutatieverslag,
  samen,
  score,
} from './mutatieverslag.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const WERK = '.test/mutatie';
const STAND = path.join(WORTEL, 'docs/mutatie.json');
const VERSLAG = path.join(WORTEL, 'docs/mutatie.md');
/** Files in one go: each go runs all tests once first, and what is changed in more files makes all tests slower. */
const PER_KEER = 12;

interface Deel extends Mutatiedeel {
  /** The tests that are asked, those without a solver first. */
  proeven: readonly string[];
}

const lees = (map: string, kies: (naam: string) => boolean): string[] =>
  readdirSync(path.join(WORTEL, map))
    .filter(kies)
    .sort()
    .map(n => `${map}/${n}`);
const isTest = (n: string): boolean => n.endsWith('.test.ts');

const deel = (map: string, ook: string): Deel => ({
  map,
  bestanden: lees(map, n => n.endsWith('.ts') && !isTest(n) && n !== 'index.ts'),
  proeven: [...lees(map, isTest), ...lees(ook, isTest)],
});
const DELEN: readonly Deel[] = [
  deel('src/kern/onthulling', 'src/platform/oplosser'),
  deel('src/kern/statistiek', 'test/vectors/statistiek'),
];

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: WORTEL, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const vuil = git('status', '--porcelain', '--', 'src', 'test', 'scripts') !== '';
const commit = `${git('rev-parse', '--short=12', 'HEAD')}${vuil ? ', met wijzigingen die nog niet waren vastgelegd' : ''}`;

function zegel(d: Deel, bestand: string): string {
  const h = createHash('sha256');
  for (const b of [bestand, ...d.proeven]) h.update(readFileSync(path.join(WORTEL, b)));
  return h.digest('hex').slice(0, 16);
}

function telling(bestand: string, mutanten: readonly MutantResult[]) {
  const tel = (...standen: MutantResult['status'][]) =>
    mutanten.filter(m => m.fileName.endsWith(bestand) && standen.includes(m.status)).length;
  return {
    gezien: tel('Killed', 'RuntimeError'),
    eindeloos: tel('Timeout'),
    overleefd: tel('Survived'),
    zonderProef: tel('NoCoverage'),
  };
}

/** Mutates some files of one folder. What was found before about a mutant that did not change is used again. */
async function meet(d: Deel, bestanden: readonly string[], opnieuw: boolean): Promise<MutantResult[]> {
  const naam = path.join(WERK, bestanden.map(b => path.basename(b, '.ts')).join('+'));
  process.env['LA_MUTATIE_PROEVEN'] = d.proeven.join(',');
  if (opnieuw) rmSync(path.join(WORTEL, `${naam}.json`), { force: true });
  return new Stryker({
    mutate: [...bestanden],
    testRunner: 'loper',
    plugins: ['./test/mutatie/loper.ts'],
    testRunnerNodeArgs: ['--no-warnings'],
    coverageAnalysis: 'perTest',
    concurrency: Math.min(2, os.cpus().length),
    // How long the tests of a mutant may take is set in test/mutatie/loper.ts: what takes longer does not end.
    timeoutFactor: 0,
    timeoutMS: 4000,
    dryRunTimeoutMinutes: 15,
    reporters: ['progress-append-only', 'html'],
    htmlReporter: { fileName: `${naam}.html` },
    incremental: true,
    incrementalFile: `${naam}.json`,
    tempDirName: `${WERK}/zandbak`,
    // Copied to where the mutants are made; the rest of the house is not needed there.
    ignorePatterns: [
      '**',
      ...['src', 'src/kern/**', 'src/platform/**', 'test', 'test/{proef,vectors}/**', 'package.json'].map(
        p => `!${p}`,
      ),
    ],
    // The tool would rewrite it by a compiler that this project does not have; nothing here reads it.
    tsconfigFile: 'geen',
    disableTypeChecks: true,
    allowConsoleColors: false,
  }).runMutationTest();
}

const gevraagd = process.argv.slice(2).filter(a => !a.startsWith('-'));
const opnieuw = process.argv.includes('--opnieuw');
const onbekend = gevraagd.filter(b => !DELEN.some(d => d.bestanden.includes(b)));
if (onbekend.length > 0) throw new Error(`geen bestand om te meten: ${onbekend.join(', ')}`);

const regels = new Map<string, Mutatieregel>(
  existsSync(STAND)
    ? (JSON.parse(readFileSync(STAND, 'utf8')) as Mutatieregel[]).map(r => [r.bestand, r])
    : [],
);
for (const b of regels.keys()) if (!DELEN.some(d => d.bestanden.includes(b))) regels.delete(b);
// What was measured before with other code or other tests says nothing of these.
const geldig = (d: Deel, b: string) => regels.get(b)?.zegel === zegel(d, b);

function bewaar(): string {
  const lijst = [...regels.values()].sort((a, b) => (a.bestand < b.bestand ? -1 : 1));
  const verslag = maakMutatieverslag({
    delen: DELEN,
    regels: lijst,
    machine: `${os.cpus().length} kernen, ${Math.round(os.totalmem() / 2 ** 30)} GB geheugen, Node ${process.version}`,
  });
  writeFileSync(STAND, `${JSON.stringify(lijst, null, 1)}\n`);
  writeFileSync(VERSLAG, verslag);
  return verslag;
}

mkdirSync(path.join(WORTEL, WERK), { recursive: true });
process.chdir(WORTEL);
for (const d of DELEN) {
  for (let i = 0; i < d.bestanden.length; i += PER_KEER) {
    const groep = d.bestanden
      .slice(i, i + PER_KEER)
      .filter(b => gevraagd.length === 0 || gevraagd.includes(b))
      .filter(b => opnieuw || gevraagd.length > 0 || !geldig(d, b));
    if (groep.length === 0) continue;
    console.log(`… ${groep.join(', ')}`);
    const zegels = new Map(groep.map(b => [b, zegel(d, b)]));
    const mutanten = await meet(d, groep, opnieuw);
    const dag = Temporal.Now.plainDateISO('Europe/Amsterdam').toString();
    for (const b of groep)
      regels.set(b, { bestand: b, zegel: zegels.get(b) ?? '', commit, dag, ...telling(b, mutanten) });
    bewaar();
  }
}
console.log(bewaar());
const goed = (d: Deel): boolean =>
  score(samen([...regels.values()].filter(r => d.bestanden.includes(r.bestand)))) >= DREMPEL &&
  (gevraagd.length > 0 || d.bestanden.every(b => geldig(d, b)));
process.exitCode = DELEN.every(goed) ? 0 : 1;
