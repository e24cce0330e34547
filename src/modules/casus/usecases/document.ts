import {
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import { bergOp, haalOp, keurBestand, MEDIATYPEN, type Mediatype } from '#platform/bestanden/index.ts';
import { type Documentrij, documentdelen, findDocument, insertDocument } from '../db/documenten.ts';
import type { Document } from '../domain/casus.ts';
import { LANGSTE_REGEL } from '../domain/velden.ts';
import { type Doen, kenmerk, metDossier, verwerking } from './doen.ts';
import { hash, metSchrijfplaats, plek } from './geheim.ts';
import { mensenVan } from './notitie.ts';

/**
 * A name for a file that is safe to give back: no path, no control characters, and the extension of what it is,
 * whatever it was called.
 */
export function bestandsnaam(gegeven: string, soort: Mediatype): string {
  const kaal = gegeven
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/\p{C}/gu, '')
    .replace(/\.[^.]{0,8}$/, '')
    .trim()
    .slice(0, LANGSTE_REGEL);
  return `${kaal === '' ? 'document' : kaal}.${MEDIATYPEN[soort]}`;
}

export function openDocument(d: Pick<Doen, 'kluis'>, r: Documentrij): Document {
  const { casus: _, ...rest } = r;
  return { ...rest, naam: d.kluis.ontsleutelOfGewist(r.naam, plek.documentnaam(r.id)) };
}

/**
 * Puts a document in the file on behalf of the writer's own organisation, in encrypted pieces. Refuses `leeg`,
 * `te_groot` (20 MB), `soort_onbekend`, `beschadigd`, or `niet_gevonden` for who may not write in the file.
 */
export async function voegDocumentToe(
  d: Doen,
  casus: string,
  b: { naam: string; inhoud: Uint8Array },
): Promise<Result<{ id: string }, Weigering>> {
  const id = crypto.randomUUID();
  const wat = { handeling: 'vastleggen', soort: 'document', object: id } as const;
  return metSchrijfplaats<{ id: string }, Weigering>(d, casus, 'dossier', wat, async (tx, s) => {
    // Judged after the right: a stranger's file is never unpacked.
    if (s.casus.stand !== 'open') return geweigerd(weigering('gesloten'));
    const goed = keurBestand(b.inhoud);
    if (!goed.ok) return geweigerd(weigering(goed.weigering.code));
    const { soort, inhoud } = goed.waarde;
    const naam = d.kluis.versleutel(s.sleutel, bestandsnaam(b.naam, soort), plek.documentnaam(id));
    const rij = { id, casus: s.casus.id, organisatie: s.organisatie, naam, soort, bytes: inhoud.length };
    await insertDocument(tx, rij, d.nu.toString());
    await bergOp(d.kluis, s.sleutel, plek.documentdeel(id), inhoud, documentdelen(tx, id));
    await legVerwerkingVast(
      tx,
      verwerking('vastleggen', 'document', s.casus.id, {
        object: id,
        betrokkenen: await mensenVan(tx, s.casus.id),
        inhoudHash: hash(naam),
      }),
    );
    return gelukt({ id });
  });
}

/** The document with its bytes, for who may read it. Refuses `niet_gevonden`. */
export function haalDocument(
  d: Doen,
  casus: string,
  id: string,
): Promise<Result<{ document: Document; inhoud: Buffer }, Weigering>> {
  const wat = { handeling: 'uitvoeren', soort: 'document', object: kenmerk(id) } as const;
  return metDossier(d, casus, wat, async (tx, c) => {
    const rij = await findDocument(tx, c.id, kenmerk(id));
    if (!rij) return geweigerd(nietGevonden());
    const inhoud = await haalOp(d.kluis, plek.documentdeel(rij.id), documentdelen(tx, rij.id));
    await legVerwerkingVast(
      tx,
      verwerking('uitvoeren', 'document', c.id, {
        object: rij.id,
        betrokkenen: await mensenVan(tx, c.id),
        inhoudHash: hash(rij.naam),
      }),
    );
    return gelukt({ document: openDocument(d, rij), inhoud });
  });
}
