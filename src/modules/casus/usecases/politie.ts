import {
  combineerVelden,
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { legVerwerkingVast, namenVan } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { findOpenstelling } from '../db/casussen.ts';
import {
  findPolitiegegeven,
  insertPolitiegegeven,
  insertVerstrekking,
  listPolitiegegevens,
  listVerstrekkingen,
  type Politierij,
  type Verstrekkingrij,
} from '../db/politie.ts';
import type { Casus, Politiegegeven, Politieverstrekking, Verstrekinhoud } from '../domain/casus.ts';
import { POLITIEGRONDEN } from '../domain/codes.ts';
import {
  ONTVANGERS,
  toetsVerstrekking,
  VERSTREKGRONDCODES,
  VOORWAARDEN,
  verstrekgrondenVoor,
} from '../domain/politieverstrekking.ts';
import { LANGSTE_REGEL, leesDag, leesKeuze, leesTekst } from '../domain/velden.ts';
import { type Doen, kenmerk, metDossier, verwerking } from './doen.ts';
import { hash, metSchrijfplaats, plek } from './geheim.ts';
import { mensenVan, ruimConceptOp } from './notitie.ts';

const openGegeven = (d: Pick<Doen, 'kluis'>, r: Politierij): Politiegegeven => ({
  ...r,
  ontvangenVan: r.ontvangenVan ? d.kluis.ontsleutelOfGewist(r.ontvangenVan, plek.politieVan(r.id)) : null,
  inhoud: d.kluis.ontsleutelOfGewist(r.inhoud, plek.politie(r.id)),
});

function openVerstrekking(d: Pick<Doen, 'kluis'>, r: Verstrekkingrij): Politieverstrekking {
  const json = d.kluis.ontsleutelOfGewist(r.inhoud, plek.verstrekking(r.id));
  return { ...r, inhoud: json === null ? null : (JSON.parse(json) as Verstrekinhoud) };
}

/** Police information of the file, and to whom it was given on; empty for who has no relation for it. */
export async function listPolitie(
  tx: Transactie,
  d: Doen,
  casus: string,
): Promise<{ politie: Politiegegeven[]; verstrekkingen: Politieverstrekking[] }> {
  const rijen = await listPolitiegegevens(tx, casus);
  if (rijen.length > 0) {
    const betrokkenen = await mensenVan(tx, casus);
    await legVerwerkingVast(tx, verwerking('inzien', 'politiegegeven', casus, { betrokkenen }));
  }
  const verstrekkingen = rijen.length > 0 ? await listVerstrekkingen(tx, casus) : [];
  return {
    politie: rijen.map(r => openGegeven(d, r)),
    verstrekkingen: verstrekkingen.map(r => openVerstrekking(d, r)),
  };
}

export interface Politieinvoer {
  grond: string;
  over_dag: string;
  ontvangen_op: string;
  ontvangen_van: string;
  voorwaarde: string;
  inhoud: string;
}

/**
 * Records police information on its own ground, with when and from whom it came and on what condition. Refuses
 * `geen_grond` when the task of the file has none, `ongeldig`, and `niet_gevonden` without a relation for it.
 */
export async function legPolitieVast(
  d: Doen,
  casus: string,
  v: Politieinvoer,
): Promise<Result<{ id: string }, Weigering>> {
  const id = crypto.randomUUID();
  const weg: string[] = [];
  const wat = { handeling: 'vastleggen', soort: 'politiegegeven' } as const;
  const uit = await metSchrijfplaats<{ id: string }, Weigering>(d, casus, 'politie', wat, async (tx, s) => {
    const gronden = POLITIEGRONDEN[s.casus.taak];
    if (gronden.length === 0) return geweigerd(weigering('geen_grond'));
    const goed = leesPolitie(d, v, gronden);
    if (!goed.ok) return goed;
    const { grond, voorwaarde, over_dag, ontvangen_op } = goed.waarde;
    const inhoud = d.kluis.versleutel(s.sleutel, goed.waarde.inhoud, plek.politie(id));
    const ontvangenVan = d.kluis.versleutel(s.sleutel, goed.waarde.ontvangen_van, plek.politieVan(id));
    const dagen = { overDag: `${over_dag}`, ontvangenOp: `${ontvangen_op}` };
    await insertPolitiegegeven(tx, {
      id,
      casus: s.casus.id,
      grond,
      ...dagen,
      ontvangenVan,
      voorwaarde,
      inhoud,
    });
    await ruimConceptOp(tx, s.casus.id, 'politie', weg);
    const betrokkenen = await mensenVan(tx, s.casus.id);
    const regel = { object: id, betrokkenen, inhoudHash: hash(inhoud), reden: grond };
    await legVerwerkingVast(tx, verwerking('vastleggen', 'politiegegeven', s.casus.id, regel));
    return gelukt({ id });
  });
  if (uit.ok) for (const sleutel of weg) await d.kluis.vernietig(sleutel);
  return uit;
}

const leesPolitie = (d: Doen, v: Politieinvoer, gronden: readonly string[]) =>
  combineerVelden({
    grond: leesKeuze(v.grond, gronden),
    over_dag: leesDag(v.over_dag, d.vandaag),
    ontvangen_op: leesDag(v.ontvangen_op, d.vandaag),
    ontvangen_van: leesTekst(v.ontvangen_van, LANGSTE_REGEL),
    voorwaarde: leesKeuze(v.voorwaarde, VOORWAARDEN),
    inhoud: leesTekst(v.inhoud),
  });

/** One record with every time that it was given on, and whether this reader may give it on. */
export interface Politieblad {
  casus: Casus;
  gegeven: Politiegegeven;
  verstrekkingen: Politieverstrekking[];
  /** Names of who recorded and who gave on. */
  namen: ReadonlyMap<string, string>;
  verstrekt: boolean;
}

/** Refuses `niet_gevonden` for what is not there, and for who has no relation for police information. */
export function leesPolitiegegeven(
  d: Doen,
  casus: string,
  id: string,
): Promise<Result<Politieblad, Weigering>> {
  const object = kenmerk(id);
  const vraag = { handeling: 'inzien', soort: 'politiegegeven', object } as const;
  return metDossier<Politieblad, Weigering>(d, casus, vraag, async (tx, c) => {
    const rij = await findPolitiegegeven(tx, c.id, object);
    if (!rij) return geweigerd(nietGevonden());
    const open = await findOpenstelling(tx, c.id);
    const alle = (await listVerstrekkingen(tx, c.id)).filter(v => v.gegeven === object);
    const betrokkenen = await mensenVan(tx, c.id);
    await legVerwerkingVast(tx, verwerking('inzien', 'politiegegeven', c.id, { object, betrokkenen }));
    return gelukt({
      casus: c,
      gegeven: openGegeven(d, rij),
      verstrekkingen: alle.map(r => openVerstrekking(d, r)),
      namen: await namenVan(tx, d.kluis, [rij.door, ...alle.map(v => v.door)]),
      verstrekt: open.regie && open.politie && !open.stil && c.stand === 'open',
    });
  });
}

export interface Verstrekinvoer {
  grond: string;
  ontvanger: string;
  organisatie: string;
  functie: string;
  waarvoor: string;
  toelichting: string;
  overlegd_op: string;
  verstrekt_op: string;
  tekst: string;
}

function leesVerstrekking(d: Doen, v: Verstrekinvoer) {
  const overlegd = v.overlegd_op.trim() === '' ? gelukt(null) : leesDag(v.overlegd_op, d.vandaag);
  return combineerVelden({
    grond: leesKeuze(v.grond, VERSTREKGRONDCODES),
    ontvanger: leesKeuze(v.ontvanger, ONTVANGERS),
    organisatie: leesTekst(v.organisatie, LANGSTE_REGEL),
    functie: leesTekst(v.functie, LANGSTE_REGEL),
    waarvoor: leesTekst(v.waarvoor),
    toelichting: leesTekst(v.toelichting),
    overlegd_op: overlegd,
    verstrekt_op: leesDag(v.verstrekt_op, d.vandaag),
    tekst: leesTekst(v.tekst),
  });
}

/**
 * Gives one record of the police on, by who has the direction and may read it: a decision on his own name. The text as it
 * is given stays with it; nobody gets access by it. Refuses `geen_grond` when no ground allows it, `ongeldig` (also: the
 * police forbade it, or must be asked first) and `niet_gevonden`.
 */
export function verstrekVerder(
  d: Doen,
  casus: string,
  gegeven: string,
  v: Verstrekinvoer,
): Promise<Result<{ id: string }, Weigering>> {
  const object = kenmerk(gegeven);
  const wat = { handeling: 'delen', soort: 'politieverstrekking', object } as const;
  return metSchrijfplaats<{ id: string }, Weigering>(d, casus, 'politie', wat, async (tx, s) => {
    const van = s.open.regie ? await findPolitiegegeven(tx, s.casus.id, object) : null;
    if (!van) return geweigerd(nietGevonden());
    if (s.casus.stand !== 'open') return geweigerd(weigering('gesloten'));
    if (verstrekgrondenVoor(van).length === 0) return geweigerd(weigering('geen_verstrekgrond'));
    const goed = leesVerstrekking(d, v);
    if (!goed.ok) return goed;
    const { grond, ontvanger, overlegd_op: overlegd, verstrekt_op: op, ...inhoud } = goed.waarde;
    const fout = verstrekfout(van, goed.waarde);
    if (fout) return geweigerd(fout);
    const id = crypto.randomUUID();
    const dicht = d.kluis.versleutel(s.sleutel, JSON.stringify(inhoud), plek.verstrekking(id));
    const dagen = { verstrektOp: `${op}`, overlegdOp: overlegd === null ? null : `${overlegd}` };
    await insertVerstrekking(tx, {
      id,
      casus: s.casus.id,
      gegeven: object,
      grond,
      ontvanger,
      ...dagen,
      inhoud: dicht,
    });
    const betrokkenen = await mensenVan(tx, s.casus.id);
    // Whom it went to by kind: that is what somebody learns who asks who got his data (AVG art. 15 lid 1 onder c).
    const regel = { object: id, betrokkenen, inhoudHash: hash(dicht), reden: ontvanger };
    await legVerwerkingVast(tx, verwerking('delen', 'politieverstrekking', s.casus.id, regel));
    return gelukt({ id });
  });
}

/** What stands against it, at the field where it can be mended; null when it may. */
function verstrekfout(
  van: Politierij,
  v: {
    grond: (typeof VERSTREKGRONDCODES)[number];
    overlegd_op: Temporal.PlainDate | null;
    verstrekt_op: Temporal.PlainDate;
  },
): Weigering | null {
  const oordeel = toetsVerstrekking(van, v.grond, v.overlegd_op !== null);
  const velden = (veld: string, code: string): Weigering => ({ code: 'ongeldig', velden: { [veld]: code } });
  if (oordeel === 'geen_grond' || oordeel === 'niet_verder') return velden('grond', oordeel);
  if (oordeel === 'eerst_overleg') return velden('overlegd_op', 'eerst_overleg');
  const later = v.overlegd_op !== null && Temporal.PlainDate.compare(v.overlegd_op, v.verstrekt_op) > 0;
  return later ? velden('overlegd_op', 'na_verstrekken') : null;
}
