import type { Transactie } from '#platform/db/index.ts';
import type { Indicator } from '../domain/indicator.ts';
import {
  dagVanMoment,
  type OpenPublicatie,
  type Publicatie,
  type Publicatiereikwijdte,
} from '../domain/publicatie.ts';
import { alleenPlaats, maakVel, type Velgroep } from '../domain/publicatievel.ts';
import { leesOpenPublicatie, listVindbaar } from './lees-publicatie.ts';

/** One table of a release in print, shown on a page about something else. */
export interface Uitpublicatie {
  readonly publicatie: Publicatie;
  readonly groep: Velgroep;
}

/** What is asked for; everything left out is not asked. */
export interface Uitkeuze {
  readonly regio: string;
  readonly indicator?: string;
  readonly plaats?: { readonly code: string; readonly naam: string } | null;
  /** What was in print at the end of this day, and is still. */
  readonly op?: Temporal.PlainDate | null;
  readonly definities: readonly Indicator[];
  readonly taal: 'nl' | 'en';
}

/** Releases of which the tables are shown at once; of the others it is said that they are there. */
const HOOGSTENS = 5;

function past(k: Uitkeuze, r: Publicatiereikwijdte | null, p: Publicatie): boolean {
  if (!r || !p.gepubliceerd || p.vervangenDoor !== null) return false;
  if (k.indicator && !r.indicatoren.some(i => i.code === k.indicator)) return false;
  if (k.plaats && !r.plaatsen.includes(k.plaats.naam)) return false;
  return !k.op || Temporal.PlainDate.compare(dagVanMoment(p.gepubliceerd), k.op) <= 0;
}

function tabellenVan(k: Uitkeuze, o: OpenPublicatie): Uitpublicatie[] {
  return maakVel(o, k.definities, k.taal)
    .filter(g => !k.indicator || g.indicator === k.indicator)
    .map(g => (k.plaats ? alleenPlaats(g, k.plaats.code) : g))
    .filter(g => g.rijen.length > 0)
    .map(groep => ({ publicatie: o.publicatie, groep }));
}

/**
 * Tables of releases that are in print now, newest first, through the gate: for every reader the same. Nothing is kept
 * between requests, so that nothing outlives a withdrawal.
 */
export async function listUitPublicaties(
  tx: Transactie,
  k: Uitkeuze,
): Promise<{ tabellen: Uitpublicatie[]; meer: number }> {
  const lijst = (await listVindbaar(tx, k.regio)).filter(v => past(k, v.reikwijdte, v.publicatie));
  const tabellen: Uitpublicatie[] = [];
  for (const { publicatie } of lijst.slice(0, HOOGSTENS)) {
    const o = await leesOpenPublicatie(tx, k.regio, publicatie.code);
    if (o?.uitgave) tabellen.push(...tabellenVan(k, o));
  }
  return { tabellen, meer: Math.max(0, lijst.length - HOOGSTENS) };
}
