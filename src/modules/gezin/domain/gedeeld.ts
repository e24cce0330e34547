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

/** The numbers or mailboxes of somebody else, in one way of writing. */
export interface Lijn {
  /** As far as they are known. */
  readonly bekend: readonly string[];
  /** Has he none, by his own word? Then an empty list is an answer. */
  readonly zonder: boolean;
}

/**
 * The same of a number or a mailbox, in one way of writing; '' is not known. Of everybody else it must be known what he
 * has, or that he has none: who has no telephone shares no number.
 */
export function deelLijn(eigen: string, anderen: readonly Lijn[]): Antwoord {
  if (eigen === '') return 'onbekend';
  if (anderen.some(l => l.bekend.includes(eigen))) return 'ja';
  return anderen.some(l => l.bekend.length === 0 && !l.zonder) ? 'onbekend' : 'nee';
}
