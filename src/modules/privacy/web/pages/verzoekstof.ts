import { formatDagKort } from '#kern/datum/index.ts';
import type { VeldFout } from '#platform/ui/index.ts';
import type { Voorstel } from '../../domain/besluit.ts';
import type { Briefoordeel } from '../../usecases/brief.ts';
import type { Merkrij } from '../../usecases/merk.ts';
import type { Verzoek } from '../../usecases/verzoek.ts';

/** What the parts of the page of one request stand on. */
export interface Verzoekstof {
  v: Verzoek;
  /** People in the file; null when the reader does not stand in it. */
  mensen: { id: string; naam: string }[] | null;
  /** What is against sending the letter, per person; null when it cannot be made (yet). */
  oordelen: Briefoordeel[] | null;
  /** What followed from the decision; null when nothing did. */
  merk: Merkrij | null;
  ik: string;
  functionaris: boolean;
  csrf: string;
  fouten: VeldFout[];
  ingevuld: Voorstel | null;
}

export const dag = (iso: string): string => formatDagKort(Temporal.PlainDate.from(iso));
export const opties = (namen: Readonly<Record<string, string>>): { waarde: string; naam: string }[] =>
  Object.entries(namen).map(([waarde, naam]) => ({ waarde, naam }));
/** The fault of a field, as its property. */
export const fout = (s: Verzoekstof, veld: string): { fout?: string } => {
  const tekst = s.fouten.find(f => f.veld === veld)?.tekst;
  return tekst ? { fout: tekst } : {};
};
export const pad = (s: Verzoekstof, deel: string): string => `/privacy/verzoeken/${s.v.id}/${deel}`;
