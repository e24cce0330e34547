import { PUBLIEK } from '#platform/db/index.ts';
import type { Ctx, Herkenning } from '#platform/http/index.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { type Bezoeker, herkenBezoeker } from '../usecases/herkenning.ts';
import { leesBezoek } from './bezoek.ts';
import { rolwoorden } from './teksten.ts';

/** Pages whose forms are bound to the visit rather than to a session that has run out. */
const AANMELDPAD = /^\/(aanmelden|uitnodiging)(\/|$)/;

/**
 * What the forgery token of an unknown reader is bound to. A form that was open when the session ran out still
 * bears the token of that session: it proves that the form is ours, and gives no access.
 */
function gebondenAan(d: Diensten, c: Ctx, b: Bezoeker): string {
  if (b.sessie) return b.sessie.id;
  const stuurt = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  return b.verlopen && stuurt && !AANMELDPAD.test(c.req.path) ? b.verlopen.id : leesBezoek(d, c);
}

/**
 * Who a request is from. Without a valid, strong session of an active person: the public. Nothing is kept
 * between requests, so what is ended or taken away holds at once.
 */
export function maakHerken(d: Diensten): (c: Ctx) => Promise<Herkenning> {
  return async c => {
    const b = await herkenBezoeker(d, c.req.header('cookie'));
    const wie = b.wie;
    if (!wie) return { actor: PUBLIEK, gebruiker: null, sessie: gebondenAan(d, c, b), toegang: null };
    const rollen = [...new Set(wie.lidmaatschappen.map(l => rolwoorden[l.rol]))];
    return {
      actor: { soort: 'persoon', id: wie.persoonId },
      gebruiker: { id: wie.persoonId, naam: wie.naam, rol: rollen.join(', ') },
      sessie: b.sessie?.id ?? '',
      toegang: wie.lidmaatschappen,
      ...(b.einde ? { einde: b.einde } : {}),
    };
  };
}
