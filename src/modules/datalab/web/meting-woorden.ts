import { formatDag } from '#kern/datum/index.ts';
import { TIJDZONE } from '#platform/klok/index.ts';
import type { Taal } from '#platform/ui/index.ts';
import type { Meting } from '../domain/meting.ts';
import { type Metingteksten, metingEn, metingNl } from './teksten-meting.ts';

/** The texts about measurements in a language. */
export function metingteksten(taal: Taal): Metingteksten {
  return taal === 'en' ? metingEn : metingNl;
}

/** The name of a measurement: its kind and year, and its number when it is not the first. */
export function metingnaam(m: Meting, taal: Taal): string {
  const t = metingteksten(taal);
  const soort = t.soorten[m.soort];
  return m.volgnummer === 1
    ? t.naamVan(soort, String(m.jaar))
    : t.naamVanMeer(soort, String(m.jaar), String(m.volgnummer));
}

/** The day on which a measurement was laid down. */
export function vastgesteldOp(m: Meting, taal: Taal): string {
  return formatDag(Temporal.Instant.from(m.vastgesteld).toZonedDateTimeISO(TIJDZONE).toPlainDate(), taal);
}

/** The day as of which its figures were known. */
export function bekendOp(m: Meting, taal: Taal): string {
  return formatDag(Temporal.PlainDate.from(m.bekendOp), taal);
}
