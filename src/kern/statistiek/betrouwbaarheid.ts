import { eisEindig } from './argumenten.ts';

/** Usual confidence level; 0.998 is the other one in use (OHID Fingertips). */
export const GEBRUIKELIJKE_BETROUWBAARHEID = 0.95;

/**
 * Probability outside the interval on each side: (1 - betrouwbaarheid) / 2.
 * @throws TypeError, RangeError unless betrouwbaarheid lies between 0.5 and 0.999999.
 */
export function staartkans(betrouwbaarheid: number): number {
  eisEindig('betrouwbaarheid', betrouwbaarheid);
  if (betrouwbaarheid < 0.5 || betrouwbaarheid > 0.999999)
    throw new RangeError('betrouwbaarheid must lie between 0.5 and 0.999999');
  return (1 - betrouwbaarheid) / 2;
}
