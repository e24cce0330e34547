import { basisUrlVan } from '#platform/config/index.ts';
import { alsJsonLd, alsTurtle, type Rdfgraaf } from '#platform/documenten/index.ts';
import { API_PAD } from '#platform/http/api.ts';
import type { Ctx } from '#platform/http/index.ts';
import type { Dcatgrond } from '../domain/dcat.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Regio } from '../domain/plaats.ts';

/** Endings of the description for catalogues of data; what the same graph is called in each. */
export const BESCHRIJVINGSVORMEN = ['jsonld', 'ttl'] as const;
export type Beschrijvingsvorm = (typeof BESCHRIJVINGSVORMEN)[number];

export const dcatgrond = (c: Ctx, regio: Regio, definities: readonly Indicator[]): Dcatgrond => ({
  basis: basisUrlVan(c.get('diensten').instellingen),
  api: API_PAD,
  regio,
  definities,
});

/** Sends a description. */
export function stuurBeschrijving(c: Ctx, graaf: Rdfgraaf, vorm: Beschrijvingsvorm): Response {
  const ld = vorm === 'jsonld';
  return c.body(ld ? JSON.stringify(alsJsonLd(graaf), null, 1) : alsTurtle(graaf), 200, {
    'content-type': ld ? 'application/ld+json' : 'text/turtle; charset=utf-8',
  });
}
