import { eisTelling } from './argumenten.ts';
import { eisPunten, genoeg, kantenVan, pasModel, type Telpunt } from './reeksmodel.ts';
import { GeenSchatting } from './regressie.ts';
import { eisSegmentmodel, type Segmentmodel } from './segment.ts';

/** The change found when the act is said to begin at `moment`. */
export interface Schijndatum {
  readonly moment: number;
  /** Natural logarithm of the ratio. */
  readonly coefficient: number;
  /** Coefficient by its error. */
  readonly z: number;
}

/**
 * Placebo dates: the model refitted at every date that has enough points on both sides, the true one included. If many
 * dates show as much as the true one, the series moves like that by itself.
 *
 * Reference: permutation over time, as in Turner et al., BMC Medical Research Methodology 21 (2021) 134; the dates near the
 * true one see part of the same change, so the share is a guard and not a p-value.
 * @param minstensPunten fewest points on either side
 * @returns by moment; a date whose model has no estimate is left out
 * @throws TypeError, RangeError when an argument is invalid.
 */
export function beproefSchijndata(
  punten: readonly Telpunt[],
  model: Segmentmodel,
  minstensPunten: number,
): Schijndatum[] {
  eisPunten(punten);
  eisSegmentmodel(model);
  eisTelling('minstensPunten', minstensPunten);
  return punten.flatMap(({ moment }) => {
    const schijn = { ...model, ingreep: moment };
    if (!genoeg(kantenVan(punten, schijn), minstensPunten)) return [];
    try {
      const { coefficient, fout } = pasModel(punten, schijn);
      return [{ moment, coefficient, z: coefficient / fout }];
    } catch (fout) {
      if (fout instanceof GeenSchatting) return [];
      throw fout;
    }
  });
}
