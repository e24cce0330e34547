import type { Transactie } from '#platform/db/index.ts';
import type { Document } from '#platform/documenten/index.ts';
import {
  findDocumentOpCode,
  findStuk,
  listDocumentpublicaties,
  listDocumenten as listInOpslag,
  listPublicatiesBij,
} from '../db/document-opslag.ts';
import type { Documentpublicatie, Regiodocument } from '../domain/document.ts';
import { zegelVanStuk } from './documenten.ts';

/** Documents of a region: for the public the fixed and the withdrawn, for who works on them all. */
export function listDocumenten(tx: Transactie, regio: string): Promise<Regiodocument[]> {
  return listInOpslag(tx, regio);
}

/** Those that a reader finds: fixed, or withdrawn. Also for who may see more. */
export const isUit = (d: Regiodocument): boolean =>
  d.toestand === 'vastgesteld' || d.toestand === 'ingetrokken';

/** A fixed document as a reader gets it. */
export interface VastDocument {
  readonly document: Regiodocument;
  readonly publicaties: readonly Documentpublicatie[];
  /** Null: the document or a release in it was withdrawn, and with it the figures. */
  readonly inhoud: Document | null;
}

/** The text that was sealed. @throws TypeError when it is not what was fixed: then nothing of it is shown. */
function openStuk(d: Regiodocument, stuk: string): Document {
  if (zegelVanStuk(stuk) !== d.zegel) throw new TypeError('this document is not what was fixed');
  return (JSON.parse(stuk) as { document: Document }).document;
}

/** What a fixed document says now; nothing of it when it or a release in it was withdrawn, whoever asks. */
export async function leesInhoud(
  tx: Transactie,
  d: Regiodocument,
  publicaties: readonly Documentpublicatie[],
): Promise<Document | null> {
  if (d.toestand !== 'vastgesteld' || publicaties.some(p => p.ingetrokken !== null)) return null;
  const stuk = await findStuk(tx, d.id);
  return stuk === null ? null : openStuk(d, stuk);
}

/** A document by its permanent name, or null when it is not there or not fixed. */
export async function leesVastDocument(
  tx: Transactie,
  regio: string,
  code: string,
): Promise<VastDocument | null> {
  const document = await findDocumentOpCode(tx, regio, code);
  if (!document || !isUit(document)) return null;
  const publicaties = await listDocumentpublicaties(tx, document.id);
  return { document, publicaties, inhoud: await leesInhoud(tx, document, publicaties) };
}

/** A document in a list for programs, with the releases that it rests on. */
export interface Documentregel {
  readonly document: Regiodocument;
  readonly publicaties: readonly { code: string; ingetrokken: boolean }[];
}

/** The fixed and the withdrawn documents of some regions, whoever asks: no draft is in it. */
export async function listVasteDocumenten(
  tx: Transactie,
  regios: readonly string[],
): Promise<Documentregel[]> {
  const uit: Regiodocument[] = [];
  for (const regio of regios) uit.push(...(await listInOpslag(tx, regio)).filter(isUit));
  const bij = await listPublicatiesBij(
    tx,
    uit.map(d => d.id),
  );
  return uit.map(document => ({ document, publicaties: bij.get(document.id) ?? [] }));
}
