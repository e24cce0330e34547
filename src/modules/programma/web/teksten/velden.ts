import type { Taal } from '#platform/ui/index.ts';
import type { Soortcode } from '../../domain/veld.ts';
import { en } from './velden-en.ts';
import { nl } from './velden-nl.ts';
import type { Veldtekst, Veldteksten } from './veldtekst.ts';

export const veldTeksten: Readonly<Record<Taal, Veldteksten>> = { nl, en };

/** The text of a field by its path without row numbers ('stappen.tekst'); null when nobody wrote one. */
export function findVeldtekst(soort: Soortcode, pad: string, taal: Taal): Veldtekst | null {
  const t = veldTeksten[taal];
  const kaal = pad.replace(/\.\d+(?=\.|$)/g, '');
  return t[`${soort}.${kaal}`] ?? t[kaal] ?? null;
}

/** What a field is called; its own name where a text is missing, which a test refuses. */
export function veldLabel(soort: Soortcode, pad: string, taal: Taal): string {
  const nummer = /\.(\d+)\./.exec(pad)?.[1];
  const label = findVeldtekst(soort, pad, taal)?.label ?? pad;
  return nummer === undefined ? label : `${label} (${Number(nummer) + 1})`;
}
