import { eisNietNegatief, eisOpenKans, eisTelling } from './argumenten.ts';
import { betaVerdeling } from './beta.ts';
import { type LogModel, pasLogModel } from './farrington-model.ts';
import { type Verledenpunt, verleden } from './farrington-verleden.ts';
import { normaalKwantiel } from './normaal.ts';
import { eisTellingreeks, som } from './reeks.ts';
import { telkwantiel, telverdeling } from './telverdeling.ts';

/** How the threshold is made and from which past periods. */
export interface FarringtonRegel {
  /** Periods in a year: 12 for months. */
  readonly perJaar: number;
  /** Years to look back. */
  readonly jaren: number;
  /** Periods on each side of the same period in earlier years. */
  readonly halfbreedte: number;
  /** Groups of periods in a year with a level of their own; 1: only the same time of the year is used. */
  readonly seizoenen: number;
  /** Chance of a false alarm per period. */
  readonly alfa: number;
  readonly trend: boolean;
  /** Past periods whose residual exceeds this weigh less: an earlier outbreak must not hide the next. null: all weigh 1. */
  readonly gewichtsdrempel: number | null;
  /**
   * `tweederde`: 2/3 power of the mean (Farrington 1996, with alfa on two sides); `nb`: quantile of a negative binomial
   * at the fitted mean; `nb_bovengrens`: the same at the upper alfa limit of the mean (far more cautious than alfa);
   * `nb_voorspelling`: negative binomial at the fitted mean whose variance also holds that of the mean, as in the
   * `tau` of Farrington 1996: close to alfa when the past is short.
   */
  readonly drempel: 'tweederde' | 'nb' | 'nb_bovengrens' | 'nb_voorspelling';
  /**
   * Variance that the source adds to each count by rounding; 0 when left out. The dispersion is then at least
   * 1 + meetfout / mean: what chance and rounding together give.
   */
  readonly meetfout?: number;
}

/** What is expected in a period and from where it is an alarm. */
export interface FarringtonUitkomst {
  readonly verwacht: number;
  /** A count above this alarms. */
  readonly grens: number;
  /** A count below this is a fall: it comes about with a chance of less than alfa. */
  readonly ondergrens: number;
  readonly spreiding: number;
  readonly metTrend: boolean;
  readonly alarm: boolean;
  /** Fewer than may be expected: for who watches falls. */
  readonly daling: boolean;
  /** Fewer than 5 in the last 4 periods: no alarm, whatever the threshold. */
  readonly teWeinig: boolean;
}

/** At least five events in four periods, or there is no alarm (`limit54`). */
const MINSTENS = { gevallen: 5, perioden: 4 } as const;
const GROOTSTE_GEMIDDELDE = 1e6;
const GROOTSTE_SPREIDING = 1000;
const P_TREND = 0.05;
const JAREN_VOOR_TREND = 3;

// Two-sided p-value of a t statistic.
function pVanT(t: number, vrij: number): number {
  return betaVerdeling(vrij / (vrij + t * t), vrij / 2, 0.5).onder;
}

function gewichten(y: readonly number[], m: LogModel, drempel: number): number[] {
  const phi = Math.max(m.spreiding, 1);
  const s = y.map((t, i) => {
    const mu = m.verwacht[i] as number;
    const a = 1.5 * (t ** (2 / 3) * mu ** (-1 / 6) - Math.sqrt(mu));
    return a / Math.sqrt(phi * (1 - (m.hefboom[i] as number)));
  });
  const gamma = s.length / som(s.map(v => (v > drempel ? v ** -2 : 1)));
  return s.map(v => (v > drempel ? gamma * v ** -2 : gamma));
}

function pas(
  x: readonly (readonly number[])[],
  y: readonly number[],
  drempel: number | null,
): LogModel | null {
  const eerste = pasLogModel(x, y);
  if (eerste === null || drempel === null) return eerste;
  return pasLogModel(x, y, gewichten(y, eerste, drempel));
}

interface Voorspelling {
  readonly eta: number;
  readonly fout: number;
  readonly spreiding: number;
  readonly metTrend: boolean;
}

// The model at the period judged: time is centred there, so that the intercept is its log mean.
function voorspel(reeks: readonly number[], plek: number, r: FarringtonRegel): Voorspelling | null {
  const punten = verleden(plek, r);
  const y = punten.map(p => reeks[p.plek] as number);
  const seizoen = (p: Verledenpunt) =>
    Array.from({ length: r.seizoenen - 1 }, (_, g) => (p.groep === g + 1 ? 1 : 0));
  const rij = (p: Verledenpunt, trend: boolean) => [
    1,
    ...(trend ? [(p.plek - plek) / r.perJaar] : []),
    ...seizoen(p),
  ];
  const probeer = (trend: boolean) =>
    pas(
      punten.map(p => rij(p, trend)),
      y,
      r.gewichtsdrempel,
    );
  const uit = (m: LogModel, metTrend: boolean): Voorspelling => {
    const eta = m.coefficienten[0] as number;
    const spreiding = Math.max(m.spreiding, 1 + (r.meetfout ?? 0) / Math.exp(eta));
    return {
      eta,
      fout: Math.sqrt(spreiding * ((m.omgekeerd[0] as readonly number[])[0] as number)),
      spreiding,
      metTrend,
    };
  };
  const met = r.trend && r.jaren >= JAREN_VOOR_TREND ? probeer(true) : null;
  if (met !== null) {
    const var1 = (met.omgekeerd[1] as readonly number[])[1] as number;
    const t = (met.coefficienten[1] as number) / Math.sqrt(met.spreiding * var1);
    const binnen = Math.exp(met.coefficienten[0] as number) <= Math.max(...y);
    if (binnen && pVanT(t, met.vrijheidsgraden) < P_TREND) return uit(met, true);
  }
  const zonder = probeer(false);
  return zonder === null ? null : uit(zonder, false);
}

