/** `fout` blocks the act; `signalering` must be acknowledged by a person, and then the act goes on. */
export type Ernst = 'fout' | 'signalering';

/** What a check adds to a finding: the exact fields, or the numbers its sentence is filled with. */
export interface Bezwaar {
  readonly velden?: readonly string[];
  /** Filled into the wording: codes, counts, ISO dates; never anything about a person. */
  readonly gegevens?: Readonly<Record<string, string | number>>;
}

/**
 * One numbered check. The number is stable and is never used again for something else; the wording is kept per
 * number apart from the rule (`Controleteksten`).
 */
export interface Controle<X, Code extends string = string> {
  /** Letters of the room and three digits: `HV101`. */
  readonly code: Code;
  readonly ernst: Ernst;
  /** The fields the finding points to; a `Bezwaar` may name others. */
  readonly velden: readonly string[];
  /**
   * Whether `x` is in order: true, or false for a finding, or one `Bezwaar` per finding (none = in order).
   */
  readonly toets: (x: X) => boolean | readonly Bezwaar[];
}

/** One finding of one check. */
export interface Bevinding<Code extends string = string> {
  readonly code: Code;
  readonly ernst: Ernst;
  readonly velden: readonly string[];
  readonly gegevens: Readonly<Record<string, string | number>>;
}

const VORM = /^[A-Z]{2,4}\d{3}$/;

/** The codes that occur more than once in these lists together, in order, each once. */
export function dubbeleCodes(...lijsten: readonly (readonly { readonly code: string }[])[]): string[] {
  const codes = lijsten.flat().map(({ code }) => code);
  return [...new Set(codes.filter((code, plaats) => codes.indexOf(code) !== plaats))];
}

/**
 * Makes the list of checks of a thing. Throws an Error if a code is not letters and three digits or stands in the
 * list twice: a finding must lead to exactly one rule. Checks between rooms are compared with `dubbeleCodes`.
 */
export function maakControles<X, Code extends string>(
  controles: readonly Controle<X, Code>[],
): readonly Controle<X, Code>[] {
  const fout = controles.filter(({ code }) => !VORM.test(code)).map(({ code }) => code);
  if (fout.length > 0) throw new Error(`Geen controlecode: ${fout.join(', ')}`);
  const dubbel = dubbeleCodes(controles);
  if (dubbel.length > 0) throw new Error(`Dubbele controlecode: ${dubbel.join(', ')}`);
  return controles;
}

/** Runs all checks, also after the first finding, and gives the findings in the order of the list. */
export function controleer<X, Code extends string>(
  controles: readonly Controle<X, Code>[],
  x: X,
): Bevinding<Code>[] {
  return controles.flatMap(({ code, ernst, velden, toets }) => {
    const uitkomst = toets(x);
    const bezwaren = typeof uitkomst === 'boolean' ? (uitkomst ? [] : [{}]) : uitkomst;
    return bezwaren.map((bezwaar: Bezwaar) => ({
      code,
      ernst,
      velden: bezwaar.velden ?? velden,
      gegevens: bezwaar.gegevens ?? {},
    }));
  });
}
