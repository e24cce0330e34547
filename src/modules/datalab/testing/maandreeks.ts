/** A rise in an invented series: from which month on, and how many times as much. */
export interface Uitbraak {
  readonly vanaf: number;
  readonly maal: number;
}

/** Uniform numbers from a seed (mulberry32): the same on every machine. */
export function dobbelsteen(zaad: number): () => number {
  let a = zaad;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function poisson(gemiddelde: number, kans: () => number): number {
  const grens = Math.exp(-gemiddelde);
  let k = 0;
  for (let p = kans(); p > grens; p *= kans()) k++;
  return k;
}

/** Codes of months on end: '2023-01', '2023-02', ... */
export function maandcodes(eersteJaar: number, aantal: number): string[] {
  return Array.from(
    { length: aantal },
    (_, i) => `${eersteJaar + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
}

/** Invented counts per month, visibly so: Poisson around a mean, with a rise when one is asked for. */
export function maandtellingen(
  kans: () => number,
  v: { gemiddelde: number; maanden: number; uitbraak?: Uitbraak },
): number[] {
  return Array.from({ length: v.maanden }, (_, i) => {
    const maal = v.uitbraak && i >= v.uitbraak.vanaf ? v.uitbraak.maal : 1;
    return poisson(v.gemiddelde * maal, kans);
  });
}

/** The same as the file that a project leader imports. */
export function maandCsv(
  gemeente: string,
  indicator: string,
  eersteJaar: number,
  tellingen: readonly number[],
): string {
  const codes = maandcodes(eersteJaar, tellingen.length);
  const rijen = tellingen.map((n, i) => `${gemeente};${codes[i]};${indicator};${n};nee`);
  return `gemeente;periode;indicator;waarde;voorlopig\n${rijen.join('\n')}\n`;
}
