import type { Transactie } from '#platform/db/index.ts';
import type { Document } from '#platform/documenten/index.ts';
import {
  findDocument,
  findDocumentwerk,
  findSjabloon,
  listDocumentpublicaties,
} from '../db/document-opslag.ts';
import { listGemeenten } from '../db/gemeente-opslag.ts';
import { listDefinities } from '../db/indicator-opslag.ts';
import { listWaarnemingen } from '../db/waarneming-opslag.ts';
import type { Documentpublicatie, Documentwerk, Regiodocument } from '../domain/document.ts';
import type { Ontleed } from '../domain/documentsjabloon.ts';
import type { Gemeente } from '../domain/gemeente.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Regio } from '../domain/plaats.ts';
import type { OpenPublicatie } from '../domain/publicatie.ts';
import { isOpenbaar, type OpenbareWaarneming } from '../domain/waarneming.ts';
import { leesSjabloon } from './documentsjablonen.ts';
import { findRegio } from './gegevensbestanden.ts';
import { leesOpenPublicatie } from './lees-publicatie.ts';

/**
 * All that a document is made from. Its figures are releases that passed the gate and what public sources print: there
 * is nothing else in it to make a number from.
 */
export interface Documentstof {
  readonly document: Regiodocument;
  readonly werk: Documentwerk;
  readonly ontleed: Ontleed;
  readonly regio: Regio;
  readonly gemeente: Gemeente | null;
  /** As chosen, also when one was withdrawn since. */
  readonly gekozen: readonly Documentpublicatie[];
  /** Those in print, the newest first. */
  readonly publicaties: readonly OpenPublicatie[];
  readonly openbaar: readonly OpenbareWaarneming[];
  readonly indicatoren: readonly Indicator[];
}

/** A document as made from its matter, with what is still wrong and which releases gave a number. */
export interface Opgesteld {
  readonly document: Document;
  /** By field, in sentences. */
  readonly fouten: Readonly<Record<string, string>>;
  /** Codes. */
  readonly gebruikt: readonly string[];
}

/** Makes a document; `vastgesteld` is the day on which it is fixed, null for a draft. */
export type Opsteller = (stof: Documentstof, vastgesteld: Temporal.PlainDate | null) => Opgesteld;

async function leesPublicaties(
  tx: Transactie,
  regio: string,
  gekozen: readonly Documentpublicatie[],
): Promise<OpenPublicatie[]> {
  const uit: OpenPublicatie[] = [];
  for (const p of gekozen) {
    const o = await leesOpenPublicatie(tx, regio, p.code);
    if (o?.uitgave) uit.push(o);
  }
  return uit.toSorted((a, b) =>
    (b.publicatie.gepubliceerd ?? '').localeCompare(a.publicatie.gepubliceerd ?? '', 'nl'),
  );
}

/** The matter of one document, or null: not there, or not for this reader. With `slot` it is held until the end. */
export async function leesDocumentstof(
  tx: Transactie,
  id: string,
  slot = false,
): Promise<Documentstof | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const document = await findDocument(tx, id, slot);
  const werk = document && (await findDocumentwerk(tx, id));
  const regio = document && findRegio(document.regio);
  if (!document || !werk || !regio) return null;
  const gekozen = await listDocumentpublicaties(tx, id);
  const gemeenten = await listGemeenten(tx, regio.id);
  return {
    document,
    werk,
    ontleed: leesSjabloon(await findSjabloon(tx, document)),
    regio,
    gemeente: gemeenten.find(g => g.code === document.gemeente) ?? null,
    gekozen,
    publicaties: await leesPublicaties(tx, regio.id, gekozen),
    openbaar: werk.ookOpenbaar ? (await listWaarnemingen(tx, { regio: regio.id })).filter(isOpenbaar) : [],
    indicatoren: await listDefinities(tx),
  };
}
