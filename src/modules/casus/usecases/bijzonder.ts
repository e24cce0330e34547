import {
  combineerVelden,
  gelukt,
  geweigerd,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  findMelder,
  insertMelder,
  insertVerklaring,
  listVerklaringen,
  type Melderrij,
  updateMelder,
} from '../db/bijzonder.ts';
import type { Melder, Verklaring } from '../domain/casus.ts';
import { ANONIMITEITEN, type Anonimiteit, isCode, MELDERGRONDEN } from '../domain/codes.ts';
import { leesDag, leesKeuze, leesTekst, leesVrijeTekst } from '../domain/velden.ts';
import { type Doen, verwerking } from './doen.ts';
import { hash, metSchrijfplaats, plek } from './geheim.ts';
import { mensenVan, ruimConceptOp } from './notitie.ts';

export interface Melderinvoer {
  anonimiteit: string;
  meldergrond: string;
  melder_naam: string;
  melder_bereikbaar: string;
}

export interface Melderoordeel {
  anonimiteit: Anonimiteit;
  grond: string;
  naam: string;
  bereikbaar: string;
}

/**
 * Judges what was filled in on the reporter. With double anonymity nothing that identifies may be written down; with
 * the other two a name is needed; the ground must be one of the grade.
 */
export function toetsMelder(v: Melderinvoer): Result<Melderoordeel, Weigering> {
  const velden = combineerVelden({
    anonimiteit: leesKeuze(v.anonimiteit, ANONIMITEITEN),
    melder_naam: leesVrijeTekst(v.melder_naam),
    melder_bereikbaar: leesVrijeTekst(v.melder_bereikbaar),
  });
  if (!velden.ok) return velden;
  const { anonimiteit, melder_naam: naam, melder_bereikbaar: bereikbaar } = velden.waarde;
  const gronden: readonly string[] = MELDERGRONDEN[anonimiteit];
  const grond = v.meldergrond === '' && gronden.length === 1 ? (gronden[0] ?? '') : v.meldergrond;
  if (!isCode(gronden, grond))
    return geweigerd(ongeldig({ meldergrond: grond === '' ? 'leeg' : 'geen_keuze' }));
  if (anonimiteit === 'dubbel_anoniem' && naam + bereikbaar !== '') {
    return geweigerd(ongeldig({ melder_naam: 'dubbel_anoniem' }));
  }
  if (anonimiteit !== 'dubbel_anoniem' && naam === '') return geweigerd(ongeldig({ melder_naam: 'leeg' }));
  return gelukt({ anonimiteit, grond, naam, bereikbaar });
}

/** The row of a reporter, under the key of the retention class 'melder'. */
export function melderrij(
  d: Pick<Doen, 'kluis'>,
  casus: string,
  sleutel: string,
  m: Melderoordeel,
): Melderrij {
  const gegevens =
    m.anonimiteit === 'dubbel_anoniem'
      ? null
      : d.kluis.versleutel(
          sleutel,
          JSON.stringify({ naam: m.naam, bereikbaar: m.bereikbaar }),
          plek.melder(casus),
        );
  return { anonimiteit: m.anonimiteit, grond: m.grond, gegevens };
}

/** Who reported, for who has a relation for it; null when nothing is written down. */
export async function readMelder(tx: Transactie, d: Doen, casus: string): Promise<Melder | null> {
  const rij = await findMelder(tx, casus);
  if (!rij) return null;
  await legVerwerkingVast(
    tx,
    verwerking('inzien', 'melder', casus, {
      object: casus,
      betrokkenen: await mensenVan(tx, casus),
      inhoudHash: rij.gegevens ? hash(rij.gegevens) : null,
    }),
  );
  const json = rij.gegevens ? d.kluis.ontsleutelOfGewist(rij.gegevens, plek.melder(casus)) : null;
  const { naam = null, bereikbaar = null } = json
    ? (JSON.parse(json) as { naam: string; bereikbaar: string })
    : {};
  return { anonimiteit: rij.anonimiteit, grond: rij.grond, naam, bereikbaar };
}

