import { parseDag } from '#kern/datum/index.ts';
import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';

/** Why somebody is barred from a file or a person. Codes are stored; what they mean is told on the page. */
export const BLOKKADEREDENEN = [
  'is_betrokkene',
  'naaste',
  'buren_of_vrienden',
  'andere_rol',
  'eigen_verzoek',
] as const;
export type Blokkadereden = (typeof BLOKKADEREDENEN)[number];

export const isBlokkadereden = (code: string): code is Blokkadereden =>
  (BLOKKADEREDENEN as readonly string[]).includes(code);

/** Against what a privacy officer lays a block that he does not see: a file by number, or people by exact identity. */
export const WEERWIJZEN = ['nummer', 'persoon', 'huishouden'] as const;
export type Weerwijze = (typeof WEERWIJZEN)[number];

export const isWeerwijze = (code: string): code is Weerwijze =>
  (WEERWIJZEN as readonly string[]).includes(code);

/** How long a block holds: from a day, today or later, to a day on which it no longer does; null is until it is lifted. */
export interface Weerduur {
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate | null;
}

/**
 * Reads the term of a block as typed; an empty first day is today. Returns a code per field that is wrong: `datum` (no
 * day), `verleden` (before today), `volgorde` (does not end after it begins).
 */
export function leesWeerduur(
  van: string,
  tot: string,
  vandaag: Temporal.PlainDate,
): Result<Weerduur, { van?: 'datum' | 'verleden'; tot?: 'datum' | 'volgorde' }> {
  const begin = van.trim() === '' ? gelukt(vandaag) : parseDag(van);
  const einde = tot.trim() === '' ? gelukt(null) : parseDag(tot);
  if (!begin.ok || !einde.ok) {
    return geweigerd({
      ...(begin.ok ? {} : { van: 'datum' }),
      ...(einde.ok ? {} : { tot: 'datum' }),
    } as const);
  }
  const { compare } = Temporal.PlainDate;
  if (compare(begin.waarde, vandaag) < 0) return geweigerd({ van: 'verleden' });
  if (einde.waarde && compare(einde.waarde, begin.waarde) <= 0) return geweigerd({ tot: 'volgorde' });
  return gelukt({ van: begin.waarde, tot: einde.waarde });
}

/** Does this block hold, or will it? One that was lifted before it began ended on its first day. ISO days. */
export const loopt = (b: { van: string; tot: string | null }, vandaag: string): boolean =>
  b.tot === null || (b.tot > vandaag && b.tot > b.van);
