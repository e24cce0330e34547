import { logGamma } from './loggamma.ts';
import {
  eisVraag,
  type Familie,
  pas,
  poissonRegressie,
  type Regressie,
  type Regressievraag,
} from './regressie.ts';

/** Largest count of this method: its sums run over every number up to the count. */
export const GROOTSTE_NB_TELLING = 100_000;

/** From here on a negative binomial cannot be told from a Poisson in these sums. */
const GROOTSTE_THETA = 1e7;

/** Negative binomial regression. */
export interface NegatiefBinomiaal {
  readonly regressie: Regressie;
  /** Shape: variance = mu + mu^2 / theta. null when the counts vary no more than Poisson, and the fit is Poisson's. */
  readonly theta: number | null;
  /** Standard error of theta from the observed information; null with theta. */
  readonly thetaStandaardfout: number | null;
  readonly logAannemelijkheid: number;
}

function familieBij(theta: number): Familie {
  return {
    variantie: mu => mu + (mu * mu) / theta,
    deviantie: (y, mu) =>
      2 * ((y === 0 ? 0 : y * Math.log(y / mu)) - (y + theta) * Math.log((y + theta) / (mu + theta))),
  };
}

/** How many points count more than k, for k = 0 .. largest count - 1. */
function meerDan(tellingen: readonly number[]): number[] {
  const grootste = Math.max(...tellingen);
  const aantal = new Array<number>(grootste + 1).fill(0);
  for (const y of tellingen) aantal[y] = (aantal[y] as number) + 1;
  let over = tellingen.length;
  return aantal.slice(0, grootste).map(n => {
    over -= n;
    return over;
  });
}

/** First and second derivative of the log likelihood in theta. */
function afgeleiden(
  theta: number,
  vraag: Regressievraag,
  mu: readonly number[],
  boven: readonly number[],
): { helling: number; kromming: number } {
  let helling = 0;
  let kromming = 0;
  boven.forEach((n, k) => {
    helling += n / (theta + k);
    kromming -= n / (theta + k) ** 2;
  });
  vraag.uitkomst.forEach((y, i) => {
    const som = theta + (mu[i] as number);
    helling += Math.log(theta / som) + 1 - (y + theta) / som;
    kromming += 1 / theta - 2 / som + (y + theta) / (som * som);
  });
  return { helling, kromming };
}

/**
 * Theta that maximises the likelihood at these means; null when it grows without bound. Newton in ln theta, halved where a
 * step would not bring the slope nearer to 0.
 */
function zoekTheta(
  vraag: Regressievraag,
  mu: readonly number[],
  boven: readonly number[],
  begin: number,
): number | null {
  let laag = Math.log(1e-6);
  let hoog = Math.log(GROOTSTE_THETA);
  if (afgeleiden(GROOTSTE_THETA, vraag, mu, boven).helling >= 0) return null;
  let u = Math.log(begin);
  for (let n = 0; n < 200; n += 1) {
    const theta = Math.exp(u);
    const { helling, kromming } = afgeleiden(theta, vraag, mu, boven);
    if (helling > 0) laag = u;
    else hoog = u;
    // In ln theta: slope theta l', curvature theta^2 l'' + theta l'.
    const bocht = theta * theta * kromming + theta * helling;
    const newton = u - (theta * helling) / bocht;
    const volgende = bocht < 0 && newton > laag && newton < hoog ? newton : (laag + hoog) / 2;
    if (Math.abs(volgende - u) <= 1e-13 * Math.max(1, Math.abs(u))) return Math.exp(volgende);
    u = volgende;
  }
  throw new RangeError('no theta found');
}

function logAannemelijkheid(vraag: Regressievraag, mu: readonly number[], theta: number | null): number {
  return vraag.uitkomst.reduce((som, y, i) => {
    const m = mu[i] as number;
    if (theta === null) return som + y * Math.log(m) - m - logGamma(y + 1);
    const verdeling = logGamma(theta + y) - logGamma(theta) - logGamma(y + 1);
    return (
      som + verdeling + theta * Math.log(theta / (theta + m)) + (y === 0 ? 0 : y * Math.log(m / (theta + m)))
    );
  }, 0);
}

function eisHeleTellingen(vraag: Regressievraag): void {
  eisVraag(vraag);
  vraag.uitkomst.forEach((y, i) => {
    if (!Number.isInteger(y)) throw new RangeError(`vraag.uitkomst[${i}] must be a whole number`);
    if (y > GROOTSTE_NB_TELLING)
      throw new RangeError(`vraag.uitkomst[${i}] must be at most ${GROOTSTE_NB_TELLING}`);
  });
  if (vraag.gewichten !== undefined) throw new RangeError('vraag.gewichten are not for this method');
}

/**
 * Negative binomial regression with a log link and theta by maximum likelihood: coefficients at a theta and theta at the
 * means in turn, until both stand still.
 *
 * Reference: J.F. Lawless, Canadian Journal of Statistics 15 (1987) 209-225; R `MASS::glm.nb`.
 * Assumes what {@link poissonRegressie} assumes, with a variance mu + mu^2 / theta. Counts that vary no more than Poisson
 * have no finite theta: then the Poisson fit is given with `theta` null.
 * @throws TypeError, RangeError as poissonRegressie; also for counts that are not whole or above 100 000, and for weights.
 */
export function negatiefBinomialeRegressie(vraag: Regressievraag): NegatiefBinomiaal {
  eisHeleTellingen(vraag);
  const boven = meerDan(vraag.uitkomst);
  const poisson = poissonRegressie(vraag);
  let regressie = poisson;
  let theta = zoekTheta(vraag, poisson.gemiddelden, boven, 10);
  for (let n = 0; theta !== null && n < 200; n += 1) {
    regressie = pas(vraag, familieBij(theta), regressie.gemiddelden);
    const volgende = zoekTheta(vraag, regressie.gemiddelden, boven, theta);
    if (volgende !== null && Math.abs(volgende - theta) <= 1e-12 * theta) {
      const { kromming } = afgeleiden(volgende, vraag, regressie.gemiddelden, boven);
      return {
        regressie,
        theta: volgende,
        thetaStandaardfout: 1 / Math.sqrt(-kromming),
        logAannemelijkheid: logAannemelijkheid(vraag, regressie.gemiddelden, volgende),
      };
    }
    theta = volgende;
  }
  if (theta !== null) throw new RangeError('theta does not settle');
  return {
    regressie: poisson,
    theta: null,
    thetaStandaardfout: null,
    logAannemelijkheid: logAannemelijkheid(vraag, poisson.gemiddelden, null),
  };
}
