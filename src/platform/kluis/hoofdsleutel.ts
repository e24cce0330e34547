import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Instellingen } from '#platform/config/index.ts';
import { leesBestand, maakEigenMap, schrijfHeel, schrijfNieuw } from './schijf.ts';
import { KluisWeigering } from './weigering.ts';

/** A master key from its written form. Throws KluisWeigering when it is not 64 hex digits. */
export function alsSleutel(hex: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new KluisWeigering('hoofdsleutel_ongeldig');
  return Buffer.from(hex, 'hex');
}

/**
 * The master key of a demonstration: 64 hex digits in the file `hoofdsleutel` of the key folder, made on
 * first use (mode 0600). Not for work: there the master key comes from outside the key folder.
 */
export function leesOfMaakHoofdsleutel(map: string): Buffer {
  maakEigenMap(map);
  const pad = path.join(map, 'hoofdsleutel');
  if (leesBestand(pad) === null) schrijfNieuw(pad, `${randomBytes(32).toString('hex')}\n`);
  return alsSleutel((leesBestand(pad) ?? '').trim());
}

/** Puts another master key in the key folder of a demonstration. */
export function vervangHoofdsleutel(map: string, nieuw: Buffer): void {
  schrijfHeel(path.join(map, 'hoofdsleutel'), `${nieuw.toString('hex')}\n`);
}

/**
 * The master key by the settings: LA_SLEUTEL, or for a demonstration the file in the key folder. Without
 * `demo` that file is used when it is there and never made.
 */
export function leesHoofdsleutel(
  i: Pick<Instellingen, 'sleutel' | 'sleutelmap'>,
  demo = leesBestand(path.join(i.sleutelmap, 'hoofdsleutel')) !== null,
): Buffer {
  if (i.sleutel !== null) return alsSleutel(i.sleutel);
  if (!demo) throw new KluisWeigering('hoofdsleutel_ontbreekt');
  return leesOfMaakHoofdsleutel(i.sleutelmap);
}
