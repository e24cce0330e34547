import type { Kluis } from '#platform/kluis/index.ts';
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
