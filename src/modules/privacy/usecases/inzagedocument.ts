import { createHash, randomUUID } from 'node:crypto';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { openDocumentdelen } from '#modules/casus/index.ts';
import { type Handeling, legVerwerkingVast } from '#modules/toegang/index.ts';
import { bergOp, haalOp, keurBestand } from '#platform/bestanden/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  bestanddelen,
  findInzagerecht,
  type Inzagerecht,
  insertInzagebestand,
  listDocumentdelen,
  listInzagebestanden,
  listInzagerijen,
} from '../db/inzage.ts';
import { findVerzoekrij } from '../db/verzoeken.ts';
import { inzagefouten } from '../domain/teksten-inzage.ts';
import { alsDoener, type Inzagedoen } from './inzage.ts';
import { leesLakstof } from './inzagestof.ts';
import { ACTIVITEIT } from './verzoek.ts';

const plek = (id: string) => ({ tabel: 'privacy.inzagebestanddeel', kolom: 'inhoud', id });

/** A file to read or to send along; null bytes is destroyed. */
export interface Documentinhoud {
  soort: string;
  inhoud: Buffer | null;
}

/** The bytes of a document of this request, or of its edited version. Null when it is no part, or not for this actor. */
export async function leesDocument(
  d: Inzagedoen,
  tx: Transactie,
  v: { verzoek: string; document: string; bestand: string | null },
): Promise<Documentinhoud | null> {
  const rijen = await listInzagerijen(tx, v.verzoek);
  const rij = rijen.find(r => r.soort === 'document' && r.id === v.document);
  if (!rij) return null;
  if (v.bestand === null) {
    const delen = await listDocumentdelen(tx, v.verzoek, v.document);
    const inhoud = delen.length === 0 ? null : await openDocumentdelen(d.kluis, v.document, delen);
    return { soort: rij.nader ?? '', inhoud };
  }
  const bewerkt = (await listInzagebestanden(tx, v.verzoek)).find(
    b => b.id === v.bestand && b.document === v.document,
  );
  if (!bewerkt) return null;
  return {
    soort: bewerkt.soort,
    inhoud: await haalOp(d.kluis, plek(bewerkt.id), bestanddelen(tx, bewerkt.id)),
  };
}

/** A document can name everybody in the file: who read it stands with each of them. */
function boek(
  tx: Transactie,
  handeling: Handeling,
  r: Inzagerecht,
  o: { document: string; inhoud: Uint8Array; mensen: readonly string[] },
): Promise<void> {
  return legVerwerkingVast(tx, {
    ...{ handeling, soort: 'document', object: o.document, dossier: r.dossier, activiteit: ACTIVITEIT },
    betrokkenen: o.mensen,
    inhoudHash: createHash('sha256').update(o.inhoud).digest(),
  });
}

/**
 * The document to be judged for this request, as it stands, or its edited version (`bestand`). Nobody can choose on what
 * he did not read; every look is logged, with everybody in the file. Refuses `niet_gevonden`.
 */
export async function haalInzagedocument(
  d: Inzagedoen,
  v: { verzoek: string; document: string; bestand: string | null },
): Promise<Result<{ soort: string; inhoud: Buffer }, Weigering>> {
  const mag = await alsDoener(d, tx => findInzagerecht(tx, v.verzoek));
  if (!mag) return geweigerd(nietGevonden());
  const { mensen } = await leesLakstof(d, mag);
  return alsDoener(d, async tx => {
    const recht = await findInzagerecht(tx, v.verzoek);
    const gelezen = recht && (await leesDocument(d, tx, v));
    if (!recht || !gelezen?.inhoud) return geweigerd(nietGevonden());
    const { soort, inhoud } = gelezen;
    await boek(tx, 'inzien', recht, { document: v.document, inhoud, mensen });
    return gelukt({ soort, inhoud });
  });
}

/**
 * Puts an edited version of a document with the request, under the key of the request: what is about others was taken out
 * of it by a human. It goes to nobody by itself: two people choose it. Refuses `ongeldig` (an empty, too large, unknown
 * or damaged file) and `niet_gevonden`.
 */
export function geefBewerkt(
  d: Inzagedoen,
  verzoek: string,
  b: { document: string; inhoud: Uint8Array },
): Promise<Result<string, Weigering>> {
  return alsDoener(d, async tx => {
    const recht = await findInzagerecht(tx, verzoek);
    const v = recht && (await findVerzoekrij(tx, verzoek));
    const kent = (await listInzagerijen(tx, verzoek)).some(
      r => r.soort === 'document' && r.id === b.document,
    );
    if (!recht || !v?.sleutel) return geweigerd(nietGevonden());
    if (!kent) return geweigerd(ongeldig({ document: inzagefouten.document }));
    const goed = keurBestand(b.inhoud);
    if (!goed.ok) return geweigerd(ongeldig({ bestand: inzagefouten.bestand[goed.weigering.code] }));
    const { soort, inhoud } = goed.waarde;
    const id = randomUUID();
    const rij = { id, verzoek, dossier: recht.dossier, document: b.document, soort, bytes: inhoud.length };
    await insertInzagebestand(tx, rij);
    await bergOp(d.kluis, v.sleutel, plek(id), inhoud, bestanddelen(tx, id));
    await boek(tx, 'vastleggen', recht, { document: b.document, inhoud, mensen: [recht.betrokkene] });
    return gelukt(id);
  });
}