// null: the mean is not bounded (a season in which nothing was ever counted).
function grenzenVan(v: Voorspelling, r: FarringtonRegel): { onder: number; boven: number } | null {
  const mu = Math.exp(v.eta);
  if (r.drempel === 'tweederde') {
    const tau = v.spreiding + (v.fout * mu) ** 2 / mu;
    const ruimte = normaalKwantiel(r.alfa / 2, 'boven') * Math.sqrt((4 / 9) * mu ** (1 / 3) * tau);
    return { onder: Math.max(0, mu ** (2 / 3) - ruimte) ** 1.5, boven: (mu ** (2 / 3) + ruimte) ** 1.5 };
  }
  const z = r.drempel === 'nb_bovengrens' ? normaalKwantiel(r.alfa, 'boven') * v.fout : 0;
  const [laag, hoog] = [Math.exp(v.eta - z), Math.exp(v.eta + z)];
  if (!(laag > 0 && hoog <= GROOTSTE_GEMIDDELDE && v.spreiding <= GROOTSTE_SPREIDING)) return null;
  const extra = r.drempel === 'nb_voorspelling' ? v.fout ** 2 * mu : 0;
  const spreiding = Math.min(GROOTSTE_SPREIDING, v.spreiding + extra);
  return {
    onder: telkwantiel(r.alfa, telverdeling(laag, spreiding)),
    boven: telkwantiel(1 - r.alfa, telverdeling(hoog, spreiding)),
  };
}

function eisFarrington(reeks: readonly number[], plek: number, r: FarringtonRegel): void {
  eisTellingreeks('reeks', reeks, 2);
  eisTelling('plek', plek);
  if (plek >= reeks.length) throw new RangeError('plek must lie within the series');
  if (typeof r !== 'object' || r === null) throw new TypeError('regel must be an object');
  for (const naam of ['perJaar', 'jaren', 'halfbreedte', 'seizoenen'] as const)
    eisTelling(`regel.${naam}`, r[naam]);
  eisOpenKans('regel.alfa', r.alfa);
  if (r.meetfout !== undefined) eisNietNegatief('regel.meetfout', r.meetfout);
  if (r.jaren < 1 || r.seizoenen < 1)
    throw new RangeError('regel.jaren and regel.seizoenen must be at least 1');
  if (r.perJaar < 2 * r.halfbreedte + r.seizoenen)
    throw new RangeError('regel.seizoenen must fit in a year beside the window');
  if (plek < r.jaren * r.perJaar + r.halfbreedte)
    throw new RangeError('plek must have regel.jaren years and regel.halfbreedte periods before it');
}

/**
 * Is a count more, or fewer, than the same time of earlier years leads one to expect? Log-linear quasi-Poisson model of past
 * periods with season and, when it is significant over at least three years and does not extrapolate above what was
 * seen, a trend; past outbreaks weigh less; the last `halfbreedte` periods before the one judged are left out.
 *
 * Reference: C.P. Farrington et al., JRSS A 159 (1996) 547-563; A. Noufaily et al., Statistics in Medicine 32 (2013)
 * 1206-1222; R package surveillance, `farrington`, `farringtonFlexible` (whose standard error after reweighting uses
 * the weights in place of the working weights; here it is that of `predict.glm` at the dispersion found).
 * The lower limit is the mirror of the upper one and not of those sources; a past dip does not weigh less, as a past
 * outbreak does, so that a fall after an earlier one is seen later.
 * Assumes complete periods: one that is still filling up must not be judged.
 * @param reeks counts, oldest first, without gaps
 * @param plek index of the period judged, with `jaren` years and `halfbreedte` periods before it
 * @returns null when the model cannot be fitted (nothing counted in the past, or in one of its seasons)
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function farrington(
  reeks: readonly number[],
  plek: number,
  regel: FarringtonRegel,
): FarringtonUitkomst | null {
  eisFarrington(reeks, plek, regel);
  const v = voorspel(reeks, plek, regel);
  if (v === null) return null;
  const grenzen = grenzenVan(v, regel);
  if (grenzen === null || !Number.isFinite(grenzen.boven)) return null;
  const recent = reeks.slice(Math.max(0, plek - MINSTENS.perioden + 1), plek + 1);
  const teWeinig = som(recent) < MINSTENS.gevallen;
  const geteld = reeks[plek] as number;
  return {
    verwacht: Math.exp(v.eta),
    grens: grenzen.boven,
    ondergrens: grenzen.onder,
    spreiding: v.spreiding,
    metTrend: v.metTrend,
    alarm: !teWeinig && geteld > 0 && geteld > grenzen.boven,
    daling: geteld < grenzen.onder,
    teWeinig,
  };
}
