import { eindigeUitkomst, eisEindig, eisNietNegatief, eisPositief, GROOTSTE_TELLING } from './argumenten.ts';
import {
  GeenSchatting,
  type KleinsteKwadraten,
  kleinsteKwadraten,
  type Matrix,
} from './kleinste-kwadraten.ts';
import { afwijking } from './loggamma.ts';

export { GeenSchatting };

/** Most columns of a model: beyond it nothing here has been compared with another program. */
export const MEESTE_KOLOMMEN = 20;

/** A regression of counts on columns, with a log link. */
export interface Regressievraag {
  /** One count per point; need not be whole (a weighted or imputed count), 0 or greater. */
  readonly uitkomst: readonly number[];
  /** One row per point; the intercept is a column of ones that the caller gives. */
  readonly ontwerp: Matrix;
  /** Natural logarithm of the exposure per point; left out: 0. */
  readonly offset?: readonly number[];
  /** Prior weight per point, greater than 0; left out: 1. */
  readonly gewichten?: readonly number[];
}

/** A fitted model. */
export interface Regressie {
  readonly coefficienten: readonly number[];
  /** (X'WX)^-1: the covariance of the coefficients at a dispersion of 1. */
  readonly omgekeerde: Matrix;
  /** Fitted mean per point. */
  readonly gemiddelden: readonly number[];
  readonly hefboom: readonly number[];
  readonly deviantie: number;
  /** Pearson chi-square divided by the residual degrees of freedom: 1 for Poisson counts. */
  readonly spreiding: number;
  /** Points less columns. */
  readonly vrijheidsgraden: number;
  /** Steps until the deviance stood still. */
  readonly stappen: number;
}

/** Variance as a function of the mean: `mu` for Poisson and quasi-Poisson, `mu + mu^2 / theta` for the NB. */
export interface Familie {
  readonly variantie: (gemiddelde: number) => number;
  /** Contribution of one point to the deviance. */
  readonly deviantie: (telling: number, gemiddelde: number) => number;
}

export const POISSON: Familie = {
  variantie: mu => mu,
  deviantie: (y, mu) => 2 * (y === 0 ? mu : afwijking(y, mu)),
};

function eisLijst(naam: string, lijst: readonly number[], aantal: number, eis: typeof eisEindig): void {
  if (!Array.isArray(lijst)) throw new TypeError(`${naam} must be a list`);
  if (lijst.length !== aantal) throw new RangeError(`${naam} must have ${aantal} values`);
  lijst.forEach((waarde, i) => {
    eis(`${naam}[${i}]`, waarde);
  });
}

/** Argument check of a regression. @throws TypeError, RangeError naming the part. */
export function eisVraag(vraag: Regressievraag): void {
  if (typeof vraag !== 'object' || vraag === null) throw new TypeError('vraag must be an object');
  if (!Array.isArray(vraag.uitkomst)) throw new TypeError('vraag.uitkomst must be a list');
  const n = vraag.uitkomst.length;
  eisLijst('vraag.uitkomst', vraag.uitkomst, n, eisNietNegatief);
  if (vraag.uitkomst.some(y => y > GROOTSTE_TELLING))
    throw new RangeError(`vraag.uitkomst must be at most ${GROOTSTE_TELLING}`);
  if (!vraag.uitkomst.some(y => y > 0)) throw new RangeError('vraag.uitkomst must not be 0 everywhere');
  if (!Array.isArray(vraag.ontwerp)) throw new TypeError('vraag.ontwerp must be a list of rows');
  if (vraag.ontwerp.length !== n) throw new RangeError(`vraag.ontwerp must have ${n} rows`);
  const breedte = vraag.ontwerp[0]?.length ?? 0;
  if (breedte < 1 || breedte > MEESTE_KOLOMMEN)
    throw new RangeError(`vraag.ontwerp must have 1 to ${MEESTE_KOLOMMEN} columns`);
  vraag.ontwerp.forEach((rij, i) => {
    eisLijst(`vraag.ontwerp[${i}]`, rij, breedte, eisEindig);
  });
  if (n <= breedte) throw new RangeError('vraag.uitkomst must have more points than ontwerp has columns');
  if (vraag.offset !== undefined) eisLijst('vraag.offset', vraag.offset, n, eisEindig);
  if (vraag.gewichten !== undefined) eisLijst('vraag.gewichten', vraag.gewichten, n, eisPositief);
}

const MEESTE_STAPPEN = 100;

/** A fitted mean below this is a term on its way to minus infinity (a group that counts 0 only). */
const KLEINSTE_GEMIDDELDE = 1e-9;

/** A change of the deviance below this part of it, or of the counts (their rounding), is standing still. */
const STIL = 1e-10;
const AFRONDING = 1e-14;

interface Opzet {
  readonly vraag: Regressievraag;
  readonly familie: Familie;
  readonly offset: readonly number[];
  readonly gewicht: readonly number[];
}

