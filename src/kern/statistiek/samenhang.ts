import { eisTelling } from './argumenten.ts';
import { chiKwadraatVerdeling } from './chikwadraat.ts';
import { eisReeks, gemiddelde, som } from './reeks.ts';

/** Do neighbouring periods resemble each other? */
export interface Samenhangtoets {
  /** Autocorrelations at distance 1, 2, ... */
  readonly correlaties: readonly number[];
  readonly q: number;
  readonly p: number;
}

/**
 * Ljung-Box test of correlation between periods at distance 1 to `afstanden`: Q = n (n + 2) sum r_k^2 / (n - k) against
 * chi-square. A constant series gives correlations of 0.
 * Reference: G.M. Ljung & G.E.P. Box, Biometrika 65 (1978) 297-303; R `Box.test(type = "Ljung-Box")`, `acf`.
 * In series shorter than about 20 it sees only strong correlation.
 * @param reeks at least 8 values, oldest first
 * @param afstanden 1 to a quarter of the number of values
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function samenhangtoets(reeks: readonly number[], afstanden = 1): Samenhangtoets {
  eisReeks('reeks', reeks, 8);
  eisTelling('afstanden', afstanden);
  const n = reeks.length;
  if (afstanden < 1 || afstanden > n / 4)
    throw new RangeError('afstanden must lie between 1 and a quarter of the values');
  const midden = gemiddelde(reeks);
  const rest = reeks.map(x => x - midden);
  const totaal = som(rest.map(r => r * r));
  const correlaties = Array.from({ length: afstanden }, (_, k) =>
    totaal === 0 ? 0 : som(rest.slice(k + 1).map((r, i) => r * (rest[i] as number))) / totaal,
  );
  const q = n * (n + 2) * som(correlaties.map((r, k) => (r * r) / (n - k - 1)));
  return { correlaties, q, p: chiKwadraatVerdeling(q, afstanden).boven };
}
