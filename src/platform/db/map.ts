import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Systeemgebruiker } from './gebruiker.ts';
import type { Wachtwoorden } from './rollen.ts';
import { StartFout } from './startfout.ts';

/** Format of the data folder. A folder of a newer release is refused. */
export const MAPFORMAAT = 1;

/** What the data folder says of itself: format, and how to log in on its server. */
export interface Mapgegevens {
  formaat: number;
  postgres: string;
  wachtwoorden: Wachtwoorden & { beheer: string };
}

/** The nearest folder above that others may not pass through, or null. */
export function afgeslotenOuder(map: string): string | null {
  for (let d = path.dirname(path.resolve(map)); ; d = path.dirname(d)) {
    if (existsSync(d) && !(statSync(d).mode & 0o001)) return d;
    if (d === path.dirname(d)) return null;
  }
}

/** Makes the folder, owned by who runs the server; one clear line when that cannot be. */
export function maakMap(map: string, gebruiker: Systeemgebruiker | null): void {
  try {
    mkdirSync(map, { recursive: true });
    accessSync(map, constants.W_OK);
  } catch {
    throw new StartFout(
      `De map ${map} is niet te maken of niet te beschrijven; zet LA_DATA op een map waarin u mag schrijven.`,
    );
  }
  const dicht = gebruiker && afgeslotenOuder(map);
  if (dicht) {
    throw new StartFout(
      `De map ${dicht} is dicht voor de systeemgebruiker ${gebruiker.naam} van de database; zet LA_DATA op een andere map, zoals /var/lib/lange-adem/data.`,
    );
  }
  if (gebruiker) chownSync(map, gebruiker.uid, gebruiker.gid);
  chmodSync(map, 0o700);
}

/** Unix socket paths are limited to 107 bytes; a deep data folder gets a short one in the temporary folder. */
export function socketMap(map: string, gebruiker: Systeemgebruiker | null): string {
  const eigen = path.join(map, 'socket');
  const kort = path.join(os.tmpdir(), `la-${createHash('sha256').update(map).digest('hex').slice(0, 16)}`);
  const d = Buffer.byteLength(eigen) > 85 ? kort : eigen;
  mkdirSync(d, { recursive: true, mode: 0o700 });
  if (gebruiker) chownSync(d, gebruiker.uid, gebruiker.gid);
  return d;
}

const gegevensPad = (map: string): string => path.join(map, 'lange-adem.json');

/** Null for a new folder; a folder of a newer release is refused. */
export function leesGegevens(map: string): Mapgegevens | null {
  if (!existsSync(gegevensPad(map))) return null;
  const g = JSON.parse(readFileSync(gegevensPad(map), 'utf8')) as Mapgegevens;
  if (g.formaat > MAPFORMAAT) {
    throw new StartFout(
      `De map ${map} is gemaakt door een nieuwere uitgave van Lange Adem (formaat ${g.formaat}, deze kent ${MAPFORMAAT}); gebruik die uitgave of een andere LA_DATA.`,
    );
  }
  return g;
}

/** Written last: a folder without it was never finished and is made anew. */
export function schrijfGegevens(map: string, g: Mapgegevens): void {
  writeFileSync(gegevensPad(map), JSON.stringify(g, null, 1), { mode: 0o600 });
}
