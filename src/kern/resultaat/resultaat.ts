import type { Weigering } from './weigering.ts';

/**
 * The outcome of a rule or a use case: a value, or a refusal that says why not. Refusals are expected
 * outcomes (wrong input, lost race, act not possible now); bugs and broken connections throw.
 */
export type Result<T, F = Weigering> =
  | { readonly ok: true; readonly waarde: T }
  | { readonly ok: false; readonly weigering: F };

/** Makes a successful outcome. */
export function gelukt<T>(waarde: T): { readonly ok: true; readonly waarde: T } {
  return { ok: true, waarde };
}

/** Makes a refused outcome. */
export function geweigerd<F>(weigering: F): { readonly ok: false; readonly weigering: F } {
  return { ok: false, weigering };
}

/**
 * Takes the value out of an outcome that the caller knows to be good (a constant, a checked import).
 * Throws an Error that names the refusal otherwise: reaching that is a bug, not a user's mistake.
 */
export function waardeOf<T>(resultaat: Result<T, { readonly code: string; readonly melding?: string }>): T {
  if (resultaat.ok) return resultaat.waarde;
  const { code, melding } = resultaat.weigering;
  throw new Error(`Onverwachte weigering ${code}${melding === undefined ? '' : `: ${melding}`}`);
}

type Waarden<R> = { [V in keyof R]: R[V] extends Result<infer T, infer _F> ? T : never };

/**
 * Puts the outcomes of the fields of a form together: all values, or one refusal `ongeldig` that carries the
 * message of every field that was refused, so that the reader can mend them in one go.
 */
export function combineerVelden<R extends Record<string, Result<unknown, Weigering>>>(
  velden: R,
): Result<Waarden<R>, Weigering<'ongeldig'>> {
  const waarden: Record<string, unknown> = {};
  const meldingen: Record<string, string> = {};
  for (const [veld, uitkomst] of Object.entries(velden)) {
    if (uitkomst.ok) waarden[veld] = uitkomst.waarde;
    else meldingen[veld] = uitkomst.weigering.melding ?? uitkomst.weigering.code;
  }
  if (Object.keys(meldingen).length > 0) return geweigerd({ code: 'ongeldig', velden: meldingen });
  return gelukt(waarden as Waarden<R>);
}
