/**
 * Why something was not done. One open shape, so that the web page and the API translate every refusal in
 * one place without knowing the room it comes from:
 *
 * | part       | page                               | problem+json (RFC 9457)                   |
 * |------------|------------------------------------|-------------------------------------------|
 * | `code`     | chooses heading and way out        | last part of `type`; decides the status   |
 * | `melding`  | the sentence in the error summary  | `detail`                                  |
 * | `velden`   | summary links to the field         | `invalidParams` / `errors`, one per field |
 * | `versie`   | "iemand anders wijzigde dit"       | extension member, the current version     |
 * | `gegevens` | filled into the sentence           | extension members                         |
 *
 * Codes are Dutch snake_case and stable. The four of `BASISCODES` carry a status of their own (404, 422, 409,
 * 409); any other code is a rule of a room and answers 422. `gegevens` never holds anything about a person.
 */
export interface Weigering<C extends string = string> {
  readonly code: C;
  /** One Dutch sentence for the reader; absent where the code says enough. */
  readonly melding?: string;
  /** Field name → Dutch sentence for that field. */
  readonly velden?: Readonly<Record<string, string>>;
  /** The version that is stored now (`conflict`). */
  readonly versie?: number;
  /** Facts that the sentence is built from: codes, counts, ISO dates. */
  readonly gegevens?: Readonly<Record<string, string | number | boolean | null>>;
}

export const BASISCODES = ['niet_gevonden', 'ongeldig', 'conflict', 'niet_toegestaan_overgang'] as const;
export type Basiscode = (typeof BASISCODES)[number];

/**
 * Not there, or not for this reader. Deliberately without a reason and without data: who may not see a thing
 * must not learn from the answer that it exists.
 */
export function nietGevonden(): Weigering<'niet_gevonden'> {
  return { code: 'niet_gevonden' };
}

/** The input cannot be used; per field the sentence that says how to mend it. */
export function ongeldig(velden: Readonly<Record<string, string>>, melding?: string): Weigering<'ongeldig'> {
  return melding === undefined ? { code: 'ongeldig', velden } : { code: 'ongeldig', velden, melding };
}

/** Someone else saved first. `versie` is the version stored now, so that the reader can compare and redo. */
export function conflict(versie: number): Weigering<'conflict'> {
  return { code: 'conflict', versie };
}

/** The act exists and is the reader's to do, but not from the state the thing is in now. */
export function nietToegestaneOvergang(
  toestand: string,
  handeling: string,
): Weigering<'niet_toegestaan_overgang'> {
  return { code: 'niet_toegestaan_overgang', gegevens: { toestand, handeling } };
}

/** A refusal by a rule of a room, with a code of its own. */
export function weigering<C extends string>(
  code: C,
  melding?: string,
  gegevens?: Weigering['gegevens'],
): Weigering<C> {
  return { code, ...(melding === undefined ? {} : { melding }), ...(gegevens ? { gegevens } : {}) };
}
