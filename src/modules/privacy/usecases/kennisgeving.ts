import { parseDag } from '#kern/datum/index.ts';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { legBesluitVast, toetsVersturen, type Verzendoordeel, WIJZEN } from '#modules/gezin/index.ts';
import { type Handeling, legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import {
  findOpen,
  insertKennisgeving,
  insertUitstel,
  type Kennisgevingrij,
  listOpen,
  listOpenVan,
  zetAfgehandeld,
} from '../db/kennisgevingen.ts';
import {
  bepaalKennisgeving,
  type Kennisgevingstand,
  toetsUitstel,
  UITSTELREDENEN,
} from '../domain/kennisgeving.ts';
import { kennisgevingteksten } from '../domain/teksten.ts';

export interface Kennisgeving extends Kennisgevingrij {
  stand: Kennisgevingstand;
}

const boek = (
  tx: Transactie,
  handeling: Handeling,
  k: Pick<Kennisgevingrij, 'dossier' | 'betrokkene'> | null,
) =>
  legVerwerkingVast(tx, {
    handeling,
    soort: 'kennisgeving',
    object: k?.betrokkene ?? null,
    dossier: k?.dossier ?? null,
    betrokkenen: k ? [k.betrokkene] : [],
    activiteit: 'kennisgeving',
  });

/**
 * Starts the clock of notice (Wmo 2015 art. 5.3.1): call it in the transaction in which data of somebody is recorded that
 * he did not give himself. Once per person and file while it runs. Row security refuses a file that is not the actor's.
 */
export async function beginKennisgeving(
  tx: Transactie,
  k: { dossier: string; betrokkene: string; organisatie: string },
): Promise<void> {
  await insertKennisgeving(tx, k);
  await boek(tx, 'vastleggen', k);
}

const boekLijst = (tx: Transactie, dossier: string | null, lijst: readonly Kennisgevingrij[]) =>
  legVerwerkingVast(tx, {
    handeling: 'lijst',
    soort: 'kennisgeving',
    object: null,
    dossier,
    betrokkenen: [...new Set(lijst.map(k => k.betrokkene))],
    activiteit: 'kennisgeving',
  });

/** With its clock, what is due first on top. A clock that cannot be counted is left out of nothing: it throws. */
function metStand(rijen: readonly Kennisgevingrij[], vandaag: Temporal.PlainDate): Kennisgeving[] {
  const uit = rijen.map(r => {
    const stand = bepaalKennisgeving(r.vastgelegdOp, r.uitstellen, vandaag);
    if (!stand.ok) throw new Error(`Kennisgeving ${r.id}: ${stand.weigering.code}`);
    return { ...r, stand: stand.waarde };
  });
  return uit.sort((a, b) => Temporal.PlainDate.compare(a.stand.uiterlijk, b.stand.uiterlijk));
}

/** Notices that still must be given, as far as the actor may know of them. */
export async function listKennisgevingen(
  tx: Transactie,
  vandaag: Temporal.PlainDate,
): Promise<Kennisgeving[]> {
  const rijen = await listOpen(tx);
  await boekLijst(tx, null, rijen);
  return metStand(rijen, vandaag);
}

/** Those of one file, for who works in it; for whoever else there are none. */
export async function listKennisgevingenVan(
  tx: Transactie,
  dossier: string,
  vandaag: Temporal.PlainDate,
): Promise<Kennisgeving[]> {
  const rijen = (await listOpenVan(tx, dossier)).filter(k => k.eigen);
  if (rijen.length > 0) await boekLijst(tx, dossier, rijen);
  return metStand(rijen, vandaag);
}

/** Postpones by at most two weeks with a reason. Refuses `niet_gevonden`, `ongeldig`, and as `toetsUitstel`. */
export async function stelUit(
  tx: Transactie,
  id: string,
  i: { tot: string; reden: string },
  vandaag: Temporal.PlainDate,
): Promise<Result<true, Weigering>> {
  const rij = await findOpen(tx, id);
  if (!rij?.eigen) return geweigerd(nietGevonden());
  const reden = UITSTELREDENEN.find(r => r === i.reden);
  const tot = parseDag(i.tot);
  const velden = {
    ...(reden ? {} : { reden: kennisgevingteksten.reden }),
    ...(tot.ok ? {} : { tot: tot.weigering.melding ?? kennisgevingteksten.teLang }),
  };
  if (!reden || !tot.ok) return geweigerd(ongeldig(velden));
  const nu = bepaalKennisgeving(rij.vastgelegdOp, rij.uitstellen, vandaag);
  if (!nu.ok) return nu;
  const mag = toetsUitstel(nu.waarde.uiterlijk, { tot: tot.waarde, reden, beslotenOp: vandaag });
  if (!mag.ok) return geweigerd(ongeldig({ tot: mag.weigering.melding ?? kennisgevingteksten.teLang }));
  await insertUitstel(tx, rij, tot.waarde, reden);
  await boek(tx, 'wijzigen', rij);
  return gelukt(true);
}

/** How somebody was told: face to face, or by a way of which the room of persons knows whether it is safe. */
export const BERICHTWIJZEN = ['gesprek', ...WIJZEN] as const;

/** The notice was given, and how; or it need not be given any more. */
export type Afhandeling =
  | { stand: 'vervallen' }
  | { stand: 'gedaan'; wijze: string; door: string; bevestigd: readonly string[] };

/** Refused because of how the person can be reached; the findings go along, to decide on. */
export type Afhandelweigering = Weigering & { readonly oordeel?: Verzendoordeel };

/**
 * The person was told, or need not be told any more. Not told by letter, phone or mail where that is not safe: first
 * the safe-contact decision of the room of persons, with that decision in the log. Refuses `niet_gevonden`, `ongeldig`,
 * and `niet_veilig` with what was found.
 */
export async function handelKennisgevingAf(
  tx: Transactie,
  kluis: Kluis,
  id: string,
  a: Afhandeling,
): Promise<Result<true, Afhandelweigering>> {
  const rij = await findOpen(tx, id);
  if (!rij?.eigen) return geweigerd(nietGevonden());
  if (a.stand === 'gedaan') {
    const mis = await toetsBericht(tx, kluis, rij.betrokkene, a);
    if (mis) return geweigerd(mis);
  }
  if (!(await zetAfgehandeld(tx, id, a.stand))) return geweigerd(nietGevonden());
  await boek(tx, 'wijzigen', rij);
  return gelukt(true);
}

async function toetsBericht(
  tx: Transactie,
  kluis: Kluis,
  persoon: string,
  a: Extract<Afhandeling, { stand: 'gedaan' }>,
): Promise<Afhandelweigering | null> {
  const wijze = BERICHTWIJZEN.find(w => w === a.wijze);
  if (!wijze) return ongeldig({ wijze: kennisgevingteksten.wijze });
  if (wijze === 'gesprek') return null;
  const besluit = { door: a.door, bevestigd: a.bevestigd };
  const oordeel = await toetsVersturen(tx, kluis, { persoon, wijze, besluit });
  if (!oordeel) return nietGevonden();
  if (oordeel.stand !== 'mag')
    return { ...weigering('niet_veilig', kennisgevingteksten.nietVeilig), oordeel };
  const bevestigd = oordeel.bevindingen.map(b => b.code);
  if (bevestigd.length > 0) await legBesluitVast(tx, { persoon, wijze, bevestigd });
  return null;
}
