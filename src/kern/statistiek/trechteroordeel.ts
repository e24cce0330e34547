import {
  eisKans,
  eisNietNegatief,
  eisOpenKans,
  eisPositief,
  eisTelling,
  type Interval,
} from './argumenten.ts';
import { staartkans } from './betrouwbaarheid.ts';
import { poissonVerdeling } from './poisson.ts';
import { GEBRUIKELIJK_AFKAPDEEL, meetSpreiding, type Spreiding } from './spreiding.ts';
import { eisPunten, type Trechterpunt, trechtergrenzen } from './trechter.ts';
import { trechtergrenzenAdditief } from './trechter-additief.ts';

/** Where a count lies; the last one is no weaker form of the first. */
export type Trechteroordeel = 'binnen' | 'erboven' | 'eronder' | 'niet_te_zeggen';

/** The rule behind the verdicts of a funnel: a choice, with its source. */
export interface Trechterregel {
  /** Share of the counts that lie within the limits when nothing is the matter. */
  readonly betrouwbaarheid: number;
  /** Smallest count (other than 0) that may be in a funnel. */
  readonly kleinsteTelling: number;
  /** With fewer areas there is no funnel. */
  readonly minstePunten: number;
  /** Ratio to the expectation that must have been noticed before "binnen" may be said (2 = twice as many). */
  readonly relevanteVerhouding: number;
  /** Chance with which that ratio must have been noticed. */
  readonly gewenstVermogen: number;
  /** Share of the areas pulled in at each end when the spread is measured. */
  readonly afkapdeel: number;
  readonly bron: string;
}

/** The rule when none is given. */
export const GEBRUIKELIJKE_TRECHTERREGEL: Trechterregel = {
  betrouwbaarheid: 0.998,
  kleinsteTelling: 5,
  minstePunten: 5,
  relevanteVerhouding: 2,
  gewenstVermogen: 0.8,
  afkapdeel: GEBRUIKELIJK_AFKAPDEEL,
  bron:
    'Grenzen 99,8 procent en afkappen 10 procent: Spiegelhalter (2005); vermogen 0,8 naar Cohen (1988); drempel 5 naar het ' +
    'SDC Handbook, hoofdstuk 5.2; ten minste 5 gebieden en een verdubbeling: keuze van dit huis',
};

/** One verdict with what is needed to explain it. Limits are ratios to the expected count. */
export interface Trechterplek extends Interval {
  readonly oordeel: Trechteroordeel;
  /** Chance that the relevant ratio would have been noticed at these limits, were there no spread beyond chance. */
  readonly vermogen: number;
}

/** A funnel with its verdicts. */
export interface Trechter {
  /** In the order of the points. */
  readonly plekken: readonly Trechterplek[];
  readonly spreiding: Spreiding;
  /** Were the limits widened, because the areas vary more than chance? */
  readonly verbreed: boolean;
  /** How many points would lie outside the limits of chance alone. */
  readonly buitenToeval: number;
  /** Chance that at least one point lies outside though nothing is the matter: 1 - betrouwbaarheid ^ number of points. */
  readonly kansOpValsAlarm: number;
  readonly regel: Trechterregel;
}

/** @throws TypeError, RangeError when a part of the rule is out of range or its source is not named. */
function eisTrechterregel(regel: Trechterregel): void {
  if (typeof regel !== 'object' || regel === null) throw new TypeError('regel must be an object');
  staartkans(regel.betrouwbaarheid);
  eisTelling('regel.kleinsteTelling', regel.kleinsteTelling);
  eisTelling('regel.minstePunten', regel.minstePunten);
  if (regel.minstePunten < 2) throw new RangeError('regel.minstePunten must be at least 2');
  eisPositief('regel.relevanteVerhouding', regel.relevanteVerhouding);
  if (regel.relevanteVerhouding <= 1) throw new RangeError('regel.relevanteVerhouding must be above 1');
  eisOpenKans('regel.gewenstVermogen', regel.gewenstVermogen);
  eisKans('regel.afkapdeel', regel.afkapdeel);
  if (typeof regel.bron !== 'string' || regel.bron.trim() === '')
    throw new TypeError('regel.bron must name a source');
}

