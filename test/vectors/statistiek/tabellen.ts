import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

interface Tabel {
  readonly kolommen: readonly string[];
  readonly rijen: readonly (readonly (number | null)[])[];
}

/** One row with its numbers by column name; a null (no finite bound) stays null under `leeg`. */
export interface Rij {
  readonly getal: (kolom: string) => number;
  readonly leeg: (kolom: string) => number | null;
  readonly tekst: string;
}

/** Reads a table of reference values; refuses one that is missing or empty, so that no test passes on nothing. */
export function leesTabel(bestand: string, naam: string): Rij[] {
  const inhoud: Record<string, Tabel | string> = JSON.parse(
    readFileSync(new URL(bestand, import.meta.url), 'utf8'),
  );
  const tabel = inhoud[naam];
  if (tabel === undefined || typeof tabel === 'string' || tabel.rijen.length === 0)
    throw new Error(`${bestand} has no table ${naam}`);
  return tabel.rijen.map(rij => {
    const leeg = (kolom: string): number | null => {
      const plek = tabel.kolommen.indexOf(kolom);
      const waarde = rij[plek];
      if (waarde === undefined) throw new Error(`${naam} has no column ${kolom}`);
      return waarde;
    };
    const getal = (kolom: string): number => {
      const waarde = leeg(kolom);
      if (waarde === null) throw new Error(`${naam}.${kolom} is empty in ${rij.join(', ')}`);
      return waarde;
    };
    return { getal, leeg, tekst: rij.join(', ') };
  });
}

/** Demands a relative difference of at most `marge`; a reference value of 0 must be hit exactly. */
export function verwachtGelijk(gevonden: number | null, bron: number | null, waar: string, marge = 1e-10): void {
  if (gevonden === null || bron === null) {
    expect(gevonden, waar).toBe(bron);
    return;
  }
  const verschil = Math.abs(gevonden - bron);
  if (!(verschil <= marge * Math.abs(bron)))
    expect.fail(`${waar}: found ${gevonden}, reference ${bron}, relative ${verschil / Math.abs(bron)}`);
}
