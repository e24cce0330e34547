import { SOORTEN } from './soorten.ts';
import type { Omgeving } from './toets.ts';
import type { Inhoud, Soortcode } from './veld.ts';

/** One item as it is read: published version or working version, never mixed. */
export interface Onderdeel {
  id: string;
  soort: Soortcode;
  code: string;
  /** CBS code; null for the whole region. */
  gemeente: string | null;
  volgorde: number;
  versie: number;
  openbareVersie: number | null;
  inhoud: Inhoud;
  /** Day from which this version holds. */
  geldigVanaf: string;
  doorRol: string | null;
}

/** Everything of one region's programme, by kind, in the order of the source. */
export interface Programma {
  regio: string;
  weergave: Weergave;
  onderdelen: ReadonlyMap<Soortcode, readonly Onderdeel[]>;
}

/** What a reader sees: what is published, or the working version. */
export type Weergave = 'openbaar' | 'werk';

export function bundel(regio: string, weergave: Weergave, rijen: readonly Onderdeel[]): Programma {
  const onderdelen = new Map<Soortcode, Onderdeel[]>();
  for (const r of rijen) {
    const lijst = onderdelen.get(r.soort);
    if (lijst) lijst.push(r);
    else onderdelen.set(r.soort, [r]);
  }
  return { regio, weergave, onderdelen };
}

/** The items of one kind; none is an empty list. */
export function lijst(p: Programma, soort: Soortcode): readonly Onderdeel[] {
  return p.onderdelen.get(soort) ?? [];
}

export function vind(p: Programma, soort: Soortcode, code: string): Onderdeel | null {
  return lijst(p, soort).find(o => o.code === code) ?? null;
}

/** The one item of a kind that stands once in a programme. */
export function enige(p: Programma, soort: 'regio' | 'kader' | 'begroting'): Onderdeel | null {
  return lijst(p, soort)[0] ?? null;
}

/** A text field of an item; empty when unknown. */
export function tekst(o: Onderdeel | null, veld: string): string {
  const w = o?.inhoud[veld];
  return typeof w === 'string' ? w : typeof w === 'number' ? String(w) : '';
}

/** A field with lines or codes. */
export function regels(o: Onderdeel | null, veld: string): readonly string[] {
  const w = o?.inhoud[veld];
  return Array.isArray(w) ? (w as string[]) : [];
}

/** A field with repeated groups. */
export function groepen(o: Onderdeel | null, veld: string): readonly Inhoud[] {
  const w = o?.inhoud[veld];
  return Array.isArray(w) ? (w as Inhoud[]) : [];
}

/** A whole number, or null when the source gives none (never 0 for unknown). */
export function getal(o: Onderdeel | null, veld: string): number | null {
  const w = o?.inhoud[veld];
  return typeof w === 'number' ? w : null;
}

/** The title that names an item for a reader. */
export function titel(o: Onderdeel): string {
  return tekst(o, SOORTEN[o.soort].titelVeld) || o.code;
}

export interface ProgrammaGemeente {
  code: string;
  naam: string;
  subregio: string | null;
}

/** The municipalities that take part, in the order of the source. */
export function gemeenten(p: Programma): ProgrammaGemeente[] {
  return groepen(enige(p, 'regio'), 'gemeenten').map(g => ({
    code: String(g.code),
    naam: String(g.naam),
    subregio: typeof g.subregio === 'string' ? g.subregio : null,
  }));
}

/** What new content of this programme is judged against. */
export function omgevingVan(p: Programma): Omgeving {
  const namen = new Set(gemeenten(p).map(g => g.naam));
  return { codes: soort => new Set(lijst(p, soort).map(o => o.code)), gemeenten: namen };
}
