import { autocorrelatie, pearsonResten } from './autocorrelatie.ts';
import { staartkans } from './betrouwbaarheid.ts';
import { type Evaluatieregel, eisEvaluatieregel, GEBRUIKELIJKE_EVALUATIEREGEL } from './evaluatieregel.ts';
import { negatiefBinomialeRegressie } from './negatief-binomiaal.ts';
import {
  eisPunten,
  type Kanten,
  kantenVan,
  type Passing,
  pasModel,
  type Reekskant,
  type Telpunt,
} from './reeksmodel.ts';
import { GeenSchatting } from './regressie.ts';
import { beproefSchijndata } from './schijndata.ts';
import { eisSegmentmodel, type Segmentmodel, segmentOntwerp } from './segment.ts';
import { studentKwantiel, studentVerdeling } from './student.ts';
import { exacteVerhouding, type Verhouding } from './verhouding.ts';

/** A ratio with its interval: 1 is no change; below 1 a fall. */
export interface Ratio {
  readonly verhouding: number;
  readonly ondergrens: number;
  readonly bovengrens: number;
}

/** Why only a description is given. */
export type Beschrijfreden = 'te_weinig_voor' | 'te_weinig_na' | 'te_veel_termen' | 'geen_schatting';

/** No verdict: what was counted on both sides, and their ratio with an interval for chance alone. */
export interface Beschrijving {
  readonly soort: 'beschrijvend';
  readonly reden: Beschrijfreden;
  readonly voor: Reekskant;
  readonly na: Reekskant;
  /** null when both sides count 0 or one has no point. */
  readonly verhouding: Verhouding | null;
}

/** `wankel`: the interval excludes 1, and too many other dates show as much. */
export type Onderscheid = 'hoger' | 'lager' | 'geen' | 'wankel';

export interface Schatting {
  readonly soort: 'geschat';
  readonly voor: Reekskant;
  readonly na: Reekskant;
  /** Points of transition that were left out. */
  readonly overgang: number;
  /** Of the level, or of the trend per year, whichever the model asks. */
  readonly ratio: Ratio;
  /** Two-sided, Student's t. */
  readonly p: number;
  readonly vrijheidsgraden: number;
  /** Pearson chi-square by degrees of freedom; below 1 it is not used. */
  readonly spreiding: number;
  /** Which of both errors was the larger, and used. */
  readonly fout: 'quasi_poisson' | 'newey_west';
  readonly neweyWestVertraging: number;
  readonly autocorrelatie: number;
  /** Place of the true date among all dates by the size of their change; null with too few dates. */
  readonly schijndata: { readonly aantal: number; readonly plaats: number } | null;
  /** The same model with a negative binomial: null when it has no estimate. `theta` null is Poisson. */
  readonly negatiefBinomiaal: (Ratio & { readonly theta: number | null }) | null;
  /** By moment: what was expected with and without the change. */
  readonly verloop: readonly { readonly moment: number; readonly met: number; readonly zonder: number }[];
  readonly onderscheid: Onderscheid;
}

function beschrijf({ voor, na }: Kanten, reden: Beschrijfreden, betrouwbaarheid: number): Beschrijving {
  const leeg = voor.punten === 0 || na.punten === 0 || voor.telling + na.telling === 0;
  return {
    soort: 'beschrijvend',
    reden,
    voor,
    na,
    verhouding: leeg ? null : exacteVerhouding(na, voor, betrouwbaarheid),
  };
}

/** Place of the true date by |change / error| among all dates; null when there are too few. */
function plaatsVan(
  punten: readonly Telpunt[],
  model: Segmentmodel,
  z: number,
  regel: Evaluatieregel,
): Schatting['schijndata'] {
  // The moments of the true transition are nobody's: neither before nor after.
  const zonder = punten.filter(p => p.moment < model.ingreep || p.moment >= model.ingreep + model.vertraging);
  const schijn = beproefSchijndata(zonder, model, regel.minstensPunten).filter(
    d => d.moment !== model.ingreep,
  );
  if (schijn.length + 1 < regel.minstensSchijndata) return null;
  return { aantal: schijn.length + 1, plaats: 1 + schijn.filter(d => Math.abs(d.z) >= Math.abs(z)).length };
}

function ratioVan(coefficient: number, fout: number, vrij: number, betrouwbaarheid: number): Ratio {
  const t = studentKwantiel(staartkans(betrouwbaarheid), vrij, 'boven');
  const op = (maal: number): number => Math.exp(coefficient + maal * t * fout);
  return { verhouding: Math.exp(coefficient), ondergrens: op(-1), bovengrens: op(1) };
}

