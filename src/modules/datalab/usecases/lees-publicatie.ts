import { maakOvergenomen, maakUitgave, type Uitgave, type Uitgavecel } from '#kern/onthulling/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  findPublicatie,
  findPublicatieOpCode,
  findWerk,
  listCellen,
  listInDruk,
  listPublicaties as listInOpslag,
  listRegiosInDruk as listRegiosInOpslag,
  listReikwijdten,
  listWaarheid,
} from '../db/publicatie-opslag.ts';
import {
  isInDruk,
  type OpenPublicatie,
  type Publicatie,
  type Publicatiecel,
  type Publicatiereikwijdte,
  type Publicatiewerk,
  type Vindbaar,
  type Waarheid,
} from '../domain/publicatie.ts';
import { maakVoorraad } from '../domain/voorraad.ts';
import { findRegio } from './gegevensbestanden.ts';
import { zegelVan } from './keur-publicatie.ts';

/** Releases of a region: for the public those in print and withdrawn, for who prepares them all. */
export async function listPublicaties(tx: Transactie, regio: string): Promise<Publicatie[]> {
  return listInOpslag(tx, regio);
}

/** Kept of releases in memory, in places and indicators: some hundreds of releases. */
const HOOGSTENS = 60_000;
const reikwijdten = maakVoorraad<Publicatiereikwijdte>(HOOGSTENS);
const sleutelVan = (p: Publicatie) => `${p.id} ${p.zegel}`;

/**
 * Releases as every reader finds them, newest first, of one region or of all: who may see more finds no more. Whether one
 * is still in print is asked every time; what it is about does not change while it is, and is kept. That holds no figure.
 */
export async function listVindbaar(tx: Transactie, regio: string | null): Promise<Vindbaar[]> {
  const lijst = await listInDruk(tx, regio);
  const inDruk = lijst.filter(p => p.toestand === 'gepubliceerd');
  const bekend = new Map(inDruk.map(p => [p.id, reikwijdten.neem(sleutelVan(p))]));
  const onbekend = inDruk.filter(p => !bekend.get(p.id));
  if (onbekend.length > 0) {
    const gelezen = await listReikwijdten(
      tx,
      onbekend.map(p => p.id),
    );
    for (const { id, ...r } of gelezen) {
      bekend.set(id, r);
      const p = onbekend.find(x => x.id === id);
      if (p) reikwijdten.bewaar(sleutelVan(p), r, r.plaatsen.length + r.indicatoren.length);
    }
  }
  return lijst.map(publicatie => ({ publicatie, reikwijdte: bekend.get(publicatie.id) ?? null }));
}

/** Regions with a release that readers find. */
export const listRegiosInDruk = (tx: Transactie): Promise<string[]> => listRegiosInOpslag(tx);

const alsUitgavecel = (p: Publicatie, c: Publicatiecel): Uitgavecel => ({
  naam: c.naam,
  getoond: c.getoond,
  aard: c.aard,
  nulGevoelig: c.nulGevoelig,
  citaat: {
    titel: p.titel,
    van: findRegio(p.regio)?.naam ?? p.regio,
    datum: p.gepubliceerd?.slice(0, 10) ?? null,
    plek: `${c.indicator}, ${c.plaatsnaam}, ${c.periode}`,
  },
});

/**
 * A release as a reader gets it, through the gate: null when it is not there or not in print. A withdrawn one has no
 * figures any more. @throws TypeError when what lies here is not what was approved: then nothing of it is shown.
 */
export async function leesOpenPublicatie(
  tx: Transactie,
  regio: string,
  code: string,
): Promise<OpenPublicatie | { publicatie: Publicatie; uitgave: null } | null> {
  const p = await findPublicatieOpCode(tx, regio, code);
  if (!p || !isInDruk(p)) return null;
  if (p.toestand === 'ingetrokken') return { publicatie: p, uitgave: null };
  const cellen = await listCellen(tx, p.id);
  return { publicatie: p, uitgave: uitgaveVan(p, cellen), cellen };
}

/** Through the gate that belongs to its kind. */
function uitgaveVan(p: Publicatie, cellen: readonly Publicatiecel[]): Uitgave {
  const { methode } = p;
  const zegelNu = zegelVan(p, cellen);
  const gedrukt = cellen.map(c => alsUitgavecel(p, c));
  return methode === 'overgenomen'
    ? maakOvergenomen({ methode, basis: p.basis, zegel: p.zegel, zegelNu }, gedrukt)
    : maakUitgave({ ...p, methode, zegelNu }, gedrukt);
}

/** Everything about a release for who works on it: what would be printed beside the truth. */
export interface Werkbeeld {
  readonly publicatie: Publicatie;
  readonly werk: Publicatiewerk;
  readonly cellen: readonly Publicatiecel[];
  readonly waarheid: ReadonlyMap<string, Waarheid>;
}

export async function leesWerkbeeld(tx: Transactie, id: string): Promise<Werkbeeld | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const publicatie = await findPublicatie(tx, id);
  const werk = publicatie && (await findWerk(tx, id));
  if (!publicatie || !werk) return null;
  return {
    publicatie,
    werk,
    cellen: await listCellen(tx, id),
    waarheid: new Map((await listWaarheid(tx, id)).map(w => [w.naam, w])),
  };
}
