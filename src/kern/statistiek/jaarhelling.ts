import { chiKwadraatVerdeling } from './chikwadraat.ts';
import { pasLogModel } from './farrington-model.ts';
import { normaalVerdeling } from './normaal.ts';
import { eisTellingreeks } from './reeks.ts';

/** A steady change per period in a short series of counts. */
export interface Jaarhelling {
  /** Log of the factor per period. */
  readonly helling: number;
  /** Standard error at Poisson variation. */
  readonly fout: number;
  /** Two-sided p-value; the standard error is widened when the points lie further from the line than chance. */
  readonly p: number;
  readonly deviantie: number;
  /** Chance of at least this deviance from the line: small when it is no steady change. */
  readonly pPassend: number;
  readonly spreiding: number;
}

/**
 * Log-linear slope of 3 or more counts: Poisson regression on the period, with the standard error multiplied by the
 * root of the dispersion when that exceeds 1 (quasi-Poisson).
 * Reference: McCullagh & Nelder (1989), 6.2; R `glm(y ~ t, poisson)`. With three or four points the dispersion is
 * hardly known: a small p-value is a hint, no proof.
 * Assumes equal exposure.
 * @returns null when it cannot be fitted (all 0)
 * @throws TypeError, RangeError when reeks holds fewer than 3 counts.
 */
export function jaarhelling(reeks: readonly number[]): Jaarhelling | null {
  eisTellingreeks('reeks', reeks, 3);
  const midden = (reeks.length - 1) / 2;
  const m = pasLogModel(
    reeks.map((_, i) => [1, i - midden]),
    reeks,
  );
  if (m === null) return null;
  const helling = m.coefficienten[1] as number;
  const fout = Math.sqrt((m.omgekeerd[1] as readonly number[])[1] as number);
  const spreiding = Math.max(1, m.spreiding);
  const z = Math.abs(helling) / (fout * Math.sqrt(spreiding));
  return {
    helling,
    fout,
    p: 2 * normaalVerdeling(z).boven,
    deviantie: m.deviantie,
    pPassend: chiKwadraatVerdeling(Math.max(0, m.deviantie), m.vrijheidsgraden).boven,
    spreiding,
  };
}
