import { randomUUID } from 'node:crypto';
import type { Willekeur } from './cijfer.ts';
import type { Hoofden } from './hoofden.ts';
import { alsHoofd, type Hoofd, omhul, pakUit } from './omhulling.ts';
import type { Sleutelbestanden } from './sleutelbestanden.ts';

/** Keys of 32 bytes in memory, the least used one first: at most `grens`; what leaves is overwritten. */
export function maakGeheugen(grens: number) {
  const sleutels = new Map<string, { merk: string; sleutel: Buffer }>();
  const vergeet = (id: string) => {
    sleutels.get(id)?.sleutel.fill(0);
    sleutels.delete(id);
  };
  return {
    vergeet,
    /** The key as long as its file has this mark. */
    zoek: (id: string, merk: string | null): Buffer | null => {
      const eerder = sleutels.get(id);
      if (!eerder || eerder.merk !== merk) return null;
      sleutels.delete(id);
      sleutels.set(id, eerder);
      return eerder.sleutel;
    },
    bewaar: (id: string, merk: string, sleutel: Buffer) => {
      sleutels.set(id, { merk, sleutel });
      const oudste = sleutels.size > grens ? sleutels.keys().next().value : undefined;
      if (oudste !== undefined && oudste !== id) vergeet(oudste);
      else if (oudste === id) sleutels.delete(id);
    },
  };
}

/** Gives the key by its id; from memory while its file is unchanged, for another process may destroy it. */
export function maakLezer(bestanden: Sleutelbestanden, hoofden: Hoofden, grens: number) {
  const geheugen = maakGeheugen(grens);
  return {
    vergeet: geheugen.vergeet,
    lees: (id: string): Buffer => {
      const merk = bestanden.merk(id);
      const eerder = geheugen.zoek(id, merk);
      if (eerder) return eerder;
      geheugen.vergeet(id);
      const o = bestanden.lees(id);
      const sleutel = pakUit(hoofden.met(o.hoofd), o);
      if (merk !== null) geheugen.bewaar(id, merk, sleutel);
      return sleutel;
    },
  };
}

/**
 * Makes and stores a key. A renewal that began meanwhile may have passed our file: then it is wrapped once
 * more. When the key was there already nothing changes. Returns its id.
 */
export function maakSleutel(
  bestanden: Sleutelbestanden,
  hoofden: Hoofden,
  willekeur: Willekeur,
  doel: string,
  id: string = randomUUID(),
): string {
  const sleutel = willekeur(32);
  const met = hoofden.huidig();
  if (!bestanden.schrijfNieuw(omhul(met, id, doel, sleutel, willekeur))) return id;
  try {
    const nu = hoofden.huidig();
    if (nu.id !== met.id) bestanden.schrijf(omhul(nu, id, doel, sleutel, willekeur));
  } catch (e) {
    bestanden.trekTerug(id);
    throw e;
  } finally {
    sleutel.fill(0);
  }
  return id;
}

/**
 * Wraps every key that is not yet under `geheim` by it, waits (`wacht`), and lets go of the old master. Safe to repeat
 * after a crash. Returns how many.
 */
export async function vernieuwSleutels(
  bestanden: Sleutelbestanden,
  hoofden: Hoofden,
  willekeur: Willekeur,
  geheim: Buffer,
  bijSleutel?: (aantal: number) => void,
  wacht?: () => Promise<void>,
): Promise<number> {
  const nieuw = alsHoofd(geheim);
  hoofden.beginVernieuwing(nieuw);
  bestanden.ruimOp();
  let vernieuwd = pakAllesIn(bestanden, hoofden, willekeur, nieuw, bijSleutel);
  if (wacht) {
    await wacht();
    // A process that had not seen the renewal may have made a key under the old master meanwhile.
    vernieuwd += pakAllesIn(bestanden, hoofden, willekeur, nieuw);
  }
  hoofden.eindigVernieuwing(nieuw);
  return vernieuwd;
}

function pakAllesIn(
  bestanden: Sleutelbestanden,
  hoofden: Hoofden,
  willekeur: Willekeur,
  nieuw: Hoofd,
  bijSleutel?: (aantal: number) => void,
): number {
  let vernieuwd = 0;
  for (const id of bestanden.ids()) {
    // Destroyed while we were under way: nothing left to wrap.
    if (bestanden.merk(id) === null) continue;
    const o = bestanden.lees(id);
    if (o.hoofd === nieuw.id) continue;
    const sleutel = pakUit(hoofden.met(o.hoofd), o);
    bestanden.schrijf(omhul(nieuw, id, o.doel, sleutel, willekeur));
    sleutel.fill(0);
    vernieuwd++;
    bijSleutel?.(vernieuwd);
  }
  return vernieuwd;
}