/** Writes or replaces who reported, by who has a relation for it. Refuses `ongeldig` and `niet_gevonden`. */
export function legMelderVast(
  d: Doen,
  casus: string,
  v: Melderinvoer,
): Promise<Result<{ id: string }, Weigering>> {
  const wat = { handeling: 'vastleggen', soort: 'melder' } as const;
  return metSchrijfplaats<{ id: string }, Weigering>(d, casus, 'melder', wat, async (tx, s) => {
    const goed = toetsMelder(v);
    if (!goed.ok) return goed;
    const rij = melderrij(d, s.casus.id, s.sleutel, goed.waarde);
    if (!(await updateMelder(tx, s.casus.id, rij))) await insertMelder(tx, s.casus.id, rij);
    const betrokkenen = await mensenVan(tx, s.casus.id);
    const wat = { object: s.casus.id, betrokkenen };
    await legVerwerkingVast(tx, verwerking('vastleggen', 'melder', s.casus.id, wat));
    return gelukt({ id: s.casus.id });
  });
}

/** Statements that the reader may see: all with the direction, otherwise those of the party he works for. */
export async function listVerklaard(tx: Transactie, d: Doen, casus: string): Promise<Verklaring[]> {
  const rijen = await listVerklaringen(tx, casus);
  const betrokkenen = [...new Set(rijen.map(r => r.partij))];
  if (rijen.length > 0)
    await legVerwerkingVast(tx, verwerking('inzien', 'verklaring', casus, { betrokkenen }));
  return rijen.map(r => ({ ...r, inhoud: d.kluis.ontsleutelOfGewist(r.inhoud, plek.verklaring(r.id)) }));
}

export interface Verklaringinvoer {
  partij: string;
  over_dag: string;
  inhoud: string;
}

/**
 * Records what one party of this file declared, under a key of its own: it can go with that party while the file of the
 * others goes on. Refuses `ongeldig` and `niet_gevonden`.
 */
export async function legVerklaringVast(
  d: Doen,
  casus: string,
  v: Verklaringinvoer,
): Promise<Result<{ id: string }, Weigering>> {
  const sleutel = await d.kluis.nieuweSleutel('verklaring');
  const weg: string[] = [];
  let vastgelegd = false;
  try {
    const uit = await schrijfVerklaring(d, casus, v, { sleutel, weg });
    vastgelegd = uit.ok;
    if (uit.ok) for (const oud of weg) await d.kluis.vernietig(oud);
    return uit;
  } finally {
    if (!vastgelegd) await d.kluis.vernietig(sleutel);
  }
}

function schrijfVerklaring(
  d: Doen,
  casus: string,
  v: Verklaringinvoer,
  { sleutel, weg }: { sleutel: string; weg: string[] },
): Promise<Result<{ id: string }, Weigering>> {
  const id = crypto.randomUUID();
  const wat = { handeling: 'vastleggen', soort: 'verklaring' } as const;
  return metSchrijfplaats<{ id: string }, Weigering>(d, casus, 'dossier', wat, async (tx, s) => {
    if (s.casus.stand !== 'open') return geweigerd(weigering('gesloten'));
    const goed = combineerVelden({
      partij: leesKeuze(v.partij, await mensenVan(tx, s.casus.id)),
      over_dag: leesDag(v.over_dag, d.vandaag),
      inhoud: leesTekst(v.inhoud),
    });
    if (!goed.ok) return goed;
    const { partij, over_dag } = goed.waarde;
    const inhoud = d.kluis.versleutel(sleutel, goed.waarde.inhoud, plek.verklaring(id));
    const { organisatie } = s;
    const rij = { id, casus: s.casus.id, organisatie, partij, overDag: `${over_dag}`, sleutel, inhoud };
    await insertVerklaring(tx, rij);
    await ruimConceptOp(tx, s.casus.id, 'verklaring', weg);
    await legVerwerkingVast(
      tx,
      verwerking('vastleggen', 'verklaring', s.casus.id, {
        object: id,
        betrokkenen: [partij],
        inhoudHash: hash(inhoud),
      }),
    );
    return gelukt({ id });
  });
}
