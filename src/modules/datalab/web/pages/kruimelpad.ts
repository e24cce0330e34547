import { adres, type Ctx } from '#platform/http/index.ts';
import type { Kruimel } from '#platform/ui/index.ts';
import type { Regio } from '../../domain/plaats.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';

/** The step of the figures of a region in a breadcrumb. */
export function adresVanCijfers(c: Ctx, regio: Regio): Kruimel {
  return { naam: teksten(c).cijfers, href: adres(c, paden.cijfers(regio.id)) };
}
