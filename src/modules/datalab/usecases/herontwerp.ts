import type { Transactie } from '#platform/db/index.ts';
import type { Publicatiekeuze } from '../domain/publicatie.ts';
import { stelSamen } from './bereid-publicatie-voor.ts';

export type Herontwerpsoort =
  | { readonly soort: 'zonder_gemeenten' | 'alleen_jaren' | 'onderdrukken' }
  | { readonly soort: 'zonder_indicator'; readonly indicator: string };

/** Another table from the same data, with its effect. */
export interface Herontwerp {
  readonly wat: Herontwerpsoort;
  readonly keuze: Publicatiekeuze;
  readonly cijfers: number;
  readonly klein: number;
}

/** Other choices that hold fewer small counts, simplest first. */
function varianten(k: Publicatiekeuze): [Herontwerpsoort, Publicatiekeuze][] {
  const uit: [Herontwerpsoort, Publicatiekeuze][] = [];
  const zonder = k.niveaus.filter(n => n !== 'gemeente');
  if (zonder.length > 0 && zonder.length < k.niveaus.length)
    uit.push([{ soort: 'zonder_gemeenten' }, { ...k, niveaus: zonder }]);
  if (k.meetperioden.length > 1 && k.meetperioden.includes('jaar'))
    uit.push([{ soort: 'alleen_jaren' }, { ...k, meetperioden: ['jaar'] }]);
  if (k.indicatoren.length > 1)
    for (const indicator of k.indicatoren)
      uit.push([
        { soort: 'zonder_indicator', indicator },
        { ...k, indicatoren: k.indicatoren.filter(i => i !== indicator) },
      ]);
  if (k.methode === 'afronden') uit.push([{ soort: 'onderdrukken' }, { ...k, methode: 'onderdrukken' }]);
  return uit;
}

const MEESTE = 8;

/**
 * Redesigns of a table with what they change: how many figures stay, and how many small ones are left. Table redesign
 * comes before any other protection (statistics note 1.2). Only what makes fewer small counts, or keeps large ones exact.
 */
export async function listHerontwerpen(
  tx: Transactie,
  k: Publicatiekeuze,
): Promise<{ nu: { cijfers: number; klein: number } | null; anders: Herontwerp[] }> {
  const tel = async (keuze: Publicatiekeuze) => {
    const uit = await stelSamen(tx, keuze);
    if (!uit.ok) return null;
    const { vraag, redenen } = uit.waarde.stel;
    return { cijfers: vraag.gedrukt.size, klein: redenen.size };
  };
  const nu = await tel(k);
  const anders: Herontwerp[] = [];
  for (const [wat, keuze] of varianten(k).slice(0, MEESTE)) {
    const n = await tel(keuze);
    if (n && (wat.soort === 'onderdrukken' || n.klein < (nu?.klein ?? Infinity)))
      anders.push({ wat, keuze, ...n });
  }
  return { nu, anders };
}
