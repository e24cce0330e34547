import type { Ctx } from '#platform/http/index.ts';
import type { Taal } from '#platform/ui/index.ts';
import { nl, type Teksten } from './teksten.ts';
import { en } from './teksten-en.ts';

const perTaal: Readonly<Record<Taal, Teksten>> = { nl, en };

/** The texts in the language of the request. */
export function teksten(c: Ctx): Teksten {
  return perTaal[c.get('taal')];
}

/** The texts of a language. */
export function tekstenVan(taal: Taal): Teksten {
  return perTaal[taal];
}
