import { isSchrijfbaar } from './tekens.ts';
import type { Gebrek } from './toets.ts';
import type { Inhoud } from './veld.ts';

/** More than this in one list or object is no programme. */
export const MEESTE_STUKKEN = 10_000;
/** After this many faults the rest is not looked for. */
export const MEESTE_FOUTEN = 1_000;
const DIEPST = 50;

/** What makes a file impossible to check or to store: the place as a path from the top. */
export interface Grensfout {
  pad: string;
  gebrek: Gebrek;
}

interface Knoop {
  waarde: unknown;
  naam: string;
  boven: Knoop | null;
  diepte: number;
  /** Is the text in here judged by nobody else? */
  teksten: boolean;
}

const padVan = (k: Knoop): string => {
  const namen: string[] = [];
  for (let x: Knoop | null = k; x?.boven; x = x.boven) namen.unshift(x.naam.slice(0, 60));
  return namen.join('.').slice(0, 200);
};

function oordeel(waarde: object, diepte: number): Gebrek | null {
  if (diepte > DIEPST) return { code: 'te_diep' };
  const aantal = Array.isArray(waarde) ? waarde.length : Object.keys(waarde).length;
  return aantal > MEESTE_STUKKEN ? { code: 'te_veel_stukken', hoogstens: MEESTE_STUKKEN } : null;
}

/**
 * Lists and objects that are too long or too deep to check, anywhere in a file, and texts that cannot be stored in
 * the parts named `los`, which no field of this room judges. Without recursion: the depth is the sender's choice.
 */
export function grensfouten(bestand: Inhoud, los: readonly string[]): Grensfout[] {
  const fouten: Grensfout[] = [];
  const stapel: Knoop[] = [{ waarde: bestand, naam: '', boven: null, diepte: 0, teksten: false }];
  for (let k = stapel.pop(); k && fouten.length <= MEESTE_FOUTEN; k = stapel.pop()) {
    const { waarde } = k;
    const meld = (gebrek: Gebrek | null) => gebrek && fouten.push({ pad: padVan(k as Knoop), gebrek });
    if (typeof waarde === 'string' && !isSchrijfbaar(waarde)) meld({ code: 'onbruikbaar_teken' });
    if (typeof waarde !== 'object' || waarde === null) continue;
    const gebrek = oordeel(waarde, k.diepte);
    meld(gebrek);
    if (gebrek) continue;
    const namen = Object.keys(waarde);
    if (k.teksten && !namen.every(isSchrijfbaar)) meld({ code: 'onbruikbaar_teken' });
    for (const naam of namen.reverse()) {
      const onder: unknown = (waarde as Inhoud)[naam];
      const teksten = k.teksten || (k.boven === null && los.includes(naam));
      if ((typeof onder === 'object' && onder !== null) || (teksten && typeof onder === 'string'))
        stapel.push({ waarde: onder, naam, boven: k, diepte: k.diepte + 1, teksten });
    }
  }
  return fouten;
}
