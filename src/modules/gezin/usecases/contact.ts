import {
  conflict,
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import {
  betrokkenhedenVanDossier,
  betrokkenhedenVanPersoon,
  legVerwerkingVast,
} from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis, Plek } from '#platform/kluis/index.ts';
import { selectAdressen } from '../db/adressen.ts';
import {
  type Contactrij,
  insertContact,
  insertContactversie,
  selectContact,
  selectContactversies,
  updateContact,
} from '../db/contacten.ts';
import { selectHuishoudleden } from '../db/huishoudens.ts';
import { type Persoonrij, selectPersonen } from '../db/personen.ts';
import { selectRechten } from '../db/rechten.ts';
import type { VastgesteldContact, VeiligContact, Wijze } from '../domain/contact.ts';
import {
  magVersturen,
  type Verzendbesluit,
  type Verzending,
  type Verzendoordeel,
} from '../domain/contactcontrole.ts';
import { deelDeur, deelLijn } from '../domain/gedeeld.ts';
import { waardeVan } from '../domain/graad.ts';
import { CONTACTFOUTEN } from '../domain/teksten.ts';
import { ACTIVITEIT, gegevensUit, plek } from './geheim.ts';

export interface Contactinvoer extends VeiligContact {
  readonly persoon: string;
  /** Version that the writer saw; 0 when there was none. */
  readonly versie: number;
}

export type Contactweigering = Weigering & { readonly nu?: VastgesteldContact };

const TOELICHTING = 2000;

function openContact(
  kluis: Kluis,
  r: Contactrij,
  waar: Plek = plek.toelichting(r.persoon),
): VastgesteldContact {
  const { persoon: _, toelichting, ...rest } = r;
  return { ...rest, toelichting: toelichting ? (kluis.ontsleutelOfGewist(toelichting, waar) ?? '') : '' };
}

/** Keeps what stands there now as a version of its own, under the key of the person. */
async function bewaarVersie(tx: Transactie, kluis: Kluis, sleutel: string, persoon: string): Promise<void> {
  const nu = await selectContact(tx, persoon);
  if (!nu) return;
  const { toelichting } = openContact(kluis, nu);
  const waar = plek.toelichtingversie(persoon, nu.versie);
  const geheim = toelichting === '' ? null : kluis.versleutel(sleutel, toelichting, waar);
  await insertContactversie(tx, { ...nu, toelichting: geheim });
}

function toets(c: Contactinvoer): Result<null, Weigering> {
  const velden: Record<string, string> = {};
  if (c.taal !== null && !/^[a-z]{2,3}$/.test(c.taal)) velden['taal'] = CONTACTFOUTEN.taal;
  if (c.toelichting.length > TOELICHTING) velden['toelichting'] = CONTACTFOUTEN.toelichting;
  return Object.keys(velden).length > 0 ? geweigerd(ongeldig(velden)) : gelukt(null);
}

/**
 * Records how a person can be reached without danger, as discussed today. Refuses `niet_gevonden`, `ongeldig`, and
 * `conflict` with what is stored now: a newer answer is never overwritten unseen.
 */
export async function zetVeiligContact(
  tx: Transactie,
  kluis: Kluis,
  c: Contactinvoer,
): Promise<Result<{ versie: number }, Contactweigering>> {
  const [persoon] = await selectPersonen(tx, [c.persoon]);
  const mag = (await selectRechten(tx, [c.persoon])).some(r => r.bereikbaar);
  if (!persoon || !mag) return geweigerd(nietGevonden());
  const goed = toets(c);
  if (!goed.ok) return goed;
  const nu = await selectContact(tx, c.persoon);
  const { toelichting, versie, ...rest } = c;
  const velden = {
    ...rest,
    toelichting: toelichting
      ? kluis.versleutel(persoon.sleutel, toelichting, plek.toelichting(c.persoon))
      : null,
  };
  if ((nu?.versie ?? 0) !== versie) {
    return geweigerd({ ...conflict(nu?.versie ?? 0), ...(nu ? { nu: openContact(kluis, nu) } : {}) });
  }
  // What is overwritten is kept first: a record of before the versions has none yet.
  await bewaarVersie(tx, kluis, persoon.sleutel, c.persoon);
  if (!nu) await insertContact(tx, velden);
  else if (!(await updateContact(tx, velden, versie))) return geweigerd(conflict(versie + 1));
  await bewaarVersie(tx, kluis, persoon.sleutel, c.persoon);
  await log(tx, nu ? 'wijzigen' : 'vastleggen', c.persoon);
  return gelukt({ versie: versie + 1 });
}

function log(
  tx: Transactie,
  handeling: 'inzien' | 'vastleggen' | 'wijzigen',
  persoon: string,
  soort = 'veilig_contact',
): Promise<void> {
  return legVerwerkingVast(tx, {
    handeling,
    soort,
    object: persoon,
    dossier: null,
    betrokkenen: [persoon],
    activiteit: ACTIVITEIT,
  });
}

