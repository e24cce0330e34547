import { eindigeUitkomst, eisNietNegatief, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { normaalKwantiel } from './normaal.ts';
import { eisVerwacht } from './trechter.ts';

/** (1 +- breedte)^2, the lower one not below 0: limits on the square root scale carried back to a ratio. */
export function vanWortelschaal(breedte: number): Interval {
  return {
    ondergrens: Math.max(0, 1 - breedte) ** 2,
    bovengrens: eindigeUitkomst('bovengrens', (1 + breedte) ** 2),
  };
}

/**
 * Funnel limits widened by a factor, as ratios to the expected count: every area's chance variation is taken to be
 * sqrt(phi) times that of Poisson. A phi below 1 widens nothing and narrows nothing.
 *
 * (1 +- z sqrt(phi) / (2 sqrt E))^2. Reference: D. Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202, 5.1.
 * Assumes that areas of every size vary by the same factor; where large areas really differ, the additive form fits better.
 * @param verwacht expected count, 0.1 to 1e8
 * @param phi mean square deviation, from `meetSpreiding`
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function trechtergrenzenMultiplicatief(
  verwacht: number,
  phi: number,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Interval {
  eisVerwacht('verwacht', verwacht);
  eisNietNegatief('phi', phi);
  const z = normaalKwantiel(staartkans(betrouwbaarheid), 'boven');
  return vanWortelschaal((z * Math.sqrt(Math.max(1, phi))) / (2 * Math.sqrt(verwacht)));
}
