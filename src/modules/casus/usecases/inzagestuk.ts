import { legVerwerkingVast } from '#modules/toegang/index.ts';
import { haalOp } from '#platform/bestanden/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { findMelder } from '../db/bijzonder.ts';
import { verwerking } from './doen.ts';
import { plek } from './geheim.ts';

/** A part of this room as the room of privacy found it for a request, on a right of its own. */
export interface Casusstuk {
  soort: 'notitie' | 'verklaring' | 'document';
  id: string;
  versie: number;
  inhoud: Buffer;
}

/** The text of a note or statement, or the name of a document; null when it was destroyed. */
export function leesCasusstuk(kluis: Kluis, s: Casusstuk): string | null {
  const waar = {
    notitie: plek.notitie(s.id, s.versie),
    verklaring: plek.verklaring(s.id),
    document: plek.documentnaam(s.id),
  };
  return kluis.ontsleutelOfGewist(s.inhoud, waar[s.soort]);
}

/** A document of this room, from its pieces as the room of privacy found them for a request. */
export const openDocumentdelen = (kluis: Kluis, id: string, delen: readonly Buffer[]): Promise<Buffer> =>
  haalOp(kluis, plek.documentdeel(id), { lees: async () => delen });

/** How the reporter is called, to be taken out of a text and shown to nobody; '' when nothing is known. For the system. */
export async function leesMeldernaam(tx: Transactie, kluis: Kluis, casus: string): Promise<string> {
  const rij = await findMelder(tx, casus);
  if (!rij?.gegevens) return '';
  await legVerwerkingVast(tx, verwerking('inzien', 'melder', casus, { object: casus }));
  const json = kluis.ontsleutelOfGewist(rij.gegevens, plek.melder(casus));
  return json === null ? '' : (JSON.parse(json) as { naam: string }).naam;
}
