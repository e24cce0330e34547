import { randomUUID } from 'node:crypto';
import { gelukt, geweigerd, nietGevonden, ongeldig, type Result, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  type Dossier,
  findDossier,
  findEigenToegang,
  insertDossier,
  listHoedanigheden,
  magAanleggen,
  zetGesloten,
} from '../db/dossiers.ts';
import { beeindigRelaties } from '../db/relaties.ts';
import { type Dossierdeel, type Opening, openingen } from '../domain/dossierdelen.ts';
import { isGrond } from '../domain/gronden.ts';
import { type Doel, type Gebeurteniscode, gebeurtenis, magGebeuren } from '../domain/relaties.ts';
import { voegRelatieToe } from './relatie.ts';
import { legVerwerkingVast } from './verwerking.ts';

export type { Dossier } from '../db/dossiers.ts';

export interface Aanleg {
  regio: string;
  organisatieId: string;
  /** Who lays it down, and stands in it from then on. */
  persoonId: string;
  doel?: 'behandeling' | 'regie';
  grond: string;
  /** Given when the room has made the id already. */
  id?: string;
}

/**
 * Lays down a file and the first relation of who does so, in one transaction; returns the id. The room that holds
 * the content adds its own rows afterwards in the same transaction. Refuses `ongeldig` (ground) and `niet_gevonden`
 * (no role of casework for this organisation and region).
 */
export async function legDossierAan(tx: Transactie, a: Aanleg): Promise<Result<string>> {
  const regel = gebeurtenis('aanleg');
  if (!isGrond(a.grond) || !regel.gronden.includes(a.grond)) {
    return geweigerd(ongeldig({ grond: 'Kies een grond uit de lijst.' }));
  }
  if (!(await magAanleggen(tx, a.organisatieId, a.regio))) return geweigerd(nietGevonden());
  const id = a.id ?? randomUUID();
  await insertDossier(tx, { id, regio: a.regio, organisatieId: a.organisatieId });
  const r = await voegRelatieToe(tx, {
    id: randomUUID(),
    dossierId: id,
    persoonId: a.persoonId,
    organisatieId: a.organisatieId,
    doel: a.doel ?? 'regie',
    namens: null,
    grond: a.grond,
    aanleiding: 'aanleg',
    tot: null,
  });
  // Laid down for another: the transaction must not go on with a file in which nobody stands.
  if (!r.ok) throw new Error(`Dossier zonder eerste relatie: ${r.weigering.code}`);
  return gelukt(id);
}

/**
 * Closes a file: every relation with it ends, also that of who closes. Returns how many ended. Refuses `niet_gevonden`
 * (no direction) and `al_gesloten`.
 */
export async function sluitDossier(tx: Transactie, dossierId: string): Promise<Result<number>> {
  const hoedanigheden = await listHoedanigheden(tx, dossierId);
  if (!hoedanigheden.includes('regie')) return geweigerd(nietGevonden());
  if (!(await zetGesloten(tx, dossierId, true))) {
    return geweigerd(weigering('al_gesloten', 'Dit dossier was al gesloten.'));
  }
  const aantal = await beeindigRelaties(tx, { dossier: dossierId }, 'afsluiting');
  await legVerwerkingVast(tx, {
    handeling: 'toegang_nemen',
    soort: 'dossier',
    object: dossierId,
    dossier: dossierId,
    activiteit: 'toegang_tot_dossiers',
  });
  return gelukt(aantal);
}

/** Opens a closed file again, by who was given the direction anew. False when it was not closed or not for this actor. */
export function heropenDossier(tx: Transactie, dossierId: string): Promise<boolean> {
  return zetGesloten(tx, dossierId, false);
}

/** The file as access knows it; null when it is not there or not for this actor. */
export function leesDossier(tx: Transactie, dossierId: string): Promise<Dossier | null> {
  return findDossier(tx, dossierId);
}

/** What this reader may do with one file today. */
export interface EigenToegang {
  doelen: Doel[];
  /** Parties for whom he works; empty is the whole family. */
  namens: string[];
  noodtoegang: boolean;
  /** How far each part opens for him. */
  delen: Readonly<Record<Dossierdeel, Opening>>;
  /** Events of the table that he may bring about: from this the buttons follow. */
  gebeurtenissen: Gebeurteniscode[];
}

/**
 * What opens this file for the actor, and how far; null when nothing does (absent, no relation, barred: one answer).
 * A team leader without a relation of his own gets null here; see `magVerdelen`.
 */
export async function eigenToegang(tx: Transactie, dossierId: string): Promise<EigenToegang | null> {
  const t = await findEigenToegang(tx, dossierId);
  if (!t) return null;
  return {
    ...t,
    delen: openingen(t.doelen, t.noodtoegang),
    gebeurtenissen: magGebeuren(await listHoedanigheden(tx, dossierId)),
  };
}

/** May the actor allot work in this file, for an organisation that holds it? */
export async function magVerdelen(tx: Transactie, dossierId: string): Promise<boolean> {
  return (await listHoedanigheden(tx, dossierId)).includes('verdeler');
}
