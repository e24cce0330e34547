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

/** Lists of the organisations of this officer. */
export const leesLijsten = (tx: Transactie): Promise<Vernietigingslijst[]> => listLijsten(tx);

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
  return { lijst, regels, nummers, bewijs: await listBewijs(tx, id) };
}

/** One of the two agreements, on every open line that this officer may see. */
export const keurGoed = (tx: Transactie, lijst: string): Promise<{ eerste: number; tweede: number }> =>
  geefAkkoord(tx, lijst);

/** Takes a line off the list: the file stays and can be proposed again. False when there is none for this officer. */
export const haalVanLijst = (tx: Transactie, regel: string): Promise<boolean> =>
  slaOver(tx, regel, 'door_mens');
