export type Tweetalig = { readonly nl: string; readonly en: string | null };
export type Richting = 'hoger' | 'lager' | 'geen';

/** Where the indicators are put together on a page, in this order. */
export const INDICATORGROEPEN = [
  'veilig_thuis',
  'veilig_thuis_herkomst',
  'politie',
  'huisverbod',
  'opvang',
  'achtergrond',
  'programma',
] as const;
export type Indicatorgroep = (typeof INDICATORGROEPEN)[number];

/** From 1 January of `jaar` on it is counted in another way: figures on both sides are not compared. */
export interface Breuk {
  readonly jaar: number;
  readonly tekst: Tweetalig;
  readonly bron: string;
}

/** How a figure follows from its parts; 'gegeven' is stated and not computed. */
export const FORMULEVORMEN = [
  'telling',
  'verschil',
  'aandeel',
  'verhouding',
  'gemiddelde',
  'verdeling',
  'gegeven',
] as const;

/**
 * Numerator and denominator as codes of indicators; an empty list means the count that `teller` or `noemer` of the
 * indicator describes. In a difference `teller` is what the
 * codes of `noemer` are taken from; there it is no denominator.
 */
export interface Formule {
  readonly vorm: (typeof FORMULEVORMEN)[number];
  readonly teller: readonly string[];
  readonly noemer: readonly string[];
  /** 100 for a percentage. */
  readonly maal: number;
  /** Does a source state this formula, or is it our reading of what the source names? */
  readonly herkomst: 'bron' | 'eigen_lezing';
  readonly bron: string;
}

export const MEETRITMES = ['maand', 'kwartaal', 'halfjaar', 'jaar'] as const;
export const ONTHULLINGSKLASSEN = ['openbare_telling', 'gevoelige_kruising', 'alleen_intern'] as const;
export const GETELDEN = ['personen', 'huishoudens', 'meldingen', 'geen_personen'] as const;

/** What may be told of a value of this indicator. */
export interface Onthulling {
  readonly klasse: (typeof ONTHULLINGSKLASSEN)[number];
  /** What stands behind one unit of the count. */
  readonly telt: (typeof GETELDEN)[number];
  /** A count below this, above zero, is not published: 5, or 10 where a sensitive trait is crossed. */
  readonly drempel: 5 | 10;
  /** Does a zero tell something of people as well? */
  readonly nulGevoelig: boolean;
  readonly waarom: Tweetalig;
}

/** One entry of the catalogue, under one version of its definition. */
export interface Indicator {
  readonly code: string;
  readonly definitieversie: number;
  readonly groep: Indicatorgroep;
  /** Measured, or a forecast, a target, a rule or a figure of the programme itself. */
  readonly soort: 'gemeten' | 'prognose' | 'streefwaarde' | 'regel' | 'programma';
  readonly naam: Tweetalig;
  readonly definitie: Tweetalig;
  readonly eenheid: string;
  /** Counts events: an interval and a verdict have a meaning. */
  readonly telling: boolean;
  /** Is a rate per 1,000 inhabitants meaningful? */
  readonly perDuizend: boolean;
  readonly teller: Tweetalig;
  readonly noemer: Tweetalig;
  /** Which way is better; 'geen' where more can be good news as well. */
  readonly richting: Richting;
  readonly richtingWaarom: Tweetalig;
  readonly norm: { readonly tekst: Tweetalig; readonly bron: string; readonly jaar: number } | null;
  readonly eigenaar: string;
  readonly valkuilen: readonly Tweetalig[];
  readonly breuken: readonly Breuk[];
  /** What sets this version of the definition apart; null when there is one version. */
  readonly variant: Tweetalig | null;
  /** Is this the version under which a figure counts that names none? Exactly one per code. */
  readonly gangbaar: boolean;
  readonly formule: Formule;
  /** How often it is measured. */
  readonly periode: (typeof MEETRITMES)[number];
  readonly onthulling: Onthulling;
  /** Titles of what the definition rests on; at least one. */
  readonly bronnen: readonly string[];
  /** Numbers under which lists of indicators know it: VT-1 to VT-25, and those of the programmes. */
  readonly nummers: readonly string[];
}

/** Text in the language of the page, or the Dutch one where there is no other. */
export function inTaal(t: Tweetalig, taal: 'nl' | 'en'): string {
  return taal === 'en' ? (t.en ?? t.nl) : t.nl;
}

/** Name of an indicator in addresses: its code with hyphens. */
export function indicatorSlug(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}

/** Name of one version of a definition in addresses and files: 'vt-meldingen-versie-3'. */
export function versieSlug(i: Pick<Indicator, 'code' | 'definitieversie'>): string {
  return `${indicatorSlug(i.code)}-versie-${i.definitieversie}`;
}
