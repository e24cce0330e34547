import { gelukt, geweigerd, nietGevonden, type Result } from '#kern/resultaat/index.ts';
import { heeftRol } from '#modules/toegang/index.ts';
import { metActor, type Transactie } from '#platform/db/index.ts';
import { type Concept, listAlles, wachtOpBeurt, zetVolgorde } from '../db/concepten.ts';
import { schrijfVersie, type Vastlegging, voegToe } from '../db/repository.ts';
import {
  type ANDERE_DELEN,
  type Bestandsfout,
  type Ingelezen,
  leesBestand,
  schrijfBestand,
} from '../domain/bestand.ts';
import { gewijzigdeVelden, type Koppeling, koppel } from '../domain/koppel.ts';
import type { Weergave } from '../domain/programma.ts';
import { SOORTEN } from '../domain/soorten.ts';
import type { Inhoud, Soortcode } from '../domain/veld.ts';
import { type Doen, vastlegging } from './doen.ts';
import { findProgramma } from './lees.ts';

/** A part of the programme file that another room keeps (help offers, self-scan). */
export interface AnderDeel {
  sleutel: (typeof ANDERE_DELEN)[number];
  /** Checks and stores its part; returns its faults, and stores nothing when there are any. */
  laad(
    tx: Transactie,
    regio: string,
    deel: unknown,
    v: { nu: Temporal.Instant; door: string },
  ): Promise<Bestandsfout[]>;
  /** Its part in the shape of the file. */
  geef(tx: Transactie, regio: string, weergave?: Weergave): Promise<unknown>;
}

/** One item that reading adds, changes, brings back or takes out. */
export interface Inleesregel {
  soort: Soortcode;
  code: string;
  titel: string;
  wat: 'nieuw' | 'gewijzigd' | 'terug' | 'vervalt';
  /** Names of the fields that change. */
  velden: string[];
}

export interface Inleesuitkomst {
  regio: string;
  nieuw: number;
  gewijzigd: number;
  /** Removed earlier, in the file again. */
  terug: number;
  verwijderd: number;
  gelijk: number;
  /** Same content, another place in its list. */
  verplaatst: number;
  regels: Inleesregel[];
  /** Tells whether anything changed between looking and reading in. */
  stand: string;
}

export type Inleesweigering =
  | { code: 'bestandsfouten'; fouten: Bestandsfout[] }
  | { code: 'niet_gevonden' }
  | { code: 'veranderd' };

/** How to read in: as draft or public, for which region, only looking, and against which stand. */
export interface Inleeswijze {
  openbaar?: boolean;
  /** The file must be of this region. */
  regio?: string;
  /** Look only: everything is tried and nothing is kept. */
  proef?: boolean;
  /** Stand that the reader saw; anything else refuses. */
  stand?: string;
}

/** Leaves the transaction without keeping anything. */
class Terug extends Error {
  uitkomst: Result<Inleesuitkomst, Inleesweigering>;
  constructor(uitkomst: Result<Inleesuitkomst, Inleesweigering>) {
    super('terug');
    this.uitkomst = uitkomst;
  }
}

const veranderd = () => new Terug(geweigerd({ code: 'veranderd' as const }));

const regelVan = (k: Koppeling<Concept>): Inleesregel[] => {
  if (k.wat === 'gelijk') return [];
  const { soort, code, inhoud } = k.wat === 'vervalt' ? k.oud : k.item;
  const titel = inhoud[SOORTEN[soort].titelVeld];
  return [
    { soort, code, titel: typeof titel === 'string' ? titel : code, wat: k.wat, velden: gewijzigdeVelden(k) },
  ];
};

const schrijf = async (
  tx: Transactie,
  o: Concept,
  naar: { inhoud: Inhoud; gemeente: string | null; verwijderd: boolean },
  v: Vastlegging,
): Promise<void> => {
  if (!(await schrijfVersie(tx, { id: o.id, vanVersie: o.versie, ...naar }, v))) throw veranderd();
};

async function verwerk(
  tx: Transactie,
  regio: string,
  k: Koppeling<Concept>,
  wijze: { openbaar: boolean; v: Vastlegging },
): Promise<void> {
  if (k.wat === 'nieuw') {
    if (!(await voegToe(tx, regio, k.item, wijze.openbaar, wijze.v))) throw veranderd();
  } else if (k.wat === 'vervalt') {
    const { inhoud, gemeente } = k.oud;
    await schrijf(tx, k.oud, { inhoud, gemeente, verwijderd: true }, wijze.v);
  } else {
    const { inhoud, gemeente, volgorde } = k.item;
    if (k.wat !== 'gelijk') await schrijf(tx, k.oud, { inhoud, gemeente, verwijderd: false }, wijze.v);
    if (k.oud.volgorde !== volgorde) await zetVolgorde(tx, k.oud.id, volgorde);
  }
}

