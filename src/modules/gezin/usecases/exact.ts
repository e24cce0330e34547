import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { selectTeWeren, type TeWeren } from '../db/zoektermen.ts';
import { type Zoekbaar, zoektermenVan } from '../domain/zoektermen.ts';
import { blind } from './geheim.ts';

const EXACT = new Set(['achternaam', 'voornaam', 'dag', 'nummer']);

/**
 * What somebody must carry, all of it, to be exactly who is asked for: names as they are compared, the whole date of
 * birth and the citizen service number; blinded. For break-glass, where likeness is not enough.
 */
export function exacteTermen(kluis: Kluis, vraag: Zoekbaar): Buffer[] {
  return zoektermenVan(vraag)
    .filter(t => t.soort !== 'klank' && EXACT.has(t.deel))
    .map(t => blind(kluis, t).term);
}

/**
 * Who carries exactly this identity, among those whom the organisation of this privacy officer keeps or has a file about;
 * ids only, with their households when asked. Nothing when the actor is barred from one of them, or did not count his
 * search.
 */
export function vindTeWeren(
  tx: Transactie,
  kluis: Kluis,
  vraag: Zoekbaar,
  metHuishouden: boolean,
): Promise<TeWeren[]> {
  return selectTeWeren(tx, exacteTermen(kluis, vraag), metHuishouden);
}
