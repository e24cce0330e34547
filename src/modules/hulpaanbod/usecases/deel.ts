import { isDeepStrictEqual } from 'node:util';
import type { Transactie } from '#platform/db/index.ts';
import {
  listOpgeslagen,
  type Opgeslagen,
  schrijfHulpaanbod,
  type Vastlegging,
  type Weergave,
  zetOpenbaar,
  zetVolgorde,
} from '../db/opslag.ts';
import type { Hulpaanbod } from '../domain/hulpaanbod.ts';
import { type Deelfout, leesHulpaanbod } from '../domain/lees-deel.ts';

/** The part of a programme file that this room keeps; the shape that the room of programmes asks for. */
export interface Programmadeel {
  sleutel: 'hulpaanbod';
  laad(
    tx: Transactie,
    regio: string,
    deel: unknown,
    v: { nu: Temporal.Instant; door: string },
  ): Promise<Deelfout[]>;
  /** Without `weergave`: the newest version that the reader may see. */
  geef(tx: Transactie, regio: string, weergave?: 'openbaar' | 'werk'): Promise<unknown>;
}

const aanwezig = (rijen: readonly Opgeslagen[]): Hulpaanbod[] =>
  rijen.flatMap(r => (r.inhoud === null ? [] : [r.inhoud]));

async function leg(tx: Transactie, regio: string, items: Hulpaanbod[], v: Vastlegging): Promise<void> {
  const over = new Map((await listOpgeslagen(tx, regio, 'werk')).map(r => [r.code, r]));
  for (const [volgorde, item] of items.entries()) {
    const oud = over.get(item.code);
    over.delete(item.code);
    if (oud && isDeepStrictEqual(oud.inhoud, item)) await zetVolgorde(tx, oud.id, volgorde);
    else {
      const plek = { regio, code: item.code, volgorde };
      await schrijfHulpaanbod(tx, { ...plek, id: oud?.id ?? null, versie: oud?.versie ?? 0 }, item, v);
    }
  }
  let volgorde = items.length;
  for (const oud of over.values()) {
    if (oud.inhoud !== null) await schrijfHulpaanbod(tx, { ...oud, volgorde: volgorde++ }, null, v);
  }
}

/**
 * Reads and writes the help offers of a programme file. What the system itself reads in (the sources that ship
 * with the product) is public at once; what a person imports waits until it is published. A file without this
 * part leaves the offers as they are.
 */
export const deel: Programmadeel = {
  sleutel: 'hulpaanbod',
  async laad(tx, regio, ruw, v) {
    if (ruw === undefined) return [];
    const { items, fouten } = leesHulpaanbod(ruw);
    if (fouten.length > 0) return fouten;
    await leg(tx, regio, items, { ...v, reden: 'inlezen' });
    if (v.door.startsWith('stelsel:')) await zetOpenbaar(tx, regio);
    return [];
  },
  geef: async (tx, regio, weergave) => aanwezig(await listOpgeslagen(tx, regio, weergave ?? 'nieuwste')),
};

/** The offers of a region as a reader sees them. */
export async function listHulpaanbod(
  tx: Transactie,
  regio: string,
  weergave: Exclude<Weergave, 'nieuwste'>,
): Promise<Hulpaanbod[]> {
  return aanwezig(await listOpgeslagen(tx, regio, weergave));
}

/** How many offers differ between the working version and what is public. */
export async function telConcepten(tx: Transactie, regio: string): Promise<number> {
  return (await listOpgeslagen(tx, regio, 'werk')).filter(r => r.openbareVersie !== r.versie).length;
}

/** Makes the working version of a region public. Row security lets only its project leader do so: others change 0. */
export function maakOpenbaar(tx: Transactie, regio: string): Promise<number> {
  return zetOpenbaar(tx, regio);
}
