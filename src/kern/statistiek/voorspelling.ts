import { eisPositief, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { binomiaalVerdeling } from './binomiaal.ts';
import { aandeelBijGelijk, eisWaarneming, type Waarneming } from './verhouding.ts';

/** Largest observed count, and largest next exposure relative to the observed one, that the search is meant for. */
const GROOTSTE_WAARGENOMEN = 1e6;
const GROOTSTE_VERLENGING = 10;

function eisBereik(waargenomen: Waarneming, volgende: number): void {
  if (waargenomen.telling > GROOTSTE_WAARGENOMEN)
    throw new RangeError(`waargenomen.telling must be at most ${GROOTSTE_WAARGENOMEN}`);
  if (volgende > GROOTSTE_VERLENGING * waargenomen.blootstelling)
    throw new RangeError(`blootstelling must be at most ${GROOTSTE_VERLENGING} times the observed one`);
}

/** Largest k with `geldt(k)`, given that it holds from `start` up to some point. */
function laatsteDie(start: number, geldt: (k: number) => boolean): number {
  let goed = start;
  let stap = 1;
  while (geldt(goed + stap)) {
    goed += stap;
    stap *= 2;
  }
  let fout = goed + stap;
  while (fout - goed > 1) {
    const midden = Math.floor((goed + fout) / 2);
    if (geldt(midden)) goed = midden;
    else fout = midden;
  }
  return goed;
}

/**
 * Prediction interval for the count of a next period in which nothing has changed ("a next year like this would print
 * 4 to 24" after 12): every y that the conditional test would not set apart from the observed count.
 *
 * Given x + y = n, x is binomial(n, t / (t + t')). Lower limit: smallest y with P(X >= x | n) > alpha/2; upper limit:
 * largest y with P(X <= x | n) > alpha/2. Wider than the interval of the mean, since the next count varies as well.
 * Reference: W. Nelson, "Confidence intervals for the ratio of two Poisson means and Poisson predictor intervals", IEEE
 * Trans. Reliability R-19 (1970) 42-49; K. Krishnamoorthy & J. Peng, JSPI 141 (2011) 1709-1718 ("conditional method";
 * the default of EnvStats `predIntPois`).
 * Assumes independent Poisson counts at one unchanged rate; covers at least the promised share.
 * @param waargenomen count (at most 1e6) and exposure observed
 * @param blootstelling exposure of the next period, same unit, at most 10 times the observed one (no forecast of the far
 *   future from one period); as observed when left out
 * @param betrouwbaarheid 0.5 to 0.999999
 * @returns whole numbers, both ends included
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function voorspellingsinterval(
  waargenomen: Waarneming,
  blootstelling?: number,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Interval {
  eisWaarneming('waargenomen', waargenomen);
  const volgende = blootstelling ?? waargenomen.blootstelling;
  eisPositief('blootstelling', volgende);
  eisBereik(waargenomen, volgende);
  const buiten = staartkans(betrouwbaarheid);
  const x = waargenomen.telling;
  const kans = aandeelBijGelijk(waargenomen, { telling: 0, blootstelling: volgende });
  const nietTeLaag = (y: number): boolean => x === 0 || binomiaalVerdeling(x - 1, x + y, kans).boven > buiten;
  const nietTeHoog = (y: number): boolean => binomiaalVerdeling(x, x + y, kans).onder > buiten;
  const ondergrens = nietTeLaag(0) ? 0 : laatsteDie(0, y => !nietTeLaag(y)) + 1;
  return { ondergrens, bovengrens: laatsteDie(0, nietTeHoog) };
}
