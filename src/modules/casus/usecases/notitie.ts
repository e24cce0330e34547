import {
  combineerVelden,
  conflict,
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { betrokkenhedenVanDossier, legVerwerkingVast, namenVan } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { findOpenstelling, listEigenOrganisaties } from '../db/casussen.ts';
import { deleteConcept } from '../db/concepten.ts';
import {
  findNotitie,
  insertNotitie,
  listNotitieversies,
  type Notitierij,
  updateNotitie,
} from '../db/notities.ts';
import type { Notitie } from '../domain/casus.ts';
import { NOTITIESOORTEN } from '../domain/codes.ts';
import { leesDag, leesKeuze, leesTekst } from '../domain/velden.ts';
import { type Doen, kenmerk, metDossier, verwerking } from './doen.ts';
import { hash, metSchrijfplaats, plek } from './geheim.ts';

export interface Notitievelden {
  soort: string;
  over_dag: string;
  inhoud: string;
}

/** Somebody was first: what stands there now goes along, so that both can be laid side by side. */
export type Notitieweigering = Weigering & { readonly nu?: Notitie };

function toets(d: Doen, v: Notitievelden) {
  return combineerVelden({
    soort: leesKeuze(v.soort, NOTITIESOORTEN),
    over_dag: leesDag(v.over_dag, d.vandaag),
    inhoud: leesTekst(v.inhoud),
  });
}

export function openNotitie(d: Pick<Doen, 'kluis'>, r: Notitierij): Notitie {
  const { casus: _, ...rest } = r;
  return { ...rest, inhoud: d.kluis.ontsleutelOfGewist(r.inhoud, plek.notitie(r.id, r.versie)) };
}

const versleuteld = (d: Doen, sleutel: string, id: string, versie: number, tekst: string) => ({
  inhoud: d.kluis.versleutel(sleutel, tekst, plek.notitie(id, versie)),
  versieinhoud: d.kluis.versleutel(sleutel, tekst, plek.notitieversie(id, versie)),
});

/** Everybody whom the file is about, for the log of use. */
export const mensenVan = async (tx: Transactie, casus: string): Promise<string[]> =>
  (await betrokkenhedenVanDossier(tx, casus)).map(b => b.betrokkene);

/** Takes the draft of a form away in the transaction that made it superfluous; its key goes after that. */
export async function ruimConceptOp(tx: Transactie, casus: string | null, formulier: string, weg: string[]) {
  const sleutel = await deleteConcept(tx, casus, formulier);
  if (sleutel) weg.push(sleutel);
}

/**
 * Writes a new note on behalf of the writer's own organisation. Refuses `ongeldig` with a code per field, or
 * `niet_gevonden` for who may not write in the file.
 */
export async function schrijfNotitie(
  d: Doen,
  casus: string,
  v: Notitievelden,
): Promise<Result<{ id: string }, Weigering>> {
  const id = crypto.randomUUID();
  const weg: string[] = [];
  const wat = { handeling: 'vastleggen', soort: 'notitie', object: id } as const;
  const uit = await metSchrijfplaats<{ id: string }, Weigering>(d, casus, 'dossier', wat, async (tx, s) => {
    if (s.casus.stand !== 'open') return geweigerd(weigering('gesloten'));
    const goed = toets(d, v);
    if (!goed.ok) return goed;
    const { soort, over_dag, inhoud } = goed.waarde;
    const cijfer = versleuteld(d, s.sleutel, id, 1, inhoud);
    const rij = {
      id,
      casus: s.casus.id,
      organisatie: s.organisatie,
      soort,
      overDag: `${over_dag}`,
      ...cijfer,
    };
    await insertNotitie(tx, rij, d.nu.toString());
    await ruimConceptOp(tx, s.casus.id, 'notitie', weg);
    const betrokkenen = await mensenVan(tx, s.casus.id);
    const log = { object: id, betrokkenen, inhoudHash: hash(cijfer.inhoud) };
    await legVerwerkingVast(tx, verwerking('vastleggen', 'notitie', s.casus.id, log));
    return gelukt({ id });
  });
  if (uit.ok) for (const sleutel of weg) await d.kluis.vernietig(sleutel);
  return uit;
}

/** A note with its versions, and whether the reader may change it. */
export interface Notitieblad {
  notitie: Notitie;
  versies: { versie: number; inhoud: string | null; vastgelegdOp: Date; door: string }[];
  wijzigbaar: boolean;
  /** Names of who wrote, as far as the reader may know them. */
  namen: ReadonlyMap<string, string>;
}

/** Reads one note; the versions are for the organisation of whom it is. Refuses `niet_gevonden`. */
export function leesNotitie(d: Doen, casus: string, id: string): Promise<Result<Notitieblad, Weigering>> {
  const wat = { handeling: 'inzien', soort: 'notitie', object: kenmerk(id) } as const;
  return metDossier(d, casus, wat, async (tx, c) => {
    const rij = await findNotitie(tx, c.id, kenmerk(id));
    if (!rij) return geweigerd(nietGevonden());
    const eigen = await listEigenOrganisaties(tx, c.id);
    const open = await findOpenstelling(tx, c.id);
    const versies = await listNotitieversies(tx, rij.id);
    await legVerwerkingVast(
      tx,
      verwerking('inzien', 'notitie', c.id, {
        object: rij.id,
        betrokkenen: await mensenVan(tx, c.id),
        inhoudHash: hash(rij.inhoud),
      }),
    );
    return gelukt({
      notitie: openNotitie(d, rij),
      versies: versies.map(w => ({
        ...w,
        inhoud: d.kluis.ontsleutelOfGewist(w.inhoud, plek.notitieversie(rij.id, w.versie)),
      })),
      namen: await namenVan(tx, d.kluis, [rij.door, ...versies.map(w => w.door)]),
      wijzigbaar: open.bewerkt && c.stand === 'open' && eigen.includes(rij.organisatie),
    });
  });
}

/** Writes the next version of a note by who saw `versie`. Refuses `conflict` with what stands there now. */
export function wijzigNotitie(
  d: Doen,
  casus: string,
  id: string,
  versie: number,
  v: Notitievelden,
): Promise<Result<{ versie: number }, Notitieweigering>> {
  const wat = { handeling: 'wijzigen', soort: 'notitie', object: kenmerk(id) } as const;
  return metSchrijfplaats<{ versie: number }, Notitieweigering>(d, casus, 'dossier', wat, async (tx, s) => {
    const rij = await findNotitie(tx, s.casus.id, kenmerk(id));
    if (!rij || rij.organisatie !== s.organisatie) return geweigerd(nietGevonden());
    if (s.casus.stand !== 'open') return geweigerd(weigering('gesloten'));
    const goed = toets(d, v);
    if (!goed.ok) return goed;
    const w = goed.waarde;
    const cijfer = versleuteld(d, s.sleutel, rij.id, versie + 1, w.inhoud);
    const nieuw = { id: rij.id, soort: w.soort, overDag: `${w.over_dag}`, ...cijfer };
    if (rij.versie !== versie || !(await updateNotitie(tx, nieuw, versie, d.nu.toString()))) {
      const nu = (await findNotitie(tx, s.casus.id, rij.id)) ?? rij;
      return geweigerd({ ...conflict(nu.versie), nu: openNotitie(d, nu) });
    }
    await legVerwerkingVast(
      tx,
      verwerking('wijzigen', 'notitie', s.casus.id, {
        object: rij.id,
        betrokkenen: await mensenVan(tx, s.casus.id),
        inhoudHash: hash(cijfer.inhoud),
      }),
    );
    return gelukt({ versie: versie + 1 });
  });
}
