import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  findPersoonsfeiten,
  insertPersoonsregel,
  type Verklaringconcept,
  verzamelPersoonsdoel,
  wisPersoonsrijen,
} from '../db/persoon-wissen.ts';
import { slaOver, type Uitvoerregel } from '../db/vernietigen.ts';
import { boekWisregel, listSleutelsInGebruik } from '../db/wissen.ts';
import { beletPersoon } from '../domain/omvang.ts';
import type { Wisdiensten } from './diensten.ts';

/** Is this draft the statement of one of these people? Only its content says whose it is. */
function isVan(d: Wisdiensten, c: Verklaringconcept, mensen: readonly string[]): boolean {
  const tekst = d.kluis.ontsleutelOfGewist(c.inhoud, { tabel: 'casus.concept', kolom: 'inhoud', rij: c.id });
  const velden = tekst === null ? {} : (JSON.parse(tekst) as { partij?: string });
  return mensen.includes(velden.partij ?? '');
}

/**
 * Erases one person, in the transaction of the caller; the files he is in go on for the others. The line on the erasure
 * list is on disk before a row goes. Returns the keys to destroy when the transaction has been committed.
 */
export async function wisPersoon(d: Wisdiensten, tx: Transactie, persoon: string): Promise<string[]> {
  const { concepten, ...doel } = await verzamelPersoonsdoel(tx, persoon);
  doel.sleutels.push(...concepten.filter(c => isVan(d, c, doel.mensen)).map(c => c.sleutel));
  await legVerwerkingVast(tx, {
    handeling: 'verwijderen',
    soort: 'persoon',
    object: persoon,
    dossier: null,
    betrokkenen: doel.mensen,
    activiteit: 'vernietigen',
  });
  const dag = d.klok.vandaag().toString();
  await wisPersoonsrijen(tx, doel, dag);
  const blijft = new Set(await listSleutelsInGebruik(tx, doel.sleutels));
  const sleutels = doel.sleutels.filter(s => !blijft.has(s));
  const id = d.wislijst.schrijf({
    dag,
    wissen: doel.mensen.map(m => ({ soort: 'persoon', id: m })),
    sleutels,
  });
  await boekWisregel(tx, id);
  return sleutels;
}

/**
 * Takes a line of one person off for now when something is against it, and says whether that is so. The decision on his
 * request still stands, so that a new line comes that two people must approve again; not when he is gone.
 */
export async function houdPersoonAan(tx: Transactie, r: Uitvoerregel): Promise<boolean> {
  const feiten = r.persoon === null ? null : await findPersoonsfeiten(tx, r.persoon, r.organisatie);
  if (r.persoon === null || feiten === null) return slaOver(tx, r.id, 'persoon_weg');
  const belet = beletPersoon(feiten);
  if (belet === null) return false;
  await slaOver(tx, r.id, belet);
  await insertPersoonsregel(tx, { ...r, persoon: r.persoon });
  return true;
}
