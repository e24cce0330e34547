import type { Bsngrond } from './bsn.ts';
import type { Geboortedatum, Leeftijdsband } from './geboortedatum.ts';
import { type Graad, ONBEKEND, waardeVan } from './graad.ts';

export const GESLACHTEN = ['man', 'vrouw', 'anders', 'onbekend'] as const;
export type Geslacht = (typeof GESLACHTEN)[number];

/** Who somebody is: encrypted as one whole under the key of that person. */
export interface Persoonsgegevens {
  readonly voornamen: Graad<string>;
  readonly roepnaam: Graad<string>;
  /** Goes with the surname; '' is none. */
  readonly tussenvoegsel: string;
  readonly achternaam: Graad<string>;
  readonly geboortedatum: Graad<Geboortedatum>;
  readonly telefoon: Graad<string>;
  readonly email: Graad<string>;
}

export const LEGE_GEGEVENS: Persoonsgegevens = {
  voornamen: ONBEKEND,
  roepnaam: ONBEKEND,
  tussenvoegsel: '',
  achternaam: ONBEKEND,
  geboortedatum: ONBEKEND,
  telefoon: ONBEKEND,
  email: ONBEKEND,
};

/** The citizen service number with the ground on which it may stand here. */
export interface Bsn {
  readonly nummer: string;
  readonly grond: Bsngrond;
}

/** What a writer hands in; everything else follows from it or is set by the house. */
export interface Persooninvoer {
  readonly gegevens: Persoonsgegevens;
  readonly geslacht: Geslacht;
  /** CBS code of the municipality; null when unknown. */
  readonly gemeente: string | null;
  readonly bsn: Bsn | null;
}

export interface Persoon extends Persooninvoer {
  readonly id: string;
  readonly organisatie: string;
  readonly leeftijdsband: Leeftijdsband;
  readonly versie: number;
  readonly laatsteWijziging: string;
  /** The person in whom this one was merged; null when he stands by himself. */
  readonly opgegaanIn: string | null;
  /** May this reader see and write the citizen service number? If not, `bsn` is null whatever is stored. */
  readonly leestBsn: boolean;
}

/**
 * The people of a list, without who was merged into somebody who stands in it too. Who was merged into somebody of
 * another file stays: nobody disappears from a file by what was decided elsewhere.
 */
export function zonderDubbelen<P extends Pick<Persoon, 'id' | 'opgegaanIn'>>(personen: readonly P[]): P[] {
  const hier = new Set(personen.map(p => p.id));
  return personen.filter(p => p.opgegaanIn === null || !hier.has(p.opgegaanIn));
}

/** The name for a list: 'Roos (Rosa Maria) van der Voorbeeld'; '' when nothing of it is known. */
export function volleNaam(g: Persoonsgegevens): string {
  const voornamen = waardeVan(g.voornamen);
  const roepnaam = waardeVan(g.roepnaam);
  const voor =
    roepnaam && voornamen && roepnaam !== voornamen ? `${roepnaam} (${voornamen})` : (roepnaam ?? voornamen);
  return [voor, g.tussenvoegsel, waardeVan(g.achternaam)].filter(Boolean).join(' ');
}
