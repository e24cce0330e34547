import type { Aard } from './bescherm.ts';
import { eisUitgave, leeskennis, type Uitgave } from './uitgave.ts';

/** Where a public source printed a value: never a file name. */
export interface Citaat {
  /** Title of the document or table. */
  readonly titel: string;
  /** Who published it. */
  readonly van: string | null;
  /** Year, month or day of the source in ISO form, or null when the source gives none. */
  readonly datum: string | null;
  /** Section, table or page. */
  readonly plek: string;
}

declare const MERK: unique symbol;

/**
 * A value that may leave the house, with the places where its readers can check it. Only the functions of this
 * file make one: an object literal does not compile, and one that was forced is refused by `eisPubliceerbaar`.
 */
export interface Publiceerbaar<T> {
  readonly waarde: T;
  /** At least one. */
  readonly citaten: readonly Citaat[];
  readonly [MERK]: true;
}

const gemaakt = new WeakSet<object>();

function maak<T>(waarde: T, citaten: readonly Citaat[]): Publiceerbaar<T> {
  const p = Object.freeze({ waarde, citaten: Object.freeze([...citaten]) }) as unknown as Publiceerbaar<T>;
  gemaakt.add(p);
  return p;
}

/**
 * The maker for what a public source printed: the value exactly as printed, with its citation.
 * @throws RangeError when the citation does not name a title and a place in the source.
 */
export function uitOpenbareBron<T>(citaat: Citaat, waarde: T): Publiceerbaar<T> {
  if (citaat.titel.trim() === '' || citaat.plek.trim() === '')
    throw new RangeError('a public value needs the title of its source and the place in it');
  return maak(waarde, [Object.freeze({ ...citaat })]);
}

/** A count of a release as a reader gets it: the print, and between what the truth lies. */
export interface Afgedrukt {
  /** Null: left out; one sign for everything that is, whatever the reason. */
  readonly getoond: number | null;
  readonly aard: Aard;
  readonly onder: number;
  /** Infinity: not told. */
  readonly boven: number;
}

/**
 * The maker for what passed the gate: one count of a release in print. Nothing but a release gets in.
 * @throws TypeError for what is no release, RangeError for a count that is not in it.
 */
export function uitPublicatie(uitgave: Uitgave, naam: string): Publiceerbaar<Afgedrukt> {
  const u = eisUitgave(uitgave);
  const cel = u.cellen.get(naam);
  if (!cel) throw new RangeError('this release has no such count');
  const { onder, boven } = leeskennis(cel, u.vaststelling);
  return maak({ getoond: cel.getoond, aard: cel.aard, onder, boven }, [cel.citaat]);
}

type Delen<A extends readonly unknown[]> = { readonly [K in keyof A]: Publiceerbaar<A[K]> };

/**
 * A value computed from published values only (a sum, a rate). No maker: nothing unpublished can enter, since `f`
 * gets nothing else. Carries the citations of all its parts.
 * @throws TypeError when a part was not made by this file, RangeError when there is no part.
 */
export function leidAf<const A extends readonly unknown[], U>(
  delen: Delen<A>,
  f: (...waarden: A) => U,
): Publiceerbaar<U> {
  if (delen.length === 0) throw new RangeError('a derived value needs at least one published part');
  const bekend = delen.map(d => eisPubliceerbaar(d as Publiceerbaar<unknown>));
  const citaten = new Map(
    bekend.flatMap(d => d.citaten).map(c => [`${c.titel}\u0000${c.datum}\u0000${c.plek}`, c]),
  );
  return maak(f(...(bekend.map(d => d.waarde) as unknown as A)), [...citaten.values()]);
}

/** Was this value made here? Everything that writes to a reader outside asks. @throws TypeError when not. */
export function eisPubliceerbaar<T>(p: Publiceerbaar<T>): Publiceerbaar<T> {
  if (!gemaakt.has(p)) throw new TypeError('this value was not made publishable');
  return p;
}
