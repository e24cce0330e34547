import { eisKans } from './argumenten.ts';

function eisPWaarden(pWaarden: readonly number[]): void {
  if (!Array.isArray(pWaarden)) throw new TypeError('pWaarden must be an array');
  pWaarden.forEach((p, i) => {
    eisKans(`pWaarden[${i}]`, p);
  });
}

/** Positions of the values, smallest first; equal values keep their order. */
function volgorde(waarden: readonly number[]): number[] {
  return waarden.map((_, i) => i).sort((a, b) => (waarden[a] as number) - (waarden[b] as number));
}

/**
 * p-values adjusted after Holm: the chance of even one false signal among all comparisons stays below the level.
 *
 * Reference: S. Holm, Scandinavian Journal of Statistics 6 (1979) 65-70; R `p.adjust(method = "holm")`.
 * Assumes nothing about how the comparisons hang together. Same order as the input; an empty list stays empty.
 * @throws TypeError, RangeError when a value is no probability.
 */
export function corrigeerHolm(pWaarden: readonly number[]): number[] {
  eisPWaarden(pWaarden);
  const uit = new Array<number>(pWaarden.length).fill(0);
  let hoogste = 0;
  volgorde(pWaarden).forEach((plek, rang) => {
    hoogste = Math.max(hoogste, Math.min(1, (pWaarden.length - rang) * (pWaarden[plek] as number)));
    uit[plek] = hoogste;
  });
  return uit;
}

/**
 * p-values adjusted after Benjamini and Hochberg: the expected share of false ones among the signals stays below the level.
 *
 * Reference: Y. Benjamini & Y. Hochberg, JRSS B 57 (1995) 289-300; R `p.adjust(method = "BH")`.
 * Assumes comparisons that are independent or hang together positively. Same order as the input.
 * @throws TypeError, RangeError when a value is no probability.
 */
export function corrigeerBenjaminiHochberg(pWaarden: readonly number[]): number[] {
  eisPWaarden(pWaarden);
  const uit = new Array<number>(pWaarden.length).fill(0);
  let laagste = 1;
  const oplopend = volgorde(pWaarden);
  for (let rang = oplopend.length - 1; rang >= 0; rang -= 1) {
    const plek = oplopend[rang] as number;
    laagste = Math.min(laagste, (pWaarden.length / (rang + 1)) * (pWaarden[plek] as number));
    uit[plek] = laagste;
  }
  return uit;
}
