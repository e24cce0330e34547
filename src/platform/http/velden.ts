/** What no form gives of itself and no database keeps: a NUL, and half of a character. */
const schoon = (tekst: string): string => tekst.replaceAll('\u0000', '').toWellFormed();

/** The fields of a form as a person filled them in: without characters that cannot be typed and cannot be kept. */
export function schoneVelden<V extends Record<string, unknown>>(velden: V): V {
  const maak = (w: unknown): unknown =>
    typeof w === 'string' ? schoon(w) : Array.isArray(w) ? w.map(maak) : w;
  return Object.fromEntries(Object.entries(velden).map(([naam, w]) => [naam, maak(w)])) as V;
}
