import {
  eindigeUitkomst,
  eisNietNegatief,
  eisOpenKans,
  eisPositief,
  eisStaart,
  type Staart,
  type Staarten,
} from './argumenten.ts';
import { afwijking, logGamma, stirlingRest } from './loggamma.ts';
import { ruweNormaalKwantiel, zoekNulpunt } from './nulpunt.ts';

const TWEE_PI = 2 * Math.PI;
const KLEINSTE_VORM = 1e-3;
const GROOTSTE_VORM = 1e9;
const BIJNA_NUL = 1e-300;

function eisVorm(naam: string, vorm: number): void {
  eisPositief(naam, vorm);
  if (vorm < KLEINSTE_VORM || vorm > GROOTSTE_VORM)
    throw new RangeError(`${naam} must lie between ${KLEINSTE_VORM} and ${GROOTSTE_VORM}`);
}

/** x^a e^-x / Gamma(a + 1): the Poisson probability, also for a broken a. Loader (2000), `dpois_raw`. */
export function gammaVoorfactor(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0;
  if (a === 0) return Math.exp(-x);
  return Math.exp(-stirlingRest(a) - afwijking(a, x)) / Math.sqrt(TWEE_PI * a);
}

/** Sum of x^n / ((a+1)...(a+n)), n = 0, 1, ... (DLMF 8.11.4); the terms fall from the start when x < a + 1. */
function reeksOnder(a: number, x: number): number {
  let som = 1;
  let term = 1;
  for (let n = 1; ; n += 1) {
    term *= x / (a + n);
    const volgende = som + term;
    if (volgende === som) return som;
    som = volgende;
  }
}

/** Continued fraction DLMF 8.9.2 by the modified Lentz method; times a and the prefix it is the upper tail. */
function breukBoven(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / BIJNA_NUL;
  let d = 1 / (b === 0 ? BIJNA_NUL : b);
  let h = d;
  for (let n = 1; ; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    d = 1 / (Math.abs(d) < BIJNA_NUL ? BIJNA_NUL : d);
    c = b + an / c;
    if (Math.abs(c) < BIJNA_NUL) c = BIJNA_NUL;
    const stap = c * d;
    h *= stap;
    if (Math.abs(stap - 1) <= 2.3e-16) return h;
  }
}

function staarten(a: number, x: number): Staarten {
  if (x === 0) return { onder: 0, boven: 1 };
  const voor = gammaVoorfactor(a, x);
  if (x < a + 1) {
    const onder = Math.min(1, voor * reeksOnder(a, x));
    return { onder, boven: 1 - onder };
  }
  const boven = Math.min(1, voor === 0 ? 0 : voor * a * breukBoven(a, x));
  return { onder: 1 - boven, boven };
}

/**
 * Regularised incomplete gamma functions: `onder` = P(vorm, x), `boven` = Q(vorm, x); the distribution of a gamma
 * variable with this shape and scale 1.
 *
 * Reference: NIST DLMF 8.2.4, 8.9.2, 8.11.4; prefix after Loader (2000). Series below x = vorm + 1, continued fraction
 * from there, both until they no longer change. Accuracy 1e-12 relative in both tails for vorm >= 0.01; with a smaller
 * shape the upper tail below x = 1 is taken as 1 - P and loses the digits of 1/vorm.
 * @param x point, 0 or greater
 * @param vorm shape, 0.001 to 1e9
 * @throws TypeError, RangeError outside those ranges.
 */
export function gammaVerdeling(x: number, vorm: number): Staarten {
  eisNietNegatief('x', x);
  eisVorm('vorm', vorm);
  return staarten(vorm, x);
}

/** ln x to start from: Wilson & Hilferty (1931), or the first term of the series where that fails. */
function startLog(kansOnder: number, a: number): number {
  const wortel = 1 - 1 / (9 * a) + ruweNormaalKwantiel(kansOnder) / (3 * Math.sqrt(a));
  if (a >= 0.5 && wortel > 0.2) return Math.log(a) + 3 * Math.log(wortel);
  return (Math.log(kansOnder) + logGamma(a + 1)) / a;
}

/**
 * Quantile of the gamma distribution with scale 1: the x whose `staart` probability is `kans`.
 *
 * Searched in ln x on the logarithm of the smaller tail, so that far tails keep their digits. Give small upper
 * probabilities as `boven`: 1 - kans would already have lost them.
 * @param kans strictly between 0 and 1
 * @param vorm shape, 0.001 to 1e9
 * @throws TypeError, RangeError outside those ranges, or when the answer is too small for a double.
 */
export function gammaKwantiel(kans: number, vorm: number, staart: Staart = 'onder'): number {
  eisOpenKans('kans', kans);
  eisVorm('vorm', vorm);
  eisStaart('staart', staart);
  const zoekOnder = (staart === 'onder') === kans <= 0.5;
  const klein = kans <= 0.5 ? kans : 1 - kans;
  const logKlein = Math.log(klein);
  const u = zoekNulpunt(startLog(zoekOnder ? klein : 1 - klein, vorm), punt => {
    const x = Math.exp(punt);
    if (x === Number.POSITIVE_INFINITY) return { waarde: x, helling: 0 };
    const { onder, boven } = staarten(vorm, x);
    const deel = zoekOnder ? onder : boven;
    const verschil = Math.log(deel) - logKlein;
    return { waarde: zoekOnder ? verschil : -verschil, helling: (vorm * gammaVoorfactor(vorm, x)) / deel };
  });
  const x = Math.exp(u);
  if (x < 1e-300) throw new RangeError('gammaKwantiel is too small to be represented');
  return eindigeUitkomst('gammaKwantiel', x);
}
