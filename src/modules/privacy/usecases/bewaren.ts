import { parseDag } from '#kern/datum/index.ts';
import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { type Handeling, legVerwerkingVast, telZoekactie } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import {
  type Aanhouding,
  findDossier,
  hefAanhoudingOp,
  insertAanhouding,
  listAanhoudingen,
  listBewaartermijnen,
  listNummers,
  vervangBewaartermijn,
} from '../db/bewaren.ts';
import { AANHOUDGRONDEN, BEWAARSOORTEN, type Bewaartermijn } from '../domain/bewaren.ts';
import { bewaarfouten } from '../domain/teksten.ts';
import { verzoekfouten } from '../domain/teksten-verzoek.ts';

export interface Bewaaroverzicht {
  termijnen: Bewaartermijn[];
  aanhoudingen: Aanhouding[];
  nummers: Map<string, string>;
}

/** Terms, and the holds that this officer may see with the numbers of their files. */
export async function leesBewaren(tx: Transactie): Promise<Bewaaroverzicht> {
  const aanhoudingen = await listAanhoudingen(tx);
  await boek(tx, 'lijst', null);
  return {
    termijnen: await listBewaartermijnen(tx),
    aanhoudingen,
    nummers: await listNummers(
      tx,
      aanhoudingen.map(a => a.dossierId),
    ),
  };
}

export const TERMIJNVELDEN = ['soort', 'jaren', 'wet', 'artikel', 'bron', 'van'] as const;
export type Termijninvoer = Partial<Record<string, string>> & { regio: string };

/** A term of the region's own, from a day after today. Refuses `ongeldig` per field. */
export async function stelTermijnVast(
  tx: Transactie,
  i: Termijninvoer,
  vandaag: Temporal.PlainDate,
): Promise<Result<true, Weigering>> {
  const tekst = (veld: string) => (i[veld] ?? '').trim();
  const velden: Record<string, string> = {};
  const soort = BEWAARSOORTEN.find(s => s === tekst('soort'));
  const jaren = /^\d{1,3}$/.test(tekst('jaren')) ? Number(tekst('jaren')) : 0;
  const van = parseDag(tekst('van'));
  if (!soort) velden['soort'] = bewaarfouten.soort;
  if (jaren < 1 || jaren > 100) velden['jaren'] = bewaarfouten.jaren;
  for (const [veld, grens] of [
    ['wet', 200],
    ['artikel', 100],
    ['bron', 500],
  ] as const) {
    if (tekst(veld) === '' || tekst(veld).length > grens) velden[veld] = bewaarfouten.tekst;
  }
  if (!van.ok || Temporal.PlainDate.compare(van.waarde, vandaag) <= 0) velden['van'] = bewaarfouten.van;
  if (Object.keys(velden).length > 0 || !soort || !van.ok) return geweigerd(ongeldig(velden));
  const oud = (await listBewaartermijnen(tx)).find(t => t.soort === soort && t.regio === null);
  const open = (await listBewaartermijnen(tx)).find(
    t => t.soort === soort && t.regio === i.regio && t.tot === null,
  );
  if (open && Temporal.PlainDate.compare(van.waarde, open.van) <= 0)
    return geweigerd(ongeldig({ van: bewaarfouten.naVorige }));
  await vervangBewaartermijn(tx, {
    regio: i.regio,
    soort,
    jaren,
    vanaf: oud?.vanaf ?? 'laatste_wijziging',
    wet: tekst('wet'),
    artikel: tekst('artikel'),
    bron: tekst('bron'),
    van: van.waarde,
  });
  return gelukt(true);
}

/**
 * The file with this number, counted and limited as a search without a relation; null for an empty, an unknown and a
 * forbidden number. A number that leads to none is logged as refused: who tries numbers leaves a trace. Refuses
 * `te_vaak`. Must be committed also when it finds nothing.
 */
export async function zoekDossier(
  tx: Transactie,
  kluis: Kluis,
  nummer: string,
): Promise<Result<Awaited<ReturnType<typeof findDossier>>, Weigering>> {
  if (nummer.trim() === '') return gelukt(null);
  const geteld = await telZoekactie(tx, 'nummer');
  if (!geteld.ok) return geteld;
  const dossier = await findDossier(tx, kluis.blindeIndex('casus/nummer', nummer.trim()));
  if (!dossier)
    await legVerwerkingVast(tx, {
      handeling: 'zoeken',
      soort: 'casus',
      object: null,
      dossier: null,
      activiteit: 'rechten_betrokkenen',
      uitkomst: 'geweigerd',
      reden: 'niet_gevonden',
    });
  return gelukt(dossier);
}

/** Holds the file with this number. Refuses `te_vaak`, and `ongeldig`: the same for an unknown and a forbidden number. */
export async function houdAan(
  tx: Transactie,
  kluis: Kluis,
  nummer: string,
  grond: string,
): Promise<Result<true, Weigering>> {
  const g = AANHOUDGRONDEN.find(x => x === grond);
  const gezocht = await zoekDossier(tx, kluis, nummer);
  if (!gezocht.ok) return gezocht;
  const dossier = gezocht.waarde;
  const velden = {
    ...(dossier ? {} : { nummer: verzoekfouten.nummer }),
    ...(g ? {} : { grond: bewaarfouten.grond }),
  };
  if (!dossier || !g) return geweigerd(ongeldig(velden));
  await insertAanhouding(tx, { dossier: dossier.id, organisatie: dossier.organisatieId, grond: g });
  await boek(tx, 'vastleggen', dossier.id);
  return gelukt(true);
}

/** Lifts a hold. False when there is no such hold for this actor. */
export async function hefOp(tx: Transactie, id: string): Promise<boolean> {
  const dossier = await hefAanhoudingOp(tx, id);
  if (dossier !== null) await boek(tx, 'wijzigen', dossier);
  return dossier !== null;
}

const boek = (tx: Transactie, handeling: Handeling, dossier: string | null) =>
  legVerwerkingVast(tx, {
    handeling,
    soort: 'aanhouding',
    object: dossier,
    dossier,
    activiteit: 'rechten_betrokkenen',
  });
