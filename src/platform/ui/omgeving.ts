/** Language of a page. Dutch is the norm; English exists on public and residents' pages. */
export type Taal = 'nl' | 'en';

/** One entry of the main navigation; at most six are shown. */
export interface NavItem {
  href: string;
  naam: string;
  actief?: boolean;
}

/** One step of the breadcrumb; the last one (the page itself) has no address. */
export interface Kruimel {
  naam: string;
  href?: string;
  /** Language of the name, where it is not that of the page. */
  taal?: Taal;
}

/** How long the reader stays signed in; times as shown, `na` in seconds from now until he is warned. */
export interface Aanmelding {
  taal: Taal;
  /** The end by silence: after so many minutes, warned for after so many; null when the fixed end comes first. */
  stil: { tijd: string; minuten: number; gewaarschuwd: number; na: number } | null;
  /** The end that no use puts off. */
  hoogstens: { tijd: string; na: number };
}

/** Everything a page layout has to know of the request and the installation. */
export interface PaginaOmgeving {
  taal: Taal;
  /** Path of this page without its query. */
  pad: string;
  /** Path of the same page in the other language; null when there is none. */
  andereTaalPad: string | null;
  gebruiker: { naam: string; rol: string } | null;
  /** True when this installation holds invented people only. */
  demo: boolean;
  /** Id of a region with a theme of its own, or 'lange-adem'. */
  thema: string;
  csrf: string;
  navigatie: NavItem[];
  /** For paper: where this site stands ('https://voorbeeld.invalid') and when the page was made, as shown. */
  druk?: { oorsprong: string; moment: string };
  /** Of who is signed in and has a form before him. */
  aanmelding?: Aanmelding | null;
  stijlPad: string;
  scriptPad: string;
}

/** Path inside the site for a language: English lives under /en. */
export function padIn(taal: Taal, pad: string): string {
  if (taal === 'nl') return pad;
  return pad === '/' ? '/en' : `/en${pad}`;
}
