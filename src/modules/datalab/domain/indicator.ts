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
}

/** Text in the language of the page, or the Dutch one where there is no other. */
export function inTaal(t: Tweetalig, taal: 'nl' | 'en'): string {
  return taal === 'en' ? (t.en ?? t.nl) : t.nl;
}

/** Name of an indicator in addresses: its code with hyphens. */
export function indicatorSlug(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}
