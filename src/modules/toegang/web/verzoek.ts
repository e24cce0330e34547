import type { Ctx } from '#platform/http/index.ts';
import type { Lidmaatschap } from '../domain/rollen.ts';

/** The memberships of the reader of this request that hold today; none for the public. */
export function lidmaatschappen(c: Ctx): readonly Lidmaatschap[] {
  return (c.get('toegang') as readonly Lidmaatschap[] | null) ?? [];
}
