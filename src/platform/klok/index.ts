/** The clock is an argument everywhere; this is the one place that reads it. */
export interface Klok {
  /** The instant now. */
  nu(): Temporal.Instant;
  /** The calendar day in the Netherlands. */
  vandaag(): Temporal.PlainDate;
}

export const TIJDZONE = 'Europe/Amsterdam';

export const systeemklok: Klok = {
  nu: () => Temporal.Now.instant(),
  vandaag: () => Temporal.Now.plainDateISO(TIJDZONE),
};

/** A clock that stands still, for tests and for pages 'as on' a day. Instant in ISO form with offset or Z. */
export function vasteKlok(tijdstip: string): Klok {
  const nu = Temporal.Instant.from(tijdstip);
  return { nu: () => nu, vandaag: () => nu.toZonedDateTimeISO(TIJDZONE).toPlainDate() };
}
