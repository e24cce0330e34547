import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { betrokkenhedenVanDossier, legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  type Betrekkingrij,
  type Huishoudenrij,
  type Huishoudlidrij,
  insertBetrekking,
  insertHuishouden,
  insertHuishoudlid,
  selectBetrekkingen,
  selectHuishoudens,
  selectHuishoudleden,
  updateBetrekkingTot,
  updateHuishoudenOpen,
  updateHuishoudenTot,
  updateHuishoudlidTot,
} from '../db/huishoudens.ts';
import { magInDossier, selectRechten } from '../db/rechten.ts';
import { type Betrekkingsoort, type Huishoudrol, overlapt } from '../domain/huishouden.ts';
import { HUISHOUDFOUTEN } from '../domain/teksten.ts';
import { ACTIVITEIT } from './geheim.ts';

export type { Betrekkingrij as Betrekking } from '../db/huishoudens.ts';

export interface NieuwHuishouden {
  readonly id: string;
  readonly dossier: string;
  readonly regio: string;
  readonly organisatie: string;
  /** CBS code; null when unknown. */
  readonly gemeente: string | null;
  /** ISO day. */
  readonly van: string;
}

export interface NieuwHuishoudlid {
  readonly id: string;
  readonly huishouden: string;
  readonly persoon: string;
  readonly rol: Huishoudrol;
  readonly van: string;
}

export interface Huishouden extends Huishoudenrij {
  readonly leden: readonly Huishoudlidrij[];
}

/** Lays down a household in a file. Refuses `niet_gevonden` for a file in which the actor may not write. */
export async function legHuishoudenAan(
  tx: Transactie,
  h: NieuwHuishouden,
): Promise<Result<{ id: string }, Weigering>> {
  if (!(await magInDossier(tx, h.dossier))) return geweigerd(nietGevonden());
  await insertHuishouden(tx, h);
  await log(tx, 'vastleggen', h.id, h.dossier, []);
  return gelukt({ id: h.id });
}

/** The household, when it stands in a file in which the actor works. */
async function findTeBewerken(tx: Transactie, id: string): Promise<Huishoudenrij | null> {
  const [huishouden] = await selectHuishoudens(tx, { id });
  return huishouden && (await magInDossier(tx, huishouden.dossier)) ? huishouden : null;
}

/**
 * Ends a household: `tot` (ISO) is the first day on which it is no more. Who lived there then leaves with it; all of it
 * stays to be read. Refuses `niet_gevonden` and `ongeldig` with the field.
 */
export async function sluitHuishouden(
  tx: Transactie,
  id: string,
  tot: string,
): Promise<Result<null, Weigering>> {
  const huishouden = await findTeBewerken(tx, id);
  if (!huishouden) return geweigerd(nietGevonden());
  if (huishouden.tot !== null) return geweigerd(ongeldig({ tot: HUISHOUDFOUTEN.huishouden_gesloten }));
  if (tot < huishouden.van) return geweigerd(ongeldig({ tot: HUISHOUDFOUTEN.tot_voor_van }));
  const leden = await selectHuishoudleden(tx, { huishoudens: [id] });
  if (leden.some(l => l.van > tot || (l.tot ?? '') > tot)) {
    return geweigerd(ongeldig({ tot: HUISHOUDFOUTEN.later_bewoond }));
  }
  if (!(await updateHuishoudenTot(tx, id, tot))) {
    return geweigerd(ongeldig({ tot: HUISHOUDFOUTEN.huishouden_gesloten }));
  }
  const wie = leden.filter(l => l.tot === null).map(l => l.persoon);
  await log(tx, 'wijzigen', id, huishouden.dossier, wie);
  return gelukt(null);
}

/** Opens a household that was closed by mistake: it and who lived there then are as before. Refuses `niet_gevonden`. */
export async function heropenHuishouden(tx: Transactie, id: string): Promise<Result<null, Weigering>> {
  const huishouden = await findTeBewerken(tx, id);
  if (!huishouden || !(await updateHuishoudenOpen(tx, id))) return geweigerd(nietGevonden());
  const leden = await selectHuishoudleden(tx, { huishoudens: [id] });
  const wie = leden.filter(l => l.tot === null).map(l => l.persoon);
  await log(tx, 'wijzigen', id, huishouden.dossier, wie);
  return gelukt(null);
}

async function magAanvullen(tx: Transactie, ...personen: string[]): Promise<boolean> {
  const rechten = await selectRechten(tx, personen);
  return personen.every(id => rechten.some(r => r.id === id && r.aanvullen));
}

function log(
  tx: Transactie,
  handeling: 'vastleggen' | 'wijzigen' | 'lijst',
  object: string | null,
  dossier: string | null,
  betrokkenen: readonly string[],
  soort = 'huishouden',
): Promise<void> {
  return legVerwerkingVast(tx, { handeling, soort, object, dossier, betrokkenen, activiteit: ACTIVITEIT });
}

/**
 * Puts a person in a household from a day on. A child may belong to two households at once; nobody belongs twice to
 * the same one. Refuses `niet_gevonden` and `ongeldig` with the field.
 */
