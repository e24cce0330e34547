/**
 * A set of tables as JSON and back. Maps, sets and what has no bound have no form there, so they get one: an object with
 * one key that nothing else has.
 */
export function naarJson(x: unknown): string {
  return JSON.stringify(x, (_, w: unknown) => {
    if (w instanceof Map) return { $map: [...w] };
    if (w instanceof Set) return { $set: [...w] };
    return w === Infinity ? { $oneindig: 1 } : w;
  });
}

/** The inverse of `naarJson`, for what JSON.parse or the database made of it. */
export function uitJson(x: unknown): unknown {
  if (typeof x !== 'object' || x === null) return x;
  if (Array.isArray(x)) return x.map(uitJson);
  const o = x as Record<string, unknown>;
  if (Array.isArray(o['$map'])) return new Map(uitJson(o['$map']) as [unknown, unknown][]);
  if (Array.isArray(o['$set'])) return new Set(uitJson(o['$set']) as unknown[]);
  if (o['$oneindig'] === 1) return Infinity;
  return Object.fromEntries(Object.entries(o).map(([k, w]) => [k, uitJson(w)]));
}
