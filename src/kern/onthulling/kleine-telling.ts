/** The smallest count about which anything may be said beyond the print itself (SDC Handbook, chapter 5.2). */
export const KLEINSTE_TELLING = 5;

/**
 * Is this a count of 1 to 4? Such a count is shown as its source printed it, and nothing (rate, interval, verdict,
 * colour, order) is built on it. Zero is not small: it points at nobody.
 */
export function isKleineTelling(telling: number): boolean {
  return telling > 0 && telling < KLEINSTE_TELLING;
}
