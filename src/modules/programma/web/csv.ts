import { type Cel, maakCsv } from '#platform/documenten/index.ts';
import type { Ctx } from '#platform/http/index.ts';

/** Sends a table as a file to keep; what is not known is an empty cell, never 0. */
export function csvAntwoord(
  c: Ctx,
  naam: string,
  kop: readonly string[],
  rijen: readonly (readonly Cel[])[],
): Response {
  return c.body(new Uint8Array(maakCsv(kop, rijen)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${naam}.csv"`,
  });
}
