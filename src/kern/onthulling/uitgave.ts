import type { Gedrukt, Methode } from './bescherm.ts';
import {
  type Kennis,
  kennisVanExact,
  kennisVanGerond,
  kennisVanLosGerond,
  kennisVanVerborgen,
} from './kennis.ts';
import type { Citaat } from './publiceerbaar.ts';

/** What was established about a release before it went into print. */
export interface Vaststelling {
  readonly methode: Methode;
  readonly basis: number;
  readonly ruim: boolean;
  /** The quick audit, as every attacker, by two solvers. */
  readonly waarborg: 'veilig' | 'onveilig' | 'onbekend' | null;
  /** The exact proof is complete and was checked by adding. */
  readonly bewezen: boolean;
  /** Who prepared is not who approved. */
  readonly vierOgen: boolean;
  /** Fingerprint of what was approved, and of what lies here now. */
  readonly zegel: string;
  readonly zegelNu: string;
}

/** What is known of figures that a public source printed: only that these are they, and that nobody protected them. */
export interface Overname {
  readonly methode: 'overgenomen';
  /** The source rounds each count by itself to multiples of this. */
  readonly basis: number;
  readonly zegel: string;
  readonly zegelNu: string;
}

/** A count of a release as it is printed, with where it belongs. */
export interface Uitgavecel extends Gedrukt {
  readonly citaat: Citaat;
  readonly nulGevoelig: boolean;
}

declare const MERK: unique symbol;
/** A release in print. Only `maakUitgave` and `maakOvergenomen` make one. */
export interface Uitgave {
  readonly vaststelling: Vaststelling | Overname;
  readonly cellen: ReadonlyMap<string, Uitgavecel>;
  readonly [MERK]: true;
}

const gemaakt = new WeakSet<object>();

/** Why this may not be in print; null when it may. */
export function waaromNietInDruk(v: Vaststelling): string | null {
  if (v.waarborg !== 'veilig') return 'the audit did not find it safe';
  if (!v.bewezen) return 'the exact proof is not complete';
  if (!v.vierOgen) return 'one person prepared and approved it';
  if (v.zegel === '' || v.zegel !== v.zegelNu) return 'it is not what was approved';
  return null;
}

/** The gate: a release from what was established about it. @throws TypeError with the reason when it may not be. */
export function maakUitgave(v: Vaststelling, cellen: readonly Uitgavecel[]): Uitgave {
  const waarom = waaromNietInDruk(v);
  if (waarom !== null) throw new TypeError(`no release: ${waarom}`);
  return maak(v, cellen);
}

/**
 * The other gate: what a public source printed, taken over as it stands there. Nothing was audited or proved, and nobody may
 * be told so. @throws TypeError when it is not what was taken over.
 */
export function maakOvergenomen(v: Overname, cellen: readonly Uitgavecel[]): Uitgave {
  if (v.methode !== 'overgenomen') throw new TypeError('no release: it was not taken over');
  if (v.zegel === '' || v.zegel !== v.zegelNu)
    throw new TypeError('no release: it is not what was taken over');
  return maak(v, cellen);
}

function maak(v: Vaststelling | Overname, cellen: readonly Uitgavecel[]): Uitgave {
  const u = Object.freeze({
    vaststelling: Object.freeze({ ...v }),
    cellen: new Map(cellen.map(c => [c.naam, Object.freeze({ ...c })])),
  }) as unknown as Uitgave;
  gemaakt.add(u);
  return u;
}

/** Was this release made by the gate? @throws TypeError when not. */
export function eisUitgave(u: Uitgave): Uitgave {
  if (!gemaakt.has(u)) throw new TypeError('this release did not pass the gate');
  return u;
}

/** What a reader can know of a printed count: rounding widens every interval that is built on it. */
export function leeskennis(c: Uitgavecel, v: Vaststelling | Overname): Kennis {
  if (c.getoond === null) return kennisVanVerborgen(c.naam);
  if (c.aard === 'exact') return kennisVanExact(c.naam, c.getoond);
  if (v.methode === 'overgenomen') return kennisVanLosGerond(c.naam, c.getoond, v.basis);
  return kennisVanGerond(c.naam, c.getoond, {
    basis: v.basis,
    ruim: v.ruim,
    nooitNul: true,
    nulGevoelig: c.nulGevoelig,
  });
}
