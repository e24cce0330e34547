import { maandNaam, type Taal, WEEKDAGEN } from './taal.ts';

const TIJDZONE = 'Europe/Amsterdam';

/** '3 november 2026' / '3 November 2026'. */
export function formatDag(dag: Temporal.PlainDate, taal: Taal = 'nl'): string {
  return `${dag.day} ${maandNaam(dag.month, taal)} ${dag.year}`;
}

/** 'dinsdag 3 november 2026' / 'Tuesday 3 November 2026'. */
export function formatDagMetWeekdag(dag: Temporal.PlainDate, taal: Taal = 'nl'): string {
  return `${WEEKDAGEN[taal][dag.dayOfWeek - 1]} ${formatDag(dag, taal)}`;
}

/** '3-11-2026', the form in which Dutch people type a date; for fields and narrow tables. */
export function formatDagKort(dag: Temporal.PlainDate): string {
  return `${dag.day}-${dag.month}-${dag.year}`;
}

/** '14.05 uur' / '14:05'. */
export function formatTijd(tijd: Temporal.PlainTime, taal: Taal = 'nl'): string {
  const [uur, minuut] = [tijd.hour, tijd.minute].map(deel => String(deel).padStart(2, '0'));
  return taal === 'nl' ? `${uur}.${minuut} uur` : `${uur}:${minuut}`;
}

/** '3 november 2026, 14.05 uur': a moment on the Dutch clock, summer time included. */
export function formatTijdstip(tijdstip: Temporal.Instant, taal: Taal = 'nl'): string {
  const hier = tijdstip.toZonedDateTimeISO(TIJDZONE);
  return `${formatDag(hier.toPlainDate(), taal)}, ${formatTijd(hier.toPlainTime(), taal)}`;
}

/** The calendar day in the Netherlands at a moment: 23.30 UTC on 31 December is already New Year's Day here. */
export function dagInNederland(tijdstip: Temporal.Instant): Temporal.PlainDate {
  return tijdstip.toZonedDateTimeISO(TIJDZONE).toPlainDate();
}
