import { gebruikelijkeVertraging, neweyWest } from './newey-west.ts';
import { poissonRegressie, type Regressie, type Regressievraag } from './regressie.ts';
import { type Segmentmodel, segmentOntwerp } from './segment.ts';
import { eisWaarneming, type Waarneming } from './verhouding.ts';

/** One point of a series: a count at a whole moment, over an exposure (inhabitants, or the count of a control series). */
export interface Telpunt extends Waarneming {
  readonly moment: number;
}

/** Points and totals on one side of the act. */
export interface Reekskant extends Waarneming {
  readonly punten: number;
}

/** A segmented model that was fitted. */
export interface Passing {
  readonly vraag: Regressievraag;
  readonly momenten: readonly number[];
  readonly plek: number;
  readonly fit: Regressie;
  readonly coefficient: number;
  readonly fout: number;
  readonly fouten: { readonly quasi: number; readonly neweyWest: number };
  readonly vertraging: number;
}

/**
 * Fits a segmented quasi-Poisson regression; its error is the larger of the quasi-Poisson one (dispersion at least 1) and
 * the Newey-West one. Arguments were checked.
 * @throws GeenSchatting when the data cannot tell the terms.
 */
export function pasModel(punten: readonly Telpunt[], model: Segmentmodel): Passing {
  const { ontwerp, mee, plek } = segmentOntwerp(
    punten.map(p => p.moment),
    model,
  );
  const gekozen = mee.map(i => punten[i] as Telpunt);
  const momenten = gekozen.map(p => p.moment);
  const vraag = {
    uitkomst: gekozen.map(p => p.telling),
    ontwerp,
    offset: gekozen.map(p => Math.log(p.blootstelling)),
  };
  const fit = poissonRegressie(vraag);
  const vertraging = gebruikelijkeVertraging(gekozen.length);
  const variantie = neweyWest(vraag, fit, { vertraging, momenten })[plek]?.[plek] as number;
  const quasi = Math.sqrt((fit.omgekeerde[plek]?.[plek] as number) * Math.max(1, fit.spreiding));
  // Rounding may leave a sum of squares that is 0 just below it.
  const fouten = { quasi, neweyWest: Math.sqrt(Math.max(0, variantie)) };
  const fout = Math.max(fouten.quasi, fouten.neweyWest);
  return {
    vraag,
    momenten,
    plek,
    fit,
    coefficient: fit.coefficienten[plek] as number,
    fout,
    fouten,
    vertraging,
  };
}

function telOp(punten: readonly Telpunt[]): Reekskant {
  return {
    punten: punten.length,
    telling: punten.reduce((som, p) => som + p.telling, 0),
    blootstelling: punten.reduce((som, p) => som + p.blootstelling, 0),
  };
}

/** Both sides of an act, without the points of transition. */
export interface Kanten {
  readonly voor: Reekskant;
  readonly na: Reekskant;
}

export function kantenVan(punten: readonly Telpunt[], model: Segmentmodel): Kanten {
  return {
    voor: telOp(punten.filter(p => p.moment < model.ingreep)),
    na: telOp(punten.filter(p => p.moment >= model.ingreep + model.vertraging)),
  };
}

/** @throws TypeError, RangeError naming the point. */
export function eisPunten(punten: readonly Telpunt[]): void {
  if (!Array.isArray(punten)) throw new TypeError('punten must be a list');
  punten.forEach((p, i) => {
    eisWaarneming(`punten[${i}]`, p);
    if (!Number.isSafeInteger(p.moment) || (i > 0 && p.moment <= (punten[i - 1] as Telpunt).moment))
      throw new RangeError(`punten[${i}].moment must be whole and later than the one before`);
  });
}

/** Has each side this many points? */
export const genoeg = ({ voor, na }: Kanten, minstens: number): boolean =>
  voor.punten >= minstens && na.punten >= minstens;
