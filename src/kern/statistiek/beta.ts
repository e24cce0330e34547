import {
  eindigeUitkomst,
  eisKans,
  eisOpenKans,
  eisPositief,
  eisStaart,
  type Staart,
  type Staarten,
} from './argumenten.ts';
import { afwijking, stirlingRest } from './loggamma.ts';
import { ruweNormaalKwantiel, zoekNulpunt } from './nulpunt.ts';

const BIJNA_NUL = 1e-300;

function eisVorm(naam: string, vorm: number): void {
  eisPositief(naam, vorm);
  if (vorm < 1e-3 || vorm > 1e9) throw new RangeError(`${naam} must lie between 0.001 and 1e9`);
}

/**
 * Gamma(a+b+1) / (Gamma(a+1) Gamma(b+1)) x^a y^b with y = 1 - x: the binomial probability, also for broken a and b.
 * Reference: Loader (2000), `dbinom_raw`. a and b at least 0, not both 0.
 */
export function betaVoorfactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  if (x === 0) return a === 0 ? 1 : 0;
  if (y === 0) return b === 0 ? 1 : 0;
  if (a === 0) return Math.exp(n * (x < 0.5 ? Math.log1p(-x) : Math.log(y)));
  if (b === 0) return Math.exp(n * (y < 0.5 ? Math.log1p(-y) : Math.log(x)));
  const macht =
    stirlingRest(n) - stirlingRest(a) - stirlingRest(b) - afwijking(a, n * x) - afwijking(b, n * y);
  return Math.exp(macht) * Math.sqrt(n / (2 * Math.PI * a * b));
}

/** Continued fraction of the incomplete beta function (DLMF 8.17.22), modified Lentz method. */
function breuk(a: number, b: number, x: number): number {
  const schoon = (w: number): number => (Math.abs(w) < BIJNA_NUL ? BIJNA_NUL : w);
  let c = 1;
  let d = 1 / schoon(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; ; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / schoon(1 + even * d);
    c = schoon(1 + even / c);
    h *= d * c;
    const oneven = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / schoon(1 + oneven * d);
    c = schoon(1 + oneven / c);
    const stap = d * c;
    h *= stap;
    if (Math.abs(stap - 1) <= 2.3e-16) return h;
  }
}

/** x^a y^b / B(a, b). */
function kern(a: number, b: number, x: number, y: number): number {
  return ((a * b) / (a + b)) * betaVoorfactor(a, b, x, y);
}

/** Both tails with x and y = 1 - x given apart, so that neither end loses digits. */
export function betaStaarten(x: number, y: number, a: number, b: number): Staarten {
  if (x === 0) return { onder: 0, boven: 1 };
  if (y === 0) return { onder: 1, boven: 0 };
  const voor = kern(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) {
    const onder = voor === 0 ? 0 : Math.min(1, (voor / a) * breuk(a, b, x));
    return { onder, boven: 1 - onder };
  }
  const boven = voor === 0 ? 0 : Math.min(1, (voor / b) * breuk(b, a, y));
  return { onder: 1 - boven, boven };
}

/**
 * Regularised incomplete beta function: `onder` = I_x(a, b), `boven` = 1 - I_x(a, b) = I_{1-x}(b, a).
 *
 * Reference: NIST DLMF 8.17.22, prefix after Loader (2000); the fraction runs until it no longer changes.
 * @param x 0 to 1
 * @param a first shape, 0.001 to 1e9
 * @param b second shape, 0.001 to 1e9
 * @throws TypeError, RangeError outside those ranges.
 */
export function betaVerdeling(x: number, a: number, b: number): Staarten {
  eisKans('x', x);
  eisVorm('a', a);
  eisVorm('b', b);
  return betaStaarten(x, 1 - x, a, b);
}

/** A point on (0, 1) with its complement and its odds x / (1 - x), each with full digits. */
export interface BetaPunt {
  readonly x: number;
  readonly rest: number;
  readonly kansverhouding: number;
}

function uitLogit(u: number): BetaPunt {
  const e = Math.exp(-Math.abs(u));
  const klein = e / (1 + e);
  const groot = 1 / (1 + e);
  return u < 0
    ? { x: klein, rest: groot, kansverhouding: Math.exp(u) }
    : { x: groot, rest: klein, kansverhouding: Math.exp(u) };
}

/**
 * Quantile of the beta distribution as a point with complement and odds; searched in the logit of x on the logarithm
 * of the smaller tail. Same arguments and refusals as {@link betaKwantiel}.
 */
export function betaKwantielPunt(kans: number, a: number, b: number, staart: Staart = 'onder'): BetaPunt {
  eisOpenKans('kans', kans);
  eisVorm('a', a);
  eisVorm('b', b);
  eisStaart('staart', staart);
  const zoekOnder = (staart === 'onder') === kans <= 0.5;
  const klein = kans <= 0.5 ? kans : 1 - kans;
  const logKlein = Math.log(klein);
  const z = ruweNormaalKwantiel(klein) * (zoekOnder ? 1 : -1);
  const start = Math.log(a / b) + z * Math.sqrt(1 / a + 1 / b);
  const u = zoekNulpunt(start, punt => {
    const { x, rest } = uitLogit(punt);
    const { onder, boven } = betaStaarten(x, rest, a, b);
    const deel = zoekOnder ? onder : boven;
    const verschil = Math.log(deel) - logKlein;
    return { waarde: zoekOnder ? verschil : -verschil, helling: kern(a, b, x, rest) / deel };
  });
  const uitkomst = uitLogit(u);
  eindigeUitkomst('betaKwantiel', uitkomst.kansverhouding);
  if (uitkomst.x < 1e-300 || uitkomst.rest < 1e-300)
    throw new RangeError('betaKwantiel lies too close to 0 or 1 to be represented');
  return uitkomst;
}

/**
 * Quantile of the beta distribution: the x whose `staart` probability is `kans`.
 * @param kans strictly between 0 and 1; give a small upper probability as `boven`
 * @param a first shape, 0.001 to 1e9
 * @param b second shape, 0.001 to 1e9
 * @throws TypeError, RangeError outside those ranges, or when the answer is closer to 0 or 1 than a double can say.
 */
export function betaKwantiel(kans: number, a: number, b: number, staart: Staart = 'onder'): number {
  return betaKwantielPunt(kans, a, b, staart).x;
}
