import { randomUUID } from 'node:crypto';
import { gelukt, geweigerd, nietGevonden, ongeldig, type Result, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { leesDag } from '../db/dossiers.ts';
import { wordActor } from '../db/lidmaatschappen.ts';
import {
  findNoodorganisatie,
  insertNoodtoegang,
  isToezichthouder,
  listAlle,
  listNoodontvangers,
  listZonderToezicht,
  type Noodtoegang,
  OORDELEN,
  telLopend,
  zetOordeel,
} from '../db/noodtoegangen.ts';
import { maakPersonen } from '../db/personen.ts';
import { parameterOp } from '../domain/toegangsparameters.ts';
import type { Postbak } from './diensten.ts';
import { noodbericht, noodberichtZonderToezicht } from './noodbericht.ts';
import { legVerwerkingVast } from './verwerking.ts';
import { telZoekactie } from './zoekactie.ts';

export { type Noodtoegang, OORDELEN, type Oordeel } from '../db/noodtoegangen.ts';

/** What break-glass needs besides the transaction. */
export interface Nooddienst {
  kluis: Kluis;
  mail?: Postbak;
  /** Address of the site, for the link in the notice. */
  basisUrl: string;
}

export interface Noodvraag {
  /** Looks for the file, after it was counted; null when not found: goes the same way. */
  zoek: () => Promise<string | null>;
  /** Wished; one in the region of the file is taken when the reader works for more. */
  organisatieId: string;
  reden: string;
  /** Who takes it: the actor of the transaction. */
  lezer: string;
}

/**
 * Takes break-glass on one file: reading only, never a reporter's identity, a secret address or police information. Ends
 * by itself. Who directs the file and the privacy officers get a notice in the same transaction; when no privacy officer
 * can judge it, the team leaders and who gives out roles are told so. Counted, also when it
 * is refused, so the transaction must be committed. Refuses `ongeldig` (reason too short), `te_vaak`, and `niet_gevonden`
 * for what is absent, of another region or barred: one answer.
 */
export async function neemNoodtoegang(
  d: Nooddienst,
  tx: Transactie,
  v: Noodvraag,
): Promise<Result<{ id: string; dossierId: string; tot: Temporal.Instant }>> {
  const dag = await leesDag(tx);
  const tekens = parameterOp('noodtoegang_reden', dag);
  const reden = v.reden.normalize('NFC').trim();
  if (reden.length < tekens || reden.length > 2000) {
    return geweigerd(
      ongeldig({ reden: `Schrijf waarom dit niet kan wachten, in ${tekens} tot 2000 tekens.` }),
    );
  }
  const geteld = await telZoekactie(tx, 'noodtoegang');
  if (!geteld.ok) return geteld;
  const dossierId = await v.zoek();
  const organisatieId = await findNoodorganisatie(tx, dossierId, v.organisatieId);
  if (organisatieId === null || dossierId === null) return geweigerd(nietGevonden());
  const id = randomUUID();
  const tot = await insertNoodtoegang(tx, d.kluis, {
    id,
    persoonId: v.lezer,
    organisatieId,
    dossierId,
    reden,
    uren: parameterOp('noodtoegang_duur', dag),
  });
  await legVerwerkingVast(tx, {
    handeling: 'noodtoegang',
    soort: 'noodtoegang',
    object: id,
    dossier: dossierId,
    activiteit: 'toegang_tot_dossiers',
  });
  await waarschuw(d, tx, id, v.lezer);
  return gelukt({ id, dossierId, tot });
}

/** The addresses are read by the system: who takes break-glass does not learn who the privacy officers are. */
async function waarschuw(d: Nooddienst, tx: Transactie, id: string, lezer: string): Promise<void> {
  const personen = maakPersonen(d.kluis);
  await wordActor(tx, { soort: 'stelsel', taak: 'noodtoegang' });
  const stuur = async (ontvangers: readonly string[], bericht: ReturnType<typeof noodbericht>) => {
    for (const ontvanger of ontvangers) {
      const p = await personen.find(tx, ontvanger);
      if (p?.email) await d.mail?.zetInWachtrij(tx, { aan: p.email, ...bericht });
    }
  };
  await stuur(await listNoodontvangers(tx, id), noodbericht(d.basisUrl));
  await stuur(await listZonderToezicht(tx, id), noodberichtZonderToezicht(d.basisUrl));
  await wordActor(tx, { soort: 'persoon', id: lezer });
}

/** Break-glass that the actor may see: of one file, or all; what waits for a judgement first, oldest first. */
export function listNoodtoegang(tx: Transactie, kluis: Kluis, dossierId?: string): Promise<Noodtoegang[]> {
  return listAlle(tx, kluis, dossierId ? { dossier: dossierId } : {});
}

/** How often others took break-glass on this file that runs or waits for a judgement: for the notice on its page. */
export function telNoodtoegang(tx: Transactie, dossierId: string): Promise<number> {
  return telLopend(tx, dossierId);
}

/** What waits for a judgement by this privacy officer; it empties by judging only. Null for anyone else. */
export async function listTeBeoordelen(
  tx: Transactie,
  kluis: Kluis,
  lezer: string,
): Promise<Noodtoegang[] | null> {
  if (!(await isToezichthouder(tx))) return null;
  const lijst = (await listAlle(tx, kluis, { open: true })).filter(n => n.persoonId !== lezer);
  await legVerwerkingVast(tx, {
    handeling: 'lijst',
    soort: 'noodtoegang',
    object: null,
    dossier: null,
    activiteit: 'toezicht_op_toegang',
  });
  return lijst;
}

/** Judges break-glass, once, by a privacy officer who did not take it. Refuses `ongeldig`, `al_beoordeeld`, `niet_gevonden`. */
export async function beoordeelNoodtoegang(
  tx: Transactie,
  kluis: Kluis,
  id: string,
  oordeel: string,
): Promise<Result<Noodtoegang>> {
  const n = (await listAlle(tx, kluis, { id }))[0];
  if (!n || !(await isToezichthouder(tx))) return geweigerd(nietGevonden());
  const gekozen = OORDELEN.find(o => o === oordeel);
  if (!gekozen) return geweigerd(ongeldig({ oordeel: 'Kies een oordeel.' }));
  if (n.oordeel !== null) return geweigerd(weigering('al_beoordeeld', 'Hierover is al geoordeeld.'));
  if (!(await zetOordeel(tx, id, gekozen))) return geweigerd(nietGevonden());
  await legVerwerkingVast(tx, {
    handeling: 'wijzigen',
    soort: 'noodtoegang',
    object: id,
    dossier: n.dossierId,
    activiteit: 'toezicht_op_toegang',
  });
  return gelukt(n);
}
