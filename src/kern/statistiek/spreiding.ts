import { eisEindig } from './argumenten.ts';
import { eisPunten, type Trechterpunt } from './trechter.ts';

/** How much areas vary beyond chance. */
export interface Spreiding {
  /** Per point 2 (sqrt O - sqrt E), over sqrt(1 + v / E): about standard normal when only chance is at work. Not cut off. */
  readonly afwijkingen: readonly number[];
  /** Mean square of the deviations after cutting off; about 1 when only chance is at work. */
  readonly phi: number;
  /** Variance between the areas on the square root scale, beyond chance; 0 when there is no sign of it. */
  readonly tau2: number;
}

/** Share cut off at each end when none is given; Spiegelhalter (2005), FunnelPlotR `trim_by`. */
export const GEBRUIKELIJK_AFKAPDEEL = 0.1;

/** Quantile by R's default definition (type 7) of values in rising order. */
function kwantiel(oplopend: readonly number[], deel: number): number {
  const plek = (oplopend.length - 1) * deel;
  const laag = Math.floor(plek);
  const onder = oplopend[laag] as number;
  const boven = oplopend[Math.min(laag + 1, oplopend.length - 1)] as number;
  return onder + (plek - laag) * (boven - onder);
}

/**
 * Overdispersion of counts around their expectations: whether areas vary more than chance, and how much.
 *
 * z = 2 (sqrt O - sqrt E), pulled in to the quantiles `afkapdeel` and 1 - `afkapdeel` (winsorised), so that a real outlier
 * does not widen the funnel that must show it; phi = mean z^2; tau2 = max(0, (I phi - (I - 1)) / (sum w - sum w^2 / sum w)),
 * w = 4E (DerSimonian & Laird). A count that its source rounded with variance v varies by E + v instead of E, on the
 * square root scale by (1 + v / E) / (4E) (delta method): z is divided by the root of 1 + v / E, and w = 4E / (1 + v / E).
 * Reference: D. Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202 and "Handling over-dispersion of performance
 * indicators", Qual. Saf. Health Care 14 (2005) 347-351; FunnelPlotR `od_adjustment` (method CQC).
 * Assumes that most areas belong to one family. From few areas (fewer than some ten) phi and tau2 are very uncertain.
 * @param punten at least two counts with their expectations
 * @param afkapdeel share cut off at each end, 0 to less than 0.5; 0 cuts nothing off
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function meetSpreiding(
  punten: readonly Trechterpunt[],
  afkapdeel = GEBRUIKELIJK_AFKAPDEEL,
): Spreiding {
  eisPunten('punten', punten, 2);
  eisEindig('afkapdeel', afkapdeel);
  if (afkapdeel < 0 || afkapdeel >= 0.5) throw new RangeError('afkapdeel must lie from 0 to less than 0.5');
  const ruis = (p: Trechterpunt) => 1 + (p.meetfout ?? 0) / p.verwacht;
  const afwijkingen = punten.map(
    p => (2 * (Math.sqrt(p.telling) - Math.sqrt(p.verwacht))) / Math.sqrt(ruis(p)),
  );
  const oplopend = afwijkingen.toSorted((a, b) => a - b);
  const [laag, hoog] = [kwantiel(oplopend, afkapdeel), kwantiel(oplopend, 1 - afkapdeel)];
  const aantal = punten.length;
  const phi = afwijkingen.reduce((s, z) => s + Math.min(hoog, Math.max(laag, z)) ** 2, 0) / aantal;
  const gewichten = punten.map(p => (4 * p.verwacht) / ruis(p));
  const som = gewichten.reduce((s, w) => s + w, 0);
  const kwadraten = gewichten.reduce((s, w) => s + w ** 2, 0);
  const tau2 = Math.max(0, (aantal * phi - (aantal - 1)) / (som - kwadraten / som));
  return { afwijkingen, phi, tau2 };
}
