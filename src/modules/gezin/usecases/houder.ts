import type { Transactie } from '#platform/db/index.ts';
import { selectHouder } from '../db/rechten.ts';

/** On behalf of which organisation, in which region, the actor would write in a file. */
export interface Houder {
  readonly regio: string;
  readonly organisatie: string;
}

/**
 * The organisation for which the actor works in this file and that holds it; null when he may not write there. New
 * people and households are that organisation's: it is the controller (AVG art. 4(7)).
 */
export function findHouder(tx: Transactie, dossier: string): Promise<Houder | null> {
  return selectHouder(tx, dossier);
}
