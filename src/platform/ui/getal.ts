import type { Taal } from './omgeving.ts';

const HARD = '\u00a0';
const landen: Record<Taal, string> = { nl: 'nl-NL', en: 'en-GB' };
const makers = new Map<string, Intl.NumberFormat>();

function maker(taal: Taal, decimalen: number): Intl.NumberFormat {
  const sleutel = `${taal}${decimalen}`;
  let m = makers.get(sleutel);
  if (m === undefined) {
    m = new Intl.NumberFormat(landen[taal], {
      minimumFractionDigits: decimalen,
      maximumFractionDigits: decimalen,
    });
    makers.set(sleutel, m);
  }
  return m;
}

/** A real minus sign, so that a negative number does not look like a hyphenated word. */
function minteken(tekst: string): string {
  return tekst.replace('-', '\u2212');
}

/** A number as its readers write it: 1.226 in Dutch, 1,226 in English. `decimalen` are always shown. */
export function toonGetal(n: number, taal: Taal = 'nl', decimalen = 0): string {
  return minteken(maker(taal, decimalen).format(n));
}

/** A share (0.045) as a percentage: '4,5 %' in Dutch with a space that does not break, '4.5%' in English. */
export function toonProcent(deel: number, taal: Taal = 'nl', decimalen = 0): string {
  const getal = minteken(maker(taal, decimalen).format(deel * 100));
  return taal === 'nl' ? `${getal}${HARD}%` : `${getal}%`;
}

/**
 * Money in euros, whole or with cents when `centen`: '€ 186.000' in Dutch (the space does not break),
 * '€186,000' in English.
 */
export function toonEuro(bedrag: number, taal: Taal = 'nl', centen = false): string {
  const getal = maker(taal, centen ? 2 : 0).format(Math.abs(bedrag));
  const min = bedrag < 0 ? '\u2212' : '';
  return taal === 'nl' ? `€${HARD}${min}${getal}` : `${min}€${getal}`;
}
