import { eindigeUitkomst, eisNietNegatief, eisPositief, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID } from './betrouwbaarheid.ts';
import { garwoodInterval } from './garwood.ts';
import { eisWaarneming, type Waarneming } from './verhouding.ts';

/** A group of people in an area, with the rate that the reference has for such a group. */
export interface Referentiegroep extends Waarneming {
  readonly referentietempo: number;
}

/** Observed against expected, with limits. */
export interface Standaardverhouding extends Interval {
  readonly waargenomen: number;
  /** What the rates of the reference would have given these people. */
  readonly verwacht: number;
  /** Observed over expected; 1 is as the reference. */
  readonly verhouding: number;
  /** The ratio times the crude rate of the reference: the indirectly standardised rate. */
  readonly tempo: number;
}

/**
 * Indirectly standardised ratio and rate: how many events an area had against how many it would have had at the rates
 * of the reference. Needs only the total of the area's events, so it is the form for small areas.
 *
 * Ratio = sum x_i / sum n_i R_i, with the exact limits of the count (Garwood) over the expected count; rate = ratio times
 * the crude rate of the reference.
 * Reference: N. Breslow & N. Day, Statistical Methods in Cancer Research II (IARC 1987) 2.3; R `poisson.test(O, E)`.
 * Assumes Poisson counts and reference rates without error. Two areas with other populations may not be compared with
 * each other by their ratios, only each with the reference.
 * @param groepen count, exposure and reference rate per group
 * @param ruwTempo crude rate of the reference
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when a group is invalid, there is none, or nothing at all is expected.
 */
export function indirectGestandaardiseerd(
  groepen: readonly Referentiegroep[],
  ruwTempo: number,
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Standaardverhouding {
  if (!Array.isArray(groepen)) throw new TypeError('groepen must be an array');
  groepen.forEach((g, i) => {
    eisWaarneming(`groepen[${i}]`, g);
    eisNietNegatief(`groepen[${i}].referentietempo`, g.referentietempo);
  });
  eisPositief('ruwTempo', ruwTempo);
  const waargenomen = groepen.reduce((s, g) => s + g.telling, 0);
  const verwacht = groepen.reduce((s, g) => s + g.blootstelling * g.referentietempo, 0);
  if (verwacht <= 0) throw new RangeError('groepen must together expect more than 0');
  const { ondergrens, bovengrens } = garwoodInterval(waargenomen, betrouwbaarheid);
  const op = (n: number): number => eindigeUitkomst('verhouding', n / verwacht);
  return {
    waargenomen,
    verwacht,
    verhouding: op(waargenomen),
    ondergrens: op(ondergrens),
    bovengrens: op(bovengrens),
    tempo: eindigeUitkomst('tempo', op(waargenomen) * ruwTempo),
  };
}
