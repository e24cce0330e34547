import { eindigeUitkomst, eisPositief, type Interval } from './argumenten.ts';
import { GEBRUIKELIJKE_BETROUWBAARHEID, staartkans } from './betrouwbaarheid.ts';
import { gammaKwantiel } from './gamma.ts';
import { eisWaarneming, type Waarneming } from './verhouding.ts';

/** A group of people (an age band) with how many of them the standard population holds. */
export interface Standaardgroep extends Waarneming {
  readonly standaard: number;
}

/** A standardised rate with its limits, in the unit of one event per unit of exposure. */
export interface Standaardtempo extends Interval {
  readonly tempo: number;
}

function eisGroepen(groepen: readonly Standaardgroep[]): void {
  if (!Array.isArray(groepen)) throw new TypeError('groepen must be an array');
  if (groepen.length === 0) throw new RangeError('groepen must hold at least 1 group');
  groepen.forEach((g, i) => {
    eisWaarneming(`groepen[${i}]`, g);
    eisPositief(`groepen[${i}].standaard`, g.standaard);
  });
}

/**
 * Directly standardised rate: the rate that the standard population would have if each of its groups had the rate of
 * this area. Takes out that one area is older or younger than another.
 *
 * Rate = sum w_i x_i / n_i, w_i the share of group i in the standard population; limits by the gamma method.
 * Reference: M. Fay & E. Feuer, "Confidence intervals for directly standardized rates", Statistics in Medicine 16
 * (1997) 791-801; R `epitools::ageadjust.direct`.
 * Assumes independent Poisson counts per group. The limits are wide rather than too narrow. Every group must hold
 * people: a rate without anybody in it is refused, not taken to be 0.
 * @param groepen count, exposure and standard population per group
 * @param betrouwbaarheid 0.5 to 0.999999
 * @throws TypeError, RangeError when a group is invalid or there is none.
 */
export function directGestandaardiseerd(
  groepen: readonly Standaardgroep[],
  betrouwbaarheid = GEBRUIKELIJKE_BETROUWBAARHEID,
): Standaardtempo {
  eisGroepen(groepen);
  const buiten = staartkans(betrouwbaarheid);
  const alles = groepen.reduce((s, g) => s + g.standaard, 0);
  const gewichten = groepen.map(g => g.standaard / alles / g.blootstelling);
  const som = (f: (w: number, x: number) => number): number =>
    groepen.reduce((s, g, i) => s + f(gewichten[i] as number, g.telling), 0);
  const tempo = som((w, x) => w * x);
  const variantie = som((w, x) => w * w * x);
  const grootste = Math.max(...gewichten);
  const boven = { tempo: tempo + grootste, variantie: variantie + grootste ** 2 };
  const grens = (t: number, v: number, staart: 'onder' | 'boven'): number =>
    eindigeUitkomst('grens', gammaKwantiel(buiten, (t * t) / v, staart) * (v / t));
  return {
    tempo,
    ondergrens: tempo === 0 ? 0 : grens(tempo, variantie, 'onder'),
    bovengrens: grens(boven.tempo, boven.variantie, 'boven'),
  };
}
