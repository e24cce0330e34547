import type { Periode } from '#kern/datum/index.ts';
import { isKleineTelling } from '#kern/onthulling/index.ts';
import type { Plaatssoort } from './plaats.ts';
import { isTelling, type Openbaarheid, type Waarneming, waardeVan } from './waarneming.ts';

/** Periods that follow each other without a hole, with how many of them are in a year. */
export const REEKSPERIODEN = { maand: 12, kwartaal: 4, halfjaar: 2, jaar: 1 } as const;
export type Reeksperiode = keyof typeof REEKSPERIODEN;

/** Which counts make up one series: never two sources, two definitions or two kinds of period in one line. */
export interface Reekskeuze {
  readonly indicator: string;
  readonly definitieversie: number;
  readonly plaatssoort: Plaatssoort;
  /** Code of the place within its kind. */
  readonly plaats: string;
  /** Id of the source. */
  readonly bron: string;
  readonly periode: Reeksperiode;
  readonly openbaarheid: Openbaarheid;
}

/** One period of a series. Moments are whole and follow each other. */
export interface Reeksmoment {
  readonly moment: number;
  readonly waarneming: Waarneming;
}

export interface Telreeks {
  readonly keuze: Reekskeuze;
  /** By moment, each once. */
  readonly momenten: readonly Reeksmoment[];
}

/** The number of a period in the row of its kind; null for a period that is no part of such a row. */
export function momentVan(periode: Periode): number | null {
  switch (periode.soort) {
    case 'maand':
      return periode.jaar * 12 + periode.maand - 1;
    case 'kwartaal':
      return periode.jaar * 4 + periode.kwartaal - 1;
    case 'halfjaar':
      return periode.jaar * 2 + periode.halfjaar - 1;
    case 'jaar':
      return periode.jaar;
    default:
      return null;
  }
}

/** The number of the period of this kind that a day lies in. */
export function momentOp(dag: Temporal.PlainDate, soort: Reeksperiode): number {
  const perJaar = REEKSPERIODEN[soort];
  return dag.year * perJaar + Math.floor(((dag.month - 1) * perJaar) / 12);
}

/** The same choice, whatever object holds it. */
export function reekssleutel(k: Reekskeuze): string {
  const delen = [k.indicator, k.definitieversie, k.plaatssoort, k.plaats, k.bron, k.periode, k.openbaarheid];
  return delen.map(deel => encodeURIComponent(String(deel))).join('/');
}

function keuzeVan(w: Waarneming): Reekskeuze | null {
  if (!isTelling(w) || !(w.periode.soort in REEKSPERIODEN)) return null;
  return {
    indicator: w.indicator,
    definitieversie: w.definitieversie,
    plaatssoort: w.plaats.soort,
    plaats: w.plaats.code,
    bron: w.bron,
    periode: w.periode.soort as Reeksperiode,
    openbaarheid: w.cijfer.openbaarheid,
  };
}

/** The points by moment; null when the source gives one period two values. */
function naarMomenten(lijst: readonly Waarneming[]): Reeksmoment[] | null {
  const uit = new Map<number, Waarneming>();
  for (const w of lijst) {
    const moment = momentVan(w.periode);
    if (moment === null) continue;
    const eerder = uit.get(moment);
    if (eerder && waardeVan(eerder.cijfer) !== waardeVan(w.cijfer)) return null;
    if (!eerder) uit.set(moment, w);
  }
  return [...uit]
    .map(([moment, waarneming]) => ({ moment, waarneming }))
    .toSorted((a, b) => a.moment - b.moment);
}

/** The series of counts in these observations, in their order. One that contradicts itself is left out. */
export function telreeksen(waarnemingen: readonly Waarneming[]): Telreeks[] {
  const groepen = new Map<string, { keuze: Reekskeuze; lijst: Waarneming[] }>();
  for (const w of waarnemingen) {
    const keuze = keuzeVan(w);
    if (!keuze) continue;
    const sleutel = reekssleutel(keuze);
    const groep = groepen.get(sleutel);
    if (groep) groep.lijst.push(w);
    else groepen.set(sleutel, { keuze, lijst: [w] });
  }
  return [...groepen.values()].flatMap(({ keuze, lijst }) => {
    const momenten = naarMomenten(lijst);
    return momenten ? [{ keuze, momenten }] : [];
  });
}

/** Is there a count of 1 to 4 among these? Then nothing may be built on them. */
export function heeftKleineTelling(momenten: readonly Reeksmoment[]): boolean {
  return momenten.some(m => {
    const n = waardeVan(m.waarneming.cijfer);
    return !Number.isInteger(n) || isKleineTelling(n);
  });
}
