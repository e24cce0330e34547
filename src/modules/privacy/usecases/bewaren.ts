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
  listTermijnvoorstellen,
  type Termijnvoorstel,
} from '../db/bewaren.ts';
import { AANHOUDGRONDEN, type Bewaartermijn } from '../domain/bewaren.ts';
import { bewaarfouten } from '../domain/teksten.ts';
import { verzoekfouten } from '../domain/teksten-verzoek.ts';

export type { Termijnvoorstel } from '../db/bewaren.ts';

export interface Bewaaroverzicht {
  termijnen: Bewaartermijn[];
  voorstellen: Termijnvoorstel[];
  aanhoudingen: Aanhouding[];
  nummers: Map<string, string>;
}

/** Terms, open proposals of the region, and the holds that this officer may see with the numbers of their files. */
export async function leesBewaren(tx: Transactie, regio: string): Promise<Bewaaroverzicht> {
  const aanhoudingen = await listAanhoudingen(tx);
  await boek(tx, 'lijst', null);
  return {
    termijnen: await listBewaartermijnen(tx),
    voorstellen: await listTermijnvoorstellen(tx, regio),
    aanhoudingen,
    nummers: await listNummers(
      tx,
      aanhoudingen.map(a => a.dossierId),
    ),
  };
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
