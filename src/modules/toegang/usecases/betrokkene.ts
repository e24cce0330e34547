import type { Transactie } from '#platform/db/index.ts';
import {
  type Betrokkenheid,
  insertBetrokkene,
  insertBetrokkenheid,
  selectBetrokkenheden,
} from '../db/betrokkenen.ts';

export type { Betrokkenheid } from '../db/betrokkenen.ts';

/**
 * Makes a person known to access, by opaque id only; the room that keeps who it is calls this in the transaction in
 * which it records the person. Row security refuses who has no role of casework in that organisation and region.
 */
export function legBetrokkeneVast(
  tx: Transactie,
  b: { id: string; regio: string; organisatie: string },
): Promise<void> {
  return insertBetrokkene(tx, b);
}

/**
 * Links a person to a file. Row security refuses a file that the actor does not see, and a person whom he neither
 * sees nor recorded in this same transaction: a guessed id pulls nobody into a file.
 */
export function koppelBetrokkene(tx: Transactie, dossier: string, betrokkene: string): Promise<void> {
  return insertBetrokkenheid(tx, dossier, betrokkene);
}

/** Whom these files are about, as far as the actor may see the file. */
export function betrokkenhedenVanDossier(tx: Transactie, ...dossiers: string[]): Promise<Betrokkenheid[]> {
  return selectBetrokkenheden(tx, { dossiers });
}

/** In which files that the actor may see these persons stand. */
export function betrokkenhedenVanPersoon(tx: Transactie, ...betrokkenen: string[]): Promise<Betrokkenheid[]> {
  return selectBetrokkenheden(tx, { betrokkenen });
}