export async function voegHuishoudlidToe(
  tx: Transactie,
  l: NieuwHuishoudlid,
): Promise<Result<{ id: string }, Weigering>> {
  const [huishouden] = await selectHuishoudens(tx, { id: l.huishouden });
  if (!huishouden || !(await magInDossier(tx, huishouden.dossier))) return geweigerd(nietGevonden());
  const inDossier = await betrokkenhedenVanDossier(tx, huishouden.dossier);
  if (!inDossier.some(b => b.betrokkene === l.persoon)) return geweigerd(nietGevonden());
  const verblijf = { van: l.van, tot: null };
  const eigen = (await selectHuishoudleden(tx, { huishoudens: [l.huishouden] })).filter(
    e => e.persoon === l.persoon,
  );
  if (huishouden.tot !== null) return geweigerd(ongeldig({ persoon: HUISHOUDFOUTEN.huishouden_gesloten }));
  if (l.van < huishouden.van) return geweigerd(ongeldig({ van: HUISHOUDFOUTEN.voor_huishouden }));
  if (eigen.some(e => overlapt(e, verblijf))) return geweigerd(ongeldig({ persoon: HUISHOUDFOUTEN.al_lid }));
  await insertHuishoudlid(tx, l);
  await log(tx, 'vastleggen', l.id, huishouden.dossier, [l.persoon], 'huishoudlid');
  return gelukt({ id: l.id });
}

/** Ends a membership: `tot` (ISO) is the first day on which it no longer holds. It stays to be read. */
export async function sluitHuishoudlidmaatschap(
  tx: Transactie,
  id: string,
  tot: string,
): Promise<Result<null, Weigering>> {
  const [lid] = await selectHuishoudleden(tx, { id });
  const [huishouden] = lid ? await selectHuishoudens(tx, { id: lid.huishouden }) : [];
  if (!lid || !huishouden || !(await magInDossier(tx, huishouden.dossier))) return geweigerd(nietGevonden());
  if (tot < lid.van) return geweigerd(ongeldig({ tot: HUISHOUDFOUTEN.tot_voor_van }));
  if (!(await updateHuishoudlidTot(tx, id, tot)))
    return geweigerd(ongeldig({ tot: HUISHOUDFOUTEN.al_gesloten }));
  await log(tx, 'wijzigen', id, huishouden.dossier, [lid.persoon], 'huishoudlid');
  return gelukt(null);
}

/** The households of a file with who lives or lived there, as far as the actor sees those people. */
export async function listHuishoudens(tx: Transactie, dossier: string): Promise<Huishouden[]> {
  const huishoudens = await selectHuishoudens(tx, { dossier });
  const leden = await selectHuishoudleden(tx, { huishoudens: huishoudens.map(h => h.id) });
  if (huishoudens.length > 0) await log(tx, 'lijst', null, dossier, [...new Set(leden.map(l => l.persoon))]);
  return huishoudens.map(h => ({ ...h, leden: leden.filter(l => l.huishouden === h.id) }));
}

export interface NieuweBetrekking {
  readonly id: string;
  readonly persoon: string;
  readonly ander: string;
  /** What `persoon` is of `ander`. */
  readonly soort: Betrekkingsoort;
  /** Has `persoon` parental authority over `ander`? Null is not known. */
  readonly gezag: boolean | null;
  /** ISO day; null when not known. */
  readonly van: string | null;
}

/** Records what the one is of the other. Both must be the actor's to see. */
export async function legBetrekkingVast(
  tx: Transactie,
  b: NieuweBetrekking,
): Promise<Result<{ id: string }, Weigering>> {
  if (b.persoon === b.ander) return geweigerd(ongeldig({ ander: HUISHOUDFOUTEN.zichzelf }));
  if (!(await magAanvullen(tx, b.persoon, b.ander))) return geweigerd(nietGevonden());
  const staat = (await selectBetrekkingen(tx, [b.persoon])).some(
    x => x.tot === null && x.persoon === b.persoon && x.ander === b.ander && x.soort === b.soort,
  );
  if (staat) return geweigerd(ongeldig({ soort: HUISHOUDFOUTEN.al_betrekking }));
  await insertBetrekking(tx, b);
  await log(tx, 'vastleggen', b.id, null, [b.persoon, b.ander], 'betrekking');
  return gelukt({ id: b.id });
}

/** Ends a relationship of the person: `tot` (ISO) is the first day on which it no longer holds. */
export async function sluitBetrekking(
  tx: Transactie,
  b: { id: string; persoon: string; tot: string },
): Promise<Result<null, Weigering>> {
  const oud = (await selectBetrekkingen(tx, [b.persoon])).find(x => x.id === b.id);
  if (!oud || !(await magAanvullen(tx, oud.persoon, oud.ander))) return geweigerd(nietGevonden());
  if (!(await updateBetrekkingTot(tx, b.id, b.tot)))
    return geweigerd(ongeldig({ tot: HUISHOUDFOUTEN.tot_voor_van }));
  await log(tx, 'wijzigen', b.id, null, [oud.persoon, oud.ander], 'betrekking');
  return gelukt(null);
}

/** What these people are to each other, as far as the actor sees both ends. */
export function listBetrekkingen(tx: Transactie, personen: readonly string[]): Promise<Betrekkingrij[]> {
  return selectBetrekkingen(tx, personen);
}
