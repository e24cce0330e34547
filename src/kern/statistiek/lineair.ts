/**
 * Solves A x = b by elimination with partial pivoting. For the small, well-conditioned systems of this folder (run
 * lengths, normal equations of a centred model). A and b are left as they are.
 * @throws RangeError when the matrix is singular.
 */
export function losOp(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const n = b.length;
  const m: Float64Array[] = a.map((rij, i) => Float64Array.from([...rij, b[i] as number]));
  for (let k = 0; k < n; k++) {
    let spil = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(cel(m, i, k)) > Math.abs(cel(m, spil, k))) spil = i;
    if (cel(m, spil, k) === 0) throw new RangeError('matrix is singular');
    [m[k], m[spil]] = [m[spil] as Float64Array, m[k] as Float64Array];
    veeg(m, k, n);
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = cel(m, i, n);
    for (let j = i + 1; j < n; j++) rest -= cel(m, i, j) * (x[j] as number);
    x[i] = rest / cel(m, i, i);
  }
  return x;
}

const cel = (m: readonly Float64Array[], i: number, j: number): number => (m[i] as Float64Array)[j] as number;

function veeg(m: Float64Array[], k: number, n: number): void {
  const spil = m[k] as Float64Array;
  const kop = spil[k] as number;
  for (let i = k + 1; i < n; i++) {
    const rij = m[i] as Float64Array;
    const f = (rij[k] as number) / kop;
    if (f === 0) continue;
    for (let j = k; j <= n; j++) rij[j] = (rij[j] as number) - f * (spil[j] as number);
  }
}

/** Inverse of a small matrix, column by column. */
export function keerOm(a: readonly (readonly number[])[]): number[][] {
  const kolommen = a.map((_, k) =>
    losOp(
      a,
      a.map((__, i) => (i === k ? 1 : 0)),
    ),
  );
  return a.map((_, i) => kolommen.map(kolom => kolom[i] as number));
}
