// The dated report of a full run: docs/volledige-proef.md. Machine without names or paths.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { type Herstel, hersteldeel, leesHerstel, wisHerstel } from './proefherstel.ts';

/** What came out of one suite. */
export type Suiteuitslag = {
  naam: string;
  stand: 'geslaagd' | 'gefaald' | 'leeg';
  geslaagd: number;
  gefaald: number;
  overgeslagen: number;
  seconden: number;
  budget: number;
  /** Titles of the tests that failed. */
  mislukt: readonly string[];
};

/** What the walk left behind in .test/wandeling-uitslag.json. */
export type Wandeluitslag = {
  stappen: number;
  seconden: number;
  zaad: number;
  tabel: { kop: string[]; rijen: string[][] };
  nieuw: string[];
  bekend: string[];
};

export type Proef = {
  dag: string;
  /** Commit, and whether the tree differed from it. */
  commit: { code: string; schoon: boolean } | null;
  machine: string;
  volledig: boolean;
  /** Names that were asked for; empty is everything. */
  gekozen: readonly string[];
  uitslagen: readonly Suiteuitslag[];
  wandeling: Wandeluitslag | null;
  herstel: Herstel;
};

const rij = (cellen: readonly string[]): string => `| ${cellen.join(' | ')} |`;
const tabel = (kop: readonly string[], rijen: readonly (readonly string[])[]): string =>
  [rij(kop), rij(kop.map((_, i) => (i === 0 ? '---' : '---:'))), ...rijen.map(rij)].join('\n');
const getal = (n: number): string => new Intl.NumberFormat('nl-NL').format(n);

function kop(p: Proef): string {
  const heel = p.volledig && p.gekozen.length === 0;
  const opdracht = p.volledig ? '`npm run test:volledig -- --bewaar`' : '`npm test -- --bewaar`';
  const commit = p.commit
    ? `${p.commit.code}${p.commit.schoon ? '' : ', met wijzigingen die nog niet waren vastgelegd'}`
    : 'onbekend';
  return [
    '# Volledige proef',
    `Gemaakt door ${opdracht} op ${p.dag}; niet met de hand wijzigen.`,
    heel ? '' : `**Geen hele proef:** gevraagd is ${p.gekozen.join(', ') || 'alleen het gewone deel'}.`,
    `- Commit: ${commit}\n- Machine: ${p.machine}`,
  ]
    .filter(x => x !== '')
    .join('\n\n');
}

function suitetabel(p: Proef): string {
  const rijen = p.uitslagen.map(u => [
    u.naam,
    u.stand,
    ...[u.geslaagd, u.gefaald, u.overgeslagen].map(getal),
    `${getal(Math.round(u.seconden))} s`,
    `${getal(u.budget)} s`,
  ]);
  return tabel(['Suite', 'Uitslag', 'Geslaagd', 'Gefaald', 'Overgeslagen', 'Tijd', 'Budget'], rijen);
}

/** Which tests failed, by suite; '' when none did. */
function mislukt(p: Proef): string {
  const regels = p.uitslagen.flatMap(u => u.mislukt.map(titel => `- ${u.naam}: ${titel}`));
  return regels.length === 0 ? '' : `Gefaald:\n\n${regels.join('\n')}`;
}

function wandeldeel(w: Wandeluitslag): string {
  const lijst = (naam: string, x: readonly string[]) =>
    x.length === 0 ? `${naam}: geen.` : `${naam}:\n\n${x.map(g => `- ${g}`).join('\n')}`;
  return [
    '## Wandeling',
    `${getal(w.stappen)} stappen in ${getal(w.seconden)} s, vanaf zaad ${w.zaad}. Kolommen met een getal: hoe vaak dat antwoord kwam.`,
    tabel(w.tabel.kop, w.tabel.rijen),
    lijst('Nieuwe gebreken', w.nieuw),
    lijst('Bekende gebreken die weer voorkwamen', w.bekend),
  ].join('\n\n');
}

/** The report as Markdown. */
export function maakProefverslag(p: Proef): string {
  const wandeling = p.wandeling ? wandeldeel(p.wandeling) : '';
  const delen = [kop(p), '## Suites', suitetabel(p), mislukt(p), wandeling, hersteldeel(p.herstel)];
  return `${delen.filter(x => x !== '').join('\n\n')}\n`;
}

const WANDELUITSLAG = '.test/wandeling-uitslag.json';

/** To be asked before the first suite: the state that is tried, and nothing of an earlier run. */
export function beginProefverslag(wortel: string): Proef['commit'] {
  rmSync(join(wortel, WANDELUITSLAG), { force: true });
  wisHerstel(wortel);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: wortel, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return {
      code: git('rev-parse', 'HEAD'),
      schoon: git('status', '--porcelain', '--', ':!docs/volledige-proef.md') === '',
    };
  } catch {
    return null;
  }
}

function leesWandeling(wortel: string): Wandeluitslag | null {
  try {
    return JSON.parse(readFileSync(join(wortel, WANDELUITSLAG), 'utf8')) as Wandeluitslag;
  } catch {
    return null;
  }
}

/** Writes docs/volledige-proef.md from what the suites gave. */
export function bewaarProefverslag(
  wortel: string,
  wat: Pick<Proef, 'commit' | 'volledig' | 'gekozen' | 'uitslagen'>,
): void {
  const gb = Math.round(os.totalmem() / 2 ** 30);
  const verslag = maakProefverslag({
    ...wat,
    dag: Temporal.Now.plainDateISO('Europe/Amsterdam').toString(),
    machine: `${os.cpus().length} kernen, ${gb} GB geheugen, ${os.platform()} ${os.arch()}, Node ${process.version}`,
    wandeling: leesWandeling(wortel),
    herstel: leesHerstel(wortel),
  });
  writeFileSync(join(wortel, 'docs/volledige-proef.md'), verslag);
}
