import { eisPositief, eisTelling } from './argumenten.ts';
import { type CusumRegel, cusumLooplengte, type Kant, nbReferentie } from './cusum.ts';
import { type EwmaRegel, ewmaLooplengte } from './ewma.ts';
import { gammaKwantiel } from './gamma.ts';
import { gemiddelde } from './reeks.ts';

/** What is known of a series from its baseline, and how many false alarms it may give. */
export interface Bewakingsvraag {
  /** Mean per period of the baseline. */
  readonly gemiddelde: number;
  /** Periods of the baseline: the fewer, the less sure the mean. */
  readonly perioden: number;
  /** Variance divided by mean, at least 1. */
  readonly spreiding: number;
  readonly perJaar: number;
  /** False alarms a year that this series may give on average. */
  readonly loosPerJaar: number;
}

/** A tuned rule with the false alarms a year that it is expected to give. */
export interface Afgesteld<R> {
  readonly regel: R;
  readonly loosPerJaar: number;
}

/** Rise that must be seen soonest; a fall to one part in this. */
const STIJGING = 1.3;
const EWMA_GEWICHT = 0.2;
/** Points at which the unknown true mean is tried, each as likely. */
const VERDELING = 9;
/** Highest limit of a CUSUM in steps: beyond it the series is refused rather than tuned roughly. */
const HOOGSTE = 400;

function eisVraag(v: Bewakingsvraag): void {
  if (typeof v !== 'object' || v === null) throw new TypeError('vraag must be an object');
  for (const naam of ['gemiddelde', 'spreiding', 'perJaar', 'loosPerJaar'] as const)
    eisPositief(`vraag.${naam}`, v[naam]);
  eisTelling('vraag.perioden', v.perioden);
  eisPositief('vraag.perioden', v.perioden);
  if (v.spreiding < 1) throw new RangeError('vraag.spreiding must be at least 1');
}

/** Means that the baseline leaves possible: quantiles of a gamma with its total and number, widened by the spread. */
function mogelijkeGemiddelden(v: Bewakingsvraag): number[] {
  const vorm = (v.gemiddelde * v.perioden + 0.5) / v.spreiding;
  return Array.from(
    { length: VERDELING },
    (_, i) => (gammaKwantiel((i + 0.5) / VERDELING, vorm) * v.spreiding) / v.perioden,
  );
}

function loosBij(v: Bewakingsvraag, looplengte: (m: number) => number): number {
  return v.perJaar * gemiddelde(mogelijkeGemiddelden(v).map(m => 1 / looplengte(m)));
}

// Smallest whole h in 1..HOOGSTE that keeps the promise; the false alarms fall as h rises.
function kleinste(geldt: (h: number) => boolean, hoogste: number): number | null {
  let laag = 0;
  let hoog = 8;
  while (hoog < hoogste && !geldt(hoog)) {
    laag = hoog;
    hoog = Math.min(hoogste, hoog * 2);
  }
  if (hoog === hoogste && !geldt(hoog)) return null;
  while (hoog - laag > 1) {
    const midden = Math.floor((laag + hoog) / 2);
    if (geldt(midden)) hoog = midden;
    else laag = midden;
  }
  return hoog;
}

/**
 * A CUSUM that is quickest to see a rise by 30 % (or a fall that a rise by 30 % undoes) and gives at most `loosPerJaar` false alarms a year, averaged over the
 * means that the baseline leaves possible. Steps of a quarter below a mean of 10, whole ones above.
 * Method: exact run lengths ({@link cusumLooplengte}); the average over the unknown mean follows L.A. Jones, C.W. Champ &
 * S.E. Rigdon, "The run length distribution of the CUSUM with estimated parameters", J. Quality Technology 36 (2004)
 * 95-108.
 * @returns null when no limit up to 400 steps keeps the promise: then the series is not watched
 * @throws TypeError, RangeError when a part of the question is out of range.
 */
export function stelCusumAf(vraag: Bewakingsvraag, kant: Kant = 'omhoog'): Afgesteld<CusumRegel> | null {
  eisVraag(vraag);
  const noemer = vraag.gemiddelde < 10 ? 4 : 1;
  const na = kant === 'omhoog' ? STIJGING * vraag.gemiddelde : vraag.gemiddelde / STIJGING;
  const k = Math.round(nbReferentie(vraag.gemiddelde, na, vraag.spreiding) * noemer) / noemer;
  const regel = (h: number): CusumRegel => ({ k, h: h / noemer, noemer, kant });
  const loos = (h: number) => loosBij(vraag, m => cusumLooplengte(m, vraag.spreiding, regel(h)));
  const h = kleinste(x => loos(x) <= vraag.loosPerJaar, HOOGSTE);
  return h === null ? null : { regel: regel(h), loosPerJaar: loos(h) };
}

/**
 * An EWMA with weight 0.2 that gives at most `loosPerJaar` false alarms a year, averaged as in {@link stelCusumAf}. The
 * limit moves off in twentieths of the standard deviation of the average.
 * @returns null when eight standard deviations, or a limit above 0, do not keep the promise
 * @throws TypeError, RangeError when a part of the question is out of range.
 */
export function stelEwmaAf(vraag: Bewakingsvraag, kant: Kant = 'omhoog'): Afgesteld<EwmaRegel> | null {
  eisVraag(vraag);
  const stap = Math.sqrt((vraag.gemiddelde * vraag.spreiding * EWMA_GEWICHT) / (2 - EWMA_GEWICHT)) / 20;
  const op = kant === 'omhoog' ? 1 : -1;
  const grens = (n: number): number => vraag.gemiddelde + op * n * stap;
  const regel = (n: number): EwmaRegel => ({ gewicht: EWMA_GEWICHT, grens: grens(n), kant });
  const loos = (n: number) =>
    loosBij(vraag, m => ewmaLooplengte(m, vraag.spreiding, regel(n), vraag.gemiddelde));
  const hoogste = op === 1 ? 160 : Math.min(160, Math.ceil(vraag.gemiddelde / stap) - 1);
  const n = kleinste(x => loos(x) <= vraag.loosPerJaar, hoogste);
  return n === null ? null : { regel: regel(n), loosPerJaar: loos(n) };
}
