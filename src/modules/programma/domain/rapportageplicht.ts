import { leesDeeldatum } from './deeldatum.ts';
import { lijst, type Onderdeel, type Programma, regels, tekst } from './programma.ts';

/** The months of a duty as numbers 1 to 12, each once and in order; anything else in the list is left out. */
export function maandenVan(plicht: Onderdeel): number[] {
  const maanden = regels(plicht, 'maanden').map(Number);
  return [...new Set(maanden)].filter(m => Number.isInteger(m) && m >= 1 && m <= 12).sort((a, b) => a - b);
}

/**
 * The first day on or after `vandaag` on which a report is due: the last day of one of the months, and not before
 * the duty began. Null when no month is named.
 */
export function volgendeVervaldag(
  maanden: readonly number[],
  vandaag: Temporal.PlainDate,
  vanaf: Temporal.PlainDate | null = null,
): Temporal.PlainDate | null {
  const eerste = vanaf && Temporal.PlainDate.compare(vanaf, vandaag) > 0 ? vanaf : vandaag;
  const dagen = [eerste.year, eerste.year + 1].flatMap(year =>
    maanden.map(month => {
      const dag = Temporal.PlainDate.from({ year, month, day: 1 });
      return dag.with({ day: dag.daysInMonth });
    }),
  );
  return (
    dagen
      .filter(dag => Temporal.PlainDate.compare(dag, eerste) >= 0)
      .sort((a, b) => Temporal.PlainDate.compare(a, b))[0] ?? null
  );
}

/** A duty with the day on which its next report is due. */
export interface Plichtstand {
  plicht: Onderdeel;
  volgende: Temporal.PlainDate | null;
}

/** The duties of a region, soonest first; those without a day last. */
export function plichtenVan(p: Programma, vandaag: Temporal.PlainDate): Plichtstand[] {
  return lijst(p, 'rapportageplicht')
    .map(plicht => {
      const vanaf = leesDeeldatum(tekst(plicht, 'vanaf'))?.eerste ?? null;
      return { plicht, volgende: volgendeVervaldag(maandenVan(plicht), vandaag, vanaf) };
    })
    .toSorted((a, b) => (a.volgende?.toString() ?? '9999').localeCompare(b.volgende?.toString() ?? '9999'));
}

/** Days before a due day on which a reminder goes out. */
export const HERINNERINGEN = [14, 1] as const;
export type Vooraf = (typeof HERINNERINGEN)[number];

/**
 * Which reminder a day asks for: the nearest one that has come. A day on which the reminders did not run is made
 * good on the next; the early one is not sent any more once the late one is due. Null: too early.
 */
export function herinneringOp(vervaldag: Temporal.PlainDate, vandaag: Temporal.PlainDate): Vooraf | null {
  const dagen = vandaag.until(vervaldag, { largestUnit: 'days' }).days;
  if (dagen < 0) return null;
  return HERINNERINGEN.toSorted((a, b) => a - b).find(n => dagen <= n) ?? null;
}
