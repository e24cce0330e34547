import { PUBLIEK } from '#platform/db/index.ts';
import type { Ctx, Herkenning } from '#platform/http/index.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { herkenPersoon, leesSessie } from '../usecases/herkenning.ts';
import { leesBezoek } from './bezoek.ts';
import { rolwoorden } from './teksten.ts';

/**
 * Who a request is from. Without a valid, strong session of an active person: the public. Nothing is kept
 * between requests, so what is ended or taken away holds at once.
 */
export function maakHerken(d: Diensten): (c: Ctx) => Promise<Herkenning> {
  return async c => {
    const sessie = await leesSessie(d, c.req.header('cookie'));
    const wie = await herkenPersoon(d, sessie);
    if (!wie) {
      return { actor: PUBLIEK, gebruiker: null, sessie: sessie?.id ?? leesBezoek(d, c), toegang: null };
    }
    const rollen = [...new Set(wie.lidmaatschappen.map(l => rolwoorden[l.rol]))];
    return {
      actor: { soort: 'persoon', id: wie.persoonId },
      gebruiker: { id: wie.persoonId, naam: wie.naam, rol: rollen.join(', ') },
      sessie: sessie?.id ?? '',
      toegang: wie.lidmaatschappen,
    };
  };
}
