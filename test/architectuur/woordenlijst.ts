/** One row of the word list. */
export type Woord = {
  woord: string;
  betekenis: string;
  bron: string;
  identifier: string;
  meervoud: string;
  niet: string[];
  platform: boolean;
};

/** The word list as read: the words, the rooms, and the small words for composed table names. */
export type Woordenlijst = { woorden: Woord[]; kamers: string[]; bijwoorden: string[] };

const cellen = (regel: string): string[] =>
  regel
    .split('|')
    .slice(1, -1)
    .map(c => c.trim());

/** Reads docs/woordenlijst.md. Throws when a row of words has not exactly seven cells. */
export function leesWoordenlijst(markdown: string): Woordenlijst {
  const lijst: Woordenlijst = { woorden: [], kamers: [], bijwoorden: [] };
  let kop = '';
  for (const regel of markdown.split('\n')) {
    if (regel.startsWith('## ')) kop = regel.slice(3).trim();
    if (kop.startsWith('Bijwoorden')) {
      for (const m of regel.matchAll(/`([a-z]+)`/g)) if (m[1]) lijst.bijwoorden.push(m[1]);
    }
    if (!regel.startsWith('|') || /^\|[\s-]*\|/.test(regel.replaceAll('---|', '-|'))) continue;
    const c = cellen(regel);
    if (c[0] === 'Woord' || c[0] === 'Kamer') continue;
    if (kop === 'Kamers') {
      lijst.kamers.push(c[0] ?? '');
      continue;
    }
    const [woord, betekenis, bron, identifier, meervoud, niet, platform] = c;
    if (c.length !== 7 || !woord || !betekenis || !bron || !identifier || !meervoud || !niet || !platform) {
      throw new Error(`woordenlijst: een regel heeft geen zeven gevulde cellen: ${regel}`);
    }
    const synoniemen = niet === '-' ? [] : niet.split(',').map(s => s.trim());
    lijst.woorden.push({
      woord,
      betekenis,
      bron,
      identifier,
      meervoud,
      niet: synoniemen,
      platform: platform === 'ja',
    });
  }
  return lijst;
}

/** `draagOverAanTeam`, `draag_over`, `draag-over` as small words. */
export const inDelen = (naam: string): string[] =>
  naam
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_\-.$]+/)
    .filter(Boolean)
    .map(d => d.toLowerCase());

/** Does the row of small words contain the other row, in order and adjacent? */
export const bevat = (delen: readonly string[], gezocht: readonly string[]): boolean =>
  delen.some((_, i) => gezocht.every((g, j) => delen[i + j] === g));
