/** Phases of working together on safety: each comes after the one before it holds (Vogtländer en Van Arum 2016). */
export const FASEN = ['directe_veiligheid', 'stabiele_veiligheid', 'herstel'] as const;
export type Fase = (typeof FASEN)[number];

/** The statutory task on which a file rests; the retention period follows from it (Wmo 2015 art. 5.3.4, Jeugdwet art. 7.3.8). */
export const TAKEN = ['veilig_thuis', 'wmo', 'jeugdhulp'] as const;
export type Taak = (typeof TAKEN)[number];

export const NOTITIESOORTEN = ['contact', 'overleg', 'besluit', 'overig'] as const;
export type Notitiesoort = (typeof NOTITIESOORTEN)[number];

/**
 * Grounds on which a note or document may be shown to the other organisations in the file: consent; those whose
 * professional cooperation is required (Wmo 2015 art. 5.3.3, Jeugdwet art. 7.3.11); information to Veilig Thuis (Wmo 2015
 * art. 5.2.6); the task of Veilig Thuis to inform (Wmo 2015 art. 4.1.1 lid 2).
 */
export const DEELGRONDEN = ['toestemming', 'wmo_5_3_3', 'jeugdwet_7_3_11', 'wmo_5_2_6', 'wmo_4_1_1'] as const;
export type Deelgrond = (typeof DEELGRONDEN)[number];

/** Three grades: known to all, unknown to the family, unknown to Veilig Thuis too. */
export const ANONIMITEITEN = ['open', 'anoniem_voor_gezin', 'dubbel_anoniem'] as const;
export type Anonimiteit = (typeof ANONIMITEITEN)[number];

/**
 * Why the identity of a reporter is (not) kept from the family (Uitvoeringsbesluit Wmo 2015 art. 4.1.8): he agrees to
 * its being told; a professional on one of three grounds; anybody else unless he agrees; or he never said who he is.
 */
export const MELDERGRONDEN = {
  open: ['stemt_in'],
  anoniem_voor_gezin: ['gevaar_gezin', 'gevaar_melder', 'vertrouwensrelatie', 'geen_instemming'],
  dubbel_anoniem: ['niet_bekend'],
} as const satisfies Record<Anonimiteit, readonly string[]>;
export type Meldergrond = (typeof MELDERGRONDEN)[Anonimiteit][number];

/**
 * On which ground police information may stand in a file of this task: Besluit politiegegevens art. 4:2 lid 1 onder i, a
 * decision of the police in a special case (Wet politiegegevens art. 19) or for a partnership (art. 20). A file on an adult
 * for the Wmo task of the municipality has no ground in that article, and its part stays shut.
 */
export const POLITIEGRONDEN = {
  veilig_thuis: ['bpg_4_2_veilig_thuis', 'wpg_19', 'wpg_20'],
  wmo: [],
  jeugdhulp: ['bpg_4_2_jeugd', 'wpg_19', 'wpg_20'],
} as const satisfies Record<Taak, readonly string[]>;
export type Politiegrond = (typeof POLITIEGRONDEN)[Taak][number];

/** Why a file is printed or written out; stands on the paper and in the log of use. */
export const AFDRUKDOELEN = ['overleg', 'huisbezoek', 'zitting', 'overdracht', 'inzage'] as const;
export type Afdrukdoel = (typeof AFDRUKDOELEN)[number];

/** Is this text one of the codes? */
export function isCode<C extends string>(codes: readonly C[], tekst: string): tekst is C {
  return (codes as readonly string[]).includes(tekst);
}
