import { losOp } from './lineair.ts';

/** Longest mean time told apart: beyond it the chance of leaving drowns in the rounding of the others. */
export const LANGSTE_LOOPLENGTE = 1e10;

/**
 * Mean number of steps until a Markov chain leaves its states, from each state: solves (I - Q) t = 1. A time above
 * {@link LANGSTE_LOOPLENGTE} (or a chain that never leaves) is given as that number.
 * Reference: D. Brook & D.A. Evans, Biometrika 59 (1972) 539-549.
 * @param rijen I - Q, with Q the chances of going from one state to another
 */
export function gemiddeldeUittreetijden(rijen: readonly (readonly number[])[]): number[] {
  const een = rijen.map(() => 1);
  // Rounding may turn a time without end into a negative one.
  const begrens = (t: number) => (t >= 1 && t <= LANGSTE_LOOPLENGTE ? t : LANGSTE_LOOPLENGTE);
  try {
    return losOp(rijen, een).map(begrens);
  } catch (fout) {
    if (fout instanceof RangeError) return een.map(() => LANGSTE_LOOPLENGTE);
    throw fout;
  }
}
