import type { Cel } from './celtekst.ts';
import type { tabelteksten } from './teksten.ts';

export interface Tabelrij {
  /** Number of the row as the sender sees it: line in a CSV file, row number in a workbook. From 1. */
  nr: number;
  cellen: Cel[];
}
export interface Tabelblad {
  naam: string;
  rijen: Tabelrij[];
}
export type Tabelcode = keyof typeof tabelteksten;

export const TABELGRENZEN = {
  bytes: 20 * 1024 * 1024,
  rijen: 50_000,
  kolommen: 500,
  cellen: 300_000,
  uitgepakt: 100 * 1024 * 1024,
};

/** A table that cannot be read; caught at the door and handed back as a refusal. */
export class Tabelfout extends Error {
  readonly reden: Tabelcode;
  readonly regel: number | undefined;
  constructor(reden: Tabelcode, regel?: number) {
    super(reden);
    this.reden = reden;
    this.regel = regel;
  }
}
