import { eersteDag, laatsteDag } from '#kern/datum/index.ts';
import { bestondTussen, type Gemeente } from './gemeente.ts';
import { type Grenzen, gemeenteOp, naarGrenzenVan, type Weggelaten } from './grenzen.ts';
import type { Indicator } from './indicator.ts';
import type { Plaats } from './plaats.ts';
import { opTijd, perDuizend, toevalsinterval, type Verandering, veranderingen } from './verandering.ts';
import { draagtAfleiding, isHeelJaar, isTelling, type Waarneming } from './waarneming.ts';

/** An observation with what may be derived from it. */
export interface Regel {
  readonly waarneming: Waarneming;
  readonly interval: { van: number; tot: number } | null;
  /** Events per 1,000 inhabitants. */
  readonly perDuizend: number | null;
  /** Inhabitants that the rate is over, or null where no rate is meant or a number is missing. */
  readonly inwoners: number | null;
  /** A count of 1 to 4, or a sum with one in it: printed, and nothing built on it. */
  readonly teKlein: boolean;
}

/**
 * The rates per 1,000 inhabitants between which the rate could as well have ended by chance, from the interval of the
 * count; null where there is no rate.
 */
export function tempointerval(r: Regel): { van: number; tot: number } | null {
  if (r.perDuizend === null || r.interval === null || r.inwoners === null) return null;
  return { van: (r.interval.van / r.inwoners) * 1000, tot: (r.interval.tot / r.inwoners) * 1000 };
}

/** Everything about one indicator at one place. */
export interface Plaatsbeeld {
  readonly plaats: Plaats;
  /** By period. */
  readonly regels: readonly Regel[];
  /** Last whole year, or the last period when there is no whole year. */
  readonly laatste: Regel;
  readonly verandering: Verandering | null;
}

/** One indicator in one region, with the country and other wider places beside it. */
export interface Cijferbeeld {
  readonly indicator: Indicator;
  readonly regio: Plaatsbeeld | null;
  /** By name. */
  readonly gemeenten: readonly Plaatsbeeld[];
  /** Subregions, supra-regional, provinces, parts of the country, the country. */
  readonly breder: readonly Plaatsbeeld[];
  readonly weggelaten: readonly Weggelaten[];
  readonly grenzen: Grenzen;
}

export interface Beeldinvoer {
  readonly waarnemingen: readonly Waarneming[];
  readonly gemeenten: readonly Gemeente[];
  readonly inwonertallen: readonly { code: string; jaar: number; inwoners: number }[];
  readonly indicatoren: readonly Indicator[];
  readonly grenzen: Grenzen;
  /** The day whose boundaries count, in ISO form. */
  readonly dag: string;
  /** Only what is known up to and including this year. */
  readonly totEnMetJaar?: number;
}

const jaarVan = (w: Waarneming): number =>
  w.periode.soort === 'jarenreeks' ? w.periode.totEnMetJaar : w.periode.jaar;

/** Inhabitants of the place of an observation on 1 January of its year, or null when a part is missing. */
function inwonersBij(x: Beeldinvoer, w: Waarneming): number | null {
  const jaar = jaarVan(w);
  const van = eersteDag(w.periode).toString();
  const tot = laatsteDag(w.periode).toString();
  const codes =
    w.plaats.soort === 'regio'
      ? x.gemeenten.filter(g => g.regio === w.plaats.code && bestondTussen(g, van, tot)).map(g => g.code)
      : w.delen
        ? x.gemeenten
            .filter(
              g => bestondTussen(g, van, tot) && gemeenteOp(x.gemeenten, g.code, x.dag)?.code === w.gemeente,
            )
            .map(g => g.code)
        : w.gemeente === null
          ? []
          : [w.gemeente];
  const gevonden = codes.map(c => x.inwonertallen.find(i => i.code === c && i.jaar === jaar)?.inwoners);
  if (gevonden.length === 0 || gevonden.some(n => n === undefined)) return null;
  return gevonden.reduce<number>((s, n) => s + (n ?? 0), 0);
}

function maakRegel(x: Beeldinvoer, indicator: Indicator, w: Waarneming): Regel {
  const telt = indicator.telling;
  const inwoners = telt && indicator.perDuizend ? inwonersBij(x, w) : null;
  return {
    waarneming: w,
    interval: telt ? toevalsinterval(w) : null,
    perDuizend: inwoners === null ? null : perDuizend(w, inwoners),
    inwoners,
    teKlein: telt && isTelling(w) && !draagtAfleiding(w),
  };
}

const plaatssleutel = (w: Waarneming) => `${w.plaats.soort} ${w.plaats.code}`;

function maakPlaatsbeelden(
  x: Beeldinvoer,
  indicator: Indicator,
  lijst: readonly Waarneming[],
): Plaatsbeeld[] {
  const perPlaats = Map.groupBy(lijst, plaatssleutel);
  const oordelen = indicator.telling
    ? veranderingen(
        perPlaats,
        indicator.breuken.map(b => b.jaar),
      )
    : new Map<string, Verandering>();
  return [...perPlaats]
    .flatMap(([sleutel, reeks]) => {
      const regels = reeks.toSorted(opTijd).map(w => maakRegel(x, indicator, w));
      const laatste = regels.findLast(r => isHeelJaar(r.waarneming)) ?? regels.at(-1);
      const eerste = reeks[0];
      return eerste && laatste
        ? [{ plaats: eerste.plaats, regels, laatste, verandering: oordelen.get(sleutel) ?? null }]
        : [];
    })
    .toSorted((a, b) => a.plaats.naam.localeCompare(b.plaats.naam, 'nl'));
}

const BREEDTE = ['subregio', 'bovenregionaal', 'provincie', 'landsdeel', 'land'];

function maakBeeld(x: Beeldinvoer, indicator: Indicator, lijst: readonly Waarneming[]): Cijferbeeld {
  const gezet =
    x.grenzen === 'vandaag'
      ? naarGrenzenVan(lijst, x.gemeenten, x.dag)
      : { waarnemingen: [...lijst], weggelaten: [] };
  const binnen = gezet.waarnemingen.filter(w => x.totEnMetJaar === undefined || jaarVan(w) <= x.totEnMetJaar);
  const beelden = maakPlaatsbeelden(x, indicator, binnen);
  return {
    indicator,
    regio: beelden.find(b => b.plaats.soort === 'regio') ?? null,
    gemeenten: beelden.filter(b => b.plaats.soort === 'gemeente'),
    breder: beelden
      .filter(b => BREEDTE.includes(b.plaats.soort))
      .toSorted((a, b) => BREEDTE.indexOf(a.plaats.soort) - BREEDTE.indexOf(b.plaats.soort)),
    weggelaten: gezet.weggelaten,
    grenzen: x.grenzen,
  };
}

/** The pictures of all indicators with at least one observation, in the order of the catalogue. */
export function maakBeelden(x: Beeldinvoer): Cijferbeeld[] {
  const perIndicator = Map.groupBy(x.waarnemingen, w => w.indicator);
  return x.indicatoren.flatMap(indicator => {
    const lijst = perIndicator.get(indicator.code);
    return lijst ? [maakBeeld(x, indicator, lijst)] : [];
  });
}
