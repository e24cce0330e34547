import type { Taak } from './codes.ts';

/** Rows for people on the form that lays a file down; more can be added to the file later. */
export const RIJEN = [1, 2, 3, 4] as const;

export const PERSOONVELDEN = ['voornaam', 'tussenvoegsel', 'achternaam', 'geboren', 'rol'] as const;
export type Persoonveld = (typeof PERSOONVELDEN)[number];
export const persoonveld = (rij: number, veld: Persoonveld): string => `persoon${rij}_${veld}`;

/** A secret address on the same form: of whom (the number of his row), what kind, and where. */
export const GEHEIMVELDEN = [
  'persoon',
  'soort',
  'straat',
  'nummer',
  'toevoeging',
  'postcode',
  'plaats',
] as const;
export type Geheimveld = (typeof GEHEIMVELDEN)[number];
export const geheimveld = (veld: Geheimveld): string => `geheim_${veld}`;

/** Ground of access that goes with the task of the file. */
export const GROND_VAN_TAAK = {
  veilig_thuis: 'wmo_veilig_thuis',
  wmo: 'wmo_lokaal_team',
  jeugdhulp: 'jeugdwet',
} as const satisfies Record<Taak, string>;

/** The organisation and region in which a file is laid down, as one choice of the form. */
export const plaatsKeuze = (p: { organisatie: string; regio: string }): string =>
  `${p.organisatie}|${p.regio}`;
