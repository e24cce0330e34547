import { type Bereik, isBeschermd, valAan } from './aanval.ts';
import { Getuigen, scheidt, zoekGetuige } from './getuige.ts';
import { kennisVanExact, voegKennisSamen } from './kennis.ts';
import type { Tabellen } from './tabellen.ts';
import type { Aanvalsstof } from './vernauwen.ts';
import type { Oplosser } from './vraagstuk.ts';

/** Who attacks: an outsider, or somebody who knows counts of his own (the officer of one municipality). */
export interface Aanvaller {
  readonly naam: string;
  /** Counts that he knows exactly. */
  readonly kent: ReadonlyMap<string, number>;
}

export const BUITENSTAANDER: Aanvaller = { naam: 'buitenstaander', kent: new Map() };

/** What is to be proved: of each of these counts, against each of these attackers. */
export interface Toetsvraag {
  readonly stof: Aanvalsstof;
  /** Count → threshold that the attacker's range must reach, and width that it must have. */
  readonly teBeschermen: ReadonlyMap<string, number>;
  readonly aanvallers: readonly Aanvaller[];
}

/**
 * What one attacker makes of one count that must be protected: the range that he must at least leave open, or, where it
 * is not protected, the range on which both solvers agree.
 */
export interface Waarborgregel {
  readonly aanvaller: string;
  readonly naam: string;
  readonly drempel: number;
  readonly bereik: Bereik;
  readonly beschermd: boolean;
}

/**
 * What was found about every count that must be protected. Only `veilig` may go on; everything that was not proved, a
 * solver that ran out of time and two solvers that differ are `onbekend`.
 */
export type Waarborg =
  | { readonly soort: 'veilig' | 'onveilig'; readonly regels: readonly Waarborgregel[] }
  | {
      readonly soort: 'onbekend';
      readonly aanvaller: string;
      readonly naam: string;
      readonly waarom: string;
    };

/** How far a long piece of work is: done, of how many. */
export type Meldvoortgang = (gedaan: number, van: number) => void;

/** Counts that point at few people: from 1 up to the threshold (Handbook on SDC, section 5.2). */
export const teBeschermenBij = (t: Tabellen, drempel: number): Map<string, number> =>
  new Map(t.tellingen.filter(x => x.waarde > 0 && x.waarde < drempel).map(x => [x.naam, drempel]));

/** What an attacker has: what everybody has, and what he knows himself. */
export const stofVan = (s: Aanvalsstof, a: Aanvaller): Aanvalsstof => ({
  kennis: voegKennisSamen([...s.kennis, ...[...a.kent].map(([naam, w]) => kennisVanExact(naam, w))]),
  optellingen: s.optellingen,
});

/** Each attacker with the counts that are to be kept from him: not those that are his own. */
export const gevallenVan = (v: Toetsvraag): { aanvaller: Aanvaller; naam: string; drempel: number }[] =>
  v.aanvallers.flatMap(aanvaller =>
    [...v.teBeschermen]
      .filter(([naam]) => !aanvaller.kent.has(naam))
      .map(([naam, drempel]) => ({ aanvaller, naam, drempel })),
  );

const gelijk = (a: Bereik, b: Bereik): boolean => a.onder === b.onder && a.boven === b.boven;

type Oplossers = readonly [Oplosser, Oplosser];

/** Two tables of whole numbers by the first solver, checked by adding: quick, and it needs no belief in a solver. */
async function langsGetuigen(
  w: Getuigen,
  deel: Aanvalsstof,
  x: { naam: string; geheel: boolean },
  losOp: Oplosser,
): Promise<Bereik | null> {
  const { naam, geheel } = x;
  for (const richting of ['min', 'max'] as const) {
    const v = await zoekGetuige(deel, { doel: { [naam]: 1 }, richting, geheel }, losOp);
    if (v.soort !== 'getuige') return null;
    w.onthoud(v.getuige);
  }
  const paar = w.paar(deel, naam);
  return paar && { onder: paar.laag[naam] ?? NaN, boven: paar.hoog[naam] ?? NaN };
}

/** The range on which both solvers agree, or why there is none. */
async function langsBeide(deel: Aanvalsstof, naam: string, oplossers: Oplossers): Promise<Bereik | string> {
  const [een, twee] = [
    await valAan(deel, naam, oplossers[0], false),
    await valAan(deel, naam, oplossers[1], false),
  ];
  for (const a of [een, twee]) {
    if (a.soort === 'onbekend') return a.waarom;
    if (a.soort === 'strijdig') return 'what is printed cannot be';
  }
  if (een.soort !== 'bereik' || twee.soort !== 'bereik') return 'no range';
  return gelijk(een.bereik, twee.bereik) ? een.bereik : 'two solvers differ';
}

/** One count against one attacker. A second opinion is always there: by adding, or by the other solver. */
async function toets(w: Getuigen, naam: string, drempel: number, oplossers: Oplossers) {
  const deel = w.deel(naam);
  const k = deel.kennis.find(x => x.naam === naam);
  if (!k || deel.kennis.some(x => x.onder > x.boven)) return 'what is printed cannot be';
  if (k.onder === k.boven) return { onder: k.onder, boven: k.boven };
  const eerder = w.paar(deel, naam);
  if (eerder && scheidt(eerder.laag, eerder.hoog, naam, drempel))
    return { onder: eerder.laag[naam] ?? NaN, boven: eerder.hoog[naam] ?? NaN };
  // The quick question first; when its answer is not whole, the slower one that asks for whole numbers.
  for (const geheel of [false, true]) {
    const gevonden = await langsGetuigen(w, deel, { naam, geheel }, oplossers[0]);
    if (gevonden && isBeschermd(gevonden, drempel)) return gevonden;
  }
  return langsBeide(deel, naam, oplossers);
}

/**
 * Attacks every count that must be protected, as every attacker, with all that he has. This is the quick audit: what it
 * calls protected is shown by two tables of whole numbers, or by two solvers that agree on the linear program; `bewijs`
 * is the exact one.
 */
export async function waarborg(
  v: Toetsvraag,
  oplossers: Oplossers,
  meld: Meldvoortgang = () => {},
): Promise<Waarborg> {
  const gevallen = gevallenVan(v);
  const werken = new Map<Aanvaller, Getuigen>();
  const regels: Waarborgregel[] = [];
  for (const { aanvaller, naam, drempel } of gevallen) {
    const w = werken.get(aanvaller) ?? new Getuigen(stofVan(v.stof, aanvaller));
    if (!werken.has(aanvaller)) await w.begin(v.teBeschermen.keys(), false, oplossers[0]);
    werken.set(aanvaller, w);
    const uit = await toets(w, naam, drempel, oplossers);
    if (typeof uit === 'string') return { soort: 'onbekend', aanvaller: aanvaller.naam, naam, waarom: uit };
    const beschermd = isBeschermd(uit, drempel);
    regels.push({ aanvaller: aanvaller.naam, naam, drempel, bereik: uit, beschermd });
    meld(regels.length, gevallen.length);
  }
  return { soort: regels.every(r => r.beschermd) ? 'veilig' : 'onveilig', regels };
}
