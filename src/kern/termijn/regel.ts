import { gelukt, geweigerd, type Result, type Weigering, weigering } from '../resultaat/index.ts';
import { GEEN_REGEL, LENGTE_ONGELDIG, MEER_REGELS } from './teksten.ts';

export type Termijneenheid = 'uur' | 'dag' | 'werkdag' | 'week' | 'maand' | 'jaar';

/**
 * A statutory term as a record. New law is a new record, never a changed one: the term that applied when it
 * started keeps applying to it.
 */
export interface Termijnregel {
  /** Stable code of the term, the same over successive versions: `huisverbod_duur`. */
  readonly code: string;
  readonly naam: string;
  readonly wet: string;
  readonly artikel: string;
  /** First day on which this record applies. */
  readonly geldigVanaf: Temporal.PlainDate;
  /** First day on which it no longer applies, so that it joins the next record without a gap; null = open. */
  readonly geldigTot: Temporal.PlainDate | null;
  /** Whole number of at least 1, in `eenheid`. */
  readonly lengte: number;
  readonly eenheid: Termijneenheid;
  /** Whether the day on which the term starts is its first day, or the day after. */
  readonly eersteDagTelt: boolean;
  /**
   * Whether the Algemene termijnenwet extends the term. `geen` also for terms that a law exempts (Wet tijdelijk
   * huisverbod art. 13), that are counted back from an event (Atw art. 1 lid 2), that regulate publication or
   * entry into force, or deprive of liberty (Atw art. 4 b and c). Article 4 a is applied by the engine.
   */
  readonly verschuiving: 'geen' | 'algemene_termijnenwet';
  /** Where the length was read. */
  readonly bron: string;
  /** False if no source could confirm it: the outcome then carries a reservation. */
  readonly bevestigd: boolean;
}

export type Regelweigering = Weigering<'geen_termijnregel' | 'meer_termijnregels' | 'termijnlengte_ongeldig'>;

/**
 * The record of a term that applies on the day it starts. Refuses if there is none (`geen_termijnregel`), if
 * there are more (`meer_termijnregels`: the records contradict each other) or if its length is no whole number
 * of at least 1 (`termijnlengte_ongeldig`). It never picks or guesses.
 */
export function kiesRegel(
  regels: readonly Termijnregel[],
  code: string,
  start: Temporal.PlainDate,
): Result<Termijnregel, Regelweigering> {
  const { compare } = Temporal.PlainDate;
  const geldig = regels.filter(
    regel =>
      regel.code === code &&
      compare(regel.geldigVanaf, start) <= 0 &&
      (regel.geldigTot === null || compare(start, regel.geldigTot) < 0),
  );
  const gegevens = { termijn: code, start: start.toString() };
  const [regel] = geldig;
  if (regel === undefined) return geweigerd(weigering('geen_termijnregel', GEEN_REGEL, gegevens));
  if (geldig.length > 1) return geweigerd(weigering('meer_termijnregels', MEER_REGELS, gegevens));
  if (!Number.isInteger(regel.lengte) || regel.lengte < 1) {
    return geweigerd(weigering('termijnlengte_ongeldig', LENGTE_ONGELDIG, gegevens));
  }
  return gelukt(regel);
}
