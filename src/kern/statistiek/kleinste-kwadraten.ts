/** A table of numbers by row: one row per point, one column per term of the model. */
export type Matrix = readonly (readonly number[])[];

/** The data cannot tell the terms of the model: the arguments were in order, and there is no answer. */
export class GeenSchatting extends RangeError {}

/** Solution of a least-squares problem. */
export interface KleinsteKwadraten {
  readonly coefficienten: readonly number[];
  /** (X'WX)^-1, terms in the order of the columns. */
  readonly omgekeerde: () => Matrix;
  /** Leverage of each row: the diagonal of the hat matrix. */
  readonly hefboom: () => number[];
}

/** A column of which less than this part is left after the others is called a combination of them (as in R's `lm`). */
const AFHANKELIJK = 1e-7;

const lengte = (kolom: readonly number[]): number => Math.hypot(...kolom);

const inproduct = (a: readonly number[], b: readonly number[], vanaf = 0): number => {
  let som = 0;
  for (let i = vanaf; i < a.length; i += 1) som += (a[i] as number) * (b[i] as number);
  return som;
};

/** Reflects `doel` in the plane that `spiegel` stands on, from row `vanaf`. */
function spiegelIn(doel: number[], spiegel: readonly number[], vanaf: number): void {
  const norm = inproduct(spiegel, spiegel, vanaf);
  if (norm === 0) return;
  const maat = (2 * inproduct(spiegel, doel, vanaf)) / norm;
  for (let i = vanaf; i < doel.length; i += 1) doel[i] = (doel[i] as number) - maat * (spiegel[i] as number);
}

/** Solves R x = b for an upper triangle R given by columns. */
function losDriehoekOp(r: Matrix, b: readonly number[]): number[] {
  const x = b.slice(0, r.length);
  for (let i = r.length - 1; i >= 0; i -= 1) {
    let rest = x[i] as number;
    for (let j = i + 1; j < r.length; j += 1) rest -= (r[j]?.[i] as number) * (x[j] as number);
    x[i] = rest / (r[i]?.[i] as number);
  }
  return x;
}

interface Ontbinding {
  /** Upper triangle, by columns. */
  readonly r: number[][];
  /** Mirrors, by column. */
  readonly spiegels: number[][];
}

/** Householder QR of columns. @throws GeenSchatting when a column is a combination of those before it. */
function ontbind(kolommen: readonly number[][]): Ontbinding {
  const over = kolommen.map(k => [...k]);
  const spiegels: number[][] = [];
  over.forEach((kolom, k) => {
    const heel = lengte(kolommen[k] as number[]);
    const rest = lengte(kolom.slice(k));
    if (!(rest > AFHANKELIJK * heel))
      throw new GeenSchatting(`ontwerp: column ${k} is a combination of the columns before it`);
    const spiegel = kolom.map((w, i) => (i < k ? 0 : w));
    spiegel[k] = (spiegel[k] as number) + ((kolom[k] as number) < 0 ? -rest : rest);
    spiegels.push(spiegel);
    for (let j = k; j < over.length; j += 1) spiegelIn(over[j] as number[], spiegel, k);
  });
  return { r: over, spiegels };
}

/** Q e_i for the first columns of Q, from the mirrors in reverse order. */
function kolomVanQ(o: Ontbinding, i: number, rijen: number): number[] {
  const q = Array.from({ length: rijen }, (_, rij) => (rij === i ? 1 : 0));
  for (let k = o.spiegels.length - 1; k >= 0; k -= 1) spiegelIn(q, o.spiegels[k] as number[], k);
  return q;
}

function omgekeerdeVan(r: Matrix): number[][] {
  const k = r.length;
  const inverse = r.map((_, j) =>
    losDriehoekOp(
      r,
      Array.from({ length: k }, (_rij, i) => (i === j ? 1 : 0)),
    ),
  );
  // inverse[j] is column j of R^-1; (X'X)^-1 = R^-1 (R^-1)'.
  return r.map((_, a) =>
    r.map((_kolom, b) =>
      inverse.reduce((som, kolom) => som + (kolom[a] as number) * (kolom[b] as number), 0),
    ),
  );
}

/**
 * Weighted least squares by Householder QR: the coefficients b that minimise sum w (y - Xb)^2.
 * Reference: G.H. Golub & C.F. Van Loan, Matrix Computations, section 5.2. Inputs are checked by the caller.
 * @throws GeenSchatting when a column is (nearly) a combination of the columns before it.
 */
export function kleinsteKwadraten(
  ontwerp: Matrix,
  uitkomst: readonly number[],
  gewichten: readonly number[],
): KleinsteKwadraten {
  const wortels = gewichten.map(Math.sqrt);
  const breedte = ontwerp[0]?.length ?? 0;
  const kolommen = Array.from({ length: breedte }, (_, k) =>
    ontwerp.map((rij, i) => (rij[k] as number) * (wortels[i] as number)),
  );
  const o = ontbind(kolommen);
  const y = uitkomst.map((w, i) => w * (wortels[i] as number));
  o.spiegels.forEach((spiegel, k) => {
    spiegelIn(y, spiegel, k);
  });
  return {
    coefficienten: losDriehoekOp(o.r, y),
    omgekeerde: () => omgekeerdeVan(o.r),
    hefboom: () => {
      const q = kolommen.map((_, i) => kolomVanQ(o, i, y.length));
      return y.map((_, rij) => q.reduce((som, kolom) => som + (kolom[rij] as number) ** 2, 0));
    },
  };
}
