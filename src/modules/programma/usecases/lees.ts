import { metActor, type Transactie } from '#platform/db/index.ts';
import { listOpenbareOnderdelen } from '../db/openbare-onderdelen.ts';
import { listOnderdelen, listRegios, listVersies, type VersieRij } from '../db/repository.ts';
import { bundel, enige, type Programma, type Weergave } from '../domain/programma.ts';
import { isSchrijfbaar } from '../domain/tekens.ts';
import type { Doen } from './doen.ts';

/** The whole programme of a region as the actor may read it; null when there is none for this reader. */
export async function findProgramma(
  tx: Transactie,
  regio: string,
  weergave: Weergave,
): Promise<Programma | null> {
  if (!isSchrijfbaar(regio)) return null;
  const onderdelen =
    weergave === 'openbaar'
      ? await listOpenbareOnderdelen(tx, regio)
      : await listOnderdelen(tx, regio, weergave);
  const p = bundel(regio, weergave, onderdelen);
  return enige(p, 'regio') ? p : null;
}

/** The programmes of all regions that the actor may read, by name of the region's id. */
export async function listProgrammas(tx: Transactie, weergave: Weergave): Promise<Programma[]> {
  const uit: Programma[] = [];
  for (const regio of await listRegios(tx)) {
    const p = await findProgramma(tx, regio, weergave);
    if (p) uit.push(p);
  }
  return uit;
}

/** The history of one item, newest first, as far as the actor may read it. */
export function listGeschiedenis(tx: Transactie, onderdeelId: string): Promise<VersieRij[]> {
  return listVersies(tx, onderdeelId);
}

/** The regions that have a programme already. */
export function listProgrammaregios(d: Doen): Promise<string[]> {
  return metActor(d.db, d.actor, d.vandaag, listRegios);
}
