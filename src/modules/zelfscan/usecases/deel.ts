import { isDeepStrictEqual } from 'node:util';
import type { AnderDeel } from '#modules/programma/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listOpgeslagen, type Opgeslagen, schrijfZelfscan, zetOpenbaar } from '../db/opslag.ts';
import { leesZelfscan } from '../domain/lees-deel.ts';

/** The part of a programme file that this room keeps. */
export interface Zelfscandeel extends AnderDeel {
  sleutel: 'zelfscan';
  /** Without `weergave`: the newest version that the reader may see. */
  geef(tx: Transactie, regio: string, weergave?: 'openbaar' | 'werk'): Promise<unknown>;
}

/**
 * Reads and writes the self-scan of a programme file. What the system itself reads in (the sources that ship with
 * the product) is public at once; what a person imports waits until it is published. A file without this part
 * leaves the scan as it is.
 */
export const deel: Zelfscandeel = {
  sleutel: 'zelfscan',
  async laad(tx, regio, ruw, v) {
    if (ruw === undefined) return [];
    const { scan, gebreken } = leesZelfscan(ruw);
    if (!scan) return gebreken.map(g => ({ lijst: 'zelfscan', nummer: null, code: null, ...g }));
    const [oud] = await listOpgeslagen(tx, regio, 'werk');
    if (!oud || !isDeepStrictEqual(oud.inhoud, scan))
      await schrijfZelfscan(tx, regio, oud ?? null, scan, { ...v, reden: 'inlezen' });
    if (v.door.startsWith('stelsel:')) await zetOpenbaar(tx, regio);
    return [];
  },
  geef: async (tx, regio, weergave) => (await listOpgeslagen(tx, regio, weergave ?? 'nieuwste'))[0]?.inhoud,
};

/** The scan of a region as a reader sees it; null when there is none for this reader. */
export async function findZelfscan(
  tx: Transactie,
  regio: string,
  weergave: 'openbaar' | 'werk',
): Promise<Opgeslagen | null> {
  return (await listOpgeslagen(tx, regio, weergave))[0] ?? null;
}

/** Makes the working version public. Row security lets only the project leader do so: for others nothing happens. */
export function maakOpenbaar(tx: Transactie, regio: string): Promise<boolean> {
  return zetOpenbaar(tx, regio);
}
