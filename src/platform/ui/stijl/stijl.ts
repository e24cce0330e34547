import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import { projectMap } from '../projectmap.ts';
import { gebruikteKlassen } from './klassen.ts';
import { snoei, tokensVoor } from './snoeien.ts';
import { vereenvoudig } from './vereenvoudigen.ts';

/** One file that belongs to the style: a font. */
export interface StijlBestand {
  naam: string;
  inhoud: Buffer;
  type: string;
}

/** What the server puts under /statisch/<hash>/: `stijl.css` is the css, the rest are its files. */
export interface Bouwsel {
  css: string;
  /** First 16 hex digits of the SHA-256 over css and files: changes when one of them does. */
  hash: string;
  bestanden: StijlBestand[];
}

const eigenBladen = ['kleur', 'basis', 'pagina', 'onderdelen', 'grafiek', 'druk'];
const gewichten = [400, 700];

async function leesLetters(wortel: string): Promise<StijlBestand[]> {
  return Promise.all(
    gewichten.map(async gewicht => {
      const naam = `source-sans-3-latin-${gewicht}-normal.woff2`;
      const inhoud = await readFile(path.join(wortel, 'node_modules/@fontsource/source-sans-3/files', naam));
      return { naam, inhoud, type: 'font/woff2' };
    }),
  );
}

function letterRegels(): string {
  return gewichten
    .map(
      g =>
        `@font-face{font-family:'Source Sans 3';font-style:normal;font-weight:${g};font-display:swap;` +
        `src:url(./source-sans-3-latin-${g}-normal.woff2) format('woff2');unicode-range:U+20-2AF,U+2000-206F,U+20AC,U+2122}`,
    )
    .join('\n');
}

async function bouw(): Promise<Bouwsel> {
  const wortel = projectMap();
  const lees = (deel: string) => readFile(path.join(wortel, deel), 'utf8');
  const [utrecht, voorbeeld, bestanden, ...eigen] = await Promise.all([
    lees('node_modules/@utrecht/component-library-css/dist/index.css'),
    lees('node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'),
    leesLetters(wortel),
    ...eigenBladen.map(naam => lees(`src/platform/ui/stijl/${naam}.css`)),
  ]);
  const eigenCss = eigen.join('\n');
  const onderdelen = vereenvoudig(snoei(utrecht, gebruikteKlassen), [voorbeeld, eigenCss]);
  const tokens = tokensVoor(onderdelen, voorbeeld, eigenCss);
  const bron = `@layer voorbeeld,utrecht;\n${letterRegels()}\n@layer voorbeeld{:root{${tokens}}}\n@layer utrecht{${onderdelen}}\n${eigenCss}`;
  const { code } = await transform(bron, { loader: 'css', minify: true, legalComments: 'none' });
  const som = createHash('sha256').update(code);
  for (const b of bestanden) som.update(b.inhoud);
  return { css: code, hash: som.digest('hex').slice(0, 16), bestanden };
}

let eerder: Promise<Bouwsel> | undefined;

/**
 * Builds the style sheet once per process: own css over the vendor's, the latter in layers and purged to the
 * classes we use and the tokens these reach. Takes well under half a second; later calls return the same.
 */
export function bouwStijl(): Promise<Bouwsel> {
  eerder ??= bouw();
  return eerder;
}