function metNegatiefBinomiaal(echt: Passing, betrouwbaarheid: number): Schatting['negatiefBinomiaal'] {
  try {
    const { regressie, theta } = negatiefBinomialeRegressie(echt.vraag);
    const fout = Math.sqrt(regressie.omgekeerde[echt.plek]?.[echt.plek] as number);
    const coefficient = regressie.coefficienten[echt.plek] as number;
    return { ...ratioVan(coefficient, fout, regressie.vrijheidsgraden, betrouwbaarheid), theta };
  } catch (fout) {
    if (!(fout instanceof GeenSchatting)) throw fout;
    return null;
  }
}

function onderscheidVan(r: Ratio, schijndata: Schatting['schijndata'], regel: Evaluatieregel): Onderscheid {
  if (r.ondergrens <= 1 && r.bovengrens >= 1) return 'geen';
  if (schijndata && schijndata.plaats > regel.grootsteSchijndeel * schijndata.aantal) return 'wankel';
  return r.verhouding > 1 ? 'hoger' : 'lager';
}

function schat(
  punten: readonly Telpunt[],
  model: Segmentmodel,
  kanten: Kanten,
  regel: Evaluatieregel,
): Schatting {
  const echt = pasModel(punten, model);
  const { fit, coefficient, fout, fouten } = echt;
  const ratio = ratioVan(coefficient, fout, fit.vrijheidsgraden, regel.betrouwbaarheid);
  const schijndata = plaatsVan(punten, model, coefficient / fout, regel);
  return {
    soort: 'geschat',
    ...kanten,
    overgang: punten.length - kanten.voor.punten - kanten.na.punten,
    ratio,
    p: Math.min(1, 2 * studentVerdeling(-Math.abs(coefficient / fout), fit.vrijheidsgraden).onder),
    vrijheidsgraden: fit.vrijheidsgraden,
    spreiding: fit.spreiding,
    fout: fouten.neweyWest > fouten.quasi ? 'newey_west' : 'quasi_poisson',
    neweyWestVertraging: echt.vertraging,
    autocorrelatie: autocorrelatie(pearsonResten(echt.vraag.uitkomst, fit.gemiddelden), echt.momenten),
    schijndata,
    negatiefBinomiaal: metNegatiefBinomiaal(echt, regel.betrouwbaarheid),
    verloop: echt.momenten.map((moment, i) => {
      const met = fit.gemiddelden[i] as number;
      return {
        moment,
        met,
        zonder: met / Math.exp(coefficient * (echt.vraag.ontwerp[i]?.[echt.plek] as number)),
      };
    }),
    onderscheid: onderscheidVan(ratio, schijndata, regel),
  };
}

/**
 * Did a series change when an act began? Segmented quasi-Poisson regression with the larger of the quasi-Poisson and the
 * Newey-West error and Student's t; a negative binomial and placebo dates beside it. With too few points: a description.
 *
 * Reference: J. Lopez Bernal et al., International Journal of Epidemiology 46 (2017) 348-355; a control series as offset:
 * C. Bottomley et al., American Journal of Epidemiology 188 (2019) 1557-1564.
 * Assumes that nothing else changed at that moment, that the trend before would have gone on, and counting in one way
 * throughout. Cannot tell what was done from what else happened then. In short series the interval is probably too narrow.
 * @param punten by moment; `blootstelling` 1 throughout when there is none
 * @throws TypeError, RangeError when an argument is invalid.
 */
export function beoordeelReeks(
  punten: readonly Telpunt[],
  model: Segmentmodel,
  regel: Evaluatieregel = GEBRUIKELIJKE_EVALUATIEREGEL,
): Beschrijving | Schatting {
  eisPunten(punten);
  eisSegmentmodel(model);
  eisEvaluatieregel(regel);
  const kanten = kantenVan(punten, model);
  const niet = (reden: Beschrijfreden): Beschrijving => beschrijf(kanten, reden, regel.betrouwbaarheid);
  if (kanten.voor.punten < regel.minstensPunten) return niet('te_weinig_voor');
  if (kanten.na.punten < regel.minstensPunten) return niet('te_weinig_na');
  const { ontwerp } = segmentOntwerp([model.ingreep], { ...model, vertraging: 0 });
  const over = kanten.voor.punten + kanten.na.punten - (ontwerp[0]?.length ?? 0);
  if (over < regel.minstensVrij) return niet('te_veel_termen');
  if (kanten.voor.telling + kanten.na.telling === 0) return niet('geen_schatting');
  try {
    return schat(punten, model, kanten, regel);
  } catch (fout) {
    if (fout instanceof GeenSchatting) return niet('geen_schatting');
    throw fout;
  }
}
