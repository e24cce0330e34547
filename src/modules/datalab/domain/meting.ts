import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';

export const METINGSOORTEN = ['nulmeting', 'jaarmeting'] as const;
export type Metingsoort = (typeof METINGSOORTEN)[number];

/** A set of figures that was laid down and does not change. */
export interface Meting {
  readonly id: string;
  readonly regio: string;
  /** Its name in its permanent address. */
  readonly slug: string;
  readonly soort: Metingsoort;
  readonly jaar: number;
  /** The how-manieth of its kind over its year. */
  readonly volgnummer: number;
  /** ISO day: the figures as they were known then. */
  readonly bekendOp: string;
  /** Instant in ISO form. */
  readonly vastgesteld: string;
}

/** Name in the address: 'nulmeting-2024', and 'nulmeting-2024-2' for the second. */
export function metingslug(soort: Metingsoort, jaar: number, volgnummer: number): string {
  return volgnummer === 1 ? `${soort}-${jaar}` : `${soort}-${jaar}-${volgnummer}`;
}

/**
 * A day that an address or a form names, in ISO form, up to and including today. Refuses what is no day and a day
 * that is still to come: what will be known then is not known.
 */
export function leesBekendOp(
  invoer: string,
  vandaag: Temporal.PlainDate,
): Result<Temporal.PlainDate, Weigering<'dag_onbekend'>> {
  const weiger = (melding: string) => geweigerd(weigering('dag_onbekend', melding));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(invoer))
    return weiger(`‘${invoer}’ is geen dag. Schrijf een dag als 2026-03-01.`);
  let dag: Temporal.PlainDate;
  try {
    dag = Temporal.PlainDate.from(invoer, { overflow: 'reject' });
  } catch {
    return weiger(`De dag ‘${invoer}’ bestaat niet.`);
  }
  return Temporal.PlainDate.compare(dag, vandaag) > 0
    ? weiger(`De dag ‘${invoer}’ moet nog komen. Kies vandaag of een dag daarvoor.`)
    : gelukt(dag);
}
