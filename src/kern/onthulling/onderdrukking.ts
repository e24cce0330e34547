import { type Tabellen, toetsTabellen } from './tabellen.ts';
import type { Eis, Oplosser, Veranderlijke, Vraagstuk } from './vraagstuk.ts';

/** What is asked of a suppression. */
export interface Onderdrukvraag {
  /** Counts that may not be told, with how far above and below the truth a reader must at least be left. */
  readonly primair: ReadonlyMap<string, { readonly op: number; readonly neer: number }>;
  /** Counts that stay in print whatever happens (totals that a council needs). */
  readonly vast: ReadonlySet<string>;
}

export type Onderdrukking =
  | { readonly soort: 'onderdrukt'; readonly weg: ReadonlySet<string>; readonly kosten: number }
  | { readonly soort: 'onmogelijk' }
  | { readonly soort: 'onbekend'; readonly waarom: string };

/** A small count costs little to leave out, a large one more: few are left out, and rather small ones. */
const gewicht = (waarde: number): number => 1 + Math.sqrt(waarde);

/** Another table that a reader must hold possible: the same sums, all change inside what was left out. */
function anderTabel(
  t: Tabellen,
  merk: string,
  grens: number,
): { veranderlijken: Veranderlijke[]; eisen: Eis[] } {
  const veranderlijken: Veranderlijke[] = [];
  const eisen: Eis[] = [];
  for (const { naam, waarde } of t.tellingen) {
    const y = `y${merk}_${naam}`;
    veranderlijken.push({ naam: y, onder: -waarde, boven: grens, geheel: false });
    eisen.push({ termen: { [y]: 1, [`x_${naam}`]: -grens }, soort: '<=', rechts: 0 });
    eisen.push({ termen: { [y]: 1, [`x_${naam}`]: waarde }, soort: '>=', rechts: 0 });
  }
  for (const { som, delen } of t.optellingen)
    eisen.push({
      termen: { [`y${merk}_${som}`]: 1, ...Object.fromEntries(delen.map(d => [`y${merk}_${d}`, -1])) },
      soort: '=',
      rechts: 0,
    });
  return { veranderlijken, eisen };
}

function alsVraagstuk(t: Tabellen, waarden: ReadonlyMap<string, number>, v: Onderdrukvraag): Vraagstuk {
  const grens = Math.max(...waarden.values()) + Math.max(...[...v.primair.values()].map(p => p.op)) + 1;
  const veranderlijken: Veranderlijke[] = t.tellingen.map(({ naam }) => ({
    naam: `x_${naam}`,
    onder: v.primair.has(naam) ? 1 : 0,
    boven: v.vast.has(naam) && !v.primair.has(naam) ? 0 : 1,
    geheel: true,
  }));
  const eisen: Eis[] = [];
  for (const [i, [naam, { op, neer }]] of [...v.primair].entries()) {
    const wegen = [
      { merk: `${i}o`, soort: '>=', rechts: op },
      { merk: `${i}n`, soort: '<=', rechts: -Math.min(neer, waarden.get(naam) ?? 0) },
    ] as const;
    for (const w of wegen) {
      const ander = anderTabel(t, w.merk, grens);
      veranderlijken.push(...ander.veranderlijken);
      eisen.push(...ander.eisen, { termen: { [`y${w.merk}_${naam}`]: 1 }, soort: w.soort, rechts: w.rechts });
    }
  }
  const doel = Object.fromEntries(t.tellingen.map(x => [`x_${x.naam}`, gewicht(x.waarde)]));
  return { richting: 'min', doel, veranderlijken, eisen };
}

/**
 * Complementary suppression with the least loss: which counts to leave out besides the primary ones, so that for each
 * of those a reader holds possible a table in which it is `op` higher, and one in which it is `neer` lower (never below
 * zero). One sign for all that was left out.
 * Source: Fischetti and Salazar-González (2001), the extended integer program. For tables up to some hundreds of counts.
 * @throws RangeError for a set that does not add up, or a primary count that is not in it.
 */
export async function onderdrukOptimaal(
  t: Tabellen,
  v: Onderdrukvraag,
  losOp: Oplosser,
): Promise<Onderdrukking> {
  const waarden = toetsTabellen(t);
  for (const naam of v.primair.keys())
    if (!waarden.has(naam)) throw new RangeError(`unknown primary count: ${naam}`);
  if (v.primair.size === 0) return { soort: 'onderdrukt', weg: new Set(), kosten: 0 };
  const u = await losOp(alsVraagstuk(t, waarden, v));
  if (u.soort === 'onmogelijk' || u.soort === 'onbekend') return u;
  if (u.soort === 'onbegrensd') return { soort: 'onbekend', waarom: 'no bound on a number of counts' };
  const weg = t.tellingen.map(x => x.naam).filter(n => (u.bij.get(`x_${n}`) ?? 0) > 0.5);
  return { soort: 'onderdrukt', weg: new Set(weg), kosten: u.waarde };
}

/** The primary counts of a threshold, each to be left open from zero up to that threshold. */
export const primairBij = (t: Tabellen, drempel: number): Onderdrukvraag['primair'] =>
  new Map(
    t.tellingen
      .filter(x => x.waarde > 0 && x.waarde < drempel)
      .map(x => [x.naam, { op: drempel - x.waarde, neer: x.waarde }]),
  );
