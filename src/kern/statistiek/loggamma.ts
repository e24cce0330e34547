import { eindigeUitkomst, eisPositief } from './argumenten.ts';

/** ln(2 pi) / 2. */
const HALVE_LOG_TWEE_PI = 0.9189385332046728;

/**
 * Coefficients of the Stirling series, B(2k) / (2k (2k - 1)) for k = 1..8 (Abramowitz & Stegun 6.1.41).
 * From 16 upwards the first omitted term is below 1e-18.
 */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

/**
 * Stirling remainder: ln Gamma(z + 1) - [(z + 1/2) ln z - z + ln(2 pi)/2], for z > 0.
 *
 * Reference: C. Loader, "Fast and accurate computation of binomial probabilities" (2000), `stirlerr`; below 16 the
 * remainder is carried down by the recurrence Gamma(z + 2) = (z + 1) Gamma(z + 1) in place of a table.
 */
export function stirlingRest(z: number): number {
  let rest = 0;
  let hoog = z;
  while (hoog < 16) {
    rest += (hoog + 0.5) * Math.log1p(1 / hoog) - 1;
    hoog += 1;
  }
  const omgekeerd = 1 / (hoog * hoog);
  let reeks = 0;
  for (let k = STIRLING.length - 1; k >= 0; k -= 1) reeks = reeks * omgekeerd + (STIRLING[k] as number);
  return rest + reeks / hoog;
}

/**
 * Deviance part: x ln(x / m) + m - x, for x > 0 and m > 0, without the cancellation near x = m.
 * Reference: Loader (2000), `bd0`.
 */
export function afwijking(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) {
    const deel = x / m;
    const log = deel > 1e-300 && deel < 1e300 ? Math.log(deel) : Math.log(x) - Math.log(m);
    return x * log + m - x;
  }
  const v = (x - m) / (x + m);
  let som = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; ; j += 1) {
    term *= v * v;
    const volgende = som + term / (2 * j + 1);
    if (volgende === som) return volgende;
    som = volgende;
  }
}

/**
 * Natural logarithm of the gamma function.
 *
 * Assumes nothing beyond x > 0. Accuracy: 1e-13 relative, except beside the zeros at 1 and 2, where the answer goes to
 * zero and only an absolute error of 1e-14 is promised. Reference: Abramowitz & Stegun 6.1.41 with {@link stirlingRest}.
 * @throws TypeError, RangeError when x is not a finite number greater than 0.
 */
export function logGamma(x: number): number {
  eisPositief('x', x);
  if (x === 1 || x === 2) return 0;
  // Below the smallest normal 1/x overflows inside the recurrence; there ln Gamma(x) = -ln x to full precision.
  if (x < 1e-17) return -Math.log(x);
  return eindigeUitkomst('logGamma', (x - 0.5) * Math.log(x) - x + HALVE_LOG_TWEE_PI + stirlingRest(x));
}
