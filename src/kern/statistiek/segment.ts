import { eisTelling } from './argumenten.ts';
import type { Matrix } from './kleinste-kwadraten.ts';

/** What an act is expected to change: the level at once, or the trend from then on. */
export type Segmentvorm = 'niveau' | 'helling';

/** How the time of year comes into the model: one or two waves a year, or every month for itself. */
export type Seizoen = 'geen' | 'een_golf' | 'twee_golven' | 'maand';

/** A segmented model of a series, stated before looking. */
export interface Segmentmodel {
  /** First moment at which the act was there. */
  readonly ingreep: number;
  /** Moments between the act and the first at which it can show; these stay out of the fit. */
  readonly vertraging: number;
  readonly vorm: Segmentvorm;
  readonly seizoen: Seizoen;
  /** Moments in a year: 12 for months, 4 for quarters. */
  readonly perJaar: number;
}

/** Design of a segmented regression. */
export interface Segmentontwerp {
  /** Columns: 1, years since the change can show, change (`plek`), season. */
  readonly ontwerp: Matrix;
  /** Positions of the given moments that take part. */
  readonly mee: readonly number[];
  /** Column of the change. */
  readonly plek: 2;
}

const VORMEN: readonly Segmentvorm[] = ['niveau', 'helling'];
const SEIZOENEN: readonly Seizoen[] = ['geen', 'een_golf', 'twee_golven', 'maand'];

/** @throws TypeError, RangeError naming the part. */
export function eisSegmentmodel(model: Segmentmodel): void {
  if (typeof model !== 'object' || model === null) throw new TypeError('model must be an object');
  if (!Number.isSafeInteger(model.ingreep)) throw new RangeError('model.ingreep must be a whole moment');
  eisTelling('model.vertraging', model.vertraging);
  eisTelling('model.perJaar', model.perJaar);
  if (model.perJaar < 1 || model.perJaar > 12)
    throw new RangeError('model.perJaar must lie between 1 and 12');
  if (!VORMEN.includes(model.vorm)) throw new TypeError('model.vorm must be a known shape');
  if (!SEIZOENEN.includes(model.seizoen)) throw new TypeError('model.seizoen must be a known season');
  if (model.seizoen !== 'geen' && model.perJaar < 4)
    throw new RangeError('model.perJaar must be at least 4 for a season');
}

function seizoenkolommen(moment: number, { seizoen, perJaar }: Segmentmodel): number[] {
  if (seizoen === 'geen') return [];
  const deel = ((moment % perJaar) + perJaar) % perJaar;
  if (seizoen === 'maand') return Array.from({ length: perJaar - 1 }, (_, m) => (deel === m + 1 ? 1 : 0));
  // Of the second wave of four quarters only the cosine is left.
  return [1, ...(seizoen === 'twee_golven' ? [2] : [])].flatMap(k => {
    const hoek = (2 * Math.PI * k * deel) / perJaar;
    return 2 * k === perJaar ? [Math.cos(hoek)] : [Math.sin(hoek), Math.cos(hoek)];
  });
}

/**
 * Design of a segmented (interrupted) series: intercept, trend, the change, season.
 *
 * Time is counted in years from the first moment at which the change can show, so that the coefficient of `niveau` is the
 * change at that moment and that of `helling` the change of the trend per year. Moments of transition (from `ingreep`, as
 * many as `vertraging`) are left out.
 * Reference: A.K. Wagner et al., Journal of Clinical Pharmacy and Therapeutics 27 (2002) 299-309; J. Lopez Bernal et al.,
 * International Journal of Epidemiology 46 (2017) 348-355.
 * @param momenten whole, rising
 * @throws TypeError, RangeError when an argument is invalid.
 */
export function segmentOntwerp(momenten: readonly number[], model: Segmentmodel): Segmentontwerp {
  if (!Array.isArray(momenten)) throw new TypeError('momenten must be a list');
  momenten.forEach((m, i) => {
    if (!Number.isSafeInteger(m) || (i > 0 && m <= (momenten[i - 1] as number)))
      throw new RangeError(`momenten[${i}] must be whole and later than the one before`);
  });
  eisSegmentmodel(model);
  const begin = model.ingreep + model.vertraging;
  const mee = momenten.flatMap((m, i) => (m < model.ingreep || m >= begin ? [i] : []));
  const ontwerp = mee.map(i => {
    const moment = momenten[i] as number;
    const jaren = (moment - begin) / model.perJaar;
    const na = moment >= begin ? 1 : 0;
    return [1, jaren, model.vorm === 'niveau' ? na : na * jaren, ...seizoenkolommen(moment, model)];
  });
  return { ontwerp, mee, plek: 2 };
}
