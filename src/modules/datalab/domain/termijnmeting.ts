import { gelukt, type Result } from '#kern/resultaat/index.ts';
import type { Volgtijd } from '#kern/statistiek/index.ts';
import { bepaalTermijn, type Termijnweigering } from '#kern/termijn/index.ts';
import type { Doorloop, Doorloopsoort } from './doorloop.ts';
import { kiesNorm, lengteInDagen, type Telwijze, type Termijnnorm } from './termijnnorm.ts';
import { maakWerkdagteller, type Werkdagteller } from './werkdagteller.ts';

/** A lead time held against its term, and how many came out so; `tijd` is at most the length of the term exactly when it was in time. */
export interface Termijnmeting extends Volgtijd {
  readonly doorloop: Doorloop;
  readonly aantal: number;
  /** The term that applied to its start. */
  readonly norm: Termijnnorm;
  /** Last day of the term. */
  readonly uiterlijk: Temporal.PlainDate;
  /** Has the term ended by the end of the day of looking? */
  readonly verstreken: boolean;
  /** Ended with the decision, on or before the last day. */
  readonly inTijd: boolean;
}

/** Causes in the lists of time to event: 1 the decision, 2 another way out, 0 still open. */
export const AFGEROND = 1;
export const ANDERS = 2;

const { compare } = Temporal.PlainDate;

/** Days after the start up to a day, as the unit of the term counts them. */
function geteld(
  norm: Termijnnorm,
  start: Temporal.PlainDate,
  dag: Temporal.PlainDate,
  tel: Werkdagteller,
): number {
  const na = norm.regel.eersteDagTelt ? start.subtract({ days: 1 }) : start;
  return norm.regel.eenheid === 'werkdag' ? tel(na, dag) : na.until(dag, { largestUnit: 'day' }).days;
}

/**
 * One measurement. The days counted and the last day of the law part where the Algemene termijnenwet extends a term (a
 * fifth day on a Sunday runs through Monday) and where a term in working days ends before a free day; the law decides, and
 * the time is placed on its side of the length. What is open at the end of the last day is late.
 */
function meet(
  d: Doorloop,
  norm: Termijnnorm,
  uiterlijk: Temporal.PlainDate,
  peildatum: Temporal.PlainDate,
  tel: Werkdagteller,
): Termijnmeting {
  const lengte = lengteInDagen(norm.regel);
  const verstreken = compare(uiterlijk, peildatum) <= 0;
  const dagen = geteld(norm, d.start, d.eind ?? peildatum, tel);
  const aantal = d.aantal ?? 1;
  if (d.eind === null) {
    const tijd = verstreken ? Math.max(dagen, lengte) : Math.min(dagen, lengte - 1);
    return { doorloop: d, aantal, norm, uiterlijk, verstreken, inTijd: false, tijd, oorzaak: 0 };
  }
  const binnen = compare(d.eind, uiterlijk) <= 0;
  const tijd = binnen ? Math.min(dagen, lengte) : Math.max(dagen, lengte + 1);
  const oorzaak = d.afloop === 'afgerond' ? AFGEROND : ANDERS;
  return {
    doorloop: d,
    aantal,
    norm,
    uiterlijk,
    verstreken,
    inTijd: binnen && oorzaak === AFGEROND,
    tijd,
    oorzaak,
  };
}

/** The norm and the last day by the day of the start; every day is determined once. */
function maakTermijnzoeker(normen: readonly Termijnnorm[], soort: Doorloopsoort, telwijze: Telwijze) {
  type Gevonden = Result<{ norm: Termijnnorm; uiterlijk: Temporal.PlainDate }, Termijnweigering>;
  const zoek = (start: Temporal.PlainDate): Gevonden => {
    const norm = kiesNorm(normen, soort, telwijze, start);
    if (!norm.ok) return norm;
    const termijn = bepaalTermijn([norm.waarde.regel], norm.waarde.regel.code, start);
    return termijn.ok ? gelukt({ norm: norm.waarde, uiterlijk: termijn.waarde.einddatum }) : termijn;
  };
  const bekend = new Map<string, Gevonden>();
  return (start: Temporal.PlainDate): Gevonden => {
    const sleutel = start.toString();
    const uit = bekend.get(sleutel) ?? zoek(start);
    bekend.set(sleutel, uit);
    return uit;
  };
}

/**
 * Holds lead times of one kind against the terms that applied to their starts, as they stood at the end of `peildatum`.
 * Every start lies on or before that day. Refuses as `kiesNorm` and `bepaalTermijn`: no term, two that contradict each
 * other, or a year whose holidays are not known.
 */
export function meetTermijnen(
  doorlopen: readonly Doorloop[],
  v: {
    soort: Doorloopsoort;
    telwijze: Telwijze;
    normen: readonly Termijnnorm[];
    peildatum: Temporal.PlainDate;
  },
): Result<Termijnmeting[], Termijnweigering> {
  const eerste = doorlopen.map(d => d.start).reduce((a, b) => (compare(b, a) < 0 ? b : a), v.peildatum);
  const tel = maakWerkdagteller(eerste.subtract({ days: 1 }), v.peildatum);
  if (!tel.ok) return tel;
  const zoek = maakTermijnzoeker(v.normen, v.soort, v.telwijze);
  const uit: Termijnmeting[] = [];
  for (const d of doorlopen) {
    if (d.soort !== v.soort) continue;
    const termijn = zoek(d.start);
    if (!termijn.ok) return termijn;
    const { norm, uiterlijk } = termijn.waarde;
    uit.push(meet(d, norm, uiterlijk, v.peildatum, tel.waarde));
  }
  return gelukt(uit);
}

const kwartaal = (d: Temporal.PlainDate): number => d.year * 4 + Math.floor((d.month - 1) / 3);

/**
 * The same measurements with those that no picture of a place and a period tells apart counted together: of one
 * municipality, begun in one quarter, ended alike in the same time. What is still open keeps its own start. Each stands
 * under the first of its kind.
 */
export function bundel(metingen: readonly Termijnmeting[]): Termijnmeting[] {
  const normen = new Map<Termijnnorm, number>();
  const groepen = new Map<string, { eerste: Termijnmeting; aantal: number }>();
  for (const m of metingen) {
    const norm = normen.get(m.norm) ?? normen.size;
    normen.set(m.norm, norm);
    const begin = m.doorloop.eind === null ? m.doorloop.start.toString() : kwartaal(m.doorloop.start);
    const sleutel = `${m.doorloop.gemeente}|${begin}|${norm}|${m.tijd}|${m.oorzaak}|${m.inTijd}|${m.verstreken}`;
    const groep = groepen.get(sleutel);
    if (groep) groep.aantal += m.aantal;
    else groepen.set(sleutel, { eerste: m, aantal: m.aantal });
  }
  return [...groepen.values()].map(g => ({ ...g.eerste, aantal: g.aantal }));
}
