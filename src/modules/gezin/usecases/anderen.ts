import { betrokkenhedenVanDossier, betrokkenhedenVanPersoon } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';

/** Everybody else in any file about this person that the actor sees. */
export async function andereBetrokkenen(tx: Transactie, persoon: string): Promise<string[]> {
  const dossiers = await betrokkenhedenVanPersoon(tx, persoon);
  const anderen = new Set<string>();
  for (const { dossier } of dossiers) {
    for (const b of await betrokkenhedenVanDossier(tx, dossier)) anderen.add(b.betrokkene);
  }
  anderen.delete(persoon);
  return [...anderen];
}
