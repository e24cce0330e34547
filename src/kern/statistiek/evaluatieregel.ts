import { eisOpenKans, eisTelling } from './argumenten.ts';

/** The rule behind a verdict on an act: a choice, with its source, that an installation may change. */
export interface Evaluatieregel {
  /** Fewest points before and after for a model; with fewer only a description is given. */
  readonly minstensPunten: number;
  /** Fewest points that must be left over the terms of the model. */
  readonly minstensVrij: number;
  /** Level of the interval. */
  readonly betrouwbaarheid: number;
  /** Fewest placebo dates on which a rank means anything. */
  readonly minstensSchijndata: number;
  /** Largest share of dates that may show as much as the true one before a difference is called unsure. */
  readonly grootsteSchijndeel: number;
  /** Where these numbers come from. */
  readonly bron: string;
}

/** The rule when none is given. */
export const GEBRUIKELIJKE_EVALUATIEREGEL: Evaluatieregel = {
  minstensPunten: 12,
  minstensVrij: 8,
  betrouwbaarheid: 0.95,
  minstensSchijndata: 10,
  grootsteSchijndeel: 0.2,
  bron:
    '12 punten: Turner et al., BMC Medical Research Methodology 21 (2021) 134, simulaties van korte onderbroken reeksen; ' +
    'aandeel schijndata en vrijheidsgraden: keuze van dit huis',
};

/** @throws TypeError, RangeError when a part of the rule is out of range or its source is not named. */
export function eisEvaluatieregel(regel: Evaluatieregel): void {
  if (typeof regel !== 'object' || regel === null) throw new TypeError('regel must be an object');
  eisTelling('regel.minstensPunten', regel.minstensPunten);
  eisTelling('regel.minstensVrij', regel.minstensVrij);
  eisOpenKans('regel.betrouwbaarheid', regel.betrouwbaarheid);
  eisTelling('regel.minstensSchijndata', regel.minstensSchijndata);
  eisOpenKans('regel.grootsteSchijndeel', regel.grootsteSchijndeel);
  if (typeof regel.bron !== 'string' || regel.bron.trim() === '')
    throw new TypeError('regel.bron must name a source');
}
