import type { Stap } from './stap.ts';

/** A stretch of days that do not count: the term stands still and runs on afterwards. */
export interface Opschorting {
  /** First day that does not count. */
  readonly van: Temporal.PlainDate;
  /** Last day that does not count; null while it lasts. */
  readonly totEnMet: Temporal.PlainDate | null;
  /** Why, with the provision: 'wachten op aanvulling (Awb art. 4:15)'. */
  readonly grond: string;
}

export interface AfgerondeOpschorting extends Opschorting {
  readonly totEnMet: Temporal.PlainDate;
}

const { compare } = Temporal.PlainDate;
const dagenTot = (van: Temporal.PlainDate, tot: Temporal.PlainDate) =>
  van.until(tot, { largestUnit: 'day' }).days;

/** Whether a day is suspended. */
export function isOpgeschort(
  dag: Temporal.PlainDate,
  opschortingen: readonly AfgerondeOpschorting[],
): boolean {
  return opschortingen.some(({ van, totEnMet }) => compare(van, dag) <= 0 && compare(dag, totEnMet) <= 0);
}

/**
 * Moves the last day of a term back by the days that did not count. Days before the first day of the term, days
 * after its end, and days that two suspensions share count once or not at all.
 */
export function verlengMetOpschorting(
  eersteDag: Temporal.PlainDate,
  laatsteDag: Temporal.PlainDate,
  opschortingen: readonly AfgerondeOpschorting[],
): { readonly laatsteDag: Temporal.PlainDate; readonly stappen: readonly Stap[] } {
  const stappen: Stap[] = [];
  let eind = laatsteDag;
  let nogVrij = eersteDag;
  for (const { van, totEnMet, grond } of opschortingen.toSorted((a, b) => compare(a.van, b.van))) {
    const begin = compare(van, nogVrij) < 0 ? nogVrij : van;
    if (compare(begin, totEnMet) > 0 || compare(begin, eind) > 0) continue;
    const dagen = dagenTot(begin, totEnMet) + 1;
    eind = eind.add({ days: dagen });
    nogVrij = totEnMet.add({ days: 1 });
    stappen.push({ code: 'opgeschort', van: begin.toString(), totEnMet: totEnMet.toString(), dagen, grond });
  }
  return { laatsteDag: eind, stappen };
}
