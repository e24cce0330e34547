export const ADRESSOORTEN = ['woon', 'brief', 'tijdelijk', 'werk', 'school'] as const;
export type Adressoort = (typeof ADRESSOORTEN)[number];

/** An address as it is written on an envelope. Unknown parts are ''. */
export interface Adres {
  readonly straat: string;
  readonly nummer: string;
  readonly toevoeging: string;
  readonly postcode: string;
  readonly plaats: string;
}

/** '1234 ab' → '1234AB'; '' when it is no Dutch postcode. */
export function normaliseerPostcode(tekst: string): string {
  const kaal = tekst.replace(/\s/g, '').toUpperCase();
  return /^[1-9]\d{3}[A-Z]{2}$/.test(kaal) ? kaal : '';
}

/**
 * What says that two people have the same front door: postcode with number and addition (with these a Dutch address
 * is one door; NEN 5825). Null when one of them is unknown: then nothing can be said.
 */
export function deurVan(a: Adres): string | null {
  const postcode = normaliseerPostcode(a.postcode);
  const nummer = /^\d+/.exec(a.nummer.trim())?.[0];
  if (postcode === '' || !nummer) return null;
  const achter = `${a.nummer.trim().slice(nummer.length)}${a.toevoeging}`;
  return `${postcode} ${Number(nummer)}${achter.replace(/[^0-9a-z]/gi, '').toUpperCase()}`;
}

type Adresveld = keyof Adres;
type Adresgebrek = 'postcode' | 'nummer' | 'leeg' | 'te_lang';

/** What is wrong with an address, by field; nothing is fine. A street without a number is fine: a farm, a harbour. */
export function adresGebreken(a: Adres): Partial<Record<Adresveld, Adresgebrek>> {
  const uit: Partial<Record<Adresveld, Adresgebrek>> = {};
  for (const veld of Object.keys(a) as Adresveld[]) {
    if (!/^[^\p{Cc}\u2028\u2029]{0,200}$/u.test(a[veld])) uit[veld] = 'te_lang';
  }
  if (a.postcode.trim() !== '' && normaliseerPostcode(a.postcode) === '') uit.postcode = 'postcode';
  if (a.nummer.trim() !== '' && !/^\d/.test(a.nummer.trim())) uit.nummer = 'nummer';
  if (a.postcode.trim() === '' && a.plaats.trim() === '') uit.plaats = 'leeg';
  return uit;
}
