/** Uniform numbers from a seed (mulberry32), so that every run draws the same. */
function toeval(zaad: number): () => number {
  let a = zaad;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A Poisson count by counting arrivals within one unit of time. */
function trek(mu: number, u: () => number): number {
  const wacht = () => -Math.log(1 - u()) / mu;
  let n = 0;
  for (let tijd = wacht(); tijd < 1; tijd += wacht()) n += 1;
  return n;
}

const EERSTE_JAAR = 2021;
/** Months of the drawn series: January 2021 to December 2025. */
const MAANDEN = 60;
export const maandcode = (i: number): string =>
  `${EERSTE_JAAR + Math.floor(i / 12)}-${`${(i % 12) + 1}`.padStart(2, '0')}`;

/** Five years of months around `niveau` with a wave a year; from month 30 (July 2023) times `verhouding`. */
export function maandreeks(zaad: number, niveau: number, verhouding: number): number[] {
  const u = toeval(zaad);
  return Array.from({ length: MAANDEN }, (_, i) =>
    trek(niveau * (1 + 0.15 * Math.sin((2 * Math.PI * i) / 12)) * (i >= 30 ? verhouding : 1), u),
  );
}