/** The stand of a region of which nothing was ever stored. */
export const NIETS = '0.0';

const standVan = (alles: readonly Concept[]): string =>
  `${alles.length}.${alles.reduce((som, o) => som + o.versie, 0)}`;

/** Stores what a file holds inside the caller's transaction: new, changed and vanished items each once. */
async function leg(
  tx: Transactie,
  regio: string,
  items: readonly Ingelezen[],
  wijze: { openbaar: boolean; v: Vastlegging; stand: string | undefined },
): Promise<Inleesuitkomst> {
  await wachtOpBeurt(tx, regio);
  const alles = await listAlles(tx, regio);
  const stand = standVan(alles);
  if (wijze.stand !== undefined && wijze.stand !== stand) throw veranderd();
  const koppelingen = koppel(alles, items);
  for (const k of koppelingen) await verwerk(tx, regio, k, wijze);
  const tel = (wat: Koppeling<Concept>['wat']) => koppelingen.filter(k => k.wat === wat).length;
  return {
    regio,
    nieuw: tel('nieuw'),
    gewijzigd: tel('gewijzigd'),
    terug: tel('terug'),
    verwijderd: tel('vervalt'),
    gelijk: tel('gelijk'),
    verplaatst: koppelingen.filter(k => k.wat === 'gelijk' && k.oud.volgorde !== k.item.volgorde).length,
    regels: koppelingen.flatMap(regelVan),
    stand,
  };
}

const andereRegio = (waarde: string): Bestandsfout => ({
  lijst: 'regio',
  nummer: 1,
  code: waarde,
  veld: 'id',
  gebrek: { code: 'andere_regio', waarde },
});

/**
 * Imports a whole programme file: every fault with its place and nothing changed, or everything in one
 * transaction. As draft for who edits; public at once only for the sources that ship with the product. A part
 * of another room that the file does not hold is left alone.
 */
export function leesProgrammaIn(
  d: Doen,
  ruw: Inhoud,
  delen: readonly AnderDeel[],
  wijze: boolean | Inleeswijze,
): Promise<Result<Inleesuitkomst, Inleesweigering>> {
  const w: Inleeswijze = typeof wijze === 'boolean' ? { openbaar: wijze } : wijze;
  const { items, fouten } = leesBestand(ruw);
  const regio = items.find(i => i.soort === 'regio')?.code;
  if (regio && w.regio && regio !== w.regio) fouten.push(andereRegio(regio));
  if (fouten.length > 0 || !regio) return Promise.resolve(geweigerd({ code: 'bestandsfouten', fouten }));
  const vanStelsel = d.actor.soort === 'stelsel';
  if (!vanStelsel && !heeftRol(d.lidmaatschappen, ['projectleider'], { regio }))
    return Promise.resolve(geweigerd(nietGevonden() as { code: 'niet_gevonden' }));
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const v = vastlegging(d, regio, 'inlezen');
    const uitkomst = await leg(tx, regio, items, { openbaar: w.openbaar ?? false, v, stand: w.stand });
    for (const deel of delen.filter(x => x.sleutel in ruw)) {
      const anders = await deel.laad(tx, regio, ruw[deel.sleutel], { nu: d.nu, door: v.door });
      if (anders.length > 0) throw new Terug(geweigerd({ code: 'bestandsfouten', fouten: anders }));
    }
    if (w.proef) throw new Terug(gelukt(uitkomst));
    return gelukt(uitkomst) as Result<Inleesuitkomst, Inleesweigering>;
  }).catch(e => {
    if (e instanceof Terug) return e.uitkomst;
    throw e;
  });
}

/** The programme of a region in the shape of the file, as this reader may see it. */
export async function schrijfProgrammaUit(
  tx: Transactie,
  regio: string,
  weergave: Weergave,
  delen: readonly AnderDeel[],
): Promise<Inhoud | null> {
  const p = await findProgramma(tx, regio, weergave);
  if (!p) return null;
  const anders: Inhoud = {};
  for (const deel of delen) anders[deel.sleutel] = await deel.geef(tx, regio, weergave);
  return schrijfBestand([...p.onderdelen.values()].flat(), anders);
}
