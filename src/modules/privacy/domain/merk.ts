import type { Besluit, Verzoeksoort } from './verzoek.ts';

export const MERKSOORTEN = ['verbetering', 'beperking', 'bezwaar', 'vernietiging'] as const;
export type Merksoort = (typeof MERKSOORTEN)[number];

/** Why there may be writing although processing was restricted or objected to (AVG art. 18 lid 2, art. 21 lid 1). */
export const UITZONDERINGEN = [
  'toestemming',
  'rechtsvordering',
  'bescherming_ander',
  'algemeen_belang',
] as const;
export type Uitzondering = (typeof UITZONDERINGEN)[number];

/** What stands on a file after a decision, until it is over. */
export interface Merkinhoud {
  readonly soort: Merksoort;
  readonly gedeeltelijk: boolean;
}

/**
 * The mark that follows from a decision; null where nothing has to be done or kept in mind. Access and copies are given
 * with the letter, and a whole destruction goes by a list of its own.
 */
export function merkUit(soort: Verzoeksoort, besluit: Besluit): Merkinhoud | null {
  const merk = MERKSOORTEN.find(m => m === soort);
  if (!merk || besluit === 'geweigerd') return null;
  const gedeeltelijk = besluit === 'gedeeltelijk';
  return merk === 'vernietiging' && !gedeeltelijk ? null : { soort: merk, gedeeltelijk };
}

/** Does it wait for somebody to carry something out, or does it last until it is lifted? */
export const isTaak = (m: Merkinhoud): boolean => m.soort === 'verbetering' || m.soort === 'vernietiging';
