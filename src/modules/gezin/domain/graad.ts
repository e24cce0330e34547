/**
 * How certain a field of a person is. "We do not know" and "he would not say" are two different facts: the first is
 * a question still to be asked, the second is an answer (AVG art. 5(1)(d), accuracy).
 */
export const GRADEN = ['bekend', 'onbekend', 'geweigerd'] as const;
export type Graadcode = (typeof GRADEN)[number];

/** A value with its grade of certainty; only what is known has a value. */
export type Graad<T> =
  | { readonly graad: 'bekend'; readonly waarde: T }
  | { readonly graad: 'onbekend' | 'geweigerd' };

export const ONBEKEND = { graad: 'onbekend' } as const;
export const GEWEIGERD = { graad: 'geweigerd' } as const;

export function bekend<T>(waarde: T): Graad<T> {
  return { graad: 'bekend', waarde };
}

/** The value when it is known, otherwise null. */
export function waardeVan<T>(g: Graad<T>): T | null {
  return g.graad === 'bekend' ? g.waarde : null;
}
