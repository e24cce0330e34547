/** How long signing in lasts, in minutes. */
export interface Sessieduur {
  /** Without a request. */
  stil: number;
  /** Since signing in, whatever happens. */
  hoogstens: number;
}

export const SESSIEDUUR: Sessieduur = { stil: 8 * 60, hoogstens: 24 * 60 };

/** One sign-in on one device. `sterk`: a second step was set; without it there is no access. */
export interface Sessie {
  id: string;
  persoonId: string;
  sterk: boolean;
  begonnen: Temporal.Instant;
  gezien: Temporal.Instant;
  /** Browser and system, such as 'Firefox op Windows'. */
  apparaat: string;
}

const minutenSinds = (van: Temporal.Instant, nu: Temporal.Instant) =>
  (nu.epochMilliseconds - van.epochMilliseconds) / 60_000;

/** Does the session still hold at this instant? */
export function sessieGeldt(
  s: Pick<Sessie, 'begonnen' | 'gezien'>,
  nu: Temporal.Instant,
  duur: Sessieduur,
): boolean {
  return minutenSinds(s.gezien, nu) < duur.stil && minutenSinds(s.begonnen, nu) < duur.hoogstens;
}

/** Is the note of last use old enough to write a new one? Once a minute is enough for a limit of hours. */
export function moetAanraken(s: Pick<Sessie, 'gezien'>, nu: Temporal.Instant): boolean {
  return minutenSinds(s.gezien, nu) >= 1;
}
