import { parseDag } from '#kern/datum/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { isCode } from './codes.ts';

/** What can be wrong with one field; the sentence stands with the texts. */
export type Veldgebrek = 'leeg' | 'te_lang' | 'geen_datum' | 'toekomst' | 'geen_keuze' | 'onbruikbaar_teken';
export type Veldoordeel<T> = Result<T, Weigering<Veldgebrek>>;

/** The most that one text may hold, in characters. */
export const LANGSTE_TEKST = 20_000;
export const LANGSTE_REGEL = 200;

const fout = (code: Veldgebrek): Veldoordeel<never> => geweigerd(weigering(code));

// PostgreSQL stores no null character; half a surrogate pair is no text.
const onbruikbaar = (tekst: string): boolean => tekst.includes('\u0000') || !tekst.isWellFormed();

/** A text that must be filled in. Line ends become one kind. */
export function leesTekst(ruw: string, hoogstens = LANGSTE_TEKST): Veldoordeel<string> {
  const tekst = ruw.replace(/\r\n?/g, '\n').trim();
  if (tekst === '') return fout('leeg');
  if (onbruikbaar(tekst)) return fout('onbruikbaar_teken');
  return tekst.length > hoogstens ? fout('te_lang') : gelukt(tekst);
}

/** A text that may stay empty. */
export function leesVrijeTekst(ruw: string, hoogstens = LANGSTE_REGEL): Veldoordeel<string> {
  return ruw.trim() === '' ? gelukt('') : leesTekst(ruw, hoogstens);
}

/** A day that is not in the future. */
export function leesDag(ruw: string, vandaag: Temporal.PlainDate): Veldoordeel<Temporal.PlainDate> {
  if (ruw.trim() === '') return fout('leeg');
  const dag = parseDag(ruw);
  if (!dag.ok) return fout('geen_datum');
  return Temporal.PlainDate.compare(dag.waarde, vandaag) > 0 ? fout('toekomst') : gelukt(dag.waarde);
}

/** One of these codes; anything else is not a choice. */
export function leesKeuze<C extends string>(ruw: string, codes: readonly C[]): Veldoordeel<C> {
  if (ruw === '') return fout('leeg');
  return isCode(codes, ruw) ? gelukt(ruw) : fout('geen_keuze');
}
