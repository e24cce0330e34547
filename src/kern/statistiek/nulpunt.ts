/** Value and slope of an increasing function at one point; the value may be -Infinity or Infinity. */
export interface Punt {
  readonly waarde: number;
  readonly helling: number;
}

const MEESTE_STAPPEN = 2000;

function veiligeStap(u: number, laag: number, hoog: number, sprong: number): number {
  if (Number.isFinite(laag) && Number.isFinite(hoog)) return laag + (hoog - laag) / 2;
  return Number.isFinite(laag) ? u + sprong : u - sprong;
}

/**
 * Zero of an increasing function by Newton's method inside a shrinking bracket (bisection where Newton leaves it, a
 * doubling jump while one side is still open).
 *
 * Reference: W. Press e.a., Numerical Recipes, 3rd ed., 9.4 (`rtsafe`). Ends when a Newton step is below 1e-12 of u
 * (the next error is its square) or the bracket has no numbers left.
 * @throws RangeError when the function gives NaN or no zero is found.
 */
export function zoekNulpunt(start: number, functie: (u: number) => Punt): number {
  let laag = Number.NEGATIVE_INFINITY;
  let hoog = Number.POSITIVE_INFINITY;
  let u = start;
  let sprong = 1;
  for (let stap = 0; stap < MEESTE_STAPPEN; stap += 1) {
    const { waarde, helling } = functie(u);
    if (Number.isNaN(waarde)) throw new RangeError('the function has no value at the point searched');
    if (waarde === 0) return u;
    if (waarde < 0) laag = u;
    else hoog = u;
    const schaal = Math.max(1, Math.abs(u));
    const newton = u - waarde / helling;
    if (helling > 0 && newton > laag && newton < hoog) {
      if (Math.abs(newton - u) <= 1e-12 * schaal) return newton;
      u = newton;
    } else {
      if (hoog - laag <= 4e-16 * schaal) return u;
      if (helling > 0 && Math.abs(newton - u) <= 1e-15 * schaal) return u;
      u = veiligeStap(u, laag, hoog, sprong);
      sprong *= 2;
    }
  }
  throw new RangeError('no zero found');
}

/**
 * Rough standard normal quantile, only to start a search (absolute error below 4.5e-4).
 * Reference: Abramowitz & Stegun 26.2.23.
 */
export function ruweNormaalKwantiel(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p) || Number.MIN_VALUE));
  const z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -z : z;
}
