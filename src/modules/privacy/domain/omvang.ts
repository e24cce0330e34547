import { verzoekregelteksten } from './teksten-verzoek.ts';
import type { Besluit, Verzoeksoort } from './verzoek.ts';

/** What a granted destruction takes: the whole file, or what is recorded of this one person. */
export const OMVANGEN = ['dossier', 'persoon'] as const;
export type Omvang = (typeof OMVANGEN)[number];

/** What is known of one person when he is to be erased alone. */
export interface Persoonsfeiten {
  /** Did another organisation record him, or does one hold a file about him? */
  readonly anderen: boolean;
  /** Grounds of holds on any file about him. */
  readonly aanhoudingen: readonly string[];
  /** Does another request of his (not one for destruction) wait for a decision? */
  readonly verzoekLoopt: boolean;
}

/**
 * Why this person is not erased alone now, as a code; null when nothing is against it. One record, one key: it goes
 * from every file of the organisation or from none. What another organisation holds it keeps by a duty of its own, and
 * a hold wins (Wmo 2015 art. 5.3.5, Jeugdwet art. 7.3.9: unless the law or another's considerable interest forbids).
 */
export function beletPersoon(f: Persoonsfeiten): string | null {
  if (f.anderen) return 'andere_organisatie';
  return f.aanhoudingen[0] ?? (f.verzoekLoopt ? 'verzoek_loopt' : null);
}

/**
 * Is the choice between file and person made, and can it be carried out? Asked of a granted destruction only. Gives a
 * sentence for the field `omvang`, or null. `feiten` is null while no person was linked to the request.
 */
export function toetsOmvang(
  soort: Verzoeksoort,
  p: { readonly besluit: Besluit | null; readonly omvang: Omvang | null },
  feiten: Persoonsfeiten | null,
): string | null {
  const t = verzoekregelteksten.omvang;
  if (soort !== 'vernietiging' || p.besluit !== 'toegewezen' || p.omvang === 'dossier') return null;
  if (p.omvang === null) return t.kies;
  if (feiten === null) return t.koppelEerst;
  const belet = beletPersoon(feiten);
  if (belet === null) return null;
  return belet === 'andere_organisatie'
    ? t.andereOrganisatie
    : belet === 'verzoek_loopt'
      ? t.verzoekLoopt
      : t.aangehouden;
}
