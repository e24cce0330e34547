import type { Periode } from './periode.ts';

function maandgrenzen(periode: Periode): { van: [number, number]; totEnMet: [number, number] } {
  switch (periode.soort) {
    case 'jaar':
      return { van: [periode.jaar, 1], totEnMet: [periode.jaar, 12] };
    case 'halfjaar':
      return {
        van: [periode.jaar, periode.halfjaar * 6 - 5],
        totEnMet: [periode.jaar, periode.halfjaar * 6],
      };
    case 'kwartaal':
      return {
        van: [periode.jaar, periode.kwartaal * 3 - 2],
        totEnMet: [periode.jaar, periode.kwartaal * 3],
      };
    case 'maand':
      return { van: [periode.jaar, periode.maand], totEnMet: [periode.jaar, periode.maand] };
    case 'deeljaar':
      return { van: [periode.jaar, periode.vanMaand], totEnMet: [periode.jaar, periode.totEnMetMaand] };
    case 'jarenreeks':
      return { van: [periode.vanJaar, 1], totEnMet: [periode.totEnMetJaar, 12] };
  }
}

/** The first day of a period. */
export function eersteDag(periode: Periode): Temporal.PlainDate {
  const [year, month] = maandgrenzen(periode).van;
  return Temporal.PlainDate.from({ year, month, day: 1 });
}

/** The last day of a period, itself still in it. */
export function laatsteDag(periode: Periode): Temporal.PlainDate {
  const [year, month] = maandgrenzen(periode).totEnMet;
  return Temporal.PlainDate.from({ year, month, day: 31 }, { overflow: 'constrain' });
}

/** The number of days in a period: 366 for a leap year. */
export function aantalDagen(periode: Periode): number {
  return eersteDag(periode).until(laatsteDag(periode), { largestUnit: 'day' }).days + 1;
}

/** Whether a day lies in a period. */
export function bevatDag(periode: Periode, dag: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(dag, eersteDag(periode)) >= 0 && compare(dag, laatsteDag(periode)) <= 0;
}

/** Whether all of `deel` lies in `geheel`. */
export function bevatPeriode(geheel: Periode, deel: Periode): boolean {
  return bevatDag(geheel, eersteDag(deel)) && bevatDag(geheel, laatsteDag(deel));
}

/** Whether two periods share at least one day: their figures may then not be added up. */
export function overlappen(a: Periode, b: Periode): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(eersteDag(a), laatsteDag(b)) <= 0 && compare(eersteDag(b), laatsteDag(a)) <= 0;
}

/** Order for `sort`: by first day, then the shorter one first. Zero only for the same period. */
export function vergelijkPerioden(a: Periode, b: Periode): number {
  const { compare } = Temporal.PlainDate;
  return compare(eersteDag(a), eersteDag(b)) || compare(laatsteDag(a), laatsteDag(b));
}
