import { gelukt, type Result, type Weigering } from '#kern/resultaat/index.ts';
import {
  type Gewist,
  type Huishouden,
  listGewist,
  listHuishoudens,
  listPersonenVanDossier,
  type Persoon,
} from '#modules/gezin/index.ts';
import {
  type EigenToegang,
  eigenToegang,
  legVerwerkingVast,
  listOntvangers,
  listRelaties,
  namenVan,
  type Relatie,
  telNoodtoegang,
} from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  findOpenstelling,
  listEigenOrganisaties,
  listOrganisatienamen,
  type Openstelling,
} from '../db/casussen.ts';
import { listDocumenten } from '../db/documenten.ts';
import { listNotities } from '../db/notities.ts';
import type {
  Casus,
  Document,
  Melder,
  Notitie,
  Politiegegeven,
  Politieverstrekking,
  Verklaring,
} from '../domain/casus.ts';
import type { Conceptformulier } from '../domain/concept.ts';
import { listVerklaard, readMelder } from './bijzonder.ts';
import { type Concept, readConcept } from './concept.ts';
import { openDocument } from './document.ts';
import { type Doen, metDossier, verwerking } from './doen.ts';
import { openNotitie } from './notitie.ts';
import { listPolitie } from './politie.ts';

/** Somebody who has access to the file, by name, with why. */
export interface Deelnemer extends Relatie {
  naam: string;
}

/** Everything that one reader may see of one file. */
export interface Casusblad {
  casus: Casus;
  open: Openstelling;
  toegang: EigenToegang | null;
  /** Organisations for which the reader may write here. */
  eigen: readonly string[];
  personen: Persoon[];
  huishoudens: Huishouden[];
  /** Empty places of who was erased at his own request. */
  gewist: Gewist[];
  notities: { rijen: Notitie[]; totaal: number };
  documenten: Document[];
  verklaringen: Verklaring[];
  /** Only for who has a relation for it; null also when nothing is written down. */
  melder: Melder | null;
  politie: Politiegegeven[];
  /** To whom records of the police were given on. */
  verstrekkingen: Politieverstrekking[];
  deelnemers: Deelnemer[];
  organisaties: ReadonlyMap<string, string>;
  namen: ReadonlyMap<string, string>;
  concepten: Partial<Record<Conceptformulier, Concept>>;
  /** How often others took break-glass that runs or waits for a judgement; told to who has the direction. */
  nood: number;
  /** To whom the file can be offered; only for who has the direction. */
  ontvangers: { id: string; naam: string }[];
}

/** Notes on one page of a file. */
export const NOTITIES_PER_BLAD = 20;

async function readConcepten(tx: Transactie, d: Doen, casus: string): Promise<Casusblad['concepten']> {
  const uit: Casusblad['concepten'] = {};
  for (const formulier of ['notitie', 'verklaring', 'politie'] as const) {
    const concept = await readConcept(tx, d, casus, formulier);
    if (concept) uit[formulier] = concept;
  }
  return uit;
}

async function readInhoud(
  tx: Transactie,
  d: Doen,
  casus: Casus,
  open: Openstelling,
  vanaf: number,
  aantal: number,
) {
  const notities = await listNotities(tx, casus.id, { vanaf, aantal });
  const documenten = await listDocumenten(tx, casus.id);
  // Whom the file is about stands on the row of opening it, which is in the same act.
  await legVerwerkingVast(
    tx,
    ...(notities.rijen.length > 0 ? [verwerking('lijst', 'notitie', casus.id)] : []),
    ...(documenten.length > 0 ? [verwerking('lijst', 'document', casus.id)] : []),
  );
  return {
    notities: { rijen: notities.rijen.map(r => openNotitie(d, r)), totaal: notities.totaal },
    documenten: documenten.map(r => openDocument(d, r)),
    verklaringen: await listVerklaard(tx, d, casus.id),
    melder: open.melder ? await readMelder(tx, d, casus.id) : null,
    ...(open.politie ? await listPolitie(tx, d, casus.id) : { politie: [], verstrekkingen: [] }),
  };
}

/** Why the whole of a file is read: to look at it, to print it, or to take it along. */
export type Leeswijze = 'inzien' | 'afdrukken' | 'uitvoeren';

/**
 * The file as this reader may see it, logged with every part that was read. Refuses `niet_gevonden`: absent, no
 * relation and barred are one answer along one way. `doel` is the code of why it is printed or taken along.
 */
export function leesCasus(
  d: Doen,
  id: string,
  wijze: Leeswijze,
  keuze: { vanaf?: number; aantal?: number; doel?: string } = {},
): Promise<Result<Casusblad, Weigering>> {
  return metDossier<Casusblad, Weigering>(d, id, { handeling: wijze, soort: 'casus' }, async (tx, casus) => {
    const open = await findOpenstelling(tx, casus.id);
    const personen = await listPersonenVanDossier(tx, d.kluis, casus.id);
    const betrokkenen = personen.map(p => p.id);
    await legVerwerkingVast(
      tx,
      verwerking(wijze, 'casus', casus.id, { object: casus.id, betrokkenen, reden: keuze.doel ?? null }),
    );
    const inhoud = await readInhoud(tx, d, casus, open, keuze.vanaf ?? 0, keuze.aantal ?? NOTITIES_PER_BLAD);
    return gelukt({
      casus,
      open,
      toegang: await eigenToegang(tx, casus.id),
      eigen: await listEigenOrganisaties(tx, casus.id),
      personen,
      huishoudens: await listHuishoudens(tx, casus.id),
      gewist: await listGewist(tx, casus.id),
      ...inhoud,
      ...(await readNamen(tx, d, casus, open, inhoud)),
      concepten: open.bewerkt ? await readConcepten(tx, d, casus.id) : {},
      nood: open.regie ? await telNoodtoegang(tx, casus.id) : 0,
      ontvangers: open.regie ? await listOntvangers(tx, casus.id) : [],
    });
  });
}

/**
 * Who has access, and the names of who wrote and for whom: of people who work, never of whom the file is about. Who only
 * reads the file is not told of which other organisation a shared note is: that name can be the name of a shelter.
 */
async function readNamen(
  tx: Transactie,
  d: Doen,
  casus: Casus,
  open: Openstelling,
  inhoud: Awaited<ReturnType<typeof readInhoud>>,
): Promise<Pick<Casusblad, 'deelnemers' | 'organisaties' | 'namen'>> {
  const relaties = await listRelaties(tx, casus.id);
  const stukken = [...inhoud.notities.rijen, ...inhoud.documenten, ...inhoud.verklaringen];
  const namen = await namenVan(tx, d.kluis, [
    ...relaties.flatMap(r => [r.persoonId, r.gegevenDoor]),
    ...[...stukken, ...inhoud.politie].map(s => s.door),
  ]);
  const eigen = [casus.organisatie, ...d.lidmaatschappen.map(l => l.organisatieId)];
  const genoemd = stukken.map(s => s.organisatie).filter(o => open.bewerkt || eigen.includes(o));
  return {
    deelnemers: relaties.map(r => ({ ...r, naam: namen.get(r.persoonId) ?? '' })),
    organisaties: await listOrganisatienamen(tx, [casus.organisatie, ...genoemd]),
    namen,
  };
}
