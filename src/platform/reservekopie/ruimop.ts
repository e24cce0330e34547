import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';
import { borgMap } from '#platform/kluis/index.ts';
import { MERK } from './cijferstroom.ts';

const NAAM = /^lange-adem-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.lakopie$/;

/** When a copy with this name was made; null when the name is not one that the command gives. */
export function momentVan(naam: string): Temporal.Instant | null {
  const m = NAAM.exec(naam);
  if (!m) return null;
  try {
    return Temporal.Instant.from(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}Z`);
  } catch {
    return null;
  }
}

/** Does the file begin as a copy of ours does? */
function isKopie(pad: string): boolean {
  const fd = openSync(pad, 'r');
  try {
    const begin = Buffer.alloc(MERK.length);
    return readSync(fd, begin, 0, begin.length, 0) === begin.length && begin.equals(MERK);
  } finally {
    closeSync(fd);
  }
}

/** The folder of the command's own copies, beside the data folder `data`. */
export const kopiemapBij = (data: string): string => `${data}-kopie`;

/** Copies directly in this folder: plain files with the name that the command gives and the beginning of a copy. */
function listKopieen(map: string): { naam: string; moment: Temporal.Instant }[] {
  if (!existsSync(map)) return [];
  return readdirSync(map, { withFileTypes: true }).flatMap(d => {
    const moment = d.isFile() ? momentVan(d.name) : null;
    return moment && isKopie(path.join(map, d.name)) ? [{ naam: d.name, moment }] : [];
  });
}

/** When the newest copy in this folder was made; null when there is none. */
export function nieuwsteKopie(map: string): Temporal.Instant | null {
  const momenten = listKopieen(map).map(k => k.moment);
  return momenten.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}

/**
 * Removes copies older than `dagen` from the folder of the command; never `bewaar`. What was erased stays guessable in a
 * copy of before, by whoever has the keys, until that copy is gone. Returns the names that were removed.
 */
export function ruimKopieenOp(map: string, dagen: number, nu: Temporal.Instant, bewaar?: string): string[] {
  const grens = nu.subtract({ hours: 24 * dagen });
  const weg = listKopieen(map)
    .filter(k => Temporal.Instant.compare(k.moment, grens) < 0)
    .map(k => k.naam)
    .filter(naam => bewaar === undefined || path.join(map, naam) !== path.resolve(bewaar));
  for (const naam of weg) rmSync(path.join(map, naam));
  if (weg.length > 0) borgMap(map);
  return weg;
}
