import { laatsteDag } from '#kern/datum/index.ts';
import type { Telreeks } from '#kern/statistiek/index.ts';
import type { Indicator } from './indicator.ts';
import type { Plaats } from './plaats.ts';
import { isTelling, type Waarneming, waardeVan } from './waarneming.ts';

/** An unbroken series of counts of one indicator at one place, from one place in one source, under one definition. */
export interface Plaatsreeks extends Telreeks {
  readonly plaats: Plaats;
  readonly regio: string | null;
  readonly gemeente: string | null;
  readonly indicator: string;
  readonly definitieversie: number;
  readonly bron: string;
  readonly plek: string;
  /** Codes of the periods, oldest first, as many as counts. */
  readonly perioden: readonly string[];
  /** Which way is better; `geen`: either way may be bad news. */
  readonly richting: Indicator['richting'];
  /** The source rounds counts to multiples of this (the largest of the series); null: as counted. */
  readonly rondingsstap: number | null;
}

const PER_JAAR = { jaar: 1, kwartaal: 4, maand: 12 } as const;

/** How many of these periods go in a year. */
export function periodenPerJaar(soort: Telreeks['periode']): number {
  return PER_JAAR[soort];
}

interface Punt {
  readonly nummer: number;
  readonly waarneming: Waarneming;
}

/** Length and running number of a period: neighbours differ by 1. null: no year, quarter or month. */
function nummerVan(w: Waarneming): { soort: Telreeks['periode']; nummer: number } | null {
  const p = w.periode;
  if (p.soort === 'jaar') return { soort: 'jaar', nummer: p.jaar };
  if (p.soort === 'kwartaal') return { soort: 'kwartaal', nummer: p.jaar * 4 + p.kwartaal - 1 };
  return p.soort === 'maand' ? { soort: 'maand', nummer: p.jaar * 12 + p.maand - 1 } : null;
}

const sleutelVan = (w: Waarneming, soort: string): string =>
  [w.plaats.soort, w.plaats.code, w.indicator, w.definitieversie, w.bron, w.citaat.plek, soort].join(
    '\u0000',
  );

// Points that are complete: ended before this day, final, a whole number, and counted after the last break.
function bruikbaar(w: Waarneming, breukjaar: number, vandaag: string): boolean {
  const jaar = w.periode.soort === 'jarenreeks' ? w.periode.vanJaar : w.periode.jaar;
  return (
    isTelling(w) &&
    !w.voorlopig &&
    w.delen === undefined &&
    jaar >= breukjaar &&
    laatsteDag(w.periode).toString() < vandaag &&
    Number.isInteger(waardeVan(w.cijfer)) &&
    waardeVan(w.cijfer) >= 0
  );
}

// The unbroken end of a list of points: what follows the last gap. Two values of one period: no series at all.
function staart(punten: readonly Punt[]): Punt[] {
  const op = punten.toSorted((a, b) => a.nummer - b.nummer);
  let begin = op.length - 1;
  for (let i = op.length - 1; i > 0; i--) {
    const stap = (op[i]?.nummer ?? 0) - (op[i - 1]?.nummer ?? 0);
    if (stap === 0) return [];
    if (stap > 1) break;
    begin = i - 1;
  }
  return op.slice(Math.max(0, begin));
}

/**
 * The series of counts that can be read or watched: per indicator, place, definition, source and place in it, and per
 * length of period the unbroken run up to the last complete period. Provisional figures, periods that have not ended
 * before `vandaag`, sums of our own making and what was counted before a break are not in it. In a fixed order.
 * @param vandaag ISO day
 */
export function plaatsreeksen(
  waarnemingen: readonly Waarneming[],
  indicatoren: readonly Indicator[],
  vandaag: string,
): Plaatsreeks[] {
  const telt = new Map(
    indicatoren
      .filter(i => i.telling && i.soort === 'gemeten')
      .map(i => [i.code, Math.max(0, ...i.breuken.map(b => b.jaar))]),
  );
  const richting = new Map(indicatoren.map(i => [i.code, i.richting]));
  const groepen = new Map<string, { soort: Telreeks['periode']; punten: Punt[] }>();
  for (const w of waarnemingen) {
    const n = nummerVan(w);
    const breukjaar = telt.get(w.indicator);
    if (n === null || breukjaar === undefined || !bruikbaar(w, breukjaar, vandaag)) continue;
    const sleutel = sleutelVan(w, n.soort);
    const groep = groepen.get(sleutel) ?? { soort: n.soort, punten: [] };
    groep.punten.push({ nummer: n.nummer, waarneming: w });
    groepen.set(sleutel, groep);
  }
  return [...groepen]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { soort, punten }]) => alsReeks(soort, staart(punten), richting));
}

function alsReeks(
  periode: Telreeks['periode'],
  punten: readonly Punt[],
  richting: ReadonlyMap<string, Indicator['richting']>,
): Plaatsreeks[] {
  const eerste = punten[0]?.waarneming;
  if (!eerste) return [];
  const stap = Math.max(0, ...punten.map(p => p.waarneming.rondingsstap ?? 0));
  return [
    {
      periode,
      plaats: eerste.plaats,
      regio: eerste.regio,
      gemeente: eerste.gemeente,
      indicator: eerste.indicator,
      definitieversie: eerste.definitieversie,
      bron: eerste.bron,
      plek: eerste.citaat.plek,
      perioden: punten.map(p => p.waarneming.periodeCode),
      tellingen: punten.map(p => waardeVan(p.waarneming.cijfer)),
      richting: richting.get(eerste.indicator) ?? 'geen',
      rondingsstap: stap === 0 ? null : stap,
    },
  ];
}
