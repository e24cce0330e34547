import { gelukt, geweigerd, type Result, type Weigering, weigering } from '../resultaat/index.ts';
import { MAANDEN, WEEKDAGEN } from './taal.ts';
import { DATUM_MELDINGEN, type Datumweigering } from './teksten.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const CIJFERS = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d+)$/;
const WOORDEN = /^(\d{1,2})[\s-]+(\p{L}+)\.?[\s-]+(\d+)$/u;
const WEEKDAG = /^(\p{L}+),?\s+(?=\d)/u;

function weiger(code: Datumweigering): Result<never, Weigering<Datumweigering>> {
  return geweigerd(weigering(code, DATUM_MELDINGEN[code]));
}

function zoekNaam(namen: readonly string[], woord: string): number {
  return namen.findIndex(naam => naam.toLowerCase() === woord) + 1;
}

/** Number of a month by its name or its usual short form ('nov', 'mrt', 'sept'), 0 if it is none. */
function maandNummer(woord: string): number {
  const vol = zoekNaam(MAANDEN.nl, woord) || zoekNaam(MAANDEN.en, woord);
  if (vol > 0) return vol;
  if (woord === 'mrt') return 3;
  if (woord === 'sept') return 9;
  if (woord.length !== 3) return 0;
  const begintMet = (naam: string) => naam.toLowerCase().startsWith(woord);
  return MAANDEN.nl.findIndex(begintMet) + 1 || MAANDEN.en.findIndex(begintMet) + 1;
}

function leesDelen(tekst: string): { jaar: string; maand: number; dag: number } | null {
  const iso = ISO.exec(tekst);
  if (iso) return { jaar: iso[1] ?? '', maand: Number(iso[2]), dag: Number(iso[3]) };
  const cijfers = CIJFERS.exec(tekst);
  if (cijfers) return { jaar: cijfers[3] ?? '', maand: Number(cijfers[2]), dag: Number(cijfers[1]) };
  const woorden = WOORDEN.exec(tekst);
  if (!woorden) return null;
  const maand = maandNummer(woorden[2] ?? '');
  return maand === 0 ? null : { jaar: woorden[3] ?? '', maand, dag: Number(woorden[1]) };
}

/**
 * Reads a day as people in the Netherlands write it: '3-11-2026', '3/11/2026', '3 november 2026', '3 nov 2026',
 * with or without the day of the week, and ISO '2026-11-03'. Day before month, always. The year has four
 * digits: a two-digit birth year is never guessed.
 *
 * Refuses with `datum_leeg`, `datum_onleesbaar`, `datum_jaar_onvolledig`, `datum_bestaat_niet` (30 February)
 * or `datum_weekdag_klopt_niet`, each with a sentence for the reader.
 */
export function parseDag(invoer: string): Result<Temporal.PlainDate, Weigering<Datumweigering>> {
  const tekst = invoer.trim().toLowerCase().replace(/\s+/g, ' ');
  if (tekst === '') return weiger('datum_leeg');
  const weekdagwoord = WEEKDAG.exec(tekst)?.[1];
  const delen = leesDelen(tekst.replace(WEEKDAG, ''));
  if (delen === null) return weiger('datum_onleesbaar');
  if (delen.jaar.length !== 4) return weiger('datum_jaar_onvolledig');
  const { maand: month, dag: day } = delen;
  let datum: Temporal.PlainDate;
  try {
    datum = Temporal.PlainDate.from({ year: Number(delen.jaar), month, day }, { overflow: 'reject' });
  } catch {
    return weiger('datum_bestaat_niet');
  }
  if (weekdagwoord === undefined) return gelukt(datum);
  const weekdag = zoekNaam(WEEKDAGEN.nl, weekdagwoord) || zoekNaam(WEEKDAGEN.en, weekdagwoord);
  if (weekdag === 0) return weiger('datum_onleesbaar');
  return weekdag === datum.dayOfWeek ? gelukt(datum) : weiger('datum_weekdag_klopt_niet');
}
