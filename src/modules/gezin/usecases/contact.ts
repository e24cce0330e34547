import {
  conflict,
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
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
import { insertWegversie, selectWegen, selectWegversies, zetWeg } from '../db/contactwegen.ts';
import { selectPersonen } from '../db/personen.ts';
import { selectRechten } from '../db/rechten.ts';
import { type VastgesteldContact, type VeiligContact, type Wegen, WIJZEN } from '../domain/contact.ts';
import { contactfouten } from '../domain/contactinvoer.ts';
import { andereBetrokkenen } from './anderen.ts';
import { openWegen, sluitWeg } from './contactweg.ts';
import { ACTIVITEIT, plek } from './geheim.ts';

export interface Contactinvoer extends VeiligContact {
  readonly persoon: string;
  /** Version that the writer saw; 0 when there was none. */
  readonly versie: number;
  /** Was what was noted earlier in one text worked into the fields? Then it leaves the record; its versions keep it. */
  readonly eerderVerwerkt: boolean;
}

export type Contactweigering = Weigering & { readonly nu?: VastgesteldContact };

function openContact(
  kluis: Kluis,
  r: Contactrij,
  wegen: Wegen,
  waar: Plek = plek.toelichting(r.persoon),
): VastgesteldContact {
  const { persoon: _, toelichting, ...rest } = r;
  const eerderGenoteerd = toelichting ? (kluis.ontsleutelOfGewist(toelichting, waar) ?? '') : '';
  return { ...rest, wegen, eerderGenoteerd };
}

async function openNu(tx: Transactie, kluis: Kluis, rij: Contactrij): Promise<VastgesteldContact> {
  return openContact(kluis, rij, openWegen(kluis, await selectWegen(tx, rij.persoon)));
}

/**
 * Who reads along is a party of another file about this person, whom this reader does not see: to him it is somebody else.
 * Naming him would tell that he exists; both ask for a decision.
 */
async function zonderOngezienen(tx: Transactie, c: VastgesteldContact): Promise<VastgesteldContact> {
  const genoemd = WIJZEN.flatMap(w => c.wegen[w].meePersoon ?? []);
  if (genoemd.length === 0) return c;
  const gezien = new Set((await selectPersonen(tx, genoemd)).map(r => r.id));
  const ongezien = WIJZEN.filter(w => {
    const wie = c.wegen[w].meePersoon;
    return wie !== null && !gezien.has(wie);
  });
  const dicht = Object.fromEntries(
    ongezien.map(w => [w, { ...c.wegen[w], mee: 'ander' as const, meePersoon: null }]),
  );
  return { ...c, wegen: { ...c.wegen, ...dicht } };
}

/** Keeps what stands there now as a version of its own, under the key of the person. */
async function bewaarVersie(tx: Transactie, kluis: Kluis, sleutel: string, persoon: string): Promise<void> {
  const rij = await selectContact(tx, persoon);
  if (!rij) return;
  const { eerderGenoteerd, versie, wegen } = await openNu(tx, kluis, rij);
  const toelichting =
    eerderGenoteerd === ''
      ? null
      : kluis.versleutel(sleutel, eerderGenoteerd, plek.toelichtingversie(persoon, versie));
  // One that is kept already stays as it is, with its ways.
  if (!(await insertContactversie(tx, { ...rij, toelichting }))) return;
  for (const wijze of WIJZEN) {
    const w = wegen[wijze];
    const gegevens = sluitWeg(kluis, sleutel, w, plek.wegversie(persoon, versie, wijze));
    await insertWegversie(tx, { persoon, versie, wijze, ...w, gegevens });
  }
}

/** What is written of each way. Whom the writer could not see, and did not change, stays as he stood. */
async function schrijfWegen(
  tx: Transactie,
  kluis: Kluis,
  sleutel: string,
  c: Contactinvoer,
  anderen: readonly string[],
): Promise<void> {
  const stond = await selectWegen(tx, c.persoon);
  for (const wijze of WIJZEN) {
    const w = c.wegen[wijze];
    const wie = stond.find(r => r.wijze === wijze)?.meePersoon ?? null;
    const houd = w.mee === 'ander' && wie !== null && !anderen.includes(wie);
    const mee = houd ? ({ mee: 'partij', meePersoon: wie } as const) : w;
    const gegevens = sluitWeg(kluis, sleutel, w, plek.weg(c.persoon, wijze));
    const { mag } = w;
    await zetWeg(tx, { persoon: c.persoon, wijze, mag, mee: mee.mee, meePersoon: mee.meePersoon, gegevens });
  }
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
  const anderen = await andereBetrokkenen(tx, c.persoon);
  const adressen = (await selectAdressen(tx, { personen: [c.persoon] })).filter(a => a.tot === null);
  const fouten = contactfouten(c, { partijen: anderen, adressen: adressen.map(a => a.id) });
  if (Object.keys(fouten).length > 0) return geweigerd(ongeldig(fouten));
  const nu = await selectContact(tx, c.persoon);
  if ((nu?.versie ?? 0) !== c.versie) {
    const staat = nu && (await zonderOngezienen(tx, await openNu(tx, kluis, nu)));
    return geweigerd({ ...conflict(nu?.versie ?? 0), ...(staat ? { nu: staat } : {}) });
  }
  // What is overwritten is kept first: a record of before the versions has none yet.
  await bewaarVersie(tx, kluis, persoon.sleutel, c.persoon);
  const toelichting = c.eerderVerwerkt ? null : (nu?.toelichting ?? null);
  const velden = { persoon: c.persoon, taal: c.taal, tolk: c.tolk, toelichting };
  if (!nu) await insertContact(tx, velden);
  else if (!(await updateContact(tx, velden, c.versie))) return geweigerd(conflict(c.versie + 1));
  await schrijfWegen(tx, kluis, persoon.sleutel, c, anderen);
  await bewaarVersie(tx, kluis, persoon.sleutel, c.persoon);
  await log(tx, nu ? 'wijzigen' : 'vastleggen', c.persoon);
  return gelukt({ versie: c.versie + 1 });
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
  return zonderOngezienen(tx, await openNu(tx, kluis, rij));
}

/** How it was before, newest first: every version but the one that holds now. */
export async function listEerderContact(
  tx: Transactie,
  kluis: Kluis,
  persoon: string,
): Promise<VastgesteldContact[]> {
  const nu = await selectContact(tx, persoon);
  const eerder = (await selectContactversies(tx, persoon)).filter(v => v.versie !== nu?.versie);
  if (eerder.length === 0) return [];
  await log(tx, 'inzien', persoon, 'veilig_contact_versie');
  const wegen = await selectWegversies(tx, persoon);
  const uit: VastgesteldContact[] = [];
  for (const v of eerder) {
    const van = wegen.filter(w => w.versie === v.versie);
    const open = openWegen(kluis, van, w => plek.wegversie(persoon, v.versie, w.wijze));
    const c = openContact(kluis, v, open, plek.toelichtingversie(persoon, v.versie));
    uit.push(await zonderOngezienen(tx, c));
  }
  return uit;
}
