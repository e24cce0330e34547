import { leesZip } from '#platform/documenten/zip.ts';
import { leesPagina, type Pagina } from './pagina.ts';
import { leesPdf } from './pdftekst.ts';

/** An answer, read through whatever its form. */
export interface Antwoord {
  status: number;
  koppen: Headers;
  soort: string;
  /** Everything that can be read in it, headers included. */
  tekst: string;
  /** The body as it came. */
  lijf: Buffer;
  pagina: Pagina | null;
}

const MEESTE = 100 * 1024 * 1024;

function leesbaar(lijf: Buffer): string {
  const begin = lijf.subarray(0, 4).toString('latin1');
  if (begin === '%PDF') return leesPdf(lijf);
  if (begin === 'PK\x03\x04') return [...leesZip(lijf, MEESTE).values()].map(String).join('\n');
  return lijf.toString('utf8');
}

export async function leesAntwoord(r: Response, pad: string): Promise<Antwoord> {
  const lijf = Buffer.from(await r.arrayBuffer());
  const soort = (r.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  return {
    status: r.status,
    koppen: r.headers,
    soort,
    lijf,
    tekst: `${[...r.headers].map(k => k.join(': ')).join('\n')}\n${leesbaar(lijf)}`,
    pagina: soort === 'text/html' && lijf.length > 0 ? leesPagina(lijf.toString('utf8'), pad) : null,
  };
}

/** Addresses of this site in an answer for programs. */
export function adressenIn(json: string): string[] {
  const uit = new Set<string>();
  for (const [, pad] of json.matchAll(/"(?:http:\/\/localhost)?(\/api\/v1\/[^"\\\s{}]*)"/g))
    if (pad) uit.add(pad);
  return [...uit];
}
