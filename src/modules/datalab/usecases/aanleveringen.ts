import type { Transactie } from '#platform/db/index.ts';
import { type Aanlevering, listAanleveringen as listUitOpslag } from '../db/aanlevering-opslag.ts';

export type { Aanlevering };

/** Files of a region that came in by the folder, newest first; none for who may not. */
export function listAanleveringen(tx: Transactie, regio: string): Promise<Aanlevering[]> {
  return listUitOpslag(tx, regio);
}
