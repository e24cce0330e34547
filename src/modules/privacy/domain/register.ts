import type { Bewaarsoort } from './bewaren.ts';

export const KLASSEN = ['identificerend', 'inhoud', 'feit', 'stelsel'] as const;
export type Klasse = (typeof KLASSEN)[number];

/** A column as the database itself describes it (SQL comment: meaning and class). */
export interface Kolombeschrijving {
  readonly tabel: string;
  /** What the table is, in its own comment. */
  readonly wat: string;
  readonly kolom: string;
  readonly betekenis: string;
  readonly klasse: Klasse;
}

/** One line of the register (AVG art. 30 lid 1): what a person decided; which data follows from the columns. */
export interface Verwerkingsactiviteit {
  readonly code: string;
  readonly naam: string;
  readonly doel: string;
  readonly grondslag: string;
  readonly betrokkenen: string;
  readonly ontvangers: string;
  /** Kinds of retention that apply; empty: as `bewaring` says. */
  readonly bewaarsoorten: readonly Bewaarsoort[];
  readonly bewaring: string;
  /** Tables, as schema or schema.table; the most exact one wins. */
  readonly tabellen: readonly string[];
}

/** A table of an activity with its columns by class. */
export interface Registertabel {
  readonly tabel: string;
  readonly wat: string;
  readonly kolommen: Readonly<Record<Klasse, readonly string[]>>;
}

export interface Registerdeel {
  readonly activiteit: Verwerkingsactiviteit;
  readonly tabellen: readonly Registertabel[];
}

/** The activity that a table belongs to: by its own name, else by its schema. Null when nobody decided. */
export function activiteitVan(
  tabel: string,
  activiteiten: readonly Verwerkingsactiviteit[],
): Verwerkingsactiviteit | null {
  const bij = (naam: string) => activiteiten.find(a => a.tabellen.includes(naam)) ?? null;
  return bij(tabel) ?? bij(tabel.split('.')[0] ?? '');
}

function registertabel(tabel: string, kolommen: readonly Kolombeschrijving[]): Registertabel {
  const van = (k: Klasse) => kolommen.filter(x => x.klasse === k).map(x => x.betekenis);
  return {
    tabel,
    wat: kolommen[0]?.wat ?? '',
    kolommen: {
      identificerend: van('identificerend'),
      inhoud: van('inhoud'),
      feit: van('feit'),
      stelsel: van('stelsel'),
    },
  };
}

/** Tables that hold something identifying or some content, and those that the activities name besides. */
export function metPersoonsgegevens(kolommen: readonly Kolombeschrijving[]): string[] {
  return [
    ...new Set(
      kolommen.filter(k => k.klasse === 'identificerend' || k.klasse === 'inhoud').map(k => k.tabel),
    ),
  ].sort();
}

/**
 * The register: every activity with the tables that the columns themselves say are its own. `zonder`: tables with personal
 * data for which nobody decided an activity; there may be none.
 */
export function maakRegister(
  kolommen: readonly Kolombeschrijving[],
  activiteiten: readonly Verwerkingsactiviteit[],
): { delen: Registerdeel[]; zonder: string[] } {
  const perTabel = Map.groupBy(kolommen, k => k.tabel);
  const gevoelig = new Set(metPersoonsgegevens(kolommen));
  const delen = activiteiten.map(activiteit => ({
    activiteit,
    tabellen: [...perTabel]
      .filter(([tabel]) => activiteitVan(tabel, activiteiten) === activiteit)
      .filter(
        ([tabel]) =>
          gevoelig.has(tabel) ||
          activiteit.tabellen.includes(tabel) ||
          activiteit.tabellen.includes(tabel.split('.')[0] ?? ''),
      )
      .map(([tabel, k]) => registertabel(tabel, k))
      .sort((a, b) => (a.tabel < b.tabel ? -1 : 1)),
  }));
  const zonder = [...gevoelig].filter(tabel => activiteitVan(tabel, activiteiten) === null);
  return { delen, zonder };
}

/** Splits the comment of a column into meaning and class; null when it is not of that form. */
export function leesCommentaar(tekst: string): { betekenis: string; klasse: Klasse } | null {
  const m = /^(\S.*?)\s*\[klasse: (\w+)\]$/s.exec(tekst.trim());
  const klasse = KLASSEN.find(k => k === m?.[2]);
  return m?.[1] && klasse ? { betekenis: m[1], klasse } : null;
}
