import { onderdrukMetEliminatie } from './eliminatie.ts';
import { onderdrukMetSnijvlakken } from './snijvlakken.ts';
import { type Tabellen, toetsTabellen } from './tabellen.ts';
import type { Oplosser } from './vraagstuk.ts';

/** What is asked of a suppression. */
export interface Onderdrukvraag {
  /** Counts that may not be told, with how far above and below the truth a reader must at least be left. */
  readonly primair: ReadonlyMap<string, { readonly op: number; readonly neer: number }>;
  /** Counts that stay in print whatever happens (totals that a council needs). */
  readonly vast: ReadonlySet<string>;
  /** Counts that are not printed anyway, and yet follow from others: out already, at no cost. */
  readonly ongedrukt?: ReadonlySet<string>;
  /** Besides the outsider: who could tell this count with these counts of his own, and must be kept from it too. */
  readonly ingewijden?: readonly Ingewijde[];
}

export interface Ingewijde {
  readonly naam: string;
  readonly kent: ReadonlySet<string>;
}

/**
 * How the counts to leave out were chosen. `optimaal`: proved to lose least. `begrensd`: the best that was found in the
 * time for it, with a proved bound on what it could have been. `eliminatie`: the fallback, which only sees to it that no
 * count follows exactly from the others; whether the ranges are wide enough is for the audit.
 */
export type Keuzewijze = 'optimaal' | 'begrensd' | 'eliminatie';

export type Onderdrukking =
  | {
      readonly soort: 'onderdrukt';
      readonly wijze: Keuzewijze;
      readonly weg: ReadonlySet<string>;
      readonly kosten: number;
      /** What no safe choice can cost less than; 0 when nothing was proved. */
      readonly ondergrens: number;
    }
  | { readonly soort: 'onmogelijk' }
  | { readonly soort: 'onbekend'; readonly waarom: string };

/** A count to be kept open, and by how much, from somebody who knows these. */
export interface Openhouding {
  readonly naam: string;
  readonly kent: ReadonlySet<string>;
  readonly op: number;
  readonly neer: number;
}

/** The question in the form in which both ways of choosing take it. */
export interface Keuze {
  readonly tabellen: Tabellen;
  readonly waarden: ReadonlyMap<string, number>;
  /** Must go: the primary counts, and those that are not printed anyway. */
  readonly moetWeg: ReadonlySet<string>;
  /** May not go. */
  readonly blijft: ReadonlySet<string>;
  readonly openhoudingen: readonly Openhouding[];
  /** Above the truth no reader need hold more possible than this. */
  readonly grens: number;
}

/** A small count costs little to leave out, a large one more: few are left out, and rather small ones. */
export const gewicht = (waarde: number): number => 1 + Math.sqrt(waarde);

function alsKeuze(t: Tabellen, waarden: ReadonlyMap<string, number>, v: Onderdrukvraag): Keuze {
  const moetWeg = new Set([...v.primair.keys(), ...(v.ongedrukt ?? [])]);
  const gevallen: Ingewijde[] = [
    ...[...v.primair.keys()].map(naam => ({ naam, kent: new Set<string>() })),
    ...(v.ingewijden ?? []),
  ];
  return {
    tabellen: t,
    waarden,
    moetWeg,
    blijft: new Set([...v.vast].filter(n => !moetWeg.has(n))),
    openhoudingen: gevallen.map(({ naam, kent }) => {
      const { op, neer } = v.primair.get(naam) ?? { op: 0, neer: 0 };
      return { naam, kent, op, neer: Math.min(neer, waarden.get(naam) ?? 0) };
    }),
    grens: Math.max(...waarden.values()) + Math.max(...[...v.primair.values()].map(p => p.op)) + 1,
  };
}

/**
 * Complementary suppression: which counts to leave out besides the primary ones, so that for each of those a reader
 * holds possible a table in which it is `op` higher, and one in which it is `neer` lower (never below zero). One sign
 * for all that was left out. By cutting planes, with the least loss; where those do not come to an end, by Gaussian
 * elimination, and the answer says so.
 * @throws RangeError for a set that does not add up, or a primary count that is not in it.
 */
export async function onderdruk(t: Tabellen, v: Onderdrukvraag, losOp: Oplosser): Promise<Onderdrukking> {
  const waarden = toetsTabellen(t);
  for (const naam of v.primair.keys())
    if (!waarden.has(naam)) throw new RangeError(`unknown primary count: ${naam}`);
  if (v.primair.size === 0)
    return { soort: 'onderdrukt', wijze: 'optimaal', weg: new Set(), kosten: 0, ondergrens: 0 };
  const keuze = alsKeuze(t, waarden, v);
  const u = await onderdrukMetSnijvlakken(keuze, losOp);
  return u.soort === 'onbekend' ? onderdrukMetEliminatie(keuze) : u;
}

/** How far a count must be left open: from zero for a small one, and always at least a threshold wide. */
export const openheid = (waarde: number, drempel: number): { op: number; neer: number } => {
  const neer = Math.min(waarde, drempel);
  return { op: Math.max(0, drempel - neer, drempel - waarde), neer };
};

/** The primary counts of a threshold, each to be left open from zero up to that threshold. */
export const primairBij = (t: Tabellen, drempel: number): Onderdrukvraag['primair'] =>
  new Map(
    t.tellingen
      .filter(x => x.waarde > 0 && x.waarde < drempel)
      .map(x => [x.naam, openheid(x.waarde, drempel)]),
  );
