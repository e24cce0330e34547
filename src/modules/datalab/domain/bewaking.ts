import { KLEINSTE_TELLING } from '#kern/onthulling/index.ts';
import {
  type Afgesteld,
  BASISLIJN,
  type Bewakingsmethode,
  type Bewakingsvraag,
  type CusumRegel,
  type EwmaRegel,
  ewmaPad,
  type FarringtonRegel,
  farrington,
  type Kant,
  kiesMethode,
  type Methodekeuze,
  spreidingstoets,
  stelCusumAf,
  stelEwmaAf,
} from '#kern/statistiek/index.ts';
import { onthoud } from './onthoud.ts';
import { type Plaatsreeks, periodenPerJaar } from './plaatsreeks.ts';
import { rondingsmarge, rondingsvariantie } from './ronding.ts';

/** Expected false alarms a year over all watched series of a region, unless the region chose otherwise. */
export const LOOS_PER_JAAR = 2;
/** Least and most that a region may choose. */
export const LOOS_GRENZEN = { laagste: 0.1, hoogste: 24 } as const;
/** Newest periods in which an alarm is reported: an import may bring a quarter at once. */
const TERUGKIJKEN = 3;

/** A period in which more, or fewer, was counted than may be expected. */
export interface Alarm {
  readonly methode: Bewakingsmethode;
  readonly kant: Kant;
  /** First period of the rise or fall, and the period in which it went over the limit. */
  readonly sinds: string;
  readonly periode: string;
  /** Counted from `sinds` up to and including `periode`, and what was expected over the same periods. */
  readonly geteld: number;
  readonly verwacht: number;
}

/** A series with how it is watched and what came of it. */
export interface Bewaking {
  readonly reeks: Plaatsreeks;
  readonly keuze: Methodekeuze;
  /** False: chosen for, but no limit keeps the promised number of false alarms, or nothing could be fitted. */
  readonly bewaakt: boolean;
  /** For what it is watched: a rise, a fall, or both. */
  readonly kanten: readonly Kant[];
  /** False alarms a year expected of this series; 0 when it is not watched. */
  readonly loosPerJaar: number;
  readonly alarm: Alarm | null;
}

const GEWOGEN: Omit<FarringtonRegel, 'alfa'> = {
  perJaar: 12,
  jaren: 3,
  halfbreedte: 1,
  seizoenen: 4,
  trend: true,
  gewichtsdrempel: 2.58,
  drempel: 'nb_voorspelling',
};

type Kantvraag = Bewakingsvraag & { readonly kant: Kant };

const sleutel = (v: Kantvraag): string =>
  [v.gemiddelde, v.perioden, v.spreiding, v.perJaar, v.loosPerJaar, v.kant].join(' ');
// Tuning is the slow part; it depends on the baseline alone.
const cusumVoor = onthoud((v: Kantvraag) => ({ af: stelCusumAf(v, v.kant) }), sleutel, 500);
const ewmaVoor = onthoud((v: Kantvraag) => ({ af: stelEwmaAf(v, v.kant) }), sleutel, 500);

/**
 * For what a series is watched: bad news. Where less is better that is a rise, where more is better a fall, and where
 * the catalogue says neither (more reports may be more violence, fewer that people dare less) both.
 */
export const kantenVan = (richting: Plaatsreeks['richting']): readonly Kant[] =>
  richting === 'lager' ? ['omhoog'] : richting === 'hoger' ? ['omlaag'] : ['omhoog', 'omlaag'];

const som = (lijst: readonly number[]): number => lijst.reduce((s, x) => s + x, 0);

/**
 * May a count alarm? Not when it is 1 to 4, or may be behind the rounding: nothing is built on those. Nor can nothing at
 * all be a rise.
 */
function draagt(r: Plaatsreeks, plek: number, kant: Kant): boolean {
  const telling = r.tellingen[plek] ?? 0;
  const marge = r.rondingsstap === null ? 0 : rondingsmarge(r.rondingsstap);
  const klein = telling + marge >= 1 && telling - marge < KLEINSTE_TELLING;
  return !klein && (kant === 'omlaag' || telling > 0);
}

/** Variance that the source adds to each count of a series by rounding. */
const meetfoutIn = (r: Plaatsreeks): number =>
  r.rondingsstap === null ? 0 : rondingsvariantie(r.rondingsstap);

interface Gevonden {
  readonly plek: number;
  readonly sinds: number;
  readonly verwacht: number;
}