/** How a person can be reached without danger; null when nobody recorded it, or it is not for this actor. */
export async function readVeiligContact(
  tx: Transactie,
  kluis: Kluis,
  persoon: string,
): Promise<VastgesteldContact | null> {
  const rij = await selectContact(tx, persoon);
  if (!rij) return null;
  await log(tx, 'inzien', persoon);
  return openContact(kluis, rij);
}

/** How it was before, newest first: every version but the one that holds now. */
export async function listEerderContact(
  tx: Transactie,
  kluis: Kluis,
  persoon: string,
): Promise<VastgesteldContact[]> {
  const nu = await selectContact(tx, persoon);
  const eerder = (await selectContactversies(tx, persoon)).filter(v => v.versie !== nu?.versie);
  if (eerder.length > 0) await log(tx, 'inzien', persoon, 'veilig_contact_versie');
  return eerder.map(v => openContact(kluis, v, plek.toelichtingversie(persoon, v.versie)));
}

/** Everybody else in any file about this person that the actor sees. */
async function andereBetrokkenen(tx: Transactie, persoon: string): Promise<string[]> {
  const dossiers = await betrokkenhedenVanPersoon(tx, persoon);
  const anderen = new Set<string>();
  for (const { dossier } of dossiers) {
    for (const b of await betrokkenhedenVanDossier(tx, dossier)) anderen.add(b.betrokkene);
  }
  anderen.delete(persoon);
  return [...anderen];
}

/** Are the front doors of these people known, and does somebody else live behind that of the person? */
async function adresGedeeld(
  tx: Transactie,
  persoon: string,
  anderen: readonly string[],
): Promise<Verzending['gedeeld']> {
  const open = (await selectAdressen(tx, { personen: [persoon, ...anderen] })).filter(a => a.tot === null);
  const deuren = (wie: string) =>
    open
      .filter(a => a.persoon === wie)
      .map(a => ({ soort: a.soort, deur: a.gelijk?.toString('base64') ?? null }));
  return deelDeur(deuren(persoon), anderen.map(deuren), await woontSamen(tx, persoon));
}

/** Does somebody else belong to a household that the person belongs to today? */
async function woontSamen(tx: Transactie, persoon: string): Promise<boolean> {
  const eigen = (await selectHuishoudleden(tx, { persoon })).filter(l => l.tot === null);
  const leden = await selectHuishoudleden(tx, { huishoudens: eigen.map(l => l.huishouden) });
  return leden.some(l => l.persoon !== persoon && l.tot === null);
}

const kaalNummer = (nummer: string): string =>
  nummer
    .replace(/\D/g, '')
    .replace(/^0+|^31(?=\d{9}$)/, '')
    .slice(-9);

function lijnGedeeld(
  kluis: Kluis,
  wijze: 'bellen' | 'mailen',
  rijen: readonly Persoonrij[],
  persoon: string,
  anderen: readonly string[],
): Verzending['gedeeld'] {
  const lijn = (id: string): string => {
    const r = rijen.find(x => x.id === id);
    if (!r) return '';
    const g = gegevensUit(kluis.ontsleutelOfGewist(r.gegevens, plek.gegevens(r.id)));
    return wijze === 'bellen'
      ? kaalNummer(waardeVan(g.telefoon) ?? '')
      : (waardeVan(g.email) ?? '').trim().toLowerCase();
  };
  return deelLijn(lijn(persoon), anderen.map(lijn));
}

/**
 * Asks the question of `magVersturen` for a person in the house: gathers the record of safe contact and whether the
 * address, number or mailbox is also that of somebody else in a file about this person; what is not known is shared. Null when the person is not
 * the actor's. What may be sent with a decision is logged with it.
 */
export async function toetsVersturen(
  tx: Transactie,
  kluis: Kluis,
  v: { persoon: string; wijze: Wijze; besluit: Verzendbesluit | null },
): Promise<Verzendoordeel | null> {
  const anderen = await andereBetrokkenen(tx, v.persoon);
  const rijen = await selectPersonen(tx, [v.persoon, ...anderen]);
  if (!rijen.some(r => r.id === v.persoon)) return null;
  const contact = await readVeiligContact(tx, kluis, v.persoon);
  const gedeeld =
    v.wijze === 'schrijven'
      ? await adresGedeeld(tx, v.persoon, anderen)
      : lijnGedeeld(kluis, v.wijze, rijen, v.persoon, anderen);
  return magVersturen({ wijze: v.wijze, contact, gedeeld, besluit: v.besluit });
}

/**
 * Records that a named human decided that something may be sent though these findings were there: who and when is in
 * the log of use, with the way of reaching and the numbers of the findings. It holds for this once.
 */
export async function legBesluitVast(
  tx: Transactie,
  b: { persoon: string; wijze: Wijze; bevestigd: readonly string[] },
): Promise<void> {
  await legVerwerkingVast(tx, {
    handeling: 'delen',
    soort: 'veilig_contact',
    object: b.persoon,
    dossier: null,
    betrokkenen: [b.persoon],
    activiteit: ACTIVITEIT,
    reden: `besluit_${[b.wijze, ...b.bevestigd].join('_').toLowerCase()}`.slice(0, 60),
  });
}
