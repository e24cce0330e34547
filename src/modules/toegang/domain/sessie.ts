import type { Rol } from './rollen.ts';

/** How long signing in lasts, in minutes, and where the length comes from. */
export interface Sessieduur {
  /** Without a request. */
  stil: number;
  /** Since signing in, whatever happens. */
  hoogstens: number;
  /** How long before either end whoever has a form before him is warned (WCAG 2.2.1: in time to act). */
  waarschuw: number;
  bron: string;
}

export const SESSIEDUUR: Sessieduur = {
  stil: 8 * 60,
  hoogstens: 24 * 60,
  waarschuw: 10,
  bron: 'Afspraak van dit huis, binnen NIST SP 800-63B (2017), 4.2.3 voor het absolute einde',
};

/**
 * For whoever may be given relations with files. NIST SP 800-63B (2017), 4.3.3: again after fifteen minutes
 * without use and after twelve hours at most. A working day with a break fits in ten.
 */
export const CASUSSESSIE: Sessieduur = {
  stil: 15,
  hoogstens: 10 * 60,
  waarschuw: 3,
  bron: 'NIST SP 800-63B (2017), 4.3.3: 15 minuten stilte, hoogstens 12 uur; dit huis kiest 10',
};

/** Roles of casework: they sign in by the stricter rules. */
export const CASUSROLLEN: readonly Rol[] = ['professional', 'teamleider', 'intaker', 'privacyfunctionaris'];

/** How long a session of somebody with these roles lasts: one role of casework makes it the shorter. */
export function sessieduurVoor(rollen: readonly Rol[]): Sessieduur {
  return rollen.some(r => CASUSROLLEN.includes(r)) ? CASUSSESSIE : SESSIEDUUR;
}

/** One sign-in on one device. `sterk`: a second step was set; without it there is no access. */
export interface Sessie {
  id: string;
  persoonId: string;
  sterk: boolean;
  begonnen: Temporal.Instant;
  gezien: Temporal.Instant;
  /** Browser and system, such as 'Firefox op Windows'. */
  apparaat: string;
  /** Was once seen to have run out; then it never holds again. */
  verlopen: boolean;
}

const minutenSinds = (van: Temporal.Instant, nu: Temporal.Instant) =>
  (nu.epochMilliseconds - van.epochMilliseconds) / 60_000;

/** Does the session still hold at this instant? */
export function sessieGeldt(
  s: Pick<Sessie, 'begonnen' | 'gezien' | 'verlopen'>,
  nu: Temporal.Instant,
  duur: Sessieduur,
): boolean {
  if (s.verlopen) return false;
  return minutenSinds(s.gezien, nu) < duur.stil && minutenSinds(s.begonnen, nu) < duur.hoogstens;
}

/** When a session ends, if nothing is asked any more and in any case, and how that is warned for. */
export interface Sessieeinde {
  /** Minutes of silence after which it ends. */
  stil: number;
  stilTot: Temporal.Instant;
  hoogstensTot: Temporal.Instant;
  /** Minutes before either end. */
  waarschuw: number;
}

export function sessieeinde(s: Pick<Sessie, 'begonnen' | 'gezien'>, duur: Sessieduur): Sessieeinde {
  return {
    stil: duur.stil,
    stilTot: s.gezien.add({ minutes: duur.stil }),
    hoogstensTot: s.begonnen.add({ minutes: duur.hoogstens }),
    waarschuw: duur.waarschuw,
  };
}

/** Is the note of last use old enough to write a new one? Once a minute is enough for a limit of minutes. */
export function moetAanraken(s: Pick<Sessie, 'gezien'>, nu: Temporal.Instant): boolean {
  return minutenSinds(s.gezien, nu) >= 1;
}
