import { leesZip } from '#platform/documenten/zip.ts';
import { MERKEN } from './zaaigoed.ts';

const MEESTE = 100 * 1024 * 1024;

/** The answer as text to search in, whatever its form. */
export async function tekstVan(r: Response): Promise<string> {
  const b = Buffer.from(await r.arrayBuffer());
  const tekst =
    b.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
      ? [...leesZip(b, MEESTE).values()].map(String).join('\n')
      : b.toString('utf8');
  return `${[...r.headers.entries()].join('\n')}\n${tekst}`;
}

/** Names of the marks that stand in this text. */
export const merkenIn = (tekst: string): string[] =>
  MERKEN.filter(m => m.patroon.test(tekst)).map(m => m.naam);

/** What stays of an answer when the same visitor asks again and nothing has changed. */
export const zonderToeval = (tekst: string): string =>
  tekst
    .replaceAll(/name="_csrf" value="[^"]*"/g, '')
    .replaceAll(/^(set-cookie|date|etag|content-length),.*$/gm, '')
    // When a DOCX was made stands in it.
    .replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*/g, '');
