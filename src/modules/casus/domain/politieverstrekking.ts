import type { Politiegrond } from './codes.ts';

/** Where a rule stands, the day of the text that was read, and whether the reading was confirmed. */
export interface Rechtsbron {
  readonly bron: string;
  /** ISO day of the text that was read. */
  readonly toestand: string;
  /** False: a cautious reading of this house, to be confirmed by who answers for it. */
  readonly bevestigd: boolean;
}

/** On which ground police information came in. */
export const VERKREGEN: Readonly<Record<Politiegrond, Rechtsbron>> = {
  bpg_4_2_veilig_thuis: {
    bron: 'Wet politiegegevens art. 18 lid 1; Besluit politiegegevens art. 4:2 lid 1 onder i',
    toestand: '2026-06-12',
    bevestigd: true,
  },
  bpg_4_2_jeugd: {
    bron: 'Wet politiegegevens art. 18 lid 1; Besluit politiegegevens art. 4:2 lid 1 onder i',
    toestand: '2026-06-12',
    bevestigd: true,
  },
  wpg_19: { bron: 'Wet politiegegevens art. 19', toestand: '2025-07-01', bevestigd: true },
  wpg_20: { bron: 'Wet politiegegevens art. 20', toestand: '2025-07-01', bevestigd: true },
};

/**
 * On what condition the police gave it. Not known counts as: not before the police were asked.
 */
export const VOORWAARDEN = ['geen', 'na_overleg', 'niet_verder', 'niet_bekend'] as const;
export type Voorwaarde = (typeof VOORWAARDEN)[number];

export interface Verstrekgrondregel extends Rechtsbron {
  /** Grounds of receiving after which it may serve. */
  readonly na: readonly Politiegrond[];
}

/**
 * Grounds on which who got police information may give it on. He is bound to secrecy, save where a law obliges him or his
 * task requires it (Wet politiegegevens art. 7 lid 2). What the police gave by a decision in a special case (art. 19) or for
 * a partnership (art. 20) was given for the purpose and to the receivers of that decision: here the own task is no ground
 * after those, which is the cautious reading.
 */
export const VERSTREKGRONDEN = {
  wpg_7_2_taak: {
    bron: 'Wet politiegegevens art. 7 lid 2 (de taak noodzaakt ertoe)',
    toestand: '2025-07-01',
    bevestigd: true,
    na: ['bpg_4_2_veilig_thuis', 'bpg_4_2_jeugd'],
  },
  wpg_7_2_voorschrift: {
    bron: 'Wet politiegegevens art. 7 lid 2 (een wettelijk voorschrift verplicht ertoe)',
    toestand: '2025-07-01',
    bevestigd: true,
    na: ['bpg_4_2_veilig_thuis', 'bpg_4_2_jeugd', 'wpg_19', 'wpg_20'],
  },
  wpg_20_2_besluit: {
    bron: 'Wet politiegegevens art. 20 lid 2 (de beslissing noemt deze ontvanger)',
    toestand: '2025-07-01',
    bevestigd: false,
    na: ['wpg_20'],
  },
} as const satisfies Record<string, Verstrekgrondregel>;
export type Verstrekgrond = keyof typeof VERSTREKGRONDEN;
export const VERSTREKGRONDCODES = Object.keys(VERSTREKGRONDEN) as readonly Verstrekgrond[];

/**
 * Kinds of receivers. A person concerned is none: what the police hold of him he asks the police (Wet politiegegevens
 * art. 25), and what stands here of him in a request for access.
 */
export const ONTVANGERS = [
  'politie',
  'openbaar_ministerie',
  'rechter',
  'raad_kinderbescherming',
  'gecertificeerde_instelling',
  'veilig_thuis',
  'gemeente',
  'zorg_en_veiligheidshuis',
  'reclassering',
  'zorgaanbieder',
  'opvang',
  'andere',
] as const;
export type Ontvanger = (typeof ONTVANGERS)[number];

/** How a record came in, as far as giving it on depends on it. `grond` is as stored: a code of another time is no ground. */
export interface Verkrijging {
  readonly grond: string;
  readonly voorwaarde: Voorwaarde;
}

/** 'geen_grond': no such ground after how it came in. 'niet_verder': the police forbade. 'eerst_overleg': ask them first. */
export type Verstrekoordeel = 'mag' | 'geen_grond' | 'niet_verder' | 'eerst_overleg';

/**
 * May a record that came in so be given on on this ground? A law that obliges goes before a condition of the police; anything
 * else does not. Pure: the database asks the same (`casus.mag_verder`).
 */
export function toetsVerstrekking(
  van: Verkrijging,
  grond: Verstrekgrond,
  overlegd: boolean,
): Verstrekoordeel {
  const na: readonly string[] = VERSTREKGRONDEN[grond].na;
  if (!na.includes(van.grond)) return 'geen_grond';
  if (grond === 'wpg_7_2_voorschrift' || van.voorwaarde === 'geen') return 'mag';
  if (van.voorwaarde === 'niet_verder') return 'niet_verder';
  return overlegd ? 'mag' : 'eerst_overleg';
}

/** Grounds on which this record could be given on, if need be after the police were asked. */
export const verstrekgrondenVoor = (van: Verkrijging): Verstrekgrond[] =>
  VERSTREKGRONDCODES.filter(g => toetsVerstrekking(van, g, true) === 'mag');
