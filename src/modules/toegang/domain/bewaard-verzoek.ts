/** A form as it was sent: where to, and its fields in order. */
export interface Verzoekinhoud {
  pad: string;
  velden: [string, string][];
}

/** How long it is kept, in hours, and how many of one person: the newest win. */
export const BEWAARDUUR = { uren: 24, hoogstens: 5, bron: 'C2.7: hoogstens een dag' } as const;

/** Field by which the kept form is known when it is sent after all. */
export const BEWAARVELD = '_bewaard';

const EIGEN = new Set(['_csrf', BEWAARVELD]);

/**
 * Is a form for this address kept when its sender turns out to be signed out? Not those of signing in and of the
 * own account, which hold passwords, and not the API, which has no form to show again.
 */
export function isBewaarbaar(pad: string): boolean {
  return (
    /^\/[\x21-\x7e]*$/.test(pad) &&
    pad.length <= 500 &&
    !/^\/(aanmelden|afmelden|uitnodiging|account|api)(\/|$)/.test(pad)
  );
}

/** The typed fields of a sent form, without our own; a file has to be chosen again. */
export function typvelden(lichaam: Record<string, unknown>): [string, string][] {
  return Object.entries(lichaam).flatMap(([naam, waarde]) => {
    if (EIGEN.has(naam)) return [];
    const waarden: unknown[] = Array.isArray(waarde) ? waarde : [waarde];
    return waarden.flatMap((w): [string, string][] => (typeof w === 'string' ? [[naam, w]] : []));
  });
}

/** The fields that a reader knows as his own words: not empty, not a bare id or number that the page itself put there. */
export function leesbareVelden(velden: readonly [string, string][]): [string, string][] {
  const kaal = /^[\d\s.-]*$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  return velden
    .filter(([, waarde]) => waarde.trim() !== '' && !kaal.test(waarde))
    .map(([naam, waarde]) => [naam.replaceAll(/[_[\].-]+/g, ' ').trim(), waarde]);
}
