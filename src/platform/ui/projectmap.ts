import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder that holds package.json and node_modules, seen from this file upwards: true from the sources and
 * from a bundle. Throws when there is none.
 */
export function projectMap(vanaf: string = import.meta.dirname): string {
  let map = vanaf;
  while (!existsSync(path.join(map, 'src/platform/ui/stijl/kleur.css'))) {
    const boven = path.dirname(map);
    if (boven === map) throw new Error(`geen projectmap gevonden boven ${vanaf}`);
    map = boven;
  }
  return map;
}
