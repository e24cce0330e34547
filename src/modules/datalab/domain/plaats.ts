/** What an observation can be about. */
export const PLAATSSOORTEN = [
  'land',
  'landsdeel',
  'provincie',
  'regio',
  'subregio',
  'gemeente',
  'bovenregionaal',
] as const;
export type Plaatssoort = (typeof PLAATSSOORTEN)[number];

/** A place: its kind, its code within that kind (CBS code for a municipality) and its printed name. */
export interface Plaats {
  readonly soort: Plaatssoort;
  readonly code: string;
  readonly naam: string;
}

/** A programme region of this installation. */
export interface Regio {
  readonly id: string;
  readonly naam: string;
  readonly vtRegio: string;
  readonly vrCode: string;
}
