import type { Taak } from './codes.ts';

/** Rows for people on the form that lays a file down; more can be added to the file later. */
export const RIJEN = [1, 2, 3, 4] as const;

export const PERSOONVELDEN = ['voornaam', 'tussenvoegsel', 'achternaam', 'geboren', 'rol'] as const;
export type Persoonveld = (typeof PERSOONVELDEN)[number];
export const persoonveld = (rij: number, veld: Persoonveld): string => `persoon${rij}_${veld}`;

/** Ground of access that goes with the task of the file. */
export const GROND_VAN_TAAK = {
  veilig_thuis: 'wmo_veilig_thuis',
  wmo: 'wmo_lokaal_team',
  jeugdhulp: 'jeugdwet',
} as const satisfies Record<Taak, string>;

/** The organisation and region in which a file is laid down, as one choice of the form. */
export const plaatsKeuze = (p: { organisatie: string; regio: string }): string =>
  `${p.organisatie}|${p.regio}`;
