/** Shown where something about another was left out: the reader sees that something is missing, not what. */
export const WEGGELATEN = '[weggelaten]';

/** Parts of names shorter than this are too common to be found by (van, de, Jo): they are left to the human. */
const KORTST = 3;

const kaal = (tekst: string) => tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Words of names worth looking for, without accents and capitals. */
export function naamdelen(namen: readonly string[]): Set<string> {
  const delen = namen.flatMap(n => kaal(n).split(/[^\p{L}\p{N}]+/u));
  return new Set(delen.filter(d => d.length >= KORTST));
}

/**
 * Takes the names of others out of a text, whatever their accents and capitals, also with a genitive s; the names of the
 * person himself stay. It finds names and nothing else: what describes somebody without naming him is for the human who
 * reads it before it is sent. Returns the text and how often something was left out.
 */
export function lakNamen(
  tekst: string,
  anderen: readonly string[],
  eigen: readonly string[] = [],
): { tekst: string; weggelaten: number } {
  const zelf = naamdelen(eigen);
  const zoek = new Set([...naamdelen(anderen)].filter(d => !zelf.has(d)));
  let weggelaten = 0;
  const uit = tekst.normalize('NFC').replace(/[\p{L}\p{M}\p{N}]+(['’]s)?/gu, woord => {
    const k = kaal(woord.replace(/['’]s$/u, ''));
    if (!zoek.has(k) && !(k.endsWith('s') && zoek.has(k.slice(0, -1)))) return woord;
    weggelaten += 1;
    return WEGGELATEN;
  });
  return { tekst: uit, weggelaten };
}
