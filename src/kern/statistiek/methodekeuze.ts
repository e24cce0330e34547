import { eisPositief } from './argumenten.ts';
import { eisEvenLang, eisTellingreeks, gemiddelde } from './reeks.ts';
import { samenhangtoets } from './samenhang.ts';
import { spreidingstoets } from './spreidingstoets.ts';

/** A series of counts over whole, completed periods of one length, oldest first, without gaps. */
export interface Telreeks {
  readonly periode: 'jaar' | 'kwartaal' | 'maand';
  readonly tellingen: readonly number[];
  /** Exposure per period (inhabitants, cases); left out: the same in every period. */
  readonly blootstellingen?: readonly number[];
}

/** What the series is read with. `geen`: no verdict is possible, and the reasons say why. */
export type Methode =
  | 'geen'
  | 'interval'
  | 'verhouding'
  | 'jaarhelling'
  | 'fingertips'
  | 'xmr'
  | 'exacte_kaart'
  | 'laney';

/** What watches the newest period; null: nothing may. */
export type Bewakingsmethode = 'poisson_cusum' | 'nb_cusum' | 'ewma' | 'farrington';

export const METHODEREDENEN = [
  'geen_punten',
  'te_kleine_aantallen',
  'te_grote_aantallen',
  'te_kort',
  'een_jaar',
  'twee_jaren',
  'drie_of_vier_jaren',
  'vijf_jaren_of_meer',
  'twaalf_perioden_of_meer',
  'minder_dan_24_perioden',
  'gemiddelde_vanaf_tien',
  'gemiddelde_onder_tien',
  'schommelt_meer_dan_toeval',
  'ongelijke_blootstelling',
  'perioden_hangen_samen',
  'geen_bewaking_van_jaren',
  'te_kort_voor_bewaking',
  'drie_jaar_geschiedenis',
  'nog_geen_drie_jaar',
  'spreiding_als_toeval',
  'spreiding_boven_toeval',
] as const;
export type Methodereden = (typeof METHODEREDENEN)[number];

/** What was measured to choose by; null where the series is too short to measure it. */
export interface Reekskenmerken {
  readonly punten: number;
  readonly gemiddelde: number | null;
  readonly spreiding: number | null;
  readonly pSpreiding: number | null;
  readonly samenhang: number | null;
  readonly pSamenhang: number | null;
}

export interface Methodekeuze {
  readonly methode: Methode;
  readonly redenen: readonly Methodereden[];
  readonly bewaking: Bewakingsmethode | null;
  readonly bewakingsredenen: readonly Methodereden[];
  readonly kenmerken: Reekskenmerken;
}

/** Fewest periods of the baseline against which newer ones are watched, by length of the period. */
export const BASISLIJN = { kwartaal: 12, maand: 24 } as const;
/** Fewest months for Farrington: three years, one month on each side of the window, and the month judged. */
export const FARRINGTON_MAANDEN = 38;

const KLEINSTE_GEMIDDELDE = 3;
const XMR_GEMIDDELDE = 10;
const KAART_PERIODEN = 12;
const VOLLE_KAART = 24;
const ALFA = 0.05;
/** Dispersion up to which the spread is that of chance: a sharper test would call short series Poisson too easily. */
const SPREIDING_ALS_TOEVAL = 1.05;

function kenmerkenVan(reeks: Telreeks): Reekskenmerken {
  const { tellingen } = reeks;
  const punten = tellingen.length;
  const midden = punten === 0 ? null : gemiddelde(tellingen);
  const spreiding = punten >= 2 && midden !== 0 ? spreidingstoets(tellingen) : null;
  const samenhang = punten >= KAART_PERIODEN ? samenhangtoets(tellingen) : null;
  return {
    punten,
    gemiddelde: midden,
    spreiding: spreiding?.spreiding ?? null,
    pSpreiding: spreiding?.p ?? null,
    samenhang: samenhang?.correlaties[0] ?? null,
    pSamenhang: samenhang?.p ?? null,
  };
}

function vanJaren(k: Reekskenmerken): [Methode, Methodereden[]] {
  const meer: Methodereden[] =
    k.pSpreiding !== null && k.pSpreiding < ALFA ? ['schommelt_meer_dan_toeval'] : [];
  if (k.punten === 1) return ['interval', ['een_jaar']];
  if (k.punten === 2) return ['verhouding', ['twee_jaren', ...meer]];
  if (k.punten < 5) return ['jaarhelling', ['drie_of_vier_jaren', ...meer]];
  return ['fingertips', ['vijf_jaren_of_meer', ...meer]];
}

function ongelijk(blootstellingen: readonly number[] | undefined): boolean {
  if (!blootstellingen || blootstellingen.length === 0) return false;
  return Math.max(...blootstellingen) > 1.1 * Math.min(...blootstellingen);
}

