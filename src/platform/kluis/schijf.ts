import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { KluisWeigering } from './weigering.ts';

const TIJDELIJK = '.tijdelijk';

/** Is this what a writer that died half-way left behind? Such a file means nothing and is never read. */
export const isTijdelijk = (naam: string): boolean => naam.endsWith(TIJDELIJK);

const code = (e: unknown): string => (e as { code?: string }).code ?? '';

/** Makes a folder that only its owner reaches. */
export function maakEigenMap(map: string): void {
  try {
    mkdirSync(map, { recursive: true, mode: 0o700 });
  } catch (e) {
    throw new KluisWeigering('map_onbruikbaar', e);
  }
}

/** Makes names in a folder survive a power cut. Windows cannot sync a folder; there the rename itself counts. */
export function borgMap(map: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(map, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function schrijfTijdelijk(pad: string, inhoud: string): string {
  const tijdelijk = `${pad}.${randomBytes(6).toString('hex')}${TIJDELIJK}`;
  const fd = openSync(tijdelijk, 'wx', 0o600);
  try {
    writeFileSync(fd, inhoud);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return tijdelijk;
}

/** Writes or replaces a file (mode 0600): after a crash there is the old one or the new one, whole. */
export function schrijfHeel(pad: string, inhoud: string): void {
  renameSync(schrijfTijdelijk(pad, inhoud), pad);
  borgMap(path.dirname(pad));
}

/** Writes a file that does not exist yet, whole or not at all. False when somebody else was first. */
export function schrijfNieuw(pad: string, inhoud: string): boolean {
  const tijdelijk = schrijfTijdelijk(pad, inhoud);
  try {
    linkSync(tijdelijk, pad);
    return true;
  } catch (e) {
    if (code(e) === 'EEXIST') return false;
    throw new KluisWeigering('map_onbruikbaar', e);
  } finally {
    unlinkSync(tijdelijk);
    borgMap(path.dirname(pad));
  }
}

/** The text of a file, or null when it is not there. */
export function leesBestand(pad: string): string | null {
  try {
    return readFileSync(pad, 'utf8');
  } catch (e) {
    if (code(e) === 'ENOENT') return null;
    throw new KluisWeigering('map_onbruikbaar', e);
  }
}

/** Marks one state of a file: another text at the same path has another mark. Null when it is not there. */
export function bestandsmerk(pad: string): string | null {
  const s = statSync(pad, { throwIfNoEntry: false });
  return s ? `${s.ino}:${s.mtimeMs}:${s.size}` : null;
}

/** Overwrites a file in place with noise, then removes it. Copies elsewhere are beyond its reach. */
export function wisBestand(pad: string): void {
  const grootte = statSync(pad, { throwIfNoEntry: false })?.size;
  if (grootte === undefined) return;
  const fd = openSync(pad, 'r+');
  try {
    writeSync(fd, randomBytes(grootte), 0, grootte, 0);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  rmSync(pad, { force: true });
  borgMap(path.dirname(pad));
}
