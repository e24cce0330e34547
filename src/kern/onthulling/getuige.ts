import { aanvalsvraag } from './aanval.ts';
import type { Kennis } from './kennis.ts';
import { type Aanvalsstof, rondom, vernauw } from './vernauwen.ts';
import type { Oplosser, Termen } from './vraagstuk.ts';

/** Other counts that fit all that an attacker has: he must hold them possible. Whole numbers by name. */
export type Getuige = Readonly<Record<string, number>>;

const past = (k: Kennis, w: number | undefined): boolean =>
  w !== undefined && Number.isSafeInteger(w) && w >= k.onder && w <= k.boven;

/** Does a witness fit all that is known, in whole numbers and every sum? No solver is believed. */
export function isGetuige(s: Aanvalsstof, g: Getuige): boolean {
  return (
    s.kennis.every(k => past(k, g[k.naam])) &&
    s.optellingen.every(o => o.delen.reduce((n, d) => n + (g[d] ?? NaN), 0) === g[o.som])
  );
}

/** Do two witnesses show that a count is protected at this threshold? */
export const scheidt = (laag: Getuige, hoog: Getuige, naam: string, drempel: number): boolean => {
  const [a, b] = [laag[naam] ?? NaN, hoog[naam] ?? NaN];
  return b >= drempel && b - a >= drempel;
};

export type Onbekend = { readonly soort: 'onbekend'; readonly waarom: string };
export type Vondst =
  | { readonly soort: 'getuige'; readonly getuige: Getuige }
  /** The solver's best table is not one of whole numbers. */
  | { readonly soort: 'gebroken' }
  | Onbekend;

/**
 * A table that fits what is known in which a form is least or greatest, checked in whole numbers. Without `geheel` the
 * solver does not look for whole numbers, and is quicker; often they come out whole all the same.
 */
export async function zoekGetuige(
  deel: Aanvalsstof,
  x: { doel: Termen; richting: 'min' | 'max'; geheel: boolean },
  losOp: Oplosser,
): Promise<Vondst> {
  // Unknown without end has no greatest: far above everything known is far enough for a witness.
  const grens = 1000 + deel.kennis.reduce((n, k) => n + (k.boven === Infinity ? k.onder : k.boven), 0);
  const kennis = deel.kennis.map(k => ({ ...k, boven: Math.min(k.boven, grens) }));
  const u = await losOp(aanvalsvraag({ ...deel, kennis }, x.doel, x.richting, x.geheel));
  if (u.soort === 'onmogelijk') return { soort: 'onbekend', waarom: 'what is printed cannot be' };
  if (u.soort !== 'optimaal')
    return { soort: 'onbekend', waarom: u.soort === 'onbekend' ? u.waarom : 'no bound' };
  const getuige = Object.fromEntries(
    deel.kennis.map(k => [k.naam, Math.round(u.bij.get(k.naam) ?? NaN) + 0]),
  );
  if (isGetuige(deel, getuige)) return { soort: 'getuige', getuige };
  return x.geheel
    ? { soort: 'onbekend', waarom: 'the solver gave a table that does not fit' }
    : { soort: 'gebroken' };
}

const uiterste = (lijst: readonly Getuige[], naam: string, teken: 1 | -1): Getuige | undefined =>
  lijst.toSorted((a, b) => teken * ((b[naam] ?? 0) - (a[naam] ?? 0)))[0];

/** Witnesses against one attacker, gathered while his questions are answered: one often serves many counts. */
export class Getuigen {
  readonly stof: Aanvalsstof;
  private readonly gevonden: Getuige[] = [];

  constructor(stof: Aanvalsstof) {
    this.stof = vernauw(stof);
  }

  /** Two tables that serve many counts at once: all of them as low, and as high, as they go together. */
  async begin(namen: Iterable<string>, geheel: boolean, losOp: Oplosser): Promise<void> {
    const doel = Object.fromEntries([...namen].map(n => [n, 1]));
    for (const richting of ['min', 'max'] as const) {
      const v = await zoekGetuige(this.stof, { doel, richting, geheel }, losOp);
      if (v.soort === 'getuige') this.gevonden.push(v.getuige);
    }
  }

  /** What has to do with one count. */
  deel(naam: string): Aanvalsstof {
    return rondom(this.stof, naam);
  }

  onthoud(g: Getuige): void {
    this.gevonden.push(g);
  }

  /** The lowest and the highest that was found of this count, each within its own part; null when there are none. */
  paar(deel: Aanvalsstof, naam: string): { laag: Getuige; hoog: Getuige } | null {
    const passend = this.gevonden.filter(g => g[naam] !== undefined);
    const [laag, hoog] = [uiterste(passend, naam, -1), uiterste(passend, naam, 1)];
    const [a, b] = [laag && beperk(laag, deel), hoog && beperk(hoog, deel)];
    return a && b ? { laag: a, hoog: b } : null;
  }
}

/** Part of a witness that has to do with the counts of another question; null when it does not hold them all. */
function beperk(g: Getuige, deel: Aanvalsstof): Getuige | null {
  const uit: Record<string, number> = {};
  for (const k of deel.kennis) {
    const w = g[k.naam];
    if (w === undefined) return null;
    uit[k.naam] = w;
  }
  return uit;
}
