import { formatDagKort, parseDag } from '#kern/datum/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';

/**
 * A date of birth, of which the day, or the day and the month, may be unknown: people who fled or were never
 * registered often know only the year (Logisch Ontwerp BRP, element 03.10: unknown parts are zeroes).
 */
export interface Geboortedatum {
  readonly jaar: number;
  readonly maand: number | null;
  readonly dag: number | null;
}

export const LEEFTIJDSBANDEN = ['0-3', '4-11', '12-17', '18-22', '23-64', '65+', 'onbekend'] as const;
export type Leeftijdsband = (typeof LEEFTIJDSBANDEN)[number];

/** First age of each band; the bands follow the ages that the law names (12, 18, 23). */
const VANAF: readonly (readonly [number, Leeftijdsband])[] = [
  [65, '65+'],
  [23, '23-64'],
  [18, '18-22'],
  [12, '12-17'],
  [4, '4-11'],
  [0, '0-3'],
];

const EERSTE_JAAR = 1900;

/** As people write it and as `parseGeboortedatum` reads it: '3-11-2016', '11-2016' or '2016'. */
export function formatGeboortedatum(g: Geboortedatum): string {
  if (g.maand === null) return String(g.jaar);
  if (g.dag === null) return `${g.maand}-${g.jaar}`;
  return formatDagKort(new Temporal.PlainDate(g.jaar, g.maand, g.dag));
}

/**
 * Reads a whole date, a month with a year, or a year. Refuses with `geboortedatum` what cannot be read, lies after
 * `vandaag` or before 1900.
 */
export function parseGeboortedatum(
  tekst: string,
  vandaag: Temporal.PlainDate,
): Result<Geboortedatum, Weigering<'geboortedatum'>> {
  const gelezen = leesDelen(tekst.trim());
  if (!gelezen) return geweigerd(weigering('geboortedatum'));
  const { jaar, maand, dag } = gelezen;
  const vroegst = Temporal.PlainDate.from({ year: jaar, month: maand ?? 1, day: dag ?? 1 });
  if (jaar < EERSTE_JAAR || Temporal.PlainDate.compare(vroegst, vandaag) > 0) {
    return geweigerd(weigering('geboortedatum'));
  }
  return gelukt(gelezen);
}

function leesDelen(tekst: string): Geboortedatum | null {
  const jaar = /^(\d{4})$/.exec(tekst);
  if (jaar) return { jaar: Number(jaar[1]), maand: null, dag: null };
  const maand = /^(\d{1,2})\s*[-/. ]\s*(\d{4})$/.exec(tekst);
  if (maand) {
    const nummer = Number(maand[1]);
    return nummer >= 1 && nummer <= 12 ? { jaar: Number(maand[2]), maand: nummer, dag: null } : null;
  }
  const heel = parseDag(tekst);
  return heel.ok ? { jaar: heel.waarde.year, maand: heel.waarde.month, dag: heel.waarde.day } : null;
}

/** Completed years on `vandaag`; null where unknown parts leave two answers. */
export function leeftijdOp(g: Geboortedatum, vandaag: Temporal.PlainDate): number | null {
  const vroegst = Temporal.PlainDate.from({ year: g.jaar, month: g.maand ?? 1, day: g.dag ?? 1 });
  const laatst =
    g.maand === null
      ? Temporal.PlainDate.from({ year: g.jaar, month: 12, day: 31 })
      : Temporal.PlainDate.from({ year: g.jaar, month: g.maand, day: g.dag ?? 31 });
  const jaren = [vroegst, laatst].map(d => Math.max(0, d.until(vandaag, { largestUnit: 'year' }).years));
  return jaren[0] === jaren[1] ? (jaren[0] ?? null) : null;
}

function bandVan(leeftijd: number): Leeftijdsband {
  return VANAF.find(([van]) => leeftijd >= van)?.[1] ?? 'onbekend';
}

/**
 * The age band on the day of writing; it does not move with time, so that a figure over last year counts who was a
 * child then. 'onbekend' when the date is unknown, or when its unknown parts leave two bands.
 */
export function leeftijdsbandOp(g: Geboortedatum | null, vandaag: Temporal.PlainDate): Leeftijdsband {
  if (!g) return 'onbekend';
  const uitersten = [
    { ...g, maand: g.maand ?? 1, dag: g.dag ?? 1 },
    { ...g, maand: g.maand ?? 12, dag: g.dag ?? laatsteDag(g.jaar, g.maand ?? 12) },
  ].map(d => bandVan(leeftijdOp(d, vandaag) ?? 0));
  return uitersten[0] === uitersten[1] ? (uitersten[0] ?? 'onbekend') : 'onbekend';
}

function laatsteDag(jaar: number, maand: number): number {
  return Temporal.PlainYearMonth.from({ year: jaar, month: maand }).daysInMonth;
}
