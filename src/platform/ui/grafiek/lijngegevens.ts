/** One measurement. `onder` and `boven` are the limits of its interval. */
export interface MeetPunt {
  /** The year; within a year a part of it, so that 2024.5 is the middle of 2024. */
  jaar: number;
  /** null: not measured or not published; the line is interrupted. */
  waarde: number | null;
  onder?: number;
  boven?: number;
  voorlopig?: boolean;
}

/** One line. */
export interface LijnReeks {
  naam: string;
  punten: MeetPunt[];
}

/** A labelled vertical line: something that happened, or a break in the definition (interrupts the line). */
export interface JaarLijn {
  /** Year in which it happened; a break holds from this year on. */
  jaar: number;
  tekst: string;
  soort: 'gebeurtenis' | 'breuk';
}

/** A measurement with a value. */
export type Gemeten = MeetPunt & { waarde: number };

/** The pieces of a line that may be drawn through: cut where a value is missing and before every break. */
export function stukken(punten: readonly MeetPunt[], breuken: readonly number[]): Gemeten[][] {
  const uit: Gemeten[][] = [];
  let stuk: Gemeten[] = [];
  let vorige: number | undefined;
  for (const p of punten) {
    const gebroken = vorige !== undefined && breuken.some(b => b > vorige! && b <= p.jaar);
    if ((p.waarde === null || gebroken) && stuk.length > 0) {
      uit.push(stuk);
      stuk = [];
    }
    if (p.waarde !== null) stuk.push({ ...p, waarde: p.waarde });
    vorige = p.jaar;
  }
  if (stuk.length > 0) uit.push(stuk);
  return uit;
}

/** Largest and smallest value that must fit, intervals included. */
export function bereik(reeksen: readonly LijnReeks[]): { laagste: number; hoogste: number } {
  const alle = reeksen.flatMap(r =>
    r.punten.flatMap(p => [p.waarde, p.onder ?? null, p.boven ?? null].filter(w => w !== null)),
  );
  return { laagste: Math.min(...alle), hoogste: Math.max(...alle) };
}

/** Whole years from the first to the last, every one: what is labelled under the drawing. */
export function jaren(reeksen: readonly LijnReeks[]): number[] {
  const alle = reeksen.flatMap(r => r.punten.map(p => p.jaar));
  const eerste = Math.floor(Math.min(...alle));
  return Array.from({ length: Math.ceil(Math.max(...alle)) - eerste + 1 }, (_, i) => eerste + i);
}

/** Points so close together that their marks would touch are drawn small. */
export const isDicht = (reeks: LijnReeks): boolean => reeks.punten.length > 24;
