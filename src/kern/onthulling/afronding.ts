import { type Tabellen, toetsTabellen } from './tabellen.ts';
import type { Eis, Oplosser, Uitkomst, Veranderlijke, Vraagstuk } from './vraagstuk.ts';

/** How a set is rounded. */
export interface Afrondvraag {
  /** Every count becomes a multiple of this: a whole number from 2. */
  readonly basis: number;
  /** Counts that are never printed as 0: those that point at few people, so that nobody reads 'fewer than the base'. */
  readonly nooitNul: ReadonlySet<string>;
  /** Counts that are in print already, as they were printed: the same count is never rounded in two ways. */
  readonly alGedrukt: ReadonlyMap<string, number>;
}

/** The rounded counts by name, or why there are none. `ruim`: counts went up to two steps of the base. */
export type Afronding =
  | {
      readonly soort: 'gerond';
      readonly gerond: ReadonlyMap<string, number>;
      readonly verschil: number;
      readonly ruim: boolean;
    }
  | { readonly soort: 'onmogelijk' }
  | { readonly soort: 'onbekend'; readonly waarom: string };

type Stappen = readonly [onder: number, boven: number];

/** Steps that a count may be rounded to: the multiples around it; one further each way when `ruim`. */
function stappen(waarde: number, v: Afrondvraag, naam: string, ruim: boolean): Stappen {
  const al = v.alGedrukt.get(naam);
  if (al !== undefined) return [al / v.basis, al / v.basis];
  const onder = Math.floor(waarde / v.basis);
  const boven = waarde % v.basis === 0 ? onder : onder + 1;
  const minst = v.nooitNul.has(naam) ? 1 : 0;
  const [a, b] = ruim ? [onder - 1, boven + 1] : [onder, boven];
  return [Math.max(minst, a), Math.max(minst, b)];
}

/**
 * The program of controlled rounding: every count a multiple of the base, all sums still come out, and as little
 * change as possible in all. z counts steps of the base, d is the change.
 */
function alsVraagstuk(t: Tabellen, v: Afrondvraag, ruim: boolean): Vraagstuk {
  const veranderlijken: Veranderlijke[] = [];
  const eisen: Eis[] = [];
  for (const { naam, waarde } of t.tellingen) {
    const [onder, boven] = stappen(waarde, v, naam, ruim);
    veranderlijken.push({ naam: `z_${naam}`, onder, boven, geheel: true });
    veranderlijken.push({ naam: `d_${naam}`, onder: 0, boven: Infinity, geheel: false });
    eisen.push({ termen: { [`d_${naam}`]: 1, [`z_${naam}`]: -v.basis }, soort: '>=', rechts: -waarde });
    eisen.push({ termen: { [`d_${naam}`]: 1, [`z_${naam}`]: v.basis }, soort: '>=', rechts: waarde });
  }
  for (const { som, delen } of t.optellingen) {
    const termen = { [`z_${som}`]: 1, ...Object.fromEntries(delen.map(d => [`z_${d}`, -1])) };
    eisen.push({ termen, soort: '=', rechts: 0 });
  }
  const doel = Object.fromEntries(t.tellingen.map(x => [`d_${x.naam}`, 1]));
  return { richting: 'min', doel, veranderlijken, eisen };
}

function lees(t: Tabellen, basis: number, u: Uitkomst, ruim: boolean): Afronding {
  if (u.soort === 'onmogelijk' || u.soort === 'onbekend') return u;
  if (u.soort === 'onbegrensd') return { soort: 'onbekend', waarom: 'no bound on a sum of changes' };
  const gerond = new Map(t.tellingen.map(x => [x.naam, Math.round(u.bij.get(`z_${x.naam}`) ?? NaN) * basis]));
  // A solver reckons in floating point: what it says is checked in whole numbers before anybody builds on it.
  toetsTabellen({
    optellingen: t.optellingen,
    tellingen: t.tellingen.map(x => ({ naam: x.naam, waarde: gerond.get(x.naam) ?? NaN })),
  });
  const verschil = t.tellingen.reduce((n, x) => n + Math.abs((gerond.get(x.naam) ?? 0) - x.waarde), 0);
  return { soort: 'gerond', gerond, verschil, ruim };
}

/**
 * Controlled rounding, additive over the whole set, with the least total change; a multiple stays what it is and every
 * change is less than the base. Where that cannot be (possible in three dimensions, in linked tables, and where many
 * small counts stand together) each count may go one step further: `ruim`, which the reader is told.
 * Source: Handbook on Statistical Disclosure Control (Hundepool et al.), section 5.5; Salazar-González (2006).
 * @throws RangeError for a base below 2, a set that does not add up, or what is in print and is no multiple.
 */
export async function rondGecontroleerdAf(
  t: Tabellen,
  v: Afrondvraag,
  losOp: Oplosser,
  vanaf: 'gewoon' | 'ruim' = 'gewoon',
): Promise<Afronding> {
  if (!Number.isSafeInteger(v.basis) || v.basis < 2) throw new RangeError('a base is a whole number from 2');
  for (const [naam, al] of v.alGedrukt)
    if (al % v.basis !== 0) throw new RangeError(`${naam} is in print as ${al}, no multiple of the base`);
  toetsTabellen(t);
  if (vanaf === 'gewoon') {
    const eerst = lees(t, v.basis, await losOp(alsVraagstuk(t, v, false)), false);
    if (eerst.soort !== 'onmogelijk') return eerst;
  }
  return lees(t, v.basis, await losOp(alsVraagstuk(t, v, true)), true);
}
