import { type Afgedrukt, isKleineTelling, leidAf, type Publiceerbaar } from '#kern/onthulling/index.ts';
import { garwoodInterval, type Oordeel, oordeelVerandering } from '#kern/statistiek/index.ts';
import { onthoud } from './onthoud.ts';
import { GROOTSTE_SOM } from './verandering.ts';

/** What may be said of a change between two printed counts. */
export type Afdrukoordeel = 'meer' | 'minder' | 'geen_aanwijzing' | 'niet_te_zeggen';

/** Does this say that something changed? */
export const isVerandering = (o: Afdrukoordeel): boolean => o === 'meer' || o === 'minder';

/**
 * Between what the mean behind a printed count lies: chance (Garwood, 95 %) on top of what rounding hides. Null when it
 * was left out, or is an exact count of 1 to 4 (a public source may print one): nothing is built on those. Only from what is printed, so it tells nothing that the print does not.
 */
export const intervalVan = (
  cel: Publiceerbaar<Afgedrukt>,
): Publiceerbaar<{ van: number; tot: number } | null> =>
  leidAf([cel], a =>
    a.getoond === null || a.boven > GROOTSTE_SOM || (a.aard === 'exact' && isKleineTelling(a.getoond))
      ? null
      : { van: garwoodInterval(a.onder).ondergrens, tot: garwoodInterval(a.boven).bovengrens },
  );

// The exact test is the slow part of a page; its answer depends on the counts alone.
const toets = onthoud(
  (voor: number, na: number, vergelijkingen: number): Oordeel =>
    oordeelVerandering({ telling: voor, blootstelling: 1 }, { telling: na, blootstelling: 1 }, vergelijkingen)
      .oordeel,
  (...getallen) => getallen.join(' '),
  5000,
);

/**
 * What can be said of a change, whatever the true counts behind the two prints are: the usual verdict must be the same
 * in all four corners of what they can be, and a signal must point one way. Anything else cannot be said; neither can
 * anything of a count that may be below the smallest about which a verdict is given, or of counts too large for the
 * exact test. `vergelijkingen`: how many such
 * changes are shown together (Bonferroni).
 */
export const oordeelVan = (
  voor: Publiceerbaar<Afgedrukt>,
  na: Publiceerbaar<Afgedrukt>,
  vergelijkingen = 1,
): Publiceerbaar<Afdrukoordeel> =>
  leidAf([voor, na], (a, b): Afdrukoordeel => {
    if (a.boven + b.boven > GROOTSTE_SOM) return 'niet_te_zeggen';
    const hoeken = [a.onder, a.boven].flatMap(x => [b.onder, b.boven].map(y => toets(x, y, vergelijkingen)));
    if (hoeken.every(o => o === 'geen_signaal')) return 'geen_aanwijzing';
    if (!hoeken.every(o => o === 'signaal')) return 'niet_te_zeggen';
    if (b.onder > a.boven) return 'meer';
    return b.boven < a.onder ? 'minder' : 'niet_te_zeggen';
  });
