import { type Tabellen, toetsTabellen } from './tabellen.ts';
import type { Eis, Oplosser, Uitkomst, Veranderlijke, Vraagstuk } from './vraagstuk.ts';

/** The rounded counts by name, or why there are none. */
export type Afronding =
  | { readonly soort: 'gerond'; readonly gerond: ReadonlyMap<string, number>; readonly verschil: number }
  | { readonly soort: 'onmogelijk' }
  | { readonly soort: 'onbekend'; readonly waarom: string };

/** Steps that a count may be rounded to: the multiples around it; one further each way when `ruim`. */
function grenzen(waarde: number, basis: number, ruim: boolean): [onder: number, boven: number] {
  const onder = Math.floor(waarde / basis);
  if (ruim) return [Math.max(0, onder - 1), onder + 2];
  return waarde % basis === 0 ? [onder, onder] : [onder, onder + 1];
}

/**
 * The program of controlled rounding: every count a multiple of `basis`, all sums still come out, and as little change
 * as possible in all. z counts steps of the base, d is the change.
 */
function alsVraagstuk(t: Tabellen, basis: number, ruim: boolean): Vraagstuk {
  const veranderlijken: Veranderlijke[] = [];
  const eisen: Eis[] = [];
  for (const { naam, waarde } of t.tellingen) {
    const [onder, boven] = grenzen(waarde, basis, ruim);
    veranderlijken.push({ naam: `z_${naam}`, onder, boven, geheel: true });
    veranderlijken.push({ naam: `d_${naam}`, onder: 0, boven: Infinity, geheel: false });
    eisen.push({ termen: { [`d_${naam}`]: 1, [`z_${naam}`]: -basis }, soort: '>=', rechts: -waarde });
    eisen.push({ termen: { [`d_${naam}`]: 1, [`z_${naam}`]: basis }, soort: '>=', rechts: waarde });
  }
  for (const { som, delen } of t.optellingen) {
    const termen = { [`z_${som}`]: 1, ...Object.fromEntries(delen.map(d => [`z_${d}`, -1])) };
    eisen.push({ termen, soort: '=', rechts: 0 });
  }
  const doel = Object.fromEntries(t.tellingen.map(x => [`d_${x.naam}`, 1]));
  return { richting: 'min', doel, veranderlijken, eisen };
}

function lees(t: Tabellen, basis: number, u: Uitkomst): Afronding {
  if (u.soort === 'onmogelijk' || u.soort === 'onbekend') return u;
  if (u.soort === 'onbegrensd') return { soort: 'onbekend', waarom: 'no bound on a sum of changes' };
  const gerond = new Map(t.tellingen.map(x => [x.naam, Math.round(u.bij.get(`z_${x.naam}`) ?? NaN) * basis]));
  // A solver reckons in floating point: what it says is checked in whole numbers before anybody builds on it.
  toetsTabellen({
    optellingen: t.optellingen,
    tellingen: t.tellingen.map(x => ({ naam: x.naam, waarde: gerond.get(x.naam) ?? NaN })),
  });
  const verschil = t.tellingen.reduce((n, x) => n + Math.abs((gerond.get(x.naam) ?? 0) - x.waarde), 0);
  return { soort: 'gerond', gerond, verschil };
}

/**
 * Controlled rounding to multiples of `basis`, additive over the whole set, with the least total change; a multiple
 * stays what it is and every change is less than the base. Where that cannot be (possible in three dimensions and in
 * linked tables) each count may go one step further, as the handbook allows.
 * Source: Handbook on Statistical Disclosure Control (Hundepool et al.), section 5.5; Salazar-González (2006).
 * @throws RangeError for a base below 2 or a set that does not add up.
 */
export async function rondGecontroleerdAf(t: Tabellen, basis: number, losOp: Oplosser): Promise<Afronding> {
  if (!Number.isSafeInteger(basis) || basis < 2) throw new RangeError('a base is a whole number from 2');
  toetsTabellen(t);
  const eerst = lees(t, basis, await losOp(alsVraagstuk(t, basis, false)));
  if (eerst.soort !== 'onmogelijk') return eerst;
  return lees(t, basis, await losOp(alsVraagstuk(t, basis, true)));
}
