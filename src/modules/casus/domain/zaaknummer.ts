/** A case number as people write it: the year it began and six digits that say nothing. */
export function maakZaaknummer(jaar: number, willekeurig: number): string {
  return `${String(jaar).padStart(4, '0')}-${String(willekeurig).padStart(6, '0')}`;
}

/** Reads a case number as it is typed or pasted ('2026 123456', '2026-123456'); null when it is none. */
export function leesZaaknummer(tekst: string): string | null {
  const m = /^\s*(\d{4})[\s\-–—./]*(\d{6})\s*$/.exec(tekst);
  return m ? `${m[1]}-${m[2]}` : null;
}
