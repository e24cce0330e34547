import { keerOm, losOp } from './lineair.ts';
import { som } from './reeks.ts';

/** A fitted log-linear model of counts: R `glm(family = quasipoisson(link = "log"))`. */
export interface LogModel {
  readonly coefficienten: readonly number[];
  /** (X'WX)^-1, without the dispersion. */
  readonly omgekeerd: readonly (readonly number[])[];
  readonly verwacht: readonly number[];
  /** Pearson chi-square per degree of freedom. */
  readonly spreiding: number;
  readonly deviantie: number;
  readonly vrijheidsgraden: number;
  /** Leverage of each point. */
  readonly hefboom: readonly number[];
}

const MEESTE_STAPPEN = 50;
const NAUWKEURIG = 1e-12;

function normaal(x: readonly (readonly number[])[], w: readonly number[]): number[][] {
  const p = (x[0] as readonly number[]).length;
  return Array.from({ length: p }, (_, a) =>
    Array.from({ length: p }, (__, b) =>
      som(x.map((rij, i) => (w[i] as number) * (rij[a] as number) * (rij[b] as number))),
    ),
  );
}

const maal = (rij: readonly number[], b: readonly number[]): number =>
  som(rij.map((v, k) => v * (b[k] as number)));

function afwijking(y: readonly number[], mu: readonly number[], gewicht: readonly number[]): number {
  const deel = (t: number, m: number) => (t === 0 ? 0 : t * Math.log(t / m)) - (t - m);
  return 2 * som(y.map((t, i) => (gewicht[i] as number) * deel(t, mu[i] as number)));
}

// One step of iteratively reweighted least squares; columns of x keep their order.
function stapVan(
  x: readonly (readonly number[])[],
  y: readonly number[],
  mu: readonly number[],
  gewicht: readonly number[],
): number[] {
  const w = mu.map((m, i) => m * (gewicht[i] as number));
  const z = mu.map((m, i) => Math.log(m) + ((y[i] as number) - m) / m);
  const p = (x[0] as readonly number[]).length;
  const rechts = Array.from({ length: p }, (_, k) =>
    som(x.map((rij, i) => (w[i] as number) * (rij[k] as number) * (z[i] as number))),
  );
  return losOp(normaal(x, w), rechts);
}

function afgerond(
  x: readonly (readonly number[])[],
  y: readonly number[],
  b: readonly number[],
  gewicht: readonly number[],
): LogModel {
  const mu = x.map(rij => Math.exp(maal(rij, b)));
  const w = mu.map((m, i) => m * (gewicht[i] as number));
  const omgekeerd = keerOm(normaal(x, w));
  const vrijheidsgraden = gewicht.filter(g => g > 0).length - b.length;
  const pearson = som(
    y.map((t, i) => ((gewicht[i] as number) * (t - (mu[i] as number)) ** 2) / (mu[i] as number)),
  );
  const hefboom = x.map(
    (rij, i) =>
      (w[i] as number) *
      maal(
        rij,
        omgekeerd.map(o => maal(o, rij)),
      ),
  );
  return {
    coefficienten: b,
    omgekeerd,
    verwacht: mu,
    spreiding: vrijheidsgraden > 0 ? pearson / vrijheidsgraden : Number.NaN,
    deviantie: afwijking(y, mu, gewicht),
    vrijheidsgraden,
    hefboom,
  };
}

/**
 * Fits log mean = X b to counts by iteratively reweighted least squares.
 * Reference: P. McCullagh & J.A. Nelder, Generalized Linear Models (1989), 2.5; R `glm.fit`. Small models only: centre
 * the columns.
 * @param x rows of the design; @param y counts; @param gewicht prior weights, 1 when left out
 * @returns null when it does not converge (all counts 0, or a column that explains everything)
 */
export function pasLogModel(
  x: readonly (readonly number[])[],
  y: readonly number[],
  gewicht: readonly number[] = y.map(() => 1),
): LogModel | null {
  if (som(y) === 0) return null;
  let mu = y.map(t => t + 0.1);
  let vorige = Number.POSITIVE_INFINITY;
  try {
    for (let stap = 0; stap < MEESTE_STAPPEN; stap++) {
      const b = stapVan(x, y, mu, gewicht);
      mu = x.map(rij => Math.exp(maal(rij, b)));
      const nu = afwijking(y, mu, gewicht);
      if (!Number.isFinite(nu)) return null;
      if (Math.abs(nu - vorige) <= NAUWKEURIG * (Math.abs(nu) + 0.1)) return afgerond(x, y, b, gewicht);
      vorige = nu;
    }
  } catch (fout) {
    if (fout instanceof RangeError) return null;
    throw fout;
  }
  return null;
}
