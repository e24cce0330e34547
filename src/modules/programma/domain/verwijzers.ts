import type { Onderdeel, Programma } from './programma.ts';
import { SOORTEN } from './soorten.ts';
import type { Inhoud, Soortcode, Veld } from './veld.ts';

const wijstNaar = (velden: readonly Veld[], inhoud: Inhoud, naar: Soortcode, code: string): boolean =>
  velden.some(v => {
    const waarde = inhoud[v.naam];
    if (v.velden) {
      const rijen = Array.isArray(waarde) ? (waarde as Inhoud[]) : waarde ? [waarde as Inhoud] : [];
      return rijen.some(rij => wijstNaar(v.velden ?? [], rij, naar, code));
    }
    if (v.naar !== naar) return false;
    return Array.isArray(waarde) ? waarde.includes(code) : waarde === code;
  });

/** The items that refer to an item: they would point at nothing when it goes. */
export function verwijzersNaar(p: Programma, soort: Soortcode, code: string): Onderdeel[] {
  return [...p.onderdelen.values()]
    .flat()
    .filter(o => wijstNaar(SOORTEN[o.soort].velden, o.inhoud, soort, code));
}
