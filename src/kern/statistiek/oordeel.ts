import { eisTelling } from './argumenten.ts';
import { corrigeerHolm } from './meervoudig.ts';
import { eisRegel, GEBRUIKELIJKE_OORDEELREGEL, type Oordeelregel } from './oordeelregel.ts';
import { eisWaarneming, exacteVerhouding, type Verhouding, type Waarneming } from './verhouding.ts';
import { GROOTSTE_VERWACHTING, onderscheidingsvermogen } from './vermogen.ts';

/** The three verdicts on a change between two counts; the third is no weaker form of the second. */
export type Oordeel = 'signaal' | 'geen_signaal' | 'niet_te_zeggen';

/** Why the verdict is what it is. */
export type Oordeelreden =
  /** A count is 1 to kleinsteTelling - 1: too few for any sentence about it, and unsafe to publish. */
  | 'telling_te_klein'
  /** Both counts are 0: there is nothing to compare. */
  | 'beide_nul'
  /** The adjusted p-value is at most alfa. */
  | 'meer_dan_toeval'
  /** The adjusted p-value is above alfa, and the relevant change would probably have been seen. */
  | 'past_bij_toeval'
  /** The adjusted p-value is above alfa, but the relevant change would too often have been missed. */
  | 'vermogen_te_klein'
  /** The p-value was adjusted because more comparisons were looked at. */
  | 'gecorrigeerd_voor_aantal_vergelijkingen';

/** A verdict with everything needed to explain it. */
export interface OordeelVerandering {
  readonly oordeel: Oordeel;
  readonly redenen: readonly Oordeelreden[];
  /** Exact rate ratio after/before; null when no verdict may rest on it (small count, both 0). */
  readonly verhouding: Verhouding | null;
  /** p-value after adjustment; null as `verhouding`. */
  readonly pGecorrigeerd: number | null;
  /** Chance of having seen the relevant fall; null where it was not needed. */
  readonly vermogen: number | null;
  readonly regel: Oordeelregel;
}

/** One comparison: the same thing counted before and after. */
export interface Vergelijking {
  readonly voor: Waarneming;
  readonly na: Waarneming;
}

function eisPaar(naam: string, { voor, na }: Vergelijking): void {
  eisWaarneming(`${naam}voor`, voor);
  eisWaarneming(`${naam}na`, na);
  if (voor.telling + na.telling > GROOTSTE_VERWACHTING)
    throw new RangeError(`${naam}voor and ${naam}na must together count at most ${GROOTSTE_VERWACHTING}`);
}

function zonderVergelijking(reden: Oordeelreden, regel: Oordeelregel): OordeelVerandering {
  return {
    oordeel: 'niet_te_zeggen',
    redenen: [reden],
    verhouding: null,
    pGecorrigeerd: null,
    vermogen: null,
    regel,
  };
}

/** The reason why these two counts are not compared at all, or null. */
function beletsel({ voor, na }: Vergelijking, regel: Oordeelregel): Oordeelreden | null {
  const teKlein = (w: Waarneming): boolean => w.telling > 0 && w.telling < regel.kleinsteTelling;
  if (teKlein(voor) || teKlein(na)) return 'telling_te_klein';
  return voor.telling + na.telling === 0 ? 'beide_nul' : null;
}

/** Power to see the relevant fall at the level of both periods together and the per-comparison alfa. */
function vermogenBij({ voor, na }: Vergelijking, regel: Oordeelregel, aantal: number): number {
  const tempo = (voor.telling + na.telling) / (voor.blootstelling + na.blootstelling);
  return onderscheidingsvermogen(
    {
      verwacht: tempo * voor.blootstelling,
      blootstelling: voor.blootstelling,
      blootstellingNa: na.blootstelling,
      alfa: regel.alfa / aantal,
    },
    1 - regel.relevanteDaling,
  );
}

