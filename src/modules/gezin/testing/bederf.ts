import type { Geboortedatum } from '../domain/geboortedatum.ts';

/** Chance with a seed, as the measurement needs it. */
export interface Toeval {
  /** Whole number from `van` to `tot`, both included. */
  geheel(van: number, tot: number): number;
  kans(p: number): boolean;
  kies<T>(lijst: readonly T[]): T;
  /** The first ones far more often than the last. */
  kiesSchuin<T>(lijst: readonly T[]): T;
}

/** Other spellings of the same sound, as they are met in files. */
const SPELLINGEN: readonly (readonly [RegExp, string])[] = [
  [/ij/i, 'y'],
  [/y/i, 'ij'],
  [/ei/i, 'ij'],
  [/k/i, 'c'],
  [/c(?=[aou])/i, 'k'],
  [/ck/i, 'k'],
  [/f/i, 'ph'],
  [/ph/i, 'f'],
  [/s/i, 'z'],
  [/z/i, 's'],
  [/d$/i, 't'],
  [/dt$/i, 't'],
  [/t(?=[aeiou])/i, 'th'],
  [/aa/i, 'ae'],
  [/ou/i, 'au'],
  [/sch/i, 's'],
  [/sen$/i, 'ssen'],
  [/ie/i, 'i'],
];
const LETTERS = [...'abcdefghijklmnoprstuvwz'];

/** One slip of the hand: a letter other, less, more, or two swapped. */
export function tikfout(t: Toeval, woord: string): string {
  const i = t.geheel(0, Math.max(0, woord.length - 2));
  const [voor, na] = [woord.slice(0, i), woord.slice(i + 1)];
  const soorten = [
    () => voor + t.kies(LETTERS) + na,
    () => voor + na,
    () => voor + t.kies(LETTERS) + woord.slice(i),
    () => voor + (woord[i + 1] ?? '') + (woord[i] ?? '') + woord.slice(i + 2),
  ];
  return t.kies(soorten)();
}

function anderGespeld(t: Toeval, naam: string): string {
  const mogelijk = SPELLINGEN.filter(([vorm]) => vorm.test(naam));
  if (mogelijk.length === 0) return tikfout(t, naam);
  const [vorm, voor] = t.kies(mogelijk);
  return naam.replace(vorm, voor);
}

/** A name gone wrong: a slip (45 %), another spelling (30 %), only an initial or a part (15 %), missing (10 %). */
export function bederfNaam(t: Toeval, naam: string, soort: 'voornaam' | 'achternaam'): string | null {
  const lot = t.geheel(1, 100);
  if (lot <= 45) return tikfout(t, naam);
  if (lot <= 75) return anderGespeld(t, naam);
  if (lot > 90) return null;
  return soort === 'voornaam' ? `${naam.slice(0, 1)}.` : `${naam}-Voorbeeld`;
}

/** A date gone wrong: one digit (40 %), day and month swapped (30 %), only the year (15 %), missing (15 %). */
export function bederfDatum(t: Toeval, d: Geboortedatum): Geboortedatum | null {
  const lot = t.geheel(1, 100);
  if (lot > 85) return null;
  if (lot > 70) return { jaar: d.jaar, maand: null, dag: null };
  if (lot > 40 && d.dag !== null && d.dag <= 12) return { jaar: d.jaar, maand: d.dag, dag: d.maand };
  const plek = t.geheel(0, 2);
  if (plek === 0) return { ...d, jaar: d.jaar - (d.jaar % 10) + t.geheel(0, 9) };
  if (plek === 1) return { ...d, jaar: d.jaar >= 2010 ? d.jaar - 10 : d.jaar + 10 };
  const tiental = Math.floor((d.dag ?? 1) / 10) * 10;
  return { ...d, dag: Math.min(28, Math.max(1, tiental + t.geheel(0, 9))) };
}
