import { legVerwerkingVast, telGebruik } from '#modules/toegang/index.ts';
import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import { insertOpvallend, type Opvallend, selectOpvallend, updateOordeel } from '../db/logboek-opvallend.ts';
import { type Oordeel, STILLE_UREN, vindOpvallend } from '../domain/logboek-opvallend.ts';

export type { Opvallend } from '../db/logboek-opvallend.ts';

const NAKIJKER: Actor = { soort: 'stelsel', taak: 'opvallend' };
/** Days that are looked at anew each time: also what was logged late is then found. */
const DAGEN = 7;

/**
 * Looks at the use of the last seven whole days and today by every rule, and keeps what should be judged. Safe to do
 * twice. Returns how many lines are new.
 */
export async function kijkGebruikNa(
  db: Databank,
  vandaag: Temporal.PlainDate,
  nu: Temporal.Instant,
): Promise<number> {
  const van = vandaag.subtract({ days: DAGEN }).toZonedDateTime('Europe/Amsterdam').toInstant();
  const tellingen = await telGebruik(db, vandaag, { van, tot: nu.add({ seconds: 1 }) }, STILLE_UREN);
  return metActor(db, NAKIJKER, vandaag, tx => insertOpvallend(tx, vindOpvallend(tellingen)));
}

/** The list for this privacy officer; reading it is logged. */
export async function listOpvallend(tx: Transactie): Promise<Opvallend[]> {
  const regels = await selectOpvallend(tx);
  await legVerwerkingVast(tx, {
    handeling: 'lijst',
    soort: 'opvallend',
    object: null,
    dossier: null,
    activiteit: 'logboek',
  });
  return regels;
}

/** Judges one line, in the log too. False when there is no such line to judge for this actor. */
export async function oordeelOpvallend(tx: Transactie, id: string, oordeel: Oordeel): Promise<boolean> {
  const regel = await updateOordeel(tx, id, oordeel);
  if (!regel) return false;
  await legVerwerkingVast(tx, {
    handeling: 'wijzigen',
    soort: 'opvallend',
    object: id,
    dossier: regel.dossier,
    activiteit: 'logboek',
    reden: oordeel,
  });
  return true;
}
