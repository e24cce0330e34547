/** A self-scan as the programme file writes it. Unknown is null, none is an empty list. */
export interface Zelfscan {
  titel: string | null;
  doel: string | null;
  invullers: string[];
  werkwijze: string | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  gereed: string | null;
  secties: Sectie[];
  bron: { bestand: string | null; paragraaf: string | null } | null;
}
export interface Sectie {
  nr: number;
  titel: string;
  onderwerpen: Onderwerp[];
}
export interface Onderwerp {
  titel: string;
  onderdelen: string[];
}

/** Does the region have a scan at all? A file may hold an empty one. */
export function heeftZelfscan(z: Zelfscan | null): z is Zelfscan {
  return z !== null && (z.titel !== null || z.secties.length > 0);
}

const kaal = (tekst: string): string =>
  tekst
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

/** Every text of the scan that a reader sees, the title first. */
function tekstenVan(z: Zelfscan): string[] {
  const secties = z.secties.flatMap(s => [
    s.titel,
    ...s.onderwerpen.flatMap(o => [o.titel, ...o.onderdelen]),
  ]);
  return [z.titel, z.doel, z.werkwijze, ...z.invullers, ...secties].filter(t => t !== null);
}

/** Does every word stand somewhere in the scan, at the start of a word? Accents and capitals do not count. */
export function past(z: Zelfscan, woorden: readonly string[]): boolean {
  const tekst = ` ${kaal(tekstenVan(z).join(' '))}`;
  return woorden.length > 0 && woorden.every(w => tekst.includes(` ${kaal(w)}`));
}