function vanPerioden(reeks: Telreeks, k: Reekskenmerken): [Methode, Methodereden[]] {
  if (k.punten < KAART_PERIODEN) return ['geen', ['te_kort']];
  const redenen: Methodereden[] = ['twaalf_perioden_of_meer'];
  if (k.punten < VOLLE_KAART) redenen.push('minder_dan_24_perioden');
  if (k.pSamenhang !== null && k.pSamenhang < ALFA) redenen.push('perioden_hangen_samen');
  const meer = k.pSpreiding !== null && k.pSpreiding < ALFA;
  if (ongelijk(reeks.blootstellingen)) return ['laney', [...redenen, 'ongelijke_blootstelling']];
  if (meer && k.punten >= VOLLE_KAART) return ['laney', [...redenen, 'schommelt_meer_dan_toeval']];
  if ((k.gemiddelde ?? 0) >= XMR_GEMIDDELDE) return ['xmr', [...redenen, 'gemiddelde_vanaf_tien']];
  return ['exacte_kaart', [...redenen, 'gemiddelde_onder_tien']];
}

function bewakingVan(reeks: Telreeks, k: Reekskenmerken): [Bewakingsmethode | null, Methodereden[]] {
  if (reeks.periode === 'jaar') return [null, ['geen_bewaking_van_jaren']];
  if (k.punten <= BASISLIJN[reeks.periode]) return [null, ['te_kort_voor_bewaking']];
  if (reeks.periode === 'maand' && k.punten >= FARRINGTON_MAANDEN)
    return ['farrington', ['drie_jaar_geschiedenis']];
  // The baseline alone: what is watched must not decide how it is watched.
  const basis = reeks.tellingen.slice(0, BASISLIJN[reeks.periode]);
  const midden = gemiddelde(basis);
  if (midden < KLEINSTE_GEMIDDELDE) return [null, ['te_kleine_aantallen']];
  const kort: Methodereden[] = reeks.periode === 'maand' ? ['nog_geen_drie_jaar'] : [];
  if (spreidingstoets(basis).spreiding > SPREIDING_ALS_TOEVAL)
    return ['nb_cusum', [...kort, 'spreiding_boven_toeval']];
  return midden >= XMR_GEMIDDELDE
    ? ['ewma', [...kort, 'spreiding_als_toeval', 'gemiddelde_vanaf_tien']]
    : ['poisson_cusum', [...kort, 'spreiding_als_toeval', 'gemiddelde_onder_tien']];
}

function eisTelreeks(reeks: Telreeks): void {
  if (typeof reeks !== 'object' || reeks === null) throw new TypeError('reeks must be an object');
  if (!['jaar', 'kwartaal', 'maand'].includes(reeks.periode))
    throw new TypeError("reeks.periode must be 'jaar', 'kwartaal' or 'maand'");
  eisTellingreeks('reeks.tellingen', reeks.tellingen, 0);
  if (reeks.blootstellingen === undefined) return;
  if (!Array.isArray(reeks.blootstellingen)) throw new TypeError('reeks.blootstellingen must be an array');
  eisEvenLang('reeks.blootstellingen', reeks.blootstellingen, reeks.tellingen);
  reeks.blootstellingen.forEach((b, i) => {
    eisPositief(`reeks.blootstellingen[${i}]`, b);
  });
}

/**
 * Which method a series of counts can bear, and why; or that no verdict is possible.
 *
 * A mean below 3 per period bears nothing: take longer periods, or the region. Years: one gives an interval, two an
 * exact comparison, three or four a slope with a warning, five or more the trend rule of Fingertips. Quarters and months
 * need 12 for a chart: XmR from a mean of 10, exact limits below it, limits after Laney when the exposure differs by more
 * than a tenth or 24 or more periods vary more than chance (test of dispersion at 5 %). Correlation between neighbours
 * (Ljung-Box at 5 %) is named: rules about runs then alarm far too often.
 * Watching: months from 38 on with Farrington; shorter months (above 24) and quarters (above 12) with a CUSUM or, when
 * the baseline varies as chance does and counts 10 or more, an EWMA. Chosen on the baseline alone.
 *
 * Source: what these methods assume; J.C. Benneyan, R.C. Lloyd & P.E. Plsek, Qual. Saf. Health Care 12 (2003) 458-464;
 * C. Sonesson & D. Bock, JRSS A 166 (2003) 5-21; A. Noufaily et al., Statistics in Medicine 32 (2013) 1206-1222.
 * @param reeks complete periods only: the last one must have ended and be fully reported
 * @throws TypeError, RangeError when the series is no series of counts with positive exposures.
 */
export function kiesMethode(reeks: Telreeks): Methodekeuze {
  eisTelreeks(reeks);
  const kenmerken = kenmerkenVan(reeks);
  if (kenmerken.gemiddelde === null)
    return {
      methode: 'geen',
      redenen: ['geen_punten'],
      bewaking: null,
      bewakingsredenen: ['geen_punten'],
      kenmerken,
    };
  if (kenmerken.gemiddelde < KLEINSTE_GEMIDDELDE) {
    const klein: Methodereden[] = ['te_kleine_aantallen'];
    return { methode: 'geen', redenen: klein, bewaking: null, bewakingsredenen: klein, kenmerken };
  }
  const [methode, redenen] = reeks.periode === 'jaar' ? vanJaren(kenmerken) : vanPerioden(reeks, kenmerken);
  const [bewaking, bewakingsredenen] = bewakingVan(reeks, kenmerken);
  return { methode, redenen, bewaking, bewakingsredenen, kenmerken };
}
