import { gelukt, geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { type Gewistrij, selectGewist, updateBeoordeeld } from '../db/gewist.ts';
import { magInDossier } from '../db/rechten.ts';
import { ACTIVITEIT } from './geheim.ts';

export type { Gewistrij as Gewist } from '../db/gewist.ts';

/** Places in a file of people who were erased at their own request; empty when the file is not the actor's. */
export const listGewist = (tx: Transactie, dossier: string): Promise<Gewistrij[]> =>
  selectGewist(tx, dossier);

/**
 * A human says that he judged the names of who was erased in notes and documents: those are content of the file and
 * stand under its key. Refuses `niet_gevonden`.
 */
export async function beoordeelNamen(
  tx: Transactie,
  dossier: string,
  id: string,
): Promise<Result<null, Weigering>> {
  if (!(await magInDossier(tx, dossier)) || !(await updateBeoordeeld(tx, id, dossier)))
    return geweigerd(nietGevonden());
  await legVerwerkingVast(tx, {
    handeling: 'wijzigen',
    soort: 'gewist',
    object: id,
    dossier,
    betrokkenen: [],
    activiteit: ACTIVITEIT,
  });
  return gelukt(null);
}
