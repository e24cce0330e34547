import http from 'node:http';

/** Bytes of the body on the wire, and the text itself. */
interface Antwoord {
  status: number;
  bytes: number;
  soort: string;
  pakking: string;
  plaats: string | null;
}

// A connection per request: none that the server closes just when it is used again.
const EENMALIG = new http.Agent({ keepAlive: false });

const haal = (url: string, pakking: string): Promise<Antwoord & { ruw: Buffer }> =>
  new Promise((klaar, fout) => {
    http
      .get(url, { agent: EENMALIG, headers: { 'accept-encoding': pakking, accept: 'text/html,*/*' } }, r => {
        const delen: Buffer[] = [];
        r.on('data', d => delen.push(d));
        r.on('end', () => {
          const ruw = Buffer.concat(delen);
          klaar({
            status: r.statusCode ?? 0,
            bytes: ruw.length,
            soort: r.headers['content-type'] ?? '',
            pakking: String(r.headers['content-encoding'] ?? 'geen'),
            plaats: r.headers.location ?? null,
            ruw,
          });
        });
        r.on('error', fout);
      })
      .on('error', fout);
  });

export interface Paginagewicht {
  pad: string;
  html: number;
  /** Style, script and fonts. */
  rest: number;
  totaal: number;
  pakking: string;
}

/** Not public, not a page, or the English half of what is weighed in Dutch. */
const UITGESLOTEN = /^\/(statisch|api|aanmelden|afmelden|programma|datalab|beheer|account|en\/)/;

/** Addresses in a page that a visitor may follow, without their question part. */
function verwijzingen(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"#?]*)/g)].flatMap(m =>
    m[1]?.startsWith('/') ? [m[1]] : [],
  );
}

/** Files that a browser fetches for a page: style, script, and every font that the style names (an upper bound). */
class Bijlagen {
  readonly #bytes = new Map<string, Promise<number>>();
  readonly #basis: string;

  constructor(basis: string) {
    this.#basis = basis;
  }

  #gewichtVan(pad: string): Promise<number> {
    const eerder = this.#bytes.get(pad);
    if (eerder) return eerder;
    const nieuw = this.#haalMetLetters(pad);
    this.#bytes.set(pad, nieuw);
    return nieuw;
  }

  async #haalMetLetters(pad: string): Promise<number> {
    const r = await haal(this.#basis + pad, 'br, gzip');
    if (!r.soort.startsWith('text/css')) return r.bytes;
    const kaal = (await haal(this.#basis + pad, 'identity')).ruw.toString();
    const letters = [...kaal.matchAll(/url\(["']?(\.\/[^"')]+\.woff2)/g)].map(m => m[1] ?? '');
    const paden = new Set(letters.map(l => new URL(l, `http://x${pad}`).pathname));
    const gewichten = await Promise.all([...paden].map(p => this.#gewichtVan(p)));
    return gewichten.reduce((s, g) => s + g, r.bytes);
  }

  async som(html: string): Promise<number> {
    const bladen = [...html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|icon)"[^>]*>/g)].map(
      m => /\bhref="([^"]+)"/.exec(m[0])?.[1],
    );
    const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(m => m[1]);
    const paden = new Set([...bladen, ...scripts].filter(p => p?.startsWith('/')));
    const gewichten = await Promise.all([...paden].map(p => this.#gewichtVan(p ?? '')));
    return gewichten.reduce((s, g) => s + g, 0);
  }
}

/**
 * Follows the links of the public pages from the front page and weighs the first view of each: what goes over the
 * line with an empty cache. One region stands for all; `hoogstens` pages.
 */
export async function weegPaginas(basis: string, regio: string, hoogstens: number): Promise<Paginagewicht[]> {
  const bijlagen = new Bijlagen(basis);
  const wachtrij = ['/', '/en', `/regio/${regio}`];
  const gezien = new Set(wachtrij);
  const uit: Paginagewicht[] = [];
  for (let pad = wachtrij.shift(); pad !== undefined && uit.length < hoogstens; pad = wachtrij.shift()) {
    const gepakt = await haal(basis + pad, 'br, gzip');
    if (gepakt.status !== 200 || !gepakt.soort.startsWith('text/html')) continue;
    const html = (await haal(basis + pad, 'identity')).ruw.toString();
    const rest = await bijlagen.som(html);
    uit.push({ pad, html: gepakt.bytes, rest, totaal: gepakt.bytes + rest, pakking: gepakt.pakking });
    for (const naar of verwijzingen(html)) {
      const anders = naar.startsWith('/regio/') && !`${naar}/`.startsWith(`/regio/${regio}/`);
      if (gezien.has(naar) || anders || UITGESLOTEN.test(naar) || /\.[a-z]+$/.test(naar)) continue;
      gezien.add(naar);
      wachtrij.push(naar);
    }
  }
  return uit;
}

/** Pages of one kind under one name: '/regio/:regio/programma/acties/*'. */
export function soortPagina(pad: string): string {
  return pad
    .replace(/^\/regio\/[^/]+/, '/regio/:regio')
    .replace(/^(\/regio\/:regio\/(?:programma\/[a-z-]+|[a-z-]+))\/.+$/, '$1/*');
}
