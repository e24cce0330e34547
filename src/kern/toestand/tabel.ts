/** What an act does from one state: where it leads, who may do it, what it needs and on what ground. */
export interface Overgang<Toestand extends string, Rol extends string, Veld extends string = never> {
  readonly naar: Toestand;
  /** The roles that may do this; never empty in a sound table. */
  readonly door: readonly [Rol, ...Rol[]];
  /** Fields that must be filled in, such as `reden`. */
  readonly vereist?: readonly Veld[];
  /** The provision the act rests on, for the access documentation: 'Wth art. 9 lid 1'. */
  readonly grondslag?: string;
}

/** Written in the table for a state that nothing leads out of: that is a decision, an empty object is not. */
export const EINDTOESTAND = 'eindtoestand';

type MinstensEen<T> = { [K in keyof T]-?: Required<Pick<T, K>> & Partial<Omit<T, K>> }[keyof T];

/** The acts decided for one state: at least one, or explicitly none. */
export type Handelingen<
  Toestand extends string,
  Handeling extends string,
  Rol extends string,
  Veld extends string = never,
> = MinstensEen<Readonly<Record<Handeling, Overgang<Toestand, Rol, Veld>>>> | typeof EINDTOESTAND;

/**
 * The transition table of one process: state → act → transition. Every state must be in it with its acts or as
 * `EINDTOESTAND`, so that a new state without decided acts does not compile. Buttons, refusals, the diagram and
 * the access documentation all read this one table.
 *
 * Write it as `const tabel: Overgangstabel<Toestand, Handeling, Rol, Veld> = { … }`.
 */
export type Overgangstabel<
  Toestand extends string,
  Handeling extends string,
  Rol extends string,
  Veld extends string = never,
> = Readonly<Record<Toestand, Handelingen<Toestand, Handeling, Rol, Veld>>>;

/** One row of a table: everything about one act from one state. */
export interface Tabelregel<
  Toestand extends string,
  Handeling extends string,
  Rol extends string,
  Veld extends string = never,
> extends Overgang<Toestand, Rol, Veld> {
  readonly van: Toestand;
  readonly handeling: Handeling;
}

/** The acts decided for a state as rows, in the order of the table; empty for an end state. */
export function handelingenVanuit<T extends string, H extends string, R extends string, V extends string>(
  tabel: Overgangstabel<T, H, R, V>,
  van: NoInfer<T>,
): Tabelregel<T, H, R, V>[] {
  const rij: Handelingen<T, H, R, V> = tabel[van];
  if (rij === EINDTOESTAND) return [];
  const paren = Object.entries(rij) as [H, Overgang<T, R, V> | undefined][];
  return paren.flatMap(([handeling, overgang]) => (overgang ? [{ ...overgang, van, handeling }] : []));
}

/** All rows of a table, state by state. */
export function tabelregels<T extends string, H extends string, R extends string, V extends string>(
  tabel: Overgangstabel<T, H, R, V>,
): Tabelregel<T, H, R, V>[] {
  return toestandenVan(tabel).flatMap(van => handelingenVanuit(tabel, van));
}

/** All states of a table, in its order. */
export function toestandenVan<T extends string, H extends string, R extends string, V extends string>(
  tabel: Overgangstabel<T, H, R, V>,
): T[] {
  return Object.keys(tabel) as T[];
}