interface Kantuitkomst {
  readonly kant: Kant;
  readonly loosPerJaar: number;
  readonly gevonden: Gevonden | null;
}

function alsAlarm(r: Plaatsreeks, methode: Bewakingsmethode, kant: Kant, g: Gevonden | null): Alarm | null {
  const periode = g && r.perioden[g.plek];
  const sinds = g && r.perioden[g.sinds];
  if (!periode || !sinds) return null;
  const geteld = som(r.tellingen.slice(g.sinds, g.plek + 1));
  return { methode, kant, sinds, periode, geteld, verwacht: g.verwacht };
}

/** The sides of a series together: watched on those that could be tuned, with the newest alarm. */
function alsBewaking(
  r: Plaatsreeks,
  keuze: Methodekeuze,
  methode: Bewakingsmethode,
  uitkomsten: readonly Kantuitkomst[],
): Bewaking {
  const nieuwste = uitkomsten
    .filter(u => u.gevonden !== null)
    .toSorted((a, b) => (b.gevonden?.plek ?? 0) - (a.gevonden?.plek ?? 0))[0];
  return {
    reeks: r,
    keuze,
    bewaakt: uitkomsten.length > 0,
    kanten: uitkomsten.map(u => u.kant),
    loosPerJaar: som(uitkomsten.map(u => u.loosPerJaar)),
    alarm: nieuwste ? alsAlarm(r, methode, nieuwste.kant, nieuwste.gevonden) : null,
  };
}

/** Starts of the runs off zero and where the path first goes over: the sum restarts after each alarm. */
function eersteOver(
  tellingen: readonly number[],
  stap: (begin: number, x: number) => { waarde: number; rust: boolean; over: boolean },
  telt: (plek: number) => boolean,
): { plek: number; sinds: number }[] {
  const uit: { plek: number; sinds: number }[] = [];
  let waarde = 0;
  let sinds = 0;
  tellingen.forEach((x, i) => {
    const s = stap(waarde, x);
    if (s.rust) sinds = i + 1;
    waarde = s.over ? 0 : s.waarde;
    if (!s.over) return;
    // A rise that goes on keeps its first period: only a rest starts a new one.
    if (telt(i)) uit.push({ plek: i, sinds });
  });
  return uit;
}

type Afstelling =
  | { readonly soort: 'cusum'; readonly af: Afgesteld<CusumRegel> }
  | { readonly soort: 'ewma'; readonly af: Afgesteld<EwmaRegel> };

function stelAf(methode: Bewakingsmethode, v: Kantvraag): Afstelling | null {
  if (methode === 'ewma') {
    const { af } = ewmaVoor(v);
    return af && { soort: 'ewma', af };
  }
  const { af } = cusumVoor(v);
  return af && { soort: 'cusum', af };
}

// The path is kept as how far it went from its own start, so that 0 is the start for both charts and both sides.
function stapVan(a: Afstelling, midden: number, kant: Kant) {
  const op = kant === 'omhoog' ? 1 : -1;
  return (begin: number, x: number) => {
    if (a.soort === 'cusum') {
      const waarde = Math.max(0, begin + op * (x - a.af.regel.k));
      return { waarde, rust: waarde === 0, over: waarde >= a.af.regel.h };
    }
    const ver = op * ((ewmaPad([x], a.af.regel.gewicht, midden + op * begin)[0] as number) - midden);
    return { waarde: ver, rust: ver <= 0, over: ver > op * (a.af.regel.grens - midden) };
  };
}

/** One side of a series against its baseline; null when no limit keeps the promise. */
function bewaakKant(
  r: Plaatsreeks,
  perioden: number,
  methode: Bewakingsmethode,
  v: Kantvraag,
): Kantuitkomst | null {
  const a = stelAf(methode, v);
  if (a === null) return null;
  const midden = v.gemiddelde;
  const telt = (i: number) => draagt(r, i + perioden, v.kant);
  const over = eersteOver(r.tellingen.slice(perioden), stapVan(a, midden, v.kant), telt).at(-1);
  const recent = over && over.plek + perioden >= r.tellingen.length - TERUGKIJKEN;
  const gevonden = recent
    ? {
        plek: over.plek + perioden,
        sinds: over.sinds + perioden,
        verwacht: midden * (over.plek - over.sinds + 1),
      }
    : null;
  return { kant: v.kant, loosPerJaar: a.af.loosPerJaar, gevonden };
}

