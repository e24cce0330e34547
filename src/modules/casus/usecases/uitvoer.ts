import { geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { AFDRUKDOELEN, type Afdrukdoel, isCode } from '../domain/codes.ts';
import type { Doen } from './doen.ts';
import { type Casusblad, type Leeswijze, leesCasus } from './lees.ts';

export interface Uitvoer {
  blad: Casusblad;
  doel: Afdrukdoel;
}

/** Most notes in one export. */
const ALLE = 100_000;

/**
 * The whole file within the reader's right, to print or to take along, with the purpose in the log. Refuses `ongeldig`
 * (no purpose) after the right was judged, and `niet_gevonden`.
 */
export async function leesUitvoer(
  d: Doen,
  casus: string,
  wijze: Exclude<Leeswijze, 'inzien'>,
  doel: string,
): Promise<Result<Uitvoer, Weigering>> {
  if (!isCode(AFDRUKDOELEN, doel)) {
    const mag = await leesCasus(d, casus, 'inzien', { aantal: 1 });
    return mag.ok ? geweigerd(ongeldig({ doel: 'leeg' })) : mag;
  }
  const blad = await leesCasus(d, casus, wijze, { aantal: ALLE, doel });
  return blad.ok ? { ok: true, waarde: { blad: blad.waarde, doel } } : blad;
}
