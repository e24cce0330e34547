import { eisNietNegatief, eisOpenKans, type Interval } from './argumenten.ts';

/** One step of a curve, at a time at which something happened. */
export interface Trapstap {
  readonly tijd: number;
  /** Units still followed just before this time. */
  readonly risico: number;
  /** Events at this time. */
  readonly gebeurtenissen: number;
  /** Height of the curve from this time to the next step. */
  readonly schatting: number;
  readonly standaardfout: number;
  /** Pointwise limits; null where the estimate is 0 or 1 and no limits can be given this way. */
  readonly grenzen: Interval | null;
}

/** A step curve: the share that has not had the event yet (`overleving`), or that has had it (`incidentie`). */
export interface Trapkromme {
  readonly soort: 'overleving' | 'incidentie';
  /** Units followed. */
  readonly aantal: number;
  /** Longest time that a unit was followed. */
  readonly laatsteTijd: number;
  /** Had every unit ended by then? Otherwise the curve says nothing beyond it. */
  readonly uitgelopen: boolean;
  readonly betrouwbaarheid: number;
  readonly stappen: readonly Trapstap[];
}

/** A share reached at a time, with its limits; null where the curve does not reach it. */
export interface Trapkwantiel {
  readonly tijd: number | null;
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
}

/** Allowance for rounding when a height is compared with a share. */
const SPELING = 1e-9;

function eisKromme(kromme: Trapkromme): void {
  if (typeof kromme !== 'object' || kromme === null || !Array.isArray(kromme.stappen))
    throw new TypeError('kromme must be a step curve');
}

/**
 * Height of a curve at a time, with its limits (null before the first step and where the curve has none); null beyond the
 * longest time followed, unless every unit had ended by then: nothing is extrapolated.
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function schattingOp(
  kromme: Trapkromme,
  tijd: number,
): { readonly schatting: number; readonly grenzen: Interval | null } | null {
  eisKromme(kromme);
  eisNietNegatief('tijd', tijd);
  const stap = kromme.stappen.findLast(s => s.tijd <= tijd);
  if (tijd > kromme.laatsteTijd && !kromme.uitgelopen) return null;
  const begin = kromme.soort === 'overleving' ? 1 : 0;
  return { schatting: stap?.schatting ?? begin, grenzen: stap?.grenzen ?? null };
}

/**
 * The time within which a share of all units had the event: smallest time at which the curve reaches it. Its limits are
 * the times at which the limits of the curve reach it.
 *
 * Reference: R. Brookmeyer & J. Crowley, Biometrics 38 (1982) 29-41; R `quantile(survfit)`, which takes the middle of the
 * step where a curve runs exactly at the share: here it is the beginning, as everywhere else.
 * @param aandeel strictly between 0 and 1: 0.5 the median, 0.9 the time within which nine of ten had it
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function trapkwantiel(kromme: Trapkromme, aandeel: number): Trapkwantiel {
  eisKromme(kromme);
  eisOpenKans('aandeel', aandeel);
  const over = kromme.soort === 'overleving';
  const bereikt = (h: number | undefined): boolean =>
    h !== undefined && (over ? h <= 1 - aandeel + SPELING : h >= aandeel - SPELING);
  const eerste = (hoogte: (s: Trapstap) => number | undefined): number | null =>
    kromme.stappen.find(s => bereikt(hoogte(s)))?.tijd ?? null;
  const laag = eerste(s => s.grenzen?.ondergrens);
  const hoog = eerste(s => s.grenzen?.bovengrens);
  return {
    tijd: eerste(s => s.schatting),
    ondergrens: over ? laag : hoog,
    bovengrens: over ? hoog : laag,
  };
}
