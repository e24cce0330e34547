import { eisOpenKans, eisTelling } from './argumenten.ts';

/** The rule behind a verdict: a choice, with its source, that an installation may change. */
export interface Oordeelregel {
  /** Level of the two-sided exact test after adjustment. */
  readonly alfa: number;
  /** Smallest count (other than 0) about which a verdict is given. */
  readonly kleinsteTelling: number;
  /** Relative fall that must have been detectable before "geen_signaal" may be said (0.5 = halving). */
  readonly relevanteDaling: number;
  /** Chance with which that fall must have been detected. */
  readonly gewenstVermogen: number;
  /** Where these numbers come from. */
  readonly bron: string;
}

/**
 * The rule when none is given. At 5 % the exact test of two single years sees a halving from 50 a year in 80.2 % of the
 * cases and from 20 a year in 37.4 %; a fall of 20 % needs 363 a year (power table, computed with R and stored in
 * test/vectors/statistiek). So below about 50 a year the absence of a signal says nothing.
 */
export const GEBRUIKELIJKE_OORDEELREGEL: Oordeelregel = {
  alfa: 0.05,
  kleinsteTelling: 5,
  relevanteDaling: 0.5,
  gewenstVermogen: 0.8,
  bron:
    'Vermogen van de exacte conditionele toets op twee jaren (R, poisson.test): halvering vanaf 50 per jaar 80,2 %; ' +
    'wenselijk vermogen 0,8 naar Cohen (1988); drempel 5 naar het SDC Handbook, hoofdstuk 5.2',
};

/** @throws TypeError, RangeError when a part of the rule is out of range or its source is not named. */
export function eisRegel(regel: Oordeelregel): void {
  if (typeof regel !== 'object' || regel === null) throw new TypeError('regel must be an object');
  eisOpenKans('regel.alfa', regel.alfa);
  eisTelling('regel.kleinsteTelling', regel.kleinsteTelling);
  eisOpenKans('regel.relevanteDaling', regel.relevanteDaling);
  eisOpenKans('regel.gewenstVermogen', regel.gewenstVermogen);
  if (typeof regel.bron !== 'string' || regel.bron.trim() === '')
    throw new TypeError('regel.bron must name a source');
}
