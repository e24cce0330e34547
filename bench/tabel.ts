/** A table of the report: its heading, a line about how it was measured, columns and rows of text. */
export interface Tabel {
  kop: string;
  uitleg?: string;
  kolommen: readonly string[];
  rijen: readonly (readonly string[])[];
}

export const getal = (n: number, decimalen = 0): string =>
  n.toLocaleString('nl-NL', { minimumFractionDigits: decimalen, maximumFractionDigits: decimalen });

/** The middle one of an odd number of values, or the mean of the middle two. */
export function mediaan(waarden: readonly number[]): number {
  const w = waarden.toSorted((a, b) => a - b);
  const midden = Math.floor(w.length / 2);
  return w.length % 2 === 1 ? (w[midden] ?? NaN) : ((w[midden - 1] ?? NaN) + (w[midden] ?? NaN)) / 2;
}

/** The value below which this share of the values lies (nearest rank). */
export function percentiel(gesorteerd: ArrayLike<number>, deel: number): number {
  return gesorteerd[Math.max(0, Math.ceil(deel * gesorteerd.length) - 1)] ?? NaN;
}

/** The table as markdown, in columns that also line up on a screen. */
export function alsMarkdown(t: Tabel): string {
  const alle = [t.kolommen, ...t.rijen];
  const breedte = t.kolommen.map((_, i) => Math.max(3, ...alle.map(r => (r[i] ?? '').length)));
  const regel = (cellen: readonly string[]) =>
    `| ${breedte.map((b, i) => (cellen[i] ?? '').padEnd(b)).join(' | ')} |`;
  const lijn = `| ${breedte.map(b => '-'.repeat(b)).join(' | ')} |`;
  const boven = t.uitleg ? `${t.uitleg}\n\n` : '';
  return `## ${t.kop}\n\n${boven}${[regel(t.kolommen), lijn, ...t.rijen.map(regel)].join('\n')}\n`;
}
