import { createHash } from 'node:crypto';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { betrokkenhedenVanPersoon, legVerwerkingVast, type Verwerking } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import {
  type Adresrij,
  deleteAdres,
  type GeheimAdresrij,
  insertAdres,
  insertGeheimAdres,
  isZojuistAangelegd,
  selectAdressen,
  selectDossiersGeheimAdres,
  selectGeheimeAdressen,
  updateAdresTot,
  updateGeheimAdresTot,
} from '../db/adressen.ts';
import { selectPersonen } from '../db/personen.ts';
import { behandelt, magInDossier, selectRechten } from '../db/rechten.ts';
import { deleteZoektermen, insertZoektermen } from '../db/zoektermen.ts';
import { type Adres, type Adressoort, adresGebreken, deurVan } from '../domain/adres.ts';
import { ADRESFOUTEN } from '../domain/teksten.ts';
import { adrestermen, sleutelVan } from '../domain/zoektermen.ts';
import { ACTIVITEIT, adresUit, blind, plek } from './geheim.ts';

export interface NieuwAdres {
  readonly id: string;
  readonly persoon: string;
  readonly soort: Adressoort;
  readonly adres: Adres;
  /** ISO day. */
  readonly van: string;
}

/** A secret address: `sleutel` is a key of its own, made before the transaction, so that it can be forgotten alone. */
export interface NieuwGeheimAdres extends NieuwAdres {
  readonly dossier: string;
  readonly sleutel: string;
}

export interface VastgesteldAdres {
  readonly id: string;
  readonly soort: Adressoort;
  /** Null: erased on purpose. */
  readonly adres: Adres | null;
  readonly van: string;
  readonly tot: string | null;
}

export interface GeheimAdres extends VastgesteldAdres {
  readonly dossier: string;
}

const hash = (b: Buffer): Buffer => createHash('sha256').update(b).digest();

function log(
  tx: Transactie,
  v: Pick<Verwerking, 'handeling' | 'soort' | 'object' | 'dossier' | 'inhoudHash' | 'reden'>,
  wie: string,
) {
  return legVerwerkingVast(tx, { ...v, betrokkenen: [wie], activiteit: ACTIVITEIT });
}

function toets(a: Adres): Result<null, Weigering> {
  const gebreken = adresGebreken(a);
  const velden = Object.fromEntries(
    Object.entries(gebreken).map(([veld, code]) => [veld, ADRESFOUTEN[code]]),
  );
  return Object.keys(velden).length > 0 ? geweigerd(ongeldig(velden)) : gelukt(null);
}

const staatIn = async (tx: Transactie, persoon: string, dossier: string): Promise<boolean> =>
  (await betrokkenhedenVanPersoon(tx, persoon)).some(b => b.dossier === dossier);

/** Files about this person in which the actor works: there an address can be made secret. */
export async function dossiersTeBewerken(tx: Transactie, persoon: string): Promise<string[]> {
  const van = (await betrokkenhedenVanPersoon(tx, persoon)).map(b => b.dossier);
  const mag = await Promise.all(van.map(d => magInDossier(tx, d)));
  return van.filter((_, i) => mag[i]);
}

const magAanvullen = async (tx: Transactie, persoon: string): Promise<boolean> =>
  (await selectRechten(tx, [persoon])).some(r => r.aanvullen);

/** Rewrites the address terms of a person from his open addresses; a secret address is never among them. */
async function ververs(tx: Transactie, kluis: Kluis, persoon: string): Promise<void> {
  const open = (await selectAdressen(tx, { personen: [persoon] })).filter(a => a.tot === null);
  const termen = open.flatMap(a => {
    const adres = leesAdres(kluis, a);
    return adres ? adrestermen(adres) : [];
  });
  const uniek = [...new Map(termen.map(t => [sleutelVan(t), t])).values()];
  await deleteZoektermen(tx, persoon, ['adres']);
  await insertZoektermen(
    tx,
    persoon,
    uniek.map(t => blind(kluis, t)),
  );
}