/**
 * The dispersion of the baseline is at least what chance gives, and where the source rounds, what chance and rounding
 * give: 1 + variance of the rounding / mean. A measured dispersion has the rounding in it already.
 */
function bewaakOpBasislijn(
  r: Plaatsreeks,
  keuze: Methodekeuze,
  methode: Bewakingsmethode,
  loos: number,
): Bewaking {
  if (r.periode === 'jaar') return alsBewaking(r, keuze, methode, []);
  const perioden = BASISLIJN[r.periode];
  const basis = r.tellingen.slice(0, perioden);
  const gemiddelde = som(basis) / perioden;
  const toeval = 1 + meetfoutIn(r) / gemiddelde;
  const spreiding = methode === 'nb_cusum' ? Math.max(toeval, spreidingstoets(basis).spreiding) : toeval;
  const kanten = kantenVan(r.richting);
  const vraag = {
    gemiddelde,
    perioden,
    spreiding,
    perJaar: periodenPerJaar(r.periode),
    loosPerJaar: loos / kanten.length,
  };
  const uitkomsten = kanten.flatMap(kant => bewaakKant(r, perioden, methode, { ...vraag, kant }) ?? []);
  return alsBewaking(r, keuze, methode, uitkomsten);
}

/** One side of the newest periods; null when the model cannot be fitted. */
function farringtonKant(r: Plaatsreeks, kant: Kant, alfa: number): Kantuitkomst | null {
  const regel = { ...GEWOGEN, alfa, meetfout: meetfoutIn(r) };
  const n = r.tellingen.length;
  const eerste = Math.max(n - TERUGKIJKEN, regel.jaren * regel.perJaar + regel.halfbreedte);
  let gevonden = null as Gevonden | null;
  let bewaakt = false;
  for (let plek = eerste; plek < n; plek++) {
    const uit = farrington(r.tellingen, plek, regel);
    bewaakt = uit !== null;
    const alarm = kant === 'omhoog' ? uit?.alarm : uit?.daling;
    if (!uit || !alarm || !draagt(r, plek, kant)) continue;
    gevonden =
      gevonden?.plek === plek - 1
        ? { plek, sinds: gevonden.sinds, verwacht: gevonden.verwacht + uit.verwacht }
        : { plek, sinds: plek, verwacht: uit.verwacht };
  }
  return bewaakt ? { kant, loosPerJaar: alfa * periodenPerJaar(r.periode), gevonden } : null;
}

function bewaakMetFarrington(r: Plaatsreeks, keuze: Methodekeuze, loos: number): Bewaking {
  const kanten = kantenVan(r.richting);
  const alfa = Math.min(0.25, loos / kanten.length / periodenPerJaar(r.periode));
  return alsBewaking(
    r,
    keuze,
    'farrington',
    kanten.flatMap(kant => farringtonKant(r, kant, alfa) ?? []),
  );
}

/**
 * Watches every series of a region with the method that it can bear, tuned so that all of them together give at most
 * `loosPerJaar` false alarms a year: each watched series gets an equal share, and a series that is watched for rises and
 * falls gives each side half of it. Two one-sided charts alarm together no more often than the sum of both. An alarm is
 * reported when it falls in one of the newest three periods and the count then is 5 or more, or for a fall 0.
 *
 * False alarms of a CUSUM and EWMA are those of their run length, averaged over what the baseline leaves unknown; those
 * of Farrington are alfa times the periods in a year. Both assume independent periods; a series with a season that is
 * not yet three years long alarms more often.
 * @param reeksen series of one region, years not included in the watch
 */
export function bewaak(reeksen: readonly Plaatsreeks[], loosPerJaar: number): Bewaking[] {
  const keuzes = reeksen.map(r => ({ reeks: r, keuze: kiesMethode(r) }));
  const aantal = keuzes.filter(k => k.keuze.bewaking !== null).length;
  return keuzes.map(({ reeks, keuze }) => {
    if (keuze.bewaking === null)
      return { reeks, keuze, bewaakt: false, kanten: [], loosPerJaar: 0, alarm: null };
    const deel = loosPerJaar / aantal;
    return keuze.bewaking === 'farrington'
      ? bewaakMetFarrington(reeks, keuze, deel)
      : bewaakOpBasislijn(reeks, keuze, keuze.bewaking, deel);
  });
}

/** False alarms a year to be expected of all these series together. */
export function loosVerwacht(bewakingen: readonly Bewaking[]): number {
  return som(bewakingen.map(b => b.loosPerJaar));
}
