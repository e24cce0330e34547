import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files of the repository: path from the root (forward slashes) to content. The rules know nothing else. */
export type Boom = ReadonlyMap<string, string>;

/** One broken rule, worded so that the reader knows where and what. */
export type Overtreding = { bestand: string; regel: number; wat: string };

export const wortel = fileURLToPath(new URL('../../', import.meta.url));

const overslaan = new Set([
  'node_modules',
  '.git',
  'data',
  'data-sleutels',
  'sleutel',
  '.bouw',
  '.test',
  'gegevens',
]);
const tekstbestand = /\.(ts|tsx|cjs|mjs|js|sql|md|css|yaml|yml)$/;

function loop(map: string, uit: Map<string, string>): void {
  for (const naam of readdirSync(map).sort()) {
    if (overslaan.has(naam)) continue;
    const pad = join(map, naam);
    if (statSync(pad).isDirectory()) loop(pad, uit);
    else if (tekstbestand.test(naam)) {
      uit.set(relative(wortel, pad).split(sep).join('/'), readFileSync(pad, 'utf8'));
    }
  }
}

/** The real tree below the named folders (default: all code). A folder that does not exist yet is empty. */
export function leesBoom(mappen: readonly string[] = ['src', 'test', 'scripts', 'bench']): Boom {
  const uit = new Map<string, string>();
  for (const map of mappen) {
    const pad = join(wortel, map);
    if (statSync(pad, { throwIfNoEntry: false })?.isDirectory()) loop(pad, uit);
  }
  return uit;
}

/** A tree in memory, to plant violations in. */
export function plant(bestanden: Record<string, string>): Boom {
  return new Map(Object.entries(bestanden));
}

const regelbegin = new Map<string, number[]>();

function beginVanRegels(tekst: string): number[] {
  const eerder = regelbegin.get(tekst);
  if (eerder) return eerder;
  const begin = [0];
  for (let i = tekst.indexOf('\n'); i !== -1; i = tekst.indexOf('\n', i + 1)) begin.push(i + 1);
  regelbegin.set(tekst, begin);
  return begin;
}

/** Line number (from 1) of a position in a text. */
export function regelVan(tekst: string, positie: number): number {
  const begin = beginVanRegels(tekst);
  let laag = 0;
  let hoog = begin.length;
  while (hoog - laag > 1) {
    const midden = (laag + hoog) >> 1;
    if ((begin[midden] ?? 0) <= positie) laag = midden;
    else hoog = midden;
  }
  return laag + 1;
}

/** Code that is parsed: TypeScript with or without JSX. */
export const isCode = (pad: string): boolean => /\.tsx?$/.test(pad) && !pad.endsWith('.d.ts');

/** Code that only runs in a test: the test files themselves and everything under test/. */
export const isTest = (pad: string): boolean => /\.test\.tsx?$/.test(pad) || pad.startsWith('test/');

/** Violations as lines to read in a failing test. */
export const alsRegels = (o: readonly Overtreding[]): string[] =>
  o.map(x => `${x.bestand}:${x.regel} ${x.wat}`);
