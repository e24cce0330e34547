import { eisReeks, gemiddelde, sprongen } from './reeks.ts';

/** 3 / 1.128: three standard deviations from the mean moving range of two neighbours. */
const SCHAAL = 2.66;
/** Upper limit of a moving range in units of its mean; what lies at or above it is left out when screening. */
const ZEEF = 3.267;
/** Fewer points give limits that may still move: "trial limits". */
export const XMR_PROEFPUNTEN = 12;

/** Limits of a control chart of single values. */
export interface Regelgrenzen {
  readonly midden: number;
  readonly ondergrens: number;
  readonly bovengrens: number;
  /** Two thirds of the way from the middle to a limit. */
  readonly onderNabij: number;
  readonly bovenNabij: number;
  /** Made from fewer than twelve points. */
  readonly voorlopig: boolean;
}

/** Limits at `afstand` above and below the middle. */
export function grenzenRond(midden: number, afstand: number, punten: number): Regelgrenzen {
  return {
    midden,
    ondergrens: midden - afstand,
    bovengrens: midden + afstand,
    onderNabij: midden - (2 * afstand) / 3,
    bovenNabij: midden + (2 * afstand) / 3,
    voorlopig: punten < XMR_PROEFPUNTEN,
  };
}

/**
 * Limits of an XmR chart (individual values and moving range): mean +- 2.66 times the mean moving range.
 *
 * Reference: D.J. Wheeler & D.S. Chambers, Understanding Statistical Process Control (1992); with `gezeefd` moving
 * ranges of 3.267 times their mean or more are left out first, as NHSRplotthedots does and the NHS spreadsheet does not.
 * Assumes a mean of about 10 or more, no trend, season or correlation between neighbours: on Poisson counts of mean 1
 * it alarms wrongly on 1.9 % of the points. The lower limit may be negative: it is then no limit at all.
 * @param reeks baseline, oldest first, at least 2 values
 * @throws TypeError, RangeError when reeks is no series of finite numbers.
 */
export function xmrGrenzen(reeks: readonly number[], gezeefd = true): Regelgrenzen {
  eisReeks('reeks', reeks, 2);
  const alle = sprongen(reeks);
  const grens = ZEEF * gemiddelde(alle);
  const over = gezeefd ? alle.filter(s => s < grens) : alle;
  return grenzenRond(gemiddelde(reeks), over.length === 0 ? 0 : SCHAAL * gemiddelde(over), reeks.length);
}
