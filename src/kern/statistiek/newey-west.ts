import { eisTelling } from './argumenten.ts';
import type { Matrix } from './kleinste-kwadraten.ts';
import { eisVraag, type Regressie, type Regressievraag } from './regressie.ts';

export interface NeweyWestKeuze {
  /** Furthest distance in time over which errors may hang together; 0 gives White's covariance. */
  readonly vertraging: number;
  /** Whole moment of each point, rising; left out: 0, 1, 2 … A gap counts as a gap. */
  readonly momenten?: readonly number[];
  /** theta of a negative binomial fit; left out: Poisson or quasi-Poisson. */
  readonly theta?: number;
}

/** Usual furthest distance: floor(4 (n / 100)^(2/9)), Newey & West, Review of Economic Studies 61 (1994) 631-653. */
export function gebruikelijkeVertraging(aantal: number): number {
  eisTelling('aantal', aantal);
  return Math.floor(4 * (aantal / 100) ** (2 / 9));
}

/** Score of each point: derivative of its log likelihood in each coefficient. */
function scores(vraag: Regressievraag, regressie: Regressie, theta: number | undefined): number[][] {
  return vraag.ontwerp.map((rij, i) => {
    const mu = regressie.gemiddelden[i] as number;
    const rest = ((vraag.uitkomst[i] as number) - mu) * (vraag.gewichten?.[i] ?? 1);
    return rij.map(x => (x * rest) / (theta === undefined ? 1 : 1 + mu / theta));
  });
}

function eisMomenten(momenten: readonly number[], aantal: number): void {
  if (!Array.isArray(momenten) || momenten.length !== aantal)
    throw new RangeError(`keuze.momenten must have ${aantal} values`);
  momenten.forEach((m, i) => {
    if (!Number.isSafeInteger(m) || (i > 0 && m <= (momenten[i - 1] as number)))
      throw new RangeError(`keuze.momenten[${i}] must be whole and later than the one before`);
  });
}

/** Sum over pairs at most `vertraging` apart of score by score, with Bartlett's weights 1 - d / (vertraging + 1). */
function vlees(u: Matrix, momenten: readonly number[], vertraging: number): number[][] {
  const k = u[0]?.length ?? 0;
  const som = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (let i = 0; i < u.length; i += 1)
    for (let j = i; j >= 0; j -= 1) {
      const afstand = (momenten[i] as number) - (momenten[j] as number);
      if (afstand > vertraging) break;
      const gewicht = 1 - afstand / (vertraging + 1);
      for (let a = 0; a < k; a += 1)
        for (let b = 0; b < k; b += 1) {
          const heen = (u[i]?.[a] as number) * (u[j]?.[b] as number);
          const terug = i === j ? 0 : (u[j]?.[a] as number) * (u[i]?.[b] as number);
          const rij = som[a] as number[];
          rij[b] = (rij[b] as number) + gewicht * (heen + terug);
        }
    }
  return som;
}

const maal = (a: Matrix, b: Matrix): number[][] =>
  a.map(rij => (b[0] ?? []).map((_, k) => rij.reduce((som, x, i) => som + x * (b[i]?.[k] as number), 0)));

/**
 * Covariance of the coefficients that allows for errors of unequal size that hang together over time.
 *
 * Reference: W.K. Newey & K.D. West, Econometrica 55 (1987) 703-708, Bartlett weights, no prewhitening, with the factor
 * n / (n - k); R `sandwich::NeweyWest(fit, lag, prewhite = FALSE, adjust = TRUE)`.
 * In short series and at high autocorrelation these errors are still too small (Turner et al., BMC Medical Research
 * Methodology 21 (2021) 134): print that beside them.
 * @throws TypeError, RangeError when an argument is invalid or the fit is not that of the question.
 */
export function neweyWest(vraag: Regressievraag, regressie: Regressie, keuze: NeweyWestKeuze): number[][] {
  eisVraag(vraag);
  if (typeof regressie !== 'object' || regressie === null) throw new TypeError('regressie must be an object');
  if (typeof keuze !== 'object' || keuze === null) throw new TypeError('keuze must be an object');
  const n = vraag.uitkomst.length;
  if (regressie.gemiddelden.length !== n) throw new RangeError('regressie must be the fit of vraag');
  eisTelling('keuze.vertraging', keuze.vertraging);
  if (keuze.vertraging >= n) throw new RangeError('keuze.vertraging must be less than the number of points');
  const momenten = keuze.momenten ?? vraag.uitkomst.map((_, i) => i);
  eisMomenten(momenten, n);
  const brood = regressie.omgekeerde;
  const v = maal(
    maal(brood, vlees(scores(vraag, regressie, keuze.theta), momenten, keuze.vertraging)),
    brood,
  );
  return v.map(rij => rij.map(x => (x * n) / (n - brood.length)));
}