/**
 * Limits that decide and that are drawn: those of chance alone, or those with the spread between the areas where these
 * lie further out. As ratios to the expected count. Rounding by the source with variance `meetfout` adds
 * meetfout / (4 E^2) to that spread: on the square root scale of {@link trechtergrenzenAdditief} the variance of O / E is
 * (E + meetfout) / (4 E^2) (delta method). Arguments and refusals as the two that it joins.
 */
export function trechterrand(
  verwacht: number,
  tau2: number,
  betrouwbaarheid: number,
  meetfout = 0,
): Interval {
  const toeval = trechtergrenzen(verwacht, betrouwbaarheid);
  eisNietNegatief('tau2', tau2);
  eisNietNegatief('meetfout', meetfout);
  const erbij = tau2 + meetfout / (4 * verwacht ** 2);
  if (erbij === 0) return toeval;
  const ruimer = trechtergrenzenAdditief(verwacht, erbij, betrouwbaarheid);
  return {
    ondergrens: Math.min(toeval.ondergrens, ruimer.ondergrens),
    bovengrens: Math.max(toeval.bovengrens, ruimer.bovengrens),
  };
}

const ligt = (punt: Trechterpunt, { ondergrens, bovengrens }: Interval): 'binnen' | 'erboven' | 'eronder' => {
  if (punt.telling > bovengrens * punt.verwacht) return 'erboven';
  return punt.telling < ondergrens * punt.verwacht ? 'eronder' : 'binnen';
};

/** Chance of a count above the limits of chance when the true expectation is `verhouding` times the common one. */
function vermogenBij(verwacht: number, toeval: Interval, verhouding: number): number {
  return poissonVerdeling(Math.floor(toeval.bovengrens * verwacht), verhouding * verwacht).boven;
}

/**
 * Where counts lie in a funnel around their expectations, instead of in a ranking.
 *
 * `erboven` and `eronder` when the count lies outside the limits, widened by the spread between the areas where there
 * is any (additive, {@link meetSpreiding}); otherwise `binnen`, but `niet_te_zeggen` when so little was expected that
 * even the relevant ratio would too often have stayed within the limits of chance.
 * Reference: D. Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202.
 * Assumes independent counts, registered in the same way everywhere. Outside the funnel says that the RECORDED number
 * differs from that of the others; not that there is more violence, nor that anybody works well or badly.
 * @param punten counts with expectations, none of 1 to kleinsteTelling - 1: their place would tell what they are
 * @param regel the rule; {@link GEBRUIKELIJKE_TRECHTERREGEL} when left out
 * @throws TypeError, RangeError when an argument is out of range, there are too few points, or a count is too small.
 */
export function oordeelTrechter(
  punten: readonly Trechterpunt[],
  regel: Trechterregel = GEBRUIKELIJKE_TRECHTERREGEL,
): Trechter {
  eisTrechterregel(regel);
  eisPunten('punten', punten, regel.minstePunten);
  punten.forEach((p, i) => {
    if (p.telling > 0 && p.telling < regel.kleinsteTelling)
      throw new RangeError(`punten[${i}].telling is too small to be in a funnel`);
  });
  const spreiding = meetSpreiding(punten, regel.afkapdeel);
  const plekken: Trechterplek[] = [];
  let buitenToeval = 0;
  for (const punt of punten) {
    const { verwacht, meetfout = 0 } = punt;
    const toeval = trechterrand(verwacht, 0, regel.betrouwbaarheid, meetfout);
    const rand = trechterrand(verwacht, spreiding.tau2, regel.betrouwbaarheid, meetfout);
    if (ligt(punt, toeval) !== 'binnen') buitenToeval += 1;
    const vermogen = vermogenBij(punt.verwacht, toeval, regel.relevanteVerhouding);
    const waar = ligt(punt, rand);
    const stil = waar === 'binnen' && vermogen < regel.gewenstVermogen;
    plekken.push({ oordeel: stil ? 'niet_te_zeggen' : waar, vermogen, ...rand });
  }
  const kansOpValsAlarm = 1 - regel.betrouwbaarheid ** punten.length;
  return { plekken, spreiding, verbreed: spreiding.tau2 > 0, buitenToeval, kansOpValsAlarm, regel };
}
