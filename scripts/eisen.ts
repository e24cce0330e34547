// Makes docs/eisen.md: each numbered requirement with the tests and benches that prove it, found by the tag
// `// @eis A1.1` directly above a test or describe. Run: npm run eisen
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eisen, eisGroepen } from './eisen-lijst.ts';

/** One proof: the requirement's code, the file (path from the root) and the title of the test. */
export type Bewijs = { code: string; bestand: string; titel: string };

const merk = /^\s*(?:\/\/|\*|\/\*+)\s*@eis\s+(.+?)\s*(?:\*\/)?$/;
const titelRegel =
  /(?:\b(?:test|describe|it|meet|suite|reis)\b[\w.]*(?:\([^'"`]*\))?\()\s*(['"`])((?:\\.|(?!\1).)*)\1/;
const codeVorm = /^[A-Z]\d+\.\d+$/;

/** Title that follows a tag: the first test, describe or bench in the next lines; '' when there is none. */
function titelNa(regels: readonly string[], vanaf: number): string {
  const stuk = regels.slice(vanaf, vanaf + 60).join('\n');
  const m = titelRegel.exec(stuk);
  if (m?.[2]) return m[2];
  const rij = /\.each\([\s\S]*?\)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/.exec(regels.slice(vanaf).join('\n'));
  return rij?.[2] ?? '';
}

/** Proofs in one file. Throws on a tag that is no requirement code. */
export function bewijzenIn(bestand: string, tekst: string): Bewijs[] {
  const regels = tekst.split('\n');
  return regels.flatMap((regel, i) => {
    const codes =
      merk
        .exec(regel)?.[1]
        ?.split(/[\s,]+/)
        .filter(Boolean) ?? [];
    const titel = codes.length > 0 ? titelNa(regels, i + 1) : '';
    return codes.map(code => {
      if (!codeVorm.test(code)) throw new Error(`${bestand}:${i + 1} "${code}" is geen eisnummer`);
      return { code, bestand, titel };
    });
  });
}

/** Codes in proofs that no requirement has. */
export function onbekendeEisen(bewijzen: readonly Bewijs[]): string[] {
  const bekend = new Set(eisen.map(e => e.code));
  return bewijzen.filter(b => !bekend.has(b.code)).map(b => `${b.bestand}: ${b.code}`);
}

function bewijsRegels(bewijzen: readonly Bewijs[], code: string): string[] {
  const perBestand = new Map<string, Set<string>>();
  for (const b of bewijzen.filter(x => x.code === code)) {
    perBestand.set(b.bestand, (perBestand.get(b.bestand) ?? new Set()).add(b.titel));
  }
  if (perBestand.size === 0) return ['— nog geen bewijs'];
  return [...perBestand].map(([bestand, titels]) => {
    const gelezen = [...titels].filter(Boolean).join('; ');
    return `- \`${bestand}\`${gelezen ? `: ${gelezen}` : ''}`;
  });
}

/** The page as markdown. */
export function eisenPagina(bewijzen: readonly Bewijs[]): string {
  const leeg = eisen.filter(e => !bewijzen.some(b => b.code === e.code)).length;
  const uit = [
    '# Eisen en hun bewijs',
    '',
    'Gemaakt door `npm run eisen` uit de merktekens `@eis` in tests en metingen; niet met de hand wijzigen. Een bewijs is een test die faalt als de eis niet klopt. Dat er één staat, zegt niet dat de hele eis is bewezen.',
    '',
    `${eisen.length} eisen, waarvan ${leeg} nog zonder bewijs.`,
  ];
  for (const [groep, naam] of Object.entries(eisGroepen)) {
    uit.push('', `## ${groep} ${naam}`);
    for (const eis of eisen.filter(e => e.code.startsWith(`${groep}.`))) {
      uit.push('', `### ${eis.code}`, '', `${eis.tekst}.`, '', ...bewijsRegels(bewijzen, eis.code));
    }
  }
  return `${uit.join('\n')}\n`;
}

const wortel = fileURLToPath(new URL('../', import.meta.url));

function bestandenIn(map: string): string[] {
  if (!statSync(map, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(map).flatMap(naam => {
    const pad = join(map, naam);
    return statSync(pad).isDirectory() ? bestandenIn(pad) : [pad];
  });
}

/** Every proof of the tree: *.test.ts(x) in src and test, all of test/reis, all benches. */
export function leesBewijzen(): Bewijs[] {
  const telt = (pad: string) =>
    /\.test\.tsx?$/.test(pad) ||
    /^(test\/reis|bench)\/.*\.tsx?$/.test(pad) ||
    /^scripts\/bench.*\.ts$/.test(pad);
  return ['src', 'test', 'bench', 'scripts']
    .flatMap(map => bestandenIn(join(wortel, map)))
    .map(pad => relative(wortel, pad).split(sep).join('/'))
    .filter(telt)
    .sort()
    .flatMap(pad => bewijzenIn(pad, readFileSync(join(wortel, pad), 'utf8')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bewijzen = leesBewijzen();
  const onbekend = onbekendeEisen(bewijzen);
  if (onbekend.length > 0) {
    console.error(`Onbekende eisen: ${onbekend.join(', ')}`);
    process.exit(1);
  }
  writeFileSync(join(wortel, 'docs/eisen.md'), eisenPagina(bewijzen));
  const zonder = eisen.filter(e => !bewijzen.some(b => b.code === e.code)).map(e => e.code);
  console.log(`docs/eisen.md: ${eisen.length} eisen, nog geen bewijs voor: ${zonder.join(' ') || 'geen'}`);
}
