import { type Ctx, probleem, toon } from '#platform/http/index.ts';
import type { Grenzen } from '../domain/grenzen.ts';
import type { Regio } from '../domain/plaats.ts';
import { findRegio } from '../usecases/gegevensbestanden.ts';
import { onbekendPagina } from './pages/onbekend.tsx';
import { teksten } from './taal.ts';

export type Antwoord = Response | Promise<Response>;

/** Refuses by name what an address asks for and is not there: a page, or problem+json for a file. */
export function onbekend(c: Ctx, melding: string, regio: Regio | null): Antwoord {
  const t = teksten(c);
  if (/\.(csv|json|jsonld|ttl)$/.test(c.req.path)) return probleem(c, 404, t.onbekend.titel, melding);
  return toon(
    c,
    { titel: t.onbekend.titel, status: 404, ...(regio ? { thema: regio.id } : {}) },
    onbekendPagina(c, melding, regio),
  );
}

/** Runs a page with the region of its address, or refuses the region by name. */
export function metRegio(c: Ctx, werk: (regio: Regio) => Antwoord): Antwoord {
  const naam = c.req.param('regio') ?? '';
  const regio = findRegio(naam);
  return regio ? werk(regio) : onbekend(c, teksten(c).onbekend.regio(naam), null);
}

/** The boundaries that an address asks for: null when it names something else. */
export function grenzenUit(c: Ctx): Grenzen | null {
  const gevraagd = c.req.query('grenzen');
  if (gevraagd === undefined || gevraagd === '' || gevraagd === 'bron') return 'bron';
  return gevraagd === 'vandaag' ? 'vandaag' : null;
}