function velOordeel(
  paar: Vergelijking,
  verhouding: Verhouding,
  pGecorrigeerd: number,
  aantal: number,
  regel: Oordeelregel,
): OordeelVerandering {
  const extra: Oordeelreden[] = aantal > 1 ? ['gecorrigeerd_voor_aantal_vergelijkingen'] : [];
  if (pGecorrigeerd <= regel.alfa)
    return {
      oordeel: 'signaal',
      redenen: ['meer_dan_toeval', ...extra],
      verhouding,
      pGecorrigeerd,
      vermogen: null,
      regel,
    };
  const vermogen = vermogenBij(paar, regel, aantal);
  const genoeg = vermogen >= regel.gewenstVermogen;
  return {
    oordeel: genoeg ? 'geen_signaal' : 'niet_te_zeggen',
    redenen: [genoeg ? 'past_bij_toeval' : 'vermogen_te_klein', ...extra],
    verhouding,
    pGecorrigeerd,
    vermogen,
    regel,
  };
}

/**
 * Plain verdict on the change between two counts.
 *
 * `niet_te_zeggen` when a count is 1-4 (or below the rule's threshold), when both are 0, or when nothing was found while
 * the relevant fall would too often have been missed; `signaal` when the exact rate ratio gives p <= alfa after
 * Bonferroni's adjustment (p times the number of comparisons); otherwise `geen_signaal`. The power is taken at the
 * common level of both periods and a change fixed by the rule, never at the observed change.
 *
 * Assumes two independent Poisson counts, registered in the same way. A signal says that the RECORDED number changed
 * more than chance would; not that violence did, nor why. Overdispersed series (police incidents in large
 * municipalities vary many times more than Poisson) give signals too easily.
 * @param voor earlier count with exposure
 * @param na later count with exposure, same unit
 * @param aantalVergelijkingen how many such comparisons are shown or were looked at, this one included
 * @param regel the rule; {@link GEBRUIKELIJKE_OORDEELREGEL} when left out
 * @throws TypeError, RangeError when an argument is out of range (counts together above 1e5 included).
 */
export function oordeelVerandering(
  voor: Waarneming,
  na: Waarneming,
  aantalVergelijkingen = 1,
  regel: Oordeelregel = GEBRUIKELIJKE_OORDEELREGEL,
): OordeelVerandering {
  eisPaar('', { voor, na });
  eisTelling('aantalVergelijkingen', aantalVergelijkingen);
  if (aantalVergelijkingen < 1) throw new RangeError('aantalVergelijkingen must be at least 1');
  eisRegel(regel);
  const reden = beletsel({ voor, na }, regel);
  if (reden !== null) return zonderVergelijking(reden, regel);
  const verhouding = exacteVerhouding(na, voor);
  const p = Math.min(1, verhouding.p * aantalVergelijkingen);
  return velOordeel({ voor, na }, verhouding, p, aantalVergelijkingen, regel);
}

/**
 * The same verdict for a list of comparisons that are shown together (the municipalities of a region), adjusted after
 * Holm: never stricter than Bonferroni's, with the same guarantee. Comparisons that get no verdict for their small counts
 * still weigh in the number of comparisons, so that their outcome cannot be told from the others'.
 * Same order as the input. Assumptions and refusals as {@link oordeelVerandering}.
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function oordeelVeranderingen(
  vergelijkingen: readonly Vergelijking[],
  regel: Oordeelregel = GEBRUIKELIJKE_OORDEELREGEL,
): OordeelVerandering[] {
  if (!Array.isArray(vergelijkingen)) throw new TypeError('vergelijkingen must be an array');
  eisRegel(regel);
  vergelijkingen.forEach((paar, i) => {
    if (typeof paar !== 'object' || paar === null)
      throw new TypeError(`vergelijkingen[${i}] must be an object with voor and na`);
    eisPaar(`vergelijkingen[${i}].`, paar);
  });
  const verhoudingen = vergelijkingen.map(paar =>
    beletsel(paar, regel) === null ? exacteVerhouding(paar.na, paar.voor) : null,
  );
  // A comparison without verdict enters with p = 1: it counts, and it carries nothing of its own number.
  const gecorrigeerd = corrigeerHolm(verhoudingen.map(v => v?.p ?? 1));
  return vergelijkingen.map((paar, i) => {
    const verhouding = verhoudingen[i];
    if (!verhouding) return zonderVergelijking(beletsel(paar, regel) ?? 'telling_te_klein', regel);
    return velOordeel(paar, verhouding, gecorrigeerd[i] as number, vergelijkingen.length, regel);
  });
}
