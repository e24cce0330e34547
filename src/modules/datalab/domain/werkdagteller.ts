import { maakDagoordeel, type Werkdagweigering } from '#kern/datum/index.ts';
import { gelukt, type Result } from '#kern/resultaat/index.ts';

/** Counts working days after a day up to and including another, both within the range it was made for. */
export type Werkdagteller = (na: Temporal.PlainDate, totEnMet: Temporal.PlainDate) => number;

const DAG = (van: Temporal.PlainDate, dag: Temporal.PlainDate) => van.until(dag, { largestUnit: 'day' }).days;

/**
 * Judges every day of a range once, so that thousands of lead times can be counted in working days. Refuses with
 * `jaar_onbekend` outside 2000-2099. The counter throws a RangeError for a day outside its range.
 */
export function maakWerkdagteller(
  van: Temporal.PlainDate,
  totEnMet: Temporal.PlainDate,
): Result<Werkdagteller, Werkdagweigering> {
  const beoordeel = maakDagoordeel();
  const totDag: number[] = [];
  let aantal = 0;
  for (let dag = van; Temporal.PlainDate.compare(dag, totEnMet) <= 0; dag = dag.add({ days: 1 })) {
    const oordeel = beoordeel(dag);
    if (!oordeel.ok) return oordeel;
    if (oordeel.waarde.vrijOm === null) aantal += 1;
    totDag.push(aantal);
  }
  const tot = (dag: Temporal.PlainDate): number => {
    const n = totDag[DAG(van, dag)];
    if (n === undefined) throw new RangeError(`outside the range of the counter: ${dag}`);
    return n;
  };
  return gelukt((na, eind) => tot(eind) - tot(na));
}
