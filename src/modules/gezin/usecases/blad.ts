import {
  betrokkenhedenVanDossier,
  betrokkenhedenVanPersoon,
  legVerwerkingVast,
} from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { Betrekkingrij } from '../db/huishoudens.ts';
import { selectPersonen } from '../db/personen.ts';
import type { Persoonrecht } from '../db/rechten.ts';
import type { VastgesteldContact } from '../domain/contact.ts';
import type { Persoon } from '../domain/persoon.ts';
import { dossiersGeheimAdres, listAdressen, type VastgesteldAdres } from './adres.ts';
import { readVeiligContact } from './contact.ts';
import { ACTIVITEIT } from './geheim.ts';
import { type Gewist, listGewist } from './gewist.ts';
import { type Huishouden, listBetrekkingen, listHuishoudens } from './huishouden.ts';
import {
  listPersonenVanDossier,
  magGezinBewerken,
  openPersoon,
  persoonrecht,
  readPersoon,
} from './persoon.ts';

/** Everything that one reader may see of one person, except the secret address. */
export interface Persoonblad {
  readonly persoon: Persoon;
  readonly recht: Persoonrecht;
  /** Files about this person that the reader sees. */
  readonly dossiers: readonly string[];
  readonly adressen: readonly VastgesteldAdres[];
  readonly contact: VastgesteldContact | null;
  readonly betrekkingen: readonly Betrekkingrij[];
  /** May the reader see and record secret addresses of this person? */
  readonly geheim: boolean;
  /** The others in those files, to name them and to choose from. */
  readonly anderen: readonly Persoon[];
}

/** Null when there is no such person for this reader. */
export async function readPersoonblad(tx: Transactie, kluis: Kluis, id: string): Promise<Persoonblad | null> {
  const dossiers = (await betrokkenhedenVanPersoon(tx, id)).map(b => b.dossier);
  const persoon = await readPersoon(tx, kluis, id, dossiers[0] ?? null);
  if (!persoon) return null;
  return {
    persoon,
    recht: await persoonrecht(tx, id),
    dossiers,
    adressen: await listAdressen(tx, kluis, id),
    geheim: (await dossiersGeheimAdres(tx, id)).length > 0,
    contact: await readVeiligContact(tx, kluis, id),
    betrekkingen: await listBetrekkingen(tx, [id]),
    anderen: await listAnderen(tx, kluis, id, dossiers),
  };
}

async function listAnderen(
  tx: Transactie,
  kluis: Kluis,
  id: string,
  dossiers: readonly string[],
): Promise<Persoon[]> {
  const ids = new Set<string>();
  for (const dossier of dossiers) {
    for (const b of await betrokkenhedenVanDossier(tx, dossier)) ids.add(b.betrokkene);
  }
  ids.delete(id);
  if (ids.size === 0) return [];
  await legVerwerkingVast(tx, {
    handeling: 'lijst',
    soort: 'persoon',
    object: null,
    dossier: dossiers[0] ?? null,
    betrokkenen: [...ids],
    activiteit: ACTIVITEIT,
  });
  return (await selectPersonen(tx, [...ids])).map(r => openPersoon(kluis, r));
}

/** The family of a file: people, households, and whether the reader may write there. */
export interface Gezinsblad {
  readonly dossier: string;
  readonly personen: readonly Persoon[];
  readonly huishoudens: readonly Huishouden[];
  readonly betrekkingen: readonly Betrekkingrij[];
  /** Empty places of who was erased at his own request. */
  readonly gewist: readonly Gewist[];
  readonly schrijft: boolean;
}

/** Null for a file that is not there or not for this reader; a file without people cannot be told from those. */
export async function readGezinsblad(
  tx: Transactie,
  kluis: Kluis,
  dossier: string,
): Promise<Gezinsblad | null> {
  const schrijft = await magGezinBewerken(tx, dossier);
  const personen = await listPersonenVanDossier(tx, kluis, dossier);
  const gewist = await listGewist(tx, dossier);
  if (!schrijft && personen.length + gewist.length === 0) return null;
  return {
    dossier,
    personen,
    huishoudens: await listHuishoudens(tx, dossier),
    betrekkingen: await listBetrekkingen(
      tx,
      personen.map(p => p.id),
    ),
    gewist,
    schrijft,
  };
}
