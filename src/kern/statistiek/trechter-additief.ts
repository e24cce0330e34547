import { eisNietNegatief, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { normaalKwantiel } from './normaal.ts';
import { eisVerwacht } from './trechter.ts';
import { vanWortelschaal } from './trechter-multiplicatief.ts';

/**
 * Funnel limits widened by a variance between the areas (random effects), as ratios to the expected count: areas differ
 * among themselves for lasting reasons, and chance comes on top. However large the area, the limits do not close.
 *
 * (1 +- z sqrt(1 / (4E) + tau2))^2. Reference: D. Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202, 5.2;
 * FunnelPlotR `build_limits_lookup` (method CQC).
 * Assumes that the areas are draws from one family with this variance.
 * @param verwacht expected count, 0.1 to 1e8
 * @param tau2 variance between areas on the square root scale, from `meetSpreiding`
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function trechtergrenzenAdditief(
  verwacht: number,
  tau2: number,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Interval {
  eisVerwacht('verwacht', verwacht);
  eisNietNegatief('tau2', tau2);
  const z = normaalKwantiel(staartkans(betrouwbaarheid), 'boven');
  return vanWortelschaal(z * Math.sqrt(1 / (4 * verwacht) + tau2));
}