const leesAdres = (kluis: Kluis, a: Adresrij): Adres | null =>
  adresUit(kluis.ontsleutelOfGewist(a.gegevens, plek.adres(a.id)));

/** Blind index of a front door: equal for two people who share it, and nothing else. */
export function deurIndex(kluis: Kluis, a: Adres): Buffer | null {
  const deur = deurVan(a);
  return deur === null ? null : kluis.blindeIndex('gezin/deur', deur);
}

/** Records an address that is not secret, under the key of the person. Refuses `niet_gevonden` and `ongeldig`. */
export async function legAdresVast(
  tx: Transactie,
  kluis: Kluis,
  a: NieuwAdres,
): Promise<Result<{ id: string }, Weigering>> {
  const [persoon] = await selectPersonen(tx, [a.persoon]);
  if (!persoon || !(await magAanvullen(tx, a.persoon))) return geweigerd(nietGevonden());
  const goed = toets(a.adres);
  if (!goed.ok) return goed;
  const gegevens = kluis.versleutel(persoon.sleutel, JSON.stringify(a.adres), plek.adres(a.id));
  await insertAdres(tx, { ...a, gegevens, gelijk: deurIndex(kluis, a.adres) });
  await ververs(tx, kluis, a.persoon);
  const wat = { handeling: 'vastleggen', soort: 'adres', object: a.id, dossier: null } as const;
  await log(tx, { ...wat, inhoudHash: hash(gegevens) }, a.persoon);
  return gelukt({ id: a.id });
}

/** Ends an address of the person: `tot` (ISO) is the first day on which it no longer holds. */
export async function sluitAdres(
  tx: Transactie,
  kluis: Kluis,
  a: { id: string; persoon: string; tot: string },
): Promise<Result<null, Weigering>> {
  const [oud] = await selectAdressen(tx, { id: a.id });
  if (oud?.persoon !== a.persoon || !(await magAanvullen(tx, a.persoon))) return geweigerd(nietGevonden());
  if (!(await updateAdresTot(tx, a.id, a.tot))) return geweigerd(ongeldig({ tot: ADRESFOUTEN.tot_voor_van }));
  await ververs(tx, kluis, a.persoon);
  await log(tx, { handeling: 'wijzigen', soort: 'adres', object: a.id, dossier: null }, a.persoon);
  return gelukt(null);
}

/** Addresses of a person that are not secret, open ones first. */
export async function listAdressen(
  tx: Transactie,
  kluis: Kluis,
  persoon: string,
): Promise<VastgesteldAdres[]> {
  const rijen = await selectAdressen(tx, { personen: [persoon] });
  if (rijen.length > 0) {
    await log(tx, { handeling: 'lijst', soort: 'adres', object: null, dossier: null }, persoon);
  }
  return rijen.map(a => ({ id: a.id, soort: a.soort, adres: leesAdres(kluis, a), van: a.van, tot: a.tot }));
}

/**
 * Files about this person for which the actor may see and record secret addresses: his relations for that purpose
 * alone; empty for everybody else, break-glass included.
 */
export async function dossiersGeheimAdres(tx: Transactie, persoon: string): Promise<string[]> {
  const eigen = await selectDossiersGeheimAdres(tx);
  const van = (await betrokkenhedenVanPersoon(tx, persoon)).map(b => b.dossier);
  return van.filter(dossier => eigen.includes(dossier));
}

/**
 * Records a secret address under a key of its own. It enters no index: nobody finds it, or finds by it. Who lays the file
 * down may do so in that transaction, and cannot read it back. Refuses `niet_gevonden` for who has no relation for secret
 * addresses with the file, or does not work in it; break-glass gives neither.
 */
