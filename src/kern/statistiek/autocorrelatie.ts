import { eisEindig } from './argumenten.ts';

/** Residual of each point, divided by its standard deviation under a Poisson mean: (y - mu) / sqrt(mu). */
export function pearsonResten(uitkomst: readonly number[], gemiddelden: readonly number[]): number[] {
  return uitkomst.map((y, i) => (y - (gemiddelden[i] as number)) / Math.sqrt(gemiddelden[i] as number));
}

/**
 * First-order autocorrelation of residuals around 0: how far a high point is followed by a high one. 0 is none.
 *
 * Reference: G.E.P. Box & G.M. Jenkins, Time Series Analysis, section 2.1.5; R `acf(resten, demean = FALSE)`. Over a gap in
 * `momenten` nothing is compared. In short series it is estimated too low: no test is hung on it.
 * @param resten at least 3, not all 0
 * @param momenten whole moment of each residual, rising; left out: 0, 1, 2 …
 * @throws TypeError, RangeError when an argument is invalid.
 */
export function autocorrelatie(
  resten: readonly number[],
  momenten: readonly number[] = resten?.map?.((_, i) => i),
): number {
  if (!Array.isArray(resten)) throw new TypeError('resten must be a list');
  if (resten.length < 3) throw new RangeError('resten must have at least 3 values');
  resten.forEach((rest, i) => {
    eisEindig(`resten[${i}]`, rest);
  });
  if (!Array.isArray(momenten)) throw new TypeError('momenten must be a list');
  if (momenten.length !== resten.length) throw new RangeError('momenten must be as many as resten');
  momenten.forEach((moment, i) => {
    eisEindig(`momenten[${i}]`, moment);
  });
  const kwadraten = resten.reduce((som, rest) => som + rest * rest, 0);
  if (kwadraten === 0) throw new RangeError('resten must not all be 0');
  const producten = resten.reduce((som, rest, i) => {
    const buur = i > 0 && (momenten[i] as number) - (momenten[i - 1] as number) === 1;
    return buur ? som + rest * (resten[i - 1] as number) : som;
  }, 0);
  return producten / kwadraten;
}
