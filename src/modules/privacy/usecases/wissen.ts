import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Wisregel } from '#platform/kluis/index.ts';
import { wisPersoonsrijen } from '../db/persoon-wissen.ts';
import {
  alsPersoonsdoel,
  alsWissen,
  boekSchoon,
  boekWisregel,
  listSleutelsInGebruik,
  listVuil,
  listWisregels,
  verzamelWisdoel,
  wisRijen,
} from '../db/wissen.ts';
import { alsStelsel, type Wisdiensten } from './diensten.ts';

/**
 * Erases one file, and the people who are in no other, in the transaction of the caller. The line on the erasure list
 * is on disk before a row goes: after a crash in between the next start replays it. Returns the keys to destroy when
 * the transaction has been committed (`vernietigSleutels`).
 */
export async function wisDossier(d: Wisdiensten, tx: Transactie, dossier: string): Promise<string[]> {
  const doel = await verzamelWisdoel(tx, dossier);
  const wissen = alsWissen(doel);
  await legVerwerkingVast(tx, {
    handeling: 'verwijderen',
    soort: 'casus',
    object: dossier,
    dossier,
    betrokkenen: doel.betrokkenen,
    activiteit: 'vernietigen',
  });
  return wis(d, tx, wissen, doel.sleutels);
}

/**
 * Removes rows and writes the line on the erasure list, in the transaction of the caller. Returns which of `mogelijk` open
 * nothing any more: the keys to destroy after the commit.
 */
export async function wis(
  d: Wisdiensten,
  tx: Transactie,
  wissen: Wisregel['wissen'],
  mogelijk: readonly string[],
): Promise<string[]> {
  await wisRijen(tx, wissen);
  const blijft = new Set(await listSleutelsInGebruik(tx, mogelijk));
  const sleutels = mogelijk.filter(s => !blijft.has(s));
  const id = d.wislijst.schrijf({ dag: d.klok.vandaag().toString(), wissen, sleutels });
  await boekWisregel(tx, id);
  return sleutels;
}

/** Destroys keys for good. May be repeated. */
export async function vernietigSleutels(
  d: Pick<Wisdiensten, 'kluis'>,
  sleutels: readonly string[],
): Promise<void> {
  for (const s of sleutels) await d.kluis.vernietig(s);
}

/** What the erasure list and this database say of each other. */
export interface Wisverschil {
  /** On the list, not carried out here: an older database, or a crash between list and commit. */
  ontbreekt: string[];
  /** Carried out here, not on the list: an older key folder was put back. */
  onbekend: string[];
}

/** Compares. The database is read first: a line is on disk before its transaction commits. */
export async function vergelijkWislijst(d: Wisdiensten): Promise<Wisverschil> {
  const hier = await alsStelsel(d, listWisregels);
  const lijst = d.wislijst.ids();
  const [opLijst, gedaan] = [new Set(lijst), new Set(hier)];
  return { ontbreekt: lijst.filter(id => !gedaan.has(id)), onbekend: hier.filter(id => !opLijst.has(id)) };
}

/**
 * Replays the erasure list on this database: what it names goes again, and so do its keys, also when an older key
 * folder was put back. Returns how many lines were missing here. May be repeated. Throws KluisWeigering when a line of
 * the list cannot be read: then nothing may be served.
 */
export async function speelWislijstNa(d: Wisdiensten): Promise<number> {
  const { ontbreekt } = await vergelijkWislijst(d);
  const regels = ontbreekt.map(id => d.wislijst.lees(id));
  if (regels.length > 0) {
    await alsStelsel(d, async tx => {
      for (const r of regels) await wisPersoonsrijen(tx, alsPersoonsdoel(r), r.dag);
      await wisRijen(
        tx,
        regels.flatMap(r => r.wissen),
      );
      for (const r of regels) await boekWisregel(tx, r.id);
    });
  }
  await vernietigSleutels(d, await dodeSleutels(d));
  return regels.length;
}

/** Keys of the list that live (an older key folder was put back) and open nothing that stays. */
async function dodeSleutels(d: Wisdiensten): Promise<string[]> {
  const levend = d.wislijst.ids().flatMap(id => d.wislijst.lees(id).sleutels.filter(s => d.kluis.bestaat(s)));
  if (levend.length === 0) return [];
  const blijft = new Set(await alsStelsel(d, tx => listSleutelsInGebruik(tx, levend)));
  return levend.filter(s => !blijft.has(s));
}

/** How many erasures there are of which the places on disk were not rewritten yet. */
export const telVuil = async (d: Wisdiensten): Promise<number> => (await alsStelsel(d, listVuil)).length;

/**
 * Rewrites the places on disk where erased rows stood, when there are any since the last time. Without a way to rewrite
 * (null) they stay noted as not rewritten, until there is one. Returns after how many erasures.
 */
export async function ruimSchijfOp(
  d: Wisdiensten,
  herschrijf: (() => Promise<void>) | null,
): Promise<number> {
  const vuil = await alsStelsel(d, listVuil);
  if (vuil.length === 0 || !herschrijf) return 0;
  await herschrijf();
  await alsStelsel(d, tx => boekSchoon(tx, vuil));
  return vuil.length;
}
