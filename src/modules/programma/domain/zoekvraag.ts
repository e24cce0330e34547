/** How text is compared when searching: without accents, case and punctuation. As SQL `programma.zoektekst`. */
export function vouw(tekst: string): string {
  return tekst
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const MEESTE_WOORDEN = 8;
const LANGSTE_VRAAG = 200;

/** The words of a question, at most eight; the rest is left out. */
export function zoekwoorden(vraag: string): string[] {
  const woorden = vouw(vraag.slice(0, LANGSTE_VRAAG)).split(' ').filter(Boolean);
  return [...new Set(woorden)].slice(0, MEESTE_WOORDEN);
}

/** A piece of text around the first word that was found, in parts; `raak` marks what was searched for. */
export type Fragment = { tekst: string; raak: boolean }[];

const RUIMTE = 90;

/** Where words of the text begin like a searched word (or its Dutch stem of at least four letters). */
function treffers(tekst: string, woorden: readonly string[]): { van: number; tot: number }[] {
  const uit: { van: number; tot: number }[] = [];
  for (const m of tekst.matchAll(/[\p{L}\p{N}]+/gu)) {
    const w = vouw(m[0]);
    const past = (z: string) =>
      w.startsWith(z) || (z.length > 5 && w.length > 4 && z.startsWith(w.slice(0, -2)));
    if (w && woorden.some(past)) uit.push({ van: m.index, tot: m.index + m[0].length });
  }
  return uit;
}

/** A fragment of a text with the words that were searched for; null when none of them is in it. */
export function fragment(tekst: string, woorden: readonly string[]): Fragment | null {
  const alle = treffers(tekst, woorden);
  const eerste = alle[0];
  if (!eerste) return null;
  const van = eerste.van <= RUIMTE ? 0 : tekst.lastIndexOf(' ', eerste.van - RUIMTE / 2) + 1;
  const einde = tekst.indexOf(' ', van + 2 * RUIMTE);
  const tot = einde < 0 ? tekst.length : einde;
  const uit: Fragment = van > 0 ? [{ tekst: '… ', raak: false }] : [];
  let hier = van;
  for (const t of alle.filter(x => x.van >= van && x.tot <= tot)) {
    if (t.van > hier) uit.push({ tekst: tekst.slice(hier, t.van), raak: false });
    uit.push({ tekst: tekst.slice(t.van, t.tot), raak: true });
    hier = t.tot;
  }
  if (hier < tot) uit.push({ tekst: tekst.slice(hier, tot), raak: false });
  if (tot < tekst.length) uit.push({ tekst: ' …', raak: false });
  return uit;
}
