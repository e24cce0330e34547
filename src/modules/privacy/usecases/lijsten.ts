import { type Handeling, legVerwerkingVast, type Verwerking } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listNummers } from '../db/bewaren.ts';
import { listPersoonsnummers } from '../db/persoon-wissen.ts';
import {
  geefAkkoord,
  listBewijs,
  listLijsten,
  listRegels,
  slaOver,
  type Vernietigingsbewijs,
  type Vernietigingslijst,
  type Vernietigingsregel,
} from '../db/vernietigen.ts';

export type { Vernietigingsbewijs, Vernietigingslijst, Vernietigingsregel } from '../db/vernietigen.ts';

export interface Lijstinhoud {
  lijst: Vernietigingslijst;
  regels: Vernietigingsregel[];
  /** By file, and on a list of people by person. */
  nummers: Map<string, string>;
  bewijs: Vernietigingsbewijs[];
}

const verwerking = (handeling: Handeling, object: string | null, dossier: string | null): Verwerking => ({
  handeling,
  soort: 'vernietigingslijst',
  object,
  dossier,
  activiteit: 'rechten_betrokkenen',
});

/** To the log of use: the list, and every file of which the number or the fate is at stake. */
const boek = (tx: Transactie, handeling: Handeling, lijst: string, regels: readonly Vernietigingsregel[]) =>
  legVerwerkingVast(
    tx,
    verwerking(handeling, lijst, null),
    ...regels.flatMap(r => (r.dossier ? [verwerking(handeling, lijst, r.dossier)] : [])),
  );

/** Lists of the organisations of this officer. */
export async function leesLijsten(tx: Transactie): Promise<Vernietigingslijst[]> {
  const lijsten = await listLijsten(tx);
  await legVerwerkingVast(tx, verwerking('lijst', null, null));
  return lijsten;
}

/** One list with the lines that this officer may see; null when there is none for him. */
export async function leesLijst(tx: Transactie, id: string): Promise<Lijstinhoud | null> {
  const lijst = (await listLijsten(tx)).find(l => l.id === id);
  if (!lijst) return null;
  const regels = await listRegels(tx, id);
  const dossiers = regels.flatMap(r => r.dossier ?? []);
  const nummers = new Map([
    ...(await listNummers(tx, dossiers)),
    ...(lijst.omvang === 'persoon' ? await listPersoonsnummers(tx, id) : []),
  ]);
  await boek(tx, 'inzien', id, regels);
  return { lijst, regels, nummers, bewijs: await listBewijs(tx, id) };
}

/** One of the two agreements, by `wie`, on every open line that he may see. Null when there is no such list for him. */
export async function keurGoed(
  tx: Transactie,
  lijst: string,
  wie: string,
): Promise<{ eerste: number; tweede: number } | null> {
  if (!(await listLijsten(tx)).some(l => l.id === lijst)) return null;
  const regels = await listRegels(tx, lijst);
  const akkoord = await geefAkkoord(tx, lijst);
  const zijn = regels.filter(r => r.stand === 'open' && r.tweedeDoor === null && r.eersteDoor !== wie);
  await boek(tx, 'wijzigen', lijst, zijn);
  return akkoord;
}

/** Takes a line off the list: it stays and can be proposed again. False when there is none for this officer. */
export async function haalVanLijst(tx: Transactie, lijst: string, id: string): Promise<boolean> {
  const regel = (await listRegels(tx, lijst)).find(r => r.id === id);
  if (!regel || !(await slaOver(tx, id, 'door_mens'))) return false;
  await boek(tx, 'wijzigen', lijst, [regel]);
  return true;
}
