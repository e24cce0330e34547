/** A variable of a linear program, with its bounds; whole numbers only when `geheel`. */
export interface Veranderlijke {
  readonly naam: string;
  readonly onder: number;
  /** Infinity: without end. */
  readonly boven: number;
  readonly geheel: boolean;
}

export type Termen = Readonly<Record<string, number>>;

export interface Eis {
  readonly termen: Termen;
  readonly soort: '=' | '<=' | '>=';
  readonly rechts: number;
}

/** A linear program as plain data: every solver can take it, and a test can read it. */
export interface Vraagstuk {
  readonly richting: 'min' | 'max';
  readonly doel: Termen;
  readonly veranderlijken: readonly Veranderlijke[];
  readonly eisen: readonly Eis[];
  /** Seconds after which an unproved answer is no longer waited for; the solver's own limit when not given. */
  readonly geduld?: number;
}

/**
 * What a solver says. `onbekend` is everything that is not a proof: time ran out, a gap was left, it gave up. A caller
 * may never read it as safe.
 */
export type Uitkomst =
  | {
      readonly soort: 'optimaal';
      readonly waarde: number;
      readonly bij: ReadonlyMap<string, number>;
      /** Per condition how much the value changes with its right side, where the solver tells and nothing is whole. */
      readonly schaduw?: ArrayLike<number>;
    }
  | { readonly soort: 'onmogelijk' }
  | { readonly soort: 'onbegrensd' }
  | { readonly soort: 'onbekend'; readonly waarom: string };

/** Solves a program: lent by the platform, since solving is a library's work. */
export type Oplosser = (p: Vraagstuk) => Promise<Uitkomst>;
