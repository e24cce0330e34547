import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';

/** A measure of a StatLine table: its title, the column of its CSV file, and how it is printed. */
export interface Statlinemaat {
  readonly titel: string;
  readonly kolom: string;
  readonly eenheid: 'aantal' | 'procent';
  readonly rondingsstap: number | null;
}

/** A characteristic of a table, with the category that means a total and those that have an indicator. */
export interface Statlinekenmerk {
  readonly dimensie: string;
  readonly categorieen: readonly { readonly titel: string; readonly code: string | null }[];
}

/** Which measure, under which category of each characteristic, is which indicator. */
export interface Statlinereeks {
  /** Column of the measure: two measures may bear the same title in another unit. */
  readonly maat: string;
  readonly categorieen: Readonly<Record<string, string>>;
  readonly indicator: string;
  readonly definitieversie: number;
}

/** What we expect a table of StatLine to look like; anything else stops the import. */
export interface Statlinetabel {
  readonly tabel: string;
  readonly titel: string;
  /** Was this description held against a download of the table? */
  readonly bevestigd: boolean;
  /** Where title, dimensions and measures were read. */
  readonly herkomst: string;
  /** In the order of the CSV file; 'RegioS' and 'Perioden' are always among them. */
  readonly dimensies: readonly string[];
  readonly kenmerken: readonly Statlinekenmerk[];
  readonly maten: readonly Statlinemaat[];
  readonly reeksen: readonly Statlinereeks[];
}

/** One cell of a table that has an indicator. */
export interface Statlinecel {
  /** Line of the CSV file, or Id of the observation. */
  readonly nr: number;
  readonly reeks: Statlinereeks;
  readonly maat: Statlinemaat;
  /** 'GM0361', 'VT10', 'NL01': without the spaces that StatLine adds. */
  readonly gebied: string;
  /** Name of the area as the file gives it; null where it gives codes only. */
  readonly gebiedsnaam: string | null;
  /** Code of StatLine: 2023JJ00, 2023HJ01, 2023KW01, 2023MM01. */
  readonly periode: string;
  /** Decimal text, or null: unknown, unreliable or secret. */
  readonly waarde: string | null;
  /** null where the file does not say. */
  readonly voorlopig: boolean | null;
}

export interface Statlinelezing {
  readonly cellen: readonly Statlinecel[];
  /** Year or day of the table in ISO form where the file gives it. */
  readonly datum: string | null;
}

/** A refusal that names every difference: with one difference nothing is read. */
export function wijktAf(t: Statlinetabel, verschillen: readonly string[]): Result<never, Weigering> {
  const kop = `De tabel ${t.tabel} (${t.titel}) is anders dan wij haar kennen. Er is niets ingelezen.`;
  const slot = 'Controleer bij het CBS wat er is veranderd en pas de beschrijving van de tabel aan.';
  return geweigerd(weigering('tabel_wijkt_af', [kop, ...verschillen, slot].join(' ')));
}

/** What is missing from and what is extra in a list of names, each as a sentence. */
export function vergelijkNamen(
  wat: string,
  verwacht: readonly string[],
  gevonden: readonly string[],
): string[] {
  const dubbel = gevonden.filter((n, i) => gevonden.indexOf(n) !== i);
  return [
    ...verwacht.filter(n => !gevonden.includes(n)).map(n => `${wat} ‘${n}’ ontbreekt.`),
    ...gevonden.filter(n => !verwacht.includes(n)).map(n => `${wat} ‘${n}’ kennen wij niet.`),
    ...dubbel.map(n => `${wat} ‘${n}’ staat er twee keer.`),
  ];
}

const RITME: Readonly<Record<string, { letter: string; hoogste: number }>> = {
  HJ: { letter: 'H', hoogste: 2 },
  KW: { letter: 'Q', hoogste: 4 },
  MM: { letter: '', hoogste: 12 },
};

/**
 * Period of StatLine in our code: 2023JJ00 → 2023, 2023HJ01 → 2023-H1, 2023KW01 → 2023-Q1, 2023MM01 → 2023-01.
 * Source: CBS, Handleiding CBS Open Data Services, TimeDimension.
 */
export function periodeUitStatline(code: string): Result<string, Weigering> {
  const m = /^(\d{4})(JJ|HJ|KW|MM)(\d{2})$/.exec(code.trim());
  const [, jaar = '', soort = '', volg = ''] = m ?? [];
  if (soort === 'JJ' && volg === '00') return gelukt(jaar);
  const ritme = RITME[soort];
  const nr = Number(volg);
  if (!ritme || nr < 1 || nr > ritme.hoogste) {
    return geweigerd(weigering('periode_onleesbaar', `De periode ‘${code}’ van StatLine kennen wij niet.`));
  }
  return gelukt(soort === 'MM' ? `${jaar}-${volg}` : `${jaar}-${ritme.letter}${nr}`);
}

/** The series of a cell by its measure and categories, or null: a cell without an indicator is left out. */
export function reeksVan(
  t: Statlinetabel,
  maat: string,
  categorieen: Readonly<Record<string, string>>,
): Statlinereeks | null {
  const past = (r: Statlinereeks) =>
    r.maat === maat && t.kenmerken.every(k => r.categorieen[k.dimensie] === categorieen[k.dimensie]);
  return t.reeksen.find(past) ?? null;
}