function deviantieVan({ vraag, familie, gewicht }: Opzet, mu: readonly number[]): number {
  return vraag.uitkomst.reduce(
    (som, y, i) => som + (gewicht[i] as number) * familie.deviantie(y, mu[i] as number),
    0,
  );
}

/** One step: least squares on the working response, with the working weights. */
function stapVan({ vraag, familie, offset, gewicht }: Opzet, mu: readonly number[]): KleinsteKwadraten {
  const werk = vraag.uitkomst.map((y, i) => {
    const m = mu[i] as number;
    return Math.log(m) - (offset[i] as number) + (y - m) / m;
  });
  const w = mu.map((m, i) => (gewicht[i] as number) * (m / familie.variantie(m)) * m);
  return kleinsteKwadraten(vraag.ontwerp, werk, w);
}

function gemiddeldenVan({ vraag, offset }: Opzet, b: readonly number[]): number[] {
  return vraag.ontwerp.map((rij, i) => {
    const eta = rij.reduce((som, x, k) => som + x * (b[k] as number), offset[i] as number);
    // Beyond what a double holds the fit has run away; the next steps find it out.
    return Math.min(Math.max(Math.exp(eta), 1e-300), 1e300);
  });
}

/** Fits a model whose arguments were checked, from the means `begin` when an earlier fit gives them. */
export function pas(vraag: Regressievraag, familie: Familie, begin?: readonly number[]): Regressie {
  const { uitkomst } = vraag;
  const opzet: Opzet = {
    vraag,
    familie,
    offset: vraag.offset ?? uitkomst.map(() => 0),
    gewicht: vraag.gewichten ?? uitkomst.map(() => 1),
  };
  const geteld = uitkomst.reduce((som, y, i) => som + y * (opzet.gewicht[i] as number), 0);
  let mu = begin ?? uitkomst.map(y => y + 0.1);
  let deviantie = deviantieVan(opzet, mu);
  for (let n = 1; n <= MEESTE_STAPPEN; n += 1) {
    mu = gemiddeldenVan(opzet, stapVan(opzet, mu).coefficienten);
    const volgende = deviantieVan(opzet, mu);
    const grens = Math.max(STIL * (volgende + 0.1), AFRONDING * geteld);
    const stil = Math.abs(volgende - deviantie) <= grens;
    deviantie = volgende;
    if (stil && mu.every(m => m >= KLEINSTE_GEMIDDELDE)) return rondAf(opzet, stapVan(opzet, mu), n + 1);
  }
  throw new GeenSchatting('the regression does not settle: a term may have no finite estimate');
}

/** The fit after one more step than needed: each step doubles the digits. */
function rondAf(opzet: Opzet, laatste: KleinsteKwadraten, stappen: number): Regressie {
  const { uitkomst } = opzet.vraag;
  const vrijheidsgraden = uitkomst.length - laatste.coefficienten.length;
  const gemiddelden = gemiddeldenVan(opzet, laatste.coefficienten);
  const nawerk = stapVan(opzet, gemiddelden);
  const pearson = uitkomst.reduce((som, y, i) => {
    const mu = gemiddelden[i] as number;
    return som + ((opzet.gewicht[i] as number) * (y - mu) ** 2) / opzet.familie.variantie(mu);
  }, 0);
  return {
    coefficienten: laatste.coefficienten.map(b => eindigeUitkomst('coefficient', b)),
    omgekeerde: nawerk.omgekeerde(),
    gemiddelden,
    hefboom: nawerk.hefboom(),
    deviantie: Math.max(0, deviantieVan(opzet, gemiddelden)),
    spreiding: eindigeUitkomst('spreiding', pearson / vrijheidsgraden),
    vrijheidsgraden,
    stappen,
  };
}

/**
 * Poisson regression with a log link, by iteratively reweighted least squares (QR in every step).
 *
 * The same fit serves quasi-Poisson: multiply `omgekeerde` by `spreiding`, see {@link standaardfouten}.
 * Reference: P. McCullagh & J.A. Nelder, Generalized Linear Models (1989), section 2.5; R `glm(family = poisson)`.
 * Assumes independent points and a mean that is the product of the terms. Dependent points give standard errors that
 * are too small.
 * @throws TypeError, RangeError when an argument is invalid, a column is a combination of others, or no finite
 * estimate exists (a group that counts 0 only): the last two as {@link GeenSchatting}.
 */
export function poissonRegressie(vraag: Regressievraag): Regressie {
  eisVraag(vraag);
  return pas(vraag, POISSON);
}

/**
 * Standard errors of the coefficients at a dispersion: 1 for Poisson and NB, `regressie.spreiding` for quasi-Poisson.
 * @throws TypeError, RangeError when the dispersion is not greater than 0.
 */
export function standaardfouten(regressie: Pick<Regressie, 'omgekeerde'>, spreiding: number): number[] {
  if (typeof regressie !== 'object' || regressie === null) throw new TypeError('regressie must be an object');
  eisPositief('spreiding', spreiding);
  return regressie.omgekeerde.map((rij, k) => Math.sqrt((rij[k] as number) * spreiding));
}
