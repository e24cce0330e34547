import { formatDag } from '#kern/datum/index.ts';
import { type Blok, type Document, maakPdf } from '#platform/documenten/index.ts';
import type { Ctx } from '#platform/http/index.ts';
import {
  losseTekening,
  type Taal,
  TEKENBREEDTE,
  type TrechterProps,
  tekenTrechter,
} from '#platform/ui/index.ts';
import type { Waarneming } from '../domain/waarneming.ts';
import { tekstenVan } from './taal.ts';
import { toonBrondatum } from './woorden.ts';

/** A heading of level 2. */
export const kop = (tekst: string): Blok => ({ soort: 'kop', niveau: 2, tekst });
/** A paragraph. */
export const alinea = (tekst: string): Blok => ({ soort: 'alinea', tekst });
/** A list, or nothing when it is empty. */
export const lijst = (punten: readonly string[]): Blok[] =>
  punten.length === 0 ? [] : [{ soort: 'lijst', punten }];
/** A table with the share of the width of each column, or nothing when it has no rows. */
export const tabel = (
  bijschrift: string,
  kolommen: readonly string[],
  rijen: readonly (readonly string[])[],
  aandelen: readonly number[],
  numeriek: readonly number[] = [],
): Blok[] =>
  rijen.length === 0 ? [] : [{ soort: 'tabel', bijschrift, kop: kolommen, rijen, aandelen, numeriek }];

/** A funnel as a picture, with what it shows in words. */
export async function trechterBlok(p: TrechterProps): Promise<Blok> {
  return {
    soort: 'afbeelding',
    svg: await losseTekening(tekenTrechter(p, TEKENBREEDTE), p.titel),
    alt: p.beschrijving,
    bijschrift: `${p.titel}. ${p.subtitel}`,
  };
}

/** Sources of some observations, each once. */
export function bronBlok(waarnemingen: readonly Waarneming[], taal: Taal): Blok[] {
  const titels = new Set(
    waarnemingen.map(w =>
      [w.citaat.titel, w.citaat.van, toonBrondatum(w.citaat.datum, taal)].filter(d => d !== null).join(', '),
    ),
  );
  return titels.size === 0 ? [] : [{ soort: 'bron', tekst: `${[...titels].join('; ')}.` }];
}

/** A document of public figures around its blocks: title, region, day, and that it holds nothing that is not public. */
export function cijferdocument(
  titel: string,
  regio: string,
  grenzen: string,
  taal: Taal,
  vandaag: Temporal.PlainDate,
  blokken: readonly Blok[],
): Document {
  const t = tekstenVan(taal).gebieden.papier;
  const dag = formatDag(vandaag, taal);
  return {
    titel,
    taal,
    onderwerp: titel,
    metagegevens: [
      { label: t.regio, waarde: regio },
      { label: t.stand, waarde: dag },
      { label: t.grenzen, waarde: grenzen },
      { label: t.soort, waarde: t.alleenOpenbaar },
    ],
    voettekst: t.voet(dag),
    blokken,
  };
}

/** Sends a document as an accessible PDF. `naam` comes from the catalogue, never from the address. */
export async function stuurPdf(c: Ctx, doc: Document, naam: string): Promise<Response> {
  return c.body(new Uint8Array(await maakPdf(doc)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${naam}.pdf"`,
  });
}
