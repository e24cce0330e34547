/**
 * Grounds on which the law names the citizen service number. Without one of these it is not recorded: the number is
 * for who the law appoints and for nobody else (Wet algemene bepalingen burgerservicenummer art. 10 and 11).
 */
export const BSN_GRONDEN = {
  wmo_5_2_9: 'Wmo 2015 art. 5.2.9',
  jeugdwet_7_2: 'Jeugdwet paragraaf 7.2',
} as const;
export type Bsngrond = keyof typeof BSN_GRONDEN;

export function isBsngrond(code: string): code is Bsngrond {
  return Object.hasOwn(BSN_GRONDEN, code);
}

const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** The number as nine digits, without spaces, dots and lost leading zeroes; null when it cannot be one. */
export function leesBsn(tekst: string): string | null {
  const cijfers = tekst.replace(/[\s.-]/g, '');
  return /^\d{8,9}$/.test(cijfers) ? cijfers.padStart(9, '0') : null;
}

/**
 * The eleven-test: nine digits with weights 9, 8, …, 2 and -1 give a sum that is divisible by 11 (Stelsel van
 * gegevensuitwisseling, SGR 15.0, element Burgerservicenr; Logisch Ontwerp BSN). Nine zeroes pass the sum and are no
 * number.
 */
export function elfproef(nummer: string): boolean {
  if (!/^\d{9}$/.test(nummer) || /^0+$/.test(nummer)) return false;
  const som = GEWICHTEN.reduce((s, gewicht, i) => s + gewicht * Number(nummer[i]), 0);
  return som % 11 === 0;
}

/**
 * Numbers that are kept for tests and given to nobody: those that begin with 0000 or 99999 (RvIG, Test-BSN's,
 * rvig.nl/test-bsn-a-nummers-omnummertabel; the ranges as the package bsn-js states them). A demonstration takes no
 * others: a number that merely passes the eleven-test may be somebody's.
 */
export function isTestnummer(nummer: string): boolean {
  return /^(0000\d|99999)\d{4}$/.test(nummer);
}
