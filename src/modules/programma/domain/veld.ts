/**
 * What a field of programme content can be. One description drives the form, the check, the spreadsheet, the
 * history and the export: a field that is added here exists everywhere.
 */
export type Veldsoort =
  /** One line. */
  | 'tekst'
  /** Running text. */
  | 'alinea'
  /** Whole or decimal number. */
  | 'getal'
  /** Whole euros. */
  | 'bedrag'
  /** YYYY, YYYY-MM or YYYY-MM-DD: sources are often no more precise. */
  | 'datum'
  /** YYYY-Qn. */
  | 'kwartaal'
  | 'ja_nee'
  /** One of `keuzes`. */
  | 'keuze'
  /** Code of an item of kind `naar`. */
  | 'verwijzing'
  | 'verwijzingen'
  /** Name of a municipality of the region. */
  | 'gemeente'
  /** Lines of text. */
  | 'lijst'
  /** Repeated group of `velden`. */
  | 'groep'
  /** One group of `velden`, or nothing. */
  | 'deel';

export interface Veld {
  naam: string;
  soort: Veldsoort;
  verplicht?: boolean;
  keuzes?: readonly string[];
  naar?: Soortcode;
  velden?: readonly Veld[];
  /** Ours, not in the shape of the source files: left out of the export while empty. */
  eigen?: boolean;
  /** Filled by an act (status change), never typed in a form. */
  doorHandeling?: boolean;
}

export const SOORTCODES = [
  'regio',
  'document',
  'kader',
  'actielijn',
  'doelstelling',
  'actie',
  'begroting',
  'begrotingsregel',
  'begrotingstotaal',
  'mijlpaal',
  'maandplanning',
  'besluit',
  'project',
  'antwoordcode',
  'raadsopmerking',
  'partner',
  'projectorganisatie',
  'communicatie',
  'programmaindicator',
  'aandachtspunt',
  'gemeentestand',
  'rapportageplicht',
] as const;
export type Soortcode = (typeof SOORTCODES)[number];

/** Content of one item: the fields of its kind. Unknown is null, none is an empty list. */
export type Inhoud = Record<string, unknown>;

/** One kind of programme content. */
export interface Soort {
  code: Soortcode;
  /** Place in the source file: path of the list (or object), null for a kind of our own. */
  bestand: { pad: string; enkel?: boolean; waarde?: string } | null;
  /** Field that carries the code; null: the item has no code of its own and gets a number. */
  codeVeld: string | null;
  /** Field that names the item for a reader. */
  titelVeld: string;
  velden: readonly Veld[];
  /** Field that names the municipality to which the item belongs. */
  gemeenteVeld?: string;
  /** May that municipality's adviser edit it? */
  doorGemeente?: boolean;
}
