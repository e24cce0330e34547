import { metActor } from '#platform/db/index.ts';
import { listAlles } from '../db/concepten.ts';
import { voegToe } from '../db/repository.ts';
import { gemeenten, lijst, omgevingVan } from '../domain/programma.ts';
import { SOORTEN } from '../domain/soorten.ts';
import { toets } from '../domain/toets.ts';
import type { Inhoud } from '../domain/veld.ts';
import { normaliseer } from '../domain/waarde.ts';
import { type Doen, vastlegging } from './doen.ts';
import { findProgramma } from './lees.ts';

/**
 * Adds the duties to report that ship with the product to a region's programme, public at once. For the system
 * at a start; a region without programme is passed over, and so is a duty that was ever stored, as people left it. Returns how many were new. Throws when one does
 * not fit the programme: that is a fault in what we ship.
 */
export function voegPlichtenToe(d: Doen, regio: string, plichten: readonly Inhoud[]): Promise<number> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const p = await findProgramma(tx, regio, 'werk');
    if (!p) return 0;
    const soort = SOORTEN.rapportageplicht;
    let volgorde = lijst(p, 'rapportageplicht').length;
    let nieuw = 0;
    const alles = await listAlles(tx, regio);
    const eerder = new Set(alles.filter(o => o.soort === soort.code).map(o => o.code));
    for (const ruw of plichten) {
      if (eerder.has(String(ruw.code))) continue;
      const fouten = toets(soort, ruw, omgevingVan(p));
      if (fouten.length > 0) throw new Error(`Rapportageplicht ${ruw.code}: ${JSON.stringify(fouten)}`);
      const item = {
        soort: soort.code,
        code: String(ruw.code),
        volgorde: volgorde++,
        gemeente: gemeenten(p).find(g => g.naam === ruw.gemeente)?.code ?? null,
        inhoud: normaliseer(soort, ruw),
      };
      if (await voegToe(tx, regio, item, true, vastlegging(d, regio, 'inlezen'))) nieuw++;
    }
    return nieuw;
  });
}
