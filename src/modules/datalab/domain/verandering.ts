import {
  garwoodInterval,
  type OordeelVerandering,
  oordeelVeranderingen,
  type Vergelijking,
} from '#kern/statistiek/index.ts';
import { onthoud } from './onthoud.ts';
import { bereikVan, kleinsteVerschil } from './ronding.ts';
import { draagtAfleiding, isHeelJaar, isTelling, type Waarneming, waardeVan } from './waarneming.ts';

/** A change between two whole years of one series, with its verdict. */
export interface Verandering {
  readonly voor: Waarneming;
  readonly na: Waarneming;
  readonly oordeel: OordeelVerandering;
  /** Number of comparisons that the verdict was adjusted for. */
  readonly aantalVergelijkingen: number;
}

// Series whose years vary more than chance alone: dispersion (chi-square per degree of freedom) over the years in the
// sources is 9.8 for incidents, 8.0 for crimes, 2.1 for restraining orders, 26.0 for advice and 5.0 for reports.
const SCHOMMELT_MEER: ReadonlySet<string> = new Set([
  'politie_incidenten_hg',
  'politie_misdrijven_hg',
  'tijdelijk_huisverbod',
  'vt_adviezen',
  'vt_meldingen',
]);

/** Is this a series of which the years are known to vary more than chance, so that a signal comes too soon? */
export function schommeltMeerDanToeval(indicator: string): boolean {
  return SCHOMMELT_MEER.has(indicator);
}

/** Counts above this sum are not compared: the exact test is not made for them. */
export const GROOTSTE_SOM = 100_000;

// The exact tests are the slow part of a page; their answers depend on the counts alone.
const vel = onthoud(
  (lijst: readonly Vergelijking[]) => oordeelVeranderingen(lijst),
  lijst => lijst.map(v => `${v.voor.telling}:${v.na.telling}`).join(' '),
  2000,
);
const intervalVan = onthoud(
  (telling: number) => garwoodInterval(telling),
  n => n,
  5000,
);

/** One line in one picture: same definition, same source. Two sources never share a line. */
function reeksSleutel(w: Waarneming): string {
  return `${w.indicator}\u0000${w.definitieversie}\u0000${w.bron}`;
}

function jaarVan(w: Waarneming): number {
  return w.periode.soort === 'jarenreeks' ? w.periode.totEnMetJaar : w.periode.jaar;
}

/**
 * The last two whole years of a series that may be compared: same place, definition and source, counts. Where more
 * sources print the same place, the one with the latest year counts. null when there are not two, or when from a year
 * in `breuken` on, between the two, it was counted in another way.
 */
export function laatsteTweeJaren(
  reeks: readonly Waarneming[],
  breuken: readonly number[] = [],
): { voor: Waarneming; na: Waarneming } | null {
  const bruikbaar = reeks.filter(w => isHeelJaar(w) && isTelling(w));
  const lijnen = Map.groupBy(bruikbaar, reeksSleutel);
  const paren = [...lijnen.values()].flatMap(lijn => {
    const [na, voor] = lijn.toSorted((a, b) => jaarVan(b) - jaarVan(a));
    if (!na || !voor || jaarVan(na) === jaarVan(voor)) return [];
    return breuken.some(b => jaarVan(voor) < b && b <= jaarVan(na)) ? [] : [{ voor, na }];
  });
  return paren.toSorted((a, b) => jaarVan(b.na) - jaarVan(a.na))[0] ?? null;
}

// A count on which nothing may be built enters as 1: the test then says so, and its own number weighs nowhere. Rounded
// counts enter as far towards each other as rounding allows: what is said then holds for the true counts too.
function tellingen(voor: Waarneming, na: Waarneming): readonly [number, number] {
  const [a, b] = kleinsteVerschil(bereikVan(voor), bereikVan(na));
  return [draagtAfleiding(voor) ? a : 1, draagtAfleiding(na) ? b : 1];
}

/**
 * The verdicts on the last change at several places that are looked at together (the municipalities of a region),
 * adjusted for their number after Holm, per pair of years and source. Places without two whole years, and places
 * whose counts are too large for the exact test, have no entry.
 */
export function veranderingen(
  perPlaats: ReadonlyMap<string, readonly Waarneming[]>,
  breuken: readonly number[] = [],
): Map<string, Verandering> {
  const paren = [...perPlaats].flatMap(([plaats, reeks]) => {
    const paar = laatsteTweeJaren(reeks, breuken);
    if (!paar || waardeVan(paar.voor.cijfer) + waardeVan(paar.na.cijfer) > GROOTSTE_SOM) return [];
    return [{ plaats, ...paar }];
  });
  const families = Map.groupBy(paren, p =>
    [reeksSleutel(p.na), p.voor.periodeCode, p.na.periodeCode, p.na.plaats.soort].join('\u0000'),
  );
  const uit = new Map<string, Verandering>();
  for (const familie of families.values()) {
    const vergelijkingen: Vergelijking[] = familie.map(p => {
      const [voor, na] = tellingen(p.voor, p.na);
      return { voor: { telling: voor, blootstelling: 1 }, na: { telling: na, blootstelling: 1 } };
    });
    vel(vergelijkingen).forEach((oordeel, i) => {
      const p = familie[i];
      if (p) uit.set(p.plaats, { voor: p.voor, na: p.na, oordeel, aantalVergelijkingen: familie.length });
    });
  }
  return uit;
}

/**
 * The whole numbers between which the count could as well have ended by chance (Garwood, 95 %), rounded outwards;
 * for a rounded count from the lower limit of the smallest that may stand behind it to the upper limit of the largest.
 * null where nothing may be built on the observation.
 */
export function toevalsinterval(w: Waarneming): { van: number; tot: number } | null {
  const n = waardeVan(w.cijfer);
  if (!draagtAfleiding(w) || n > GROOTSTE_SOM) return null;
  const { van, tot } = bereikVan(w);
  return { van: Math.floor(intervalVan(van).ondergrens), tot: Math.ceil(intervalVan(tot).bovengrens) };
}

/** Events per 1,000 inhabitants over a whole year, or null where the count may not carry it or a number is missing. */
export function perDuizend(w: Waarneming, inwoners: number | null): number | null {
  if (!draagtAfleiding(w) || !isHeelJaar(w) || inwoners === null || inwoners <= 0) return null;
  return (waardeVan(w.cijfer) / inwoners) * 1000;
}

/** Order of a table: by year and period, then by place. Never by value. */
export function opTijd(a: Waarneming, b: Waarneming): number {
  return (
    a.periodeCode.localeCompare(b.periodeCode) ||
    a.plaats.naam.localeCompare(b.plaats.naam, 'nl') ||
    a.citaat.titel.localeCompare(b.citaat.titel, 'nl')
  );
}
