import { createHash } from 'node:crypto';
import { controleer, oordeel } from '#kern/controle/index.ts';
import {
  conflict,
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import {
  betrokkenhedenVanDossier,
  koppelBetrokkene,
  legBetrokkeneVast,
  legVerwerkingVast,
} from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import {
  insertPersoon,
  insertPersoonversie,
  type Persoonrij,
  type Persoonvelden,
  selectPersonen,
  selectVersies,
  updatePersoon,
} from '../db/personen.ts';
import { magBsnIn, magInDossier, type Persoonrecht, selectRechten } from '../db/rechten.ts';
import { deleteZoektermen, insertZoektermen } from '../db/zoektermen.ts';
import { isBsngrond } from '../domain/bsn.ts';
import { leeftijdsbandOp } from '../domain/geboortedatum.ts';
import { waardeVan } from '../domain/graad.ts';
import type { Bsn, Persoon, Persooninvoer, Persoonsgegevens } from '../domain/persoon.ts';
import { PERSOONCONTROLES } from '../domain/persooncontrole.ts';
import { PERSOONFOUTEN, PERSOONTEKSTEN } from '../domain/teksten.ts';
import { zoektermenVan } from '../domain/zoektermen.ts';
import { ACTIVITEIT, blind, gegevensUit, plek } from './geheim.ts';

/**
 * Starts the clock of notice for somebody about whom a file records data, in the transaction that records them. Lent by
 * the room of privacy, which this one may not import; required, so that no way of recording can forget it.
 */
export type BeginKennisgeving = (
  tx: Transactie,
  k: { dossier: string; betrokkene: string; organisatie: string },
) => Promise<void>;

/** On which day something is written, and whether this house is a demonstration. */
export interface Schrijfdag {
  readonly vandaag: Temporal.PlainDate;
  readonly demo: boolean;
}

/** What recording somebody new stands on. */
export interface Vastlegging extends Schrijfdag {
  readonly beginKennisgeving: BeginKennisgeving;
}

/** A person to record. `id` and `sleutel` are made by the caller before the transaction (`metPersoonsleutels`). */
export interface NieuwePersoon extends Persooninvoer {
  readonly id: string;
  readonly sleutel: string;
  readonly dossier: string;
  readonly regio: string;
  readonly organisatie: string;
}

/** A change by who saw `versie`. */
export interface Persoonwijziging extends Persooninvoer {
  readonly id: string;
  readonly versie: number;
  readonly reden: 'wijziging' | 'correctie';
}

/** Somebody was first: what is stored now goes along, so that both can be laid side by side. */
export type Persoonweigering = Weigering & { readonly nu?: Persoon };

/**
 * Makes `aantal` keys, runs `werk` with them (its transaction included) and destroys those keys again when it throws
 * or refuses: a key without what it opens would outlive its reason. `doel` is a code of what the key is for.
 */
export async function metSleutels<T, F>(
  kluis: Kluis,
  doel: 'persoon' | 'geheim_adres',
  aantal: number,
  werk: (sleutels: readonly string[]) => Promise<Result<T, F>>,
): Promise<Result<T, F>> {
  const sleutels: string[] = [];
  const ruimOp = () => Promise.all(sleutels.map(s => kluis.vernietig(s)));
  try {
    while (sleutels.length < aantal) sleutels.push(await kluis.nieuweSleutel(doel));
    const uit = await werk(sleutels);
    if (!uit.ok) await ruimOp();
    return uit;
  } catch (e) {
    await ruimOp();
    throw e;
  }
}

/** `metSleutels` for persons. */
export function metPersoonsleutels<T, F>(
  kluis: Kluis,
  aantal: number,
  werk: (sleutels: readonly string[]) => Promise<Result<T, F>>,
): Promise<Result<T, F>> {
  return metSleutels(kluis, 'persoon', aantal, werk);
}

function toets(persoon: Persooninvoer, { vandaag, demo }: Schrijfdag) {
  return oordeel(controleer(PERSOONCONTROLES, { persoon, vandaag, demo }), PERSOONTEKSTEN);
}

function velden(
  kluis: Kluis,
  p: Persooninvoer & { id: string; sleutel: string },
  v: Schrijfdag,
): Persoonvelden {
  return {
    gegevens: kluis.versleutel(p.sleutel, JSON.stringify(p.gegevens), plek.gegevens(p.id)),
    bsn: p.bsn ? kluis.versleutel(p.sleutel, p.bsn.nummer, plek.bsn(p.id)) : null,
    bsnGrond: p.bsn?.grond ?? null,
    geslacht: p.geslacht,
    leeftijdsband: leeftijdsbandOp(waardeVan(p.gegevens.geboortedatum), v.vandaag),
    gemeente: p.gemeente,
  };
}

async function bewaarVersie(
  tx: Transactie,
  kluis: Kluis,
  p: Persooninvoer & { id: string; sleutel: string },
  versie: number,
  reden: string,
): Promise<void> {
  await insertPersoonversie(tx, {
    id: p.id,
    versie,
    gegevens: kluis.versleutel(p.sleutel, JSON.stringify(p.gegevens), plek.versie(p.id, versie)),
    bsn: p.bsn ? kluis.versleutel(p.sleutel, p.bsn.nummer, plek.versieBsn(p.id, versie)) : null,
    reden,
  });
}

const hash = (b: Buffer): Buffer => createHash('sha256').update(b).digest();

const termenVan = (kluis: Kluis, p: Persooninvoer) =>
  zoektermenVan({ gegevens: p.gegevens, adressen: [], bsn: p.bsn }).map(t => blind(kluis, t));

/**
 * Records a person in a file: known to access, encrypted under his own key, first version, findable, linked to the
 * file, with the clock of notice started; all in the transaction of the caller, who must see the file (or lay it down
 * in that transaction).
 * Refuses with `controle_fout` and the sentence per field. Writes nothing when it refuses.
 */
export async function legPersoonVast(
  tx: Transactie,
  kluis: Kluis,
  p: NieuwePersoon,
  v: Vastlegging,
): Promise<Result<{ id: string }, Weigering>> {
  const goed = toets(p, v);
  if (!goed.ok) return goed;
  if (p.bsn && !(await magBsnIn(tx, p.dossier))) return geweigerd(ongeldig({ bsn: PERSOONFOUTEN.bsn_grond }));
  const rij = velden(kluis, p, v);
  await legBetrokkeneVast(tx, p);
  await insertPersoon(tx, {
    ...rij,
    id: p.id,
    regio: p.regio,
    organisatie: p.organisatie,
    sleutel: p.sleutel,
  });
  await bewaarVersie(tx, kluis, p, 1, 'aanleg');
  await insertZoektermen(tx, p.id, termenVan(kluis, p));
  await koppelBetrokkene(tx, p.dossier, p.id);
  await legVerwerkingVast(tx, {
    handeling: 'vastleggen',
    soort: 'persoon',
    object: p.id,
    dossier: p.dossier,
    betrokkenen: [p.id],
    activiteit: ACTIVITEIT,
    inhoudHash: hash(rij.gegevens),
  });
  await v.beginKennisgeving(tx, { dossier: p.dossier, betrokkene: p.id, organisatie: p.organisatie });
  return gelukt({ id: p.id });
}

/** What the actor may do with this person; nothing with whom he does not see. */
export async function persoonrecht(tx: Transactie, id: string): Promise<Persoonrecht> {
  const [recht] = await selectRechten(tx, [id]);
  return recht ?? { id, aanvullen: false, bereikbaar: false, wijzigen: false };
}

/** May the actor write down the citizen service number of somebody in this file? */
export function magBsnVastleggen(tx: Transactie, dossier: string): Promise<boolean> {
  return magBsnIn(tx, dossier);
}

/** May the actor write in this file: add people and households? */
export function magGezinBewerken(tx: Transactie, dossier: string): Promise<boolean> {
  return magInDossier(tx, dossier);
}

/** The number with its ground as stored, for the house itself. */
function bewaardBsn(kluis: Kluis, r: Persoonrij): Bsn | null {
  const nummer = r.bsn ? kluis.ontsleutelOfGewist(r.bsn, plek.bsn(r.id)) : null;
  return nummer !== null && r.bsnGrond && isBsngrond(r.bsnGrond) ? { nummer, grond: r.bsnGrond } : null;
}

/** Reads the row into a person, without the number for who may not see it. What was destroyed on purpose comes back empty, never as an error. */
export function openPersoon(kluis: Kluis, r: Persoonrij): Persoon {
  return {
    id: r.id,
    organisatie: r.organisatie,
    gegevens: gegevensUit(kluis.ontsleutelOfGewist(r.gegevens, plek.gegevens(r.id))),
    geslacht: r.geslacht,
    gemeente: r.gemeente,
    bsn: r.leestBsn ? bewaardBsn(kluis, r) : null,
    leestBsn: r.leestBsn,
    leeftijdsband: r.leeftijdsband,
    versie: r.versie,
    laatsteWijziging: r.laatsteWijziging,
    opgegaanIn: r.opgegaanIn,
  };
}

/** One person, or null when there is none for this reader; the look is logged. */
export async function readPersoon(
  tx: Transactie,
  kluis: Kluis,
  id: string,
  dossier: string | null = null,
): Promise<Persoon | null> {
  const [rij] = await selectPersonen(tx, [id]);
  if (!rij) return null;
  await legVerwerkingVast(tx, {
    handeling: 'inzien',
    soort: 'persoon',
    object: id,
    dossier,
    betrokkenen: [id],
    activiteit: ACTIVITEIT,
    inhoudHash: hash(rij.gegevens),
  });
  return openPersoon(kluis, rij);
}

/** First by the day on which they came into the file, then by age: parents before children. */
function volgordeVan(p: Persoon, van: string): string {
  const g = waardeVan(p.gegevens.geboortedatum);
  const twee = (n: number | null) => String(n ?? 0).padStart(2, '0');
  return `${van} ${g ? `${g.jaar}${twee(g.maand)}${twee(g.dag)}` : '9999'} ${p.id}`;
}

/**
 * Everybody whom these files are about, per file in the order in which they came into it: the look is logged for each
 * file. A file that is not the actor's has no entry, nor has one about nobody.
 */
export async function listPersonenVanDossiers(
  tx: Transactie,
  kluis: Kluis,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, Persoon[]>> {
  const perDossier = Map.groupBy(await betrokkenhedenVanDossier(tx, ...dossiers), b => b.dossier);
  if (perDossier.size === 0) return new Map();
  const ids = [...perDossier.values()].flat().map(b => b.betrokkene);
  const rijen = new Map((await selectPersonen(tx, [...new Set(ids)])).map(r => [r.id, r]));
  const gelezen = [...perDossier].map(([dossier, leden]) => {
    const gevonden = leden.flatMap(b => {
      const rij = rijen.get(b.betrokkene);
      return rij ? [{ p: openPersoon(kluis, rij), van: b.van }] : [];
    });
    return [dossier, gevonden] as const;
  });
  await legVerwerkingVast(
    tx,
    ...gelezen.map(([dossier, gevonden]) => ({
      handeling: 'lijst' as const,
      soort: 'persoon',
      object: null,
      dossier,
      betrokkenen: gevonden.map(g => g.p.id),
      activiteit: ACTIVITEIT,
    })),
  );
  return new Map(
    gelezen.map(([dossier, gevonden]) => {
      const opPlaats = gevonden
        .map(({ p, van }) => ({ p, plaats: volgordeVan(p, van) }))
        .sort((x, y) => (x.plaats < y.plaats ? -1 : 1));
      return [dossier, opPlaats.map(({ p }) => p)];
    }),
  );
}

/** Everybody whom one file is about; empty when the file is not the actor's. */
export async function listPersonenVanDossier(
  tx: Transactie,
  kluis: Kluis,
  dossier: string,
): Promise<Persoon[]> {
  return (await listPersonenVanDossiers(tx, kluis, [dossier])).get(dossier) ?? [];
}

/**
 * Writes the next version of a person, and his search terms with it. Refuses `niet_gevonden` (absent or not the
 * actor's), `conflict` with what is stored now, or `controle_fout`. Who may not see the number leaves it as it stands.
 */
export async function wijzigPersoon(
  tx: Transactie,
  kluis: Kluis,
  w: Persoonwijziging,
  v: Schrijfdag,
): Promise<Result<{ versie: number }, Persoonweigering>> {
  const [rij] = await selectPersonen(tx, [w.id]);
  if (!rij || !(await persoonrecht(tx, w.id)).wijzigen) return geweigerd(nietGevonden());
  const goed = toets(w, v);
  if (!goed.ok) return goed;
  const bewaard = { bsn: rij.bsn, bsnGrond: rij.bsnGrond };
  const persoon = { ...w, sleutel: rij.sleutel, ...(rij.leestBsn ? {} : { bsn: bewaardBsn(kluis, rij) }) };
  const nieuw = { ...velden(kluis, persoon, v), ...(rij.leestBsn ? {} : bewaard) };
  if (rij.versie !== w.versie || !(await updatePersoon(tx, w.id, w.versie, nieuw))) {
    const [nu = rij] = await selectPersonen(tx, [w.id]);
    return geweigerd({ ...conflict(nu.versie), nu: openPersoon(kluis, nu) });
  }
  await bewaarVersie(tx, kluis, persoon, w.versie + 1, w.reden);
  await deleteZoektermen(tx, w.id, ['naam', 'klank', 'geboortedatum', 'bsn']);
  await insertZoektermen(tx, w.id, termenVan(kluis, persoon));
  await legVerwerkingVast(tx, {
    handeling: 'wijzigen',
    soort: 'persoon',
    object: w.id,
    dossier: null,
    betrokkenen: [w.id],
    activiteit: ACTIVITEIT,
    inhoudHash: hash(nieuw.gegevens),
  });
  return gelukt({ versie: w.versie + 1 });
}

export interface Persoonversie {
  readonly versie: number;
  readonly gegevens: Persoonsgegevens;
  /** ISO day and instant. */
  readonly geldigVan: string;
  readonly vastgelegdOp: string;
  readonly door: string | null;
  readonly reden: string;
}

/** Every version of a person, newest first; empty for who may not see him. */
export async function listVersies(tx: Transactie, kluis: Kluis, id: string): Promise<Persoonversie[]> {
  const rijen = await selectVersies(tx, id);
  if (rijen.length === 0) return [];
  await legVerwerkingVast(tx, {
    handeling: 'inzien',
    soort: 'persoon_versie',
    object: id,
    dossier: null,
    betrokkenen: [id],
    activiteit: ACTIVITEIT,
  });
  return rijen.map(r => ({
    ...r,
    gegevens: gegevensUit(kluis.ontsleutelOfGewist(r.gegevens, plek.versie(id, r.versie))),
  }));
}