export async function legGeheimAdresVast(
  tx: Transactie,
  kluis: Kluis,
  a: NieuwGeheimAdres,
): Promise<Result<{ id: string }, Weigering>> {
  const mag =
    (await isZojuistAangelegd(tx, a.dossier)) ||
    (await dossiersGeheimAdres(tx, a.persoon)).includes(a.dossier);
  if (!mag || !(await staatIn(tx, a.persoon, a.dossier)) || !(await behandelt(tx, a.dossier)))
    return geweigerd(nietGevonden());
  const goed = toets(a.adres);
  if (!goed.ok) return goed;
  const gegevens = kluis.versleutel(a.sleutel, JSON.stringify(a.adres), plek.geheimAdres(a.id));
  await insertGeheimAdres(tx, { ...a, gegevens, tot: null });
  const wat = { handeling: 'vastleggen', soort: 'geheim_adres', object: a.id, dossier: a.dossier } as const;
  await log(tx, { ...wat, inhoudHash: hash(gegevens) }, a.persoon);
  return gelukt({ id: a.id });
}

/** Secret addresses of a person, in the files for which the actor has that relation; empty for everybody else. */
export async function listGeheimeAdressen(
  tx: Transactie,
  kluis: Kluis,
  persoon: string,
): Promise<GeheimAdres[]> {
  const rijen = await selectGeheimeAdressen(tx, { persoon });
  for (const r of rijen) {
    await log(tx, { handeling: 'inzien', soort: 'geheim_adres', object: r.id, dossier: r.dossier }, persoon);
  }
  return rijen.map(r => openGeheim(kluis, r));
}

function openGeheim(kluis: Kluis, r: GeheimAdresrij): GeheimAdres {
  const adres = adresUit(kluis.ontsleutelOfGewist(r.gegevens, plek.geheimAdres(r.id)));
  return { id: r.id, dossier: r.dossier, soort: r.soort, adres, van: r.van, tot: r.tot };
}

/**
 * Makes an address that was typed as an ordinary one secret: it moves, with its kind and days, under a key of its own,
 * and the ordinary one goes with what could be found by it. Whoever works in the file may do so at once; reading it from
 * then on asks for the relation. Refuses `niet_gevonden`.
 */
export async function maakAdresGeheim(
  tx: Transactie,
  kluis: Kluis,
  a: { id: string; persoon: string; dossier: string; sleutel: string },
): Promise<Result<null, Weigering>> {
  const [oud] = await selectAdressen(tx, { id: a.id });
  const adres = oud?.persoon === a.persoon ? leesAdres(kluis, oud) : null;
  const mag = (await staatIn(tx, a.persoon, a.dossier)) && (await magInDossier(tx, a.dossier));
  if (!oud || !adres || !mag) return geweigerd(nietGevonden());
  const gegevens = kluis.versleutel(a.sleutel, JSON.stringify(adres), plek.geheimAdres(a.id));
  await insertGeheimAdres(tx, { ...a, soort: oud.soort, van: oud.van, tot: oud.tot, gegevens });
  // With the ordinary row still there it would not be secret: then nothing of this may stay.
  if (!(await deleteAdres(tx, a.id))) throw new Error('Het gewone adres bleef staan.');
  await ververs(tx, kluis, a.persoon);
  const wat = { handeling: 'wijzigen', soort: 'geheim_adres', object: a.id, dossier: a.dossier } as const;
  await log(tx, { ...wat, inhoudHash: hash(gegevens), reden: 'geheim_gemaakt' }, a.persoon);
  return gelukt(null);
}

/** Ends a secret address; as `sluitAdres`. */
export async function sluitGeheimAdres(
  tx: Transactie,
  a: { id: string; persoon: string; tot: string },
): Promise<Result<null, Weigering>> {
  const [oud] = await selectGeheimeAdressen(tx, { id: a.id });
  if (oud?.persoon !== a.persoon || !(await behandelt(tx, oud.dossier))) return geweigerd(nietGevonden());
  if (!(await updateGeheimAdresTot(tx, a.id, a.tot)))
    return geweigerd(ongeldig({ tot: ADRESFOUTEN.tot_voor_van }));
  await log(
    tx,
    { handeling: 'wijzigen', soort: 'geheim_adres', object: a.id, dossier: oud.dossier },
    a.persoon,
  );
  return gelukt(null);
}
