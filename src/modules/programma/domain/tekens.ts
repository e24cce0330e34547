/**
 * Can the store keep this text? The database refuses the NUL character and halves of surrogate pairs, in text and in
 * JSON (PostgreSQL manual, 8.14).
 */
export function isSchrijfbaar(tekst: string): boolean {
  return !tekst.includes('\u0000') && tekst.isWellFormed();
}

/** The first `langst` characters, never ending in half a character. */
export function kapAf(tekst: string, langst: number): string {
  return tekst.slice(0, langst).replace(/[\ud800-\udbff]$/, '');
}

const HOOGSTE_VERSIE = 2 ** 31 - 1;

/** Is this a version that an item can have? A whole number from 1 that the store can hold. */
export function isVersie(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 1 && n <= HOOGSTE_VERSIE;
}

/** The version in a form or list; 0, which no item ever has, for anything that is none: the page is outdated. */
export function leesVersie(ruw: unknown): number {
  const n = typeof ruw === 'string' && /^\d{1,10}$/.test(ruw.trim()) ? Number(ruw.trim()) : ruw;
  return typeof n === 'number' && isVersie(n) ? n : 0;
}
