import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's own folder (where package.json lies), both from source and from the built file. */
export const WORTEL = zoekWortel(import.meta.dirname);

function zoekWortel(van: string): string {
  for (let d = van; ; d = path.dirname(d)) {
    if (existsSync(path.join(d, 'package.json'))) return d;
    if (d === path.dirname(d)) return process.cwd();
  }
}
