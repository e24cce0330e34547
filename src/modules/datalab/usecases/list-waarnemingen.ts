import type { Transactie } from '#platform/db/index.ts';
import { listWaarnemingen as listUitOpslag } from '../db/waarneming-opslag.ts';
import type { Waarneming } from '../domain/waarneming.ts';

/**
 * Every observation that row security shows this reader, as its source gives it and nothing derived, by indicator,
 * period, place and source.
 */
export async function listWaarnemingen(tx: Transactie): Promise<Waarneming[]> {
  const alle = await listUitOpslag(tx, {});
  return alle.toSorted((a, b) => volgorde(a, b));
}

const volgorde = (a: Waarneming, b: Waarneming): number =>
  vergelijk(a.indicator, b.indicator) ||
  vergelijk(a.periodeCode, b.periodeCode) ||
  vergelijk(a.plaats.naam, b.plaats.naam) ||
  vergelijk(a.citaat.titel, b.citaat.titel) ||
  vergelijk(a.id, b.id);

const vergelijk = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
