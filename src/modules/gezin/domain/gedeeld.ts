import type { Adressoort } from './adres.ts';
import type { Antwoord } from './contact.ts';

/** An address that holds today, as far as a letter goes: what kind, and the front door when it is known. */
export interface Deur {
  readonly soort: Adressoort;
  /** Equal for two people who share the door; null is not known. */
  readonly deur: string | null;
}

const POST: readonly Adressoort[] = ['woon', 'brief', 'tijdelijk'];
const WONEN: readonly Adressoort[] = ['woon', 'tijdelijk'];

/**
 * May somebody else find a letter to this person? Not shared only when all of it is known: a door for every address
 * to which a letter goes, and of everybody else where he lives. Who lives in the same household shares the door,
 * whatever was written down as address.
 */
export function deelDeur(
  eigen: readonly Deur[],
  anderen: readonly (readonly Deur[])[],
  woontSamen: boolean,
): Antwoord {
  const post = eigen.filter(e => POST.includes(e.soort));
  if (woontSamen) return 'ja';
  if (anderen.flat().some(h => h.deur !== null && post.some(e => e.deur === h.deur))) return 'ja';
  const bekend = (deuren: readonly Deur[]) => deuren.every(d => d.deur !== null);
  const woontErgens = (deuren: readonly Deur[]) => deuren.some(d => WONEN.includes(d.soort));
  return post.length > 0 && bekend(post) && anderen.every(h => woontErgens(h) && bekend(h))
    ? 'nee'
    : 'onbekend';
}

/** The same of a number or a mailbox, in one way of writing; '' is not known. */
export function deelLijn(eigen: string, anderen: readonly string[]): Antwoord {
  if (eigen === '') return 'onbekend';
  if (anderen.includes(eigen)) return 'ja';
  return anderen.includes('') ? 'onbekend' : 'nee';
}
