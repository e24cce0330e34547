import type { Transactie } from '#platform/db/index.ts';
import type { BronVerwijzing, Taal } from '#platform/ui/index.ts';
import { enige, lijst, type Programma, tekst } from '../domain/programma.ts';
import type { Inhoud } from '../domain/veld.ts';
import { findProgramma } from '../usecases/lees.ts';
import { toonDeeldatum } from './opmaak.tsx';

/** What other rooms need to know of a region to put their pages under it. */
export interface Regiokenmerken {
  naam: string;
  /** The citation for a source (`{ bestand, paragraaf }`): title, municipality, date, paragraph; null when unknown. */
  bron(bron: unknown): BronVerwijzing | null;
}

function bronVerwijzing(p: Programma, bron: unknown, taal: Taal): BronVerwijzing | null {
  const b = bron as Inhoud | null;
  const d = lijst(p, 'document').find(x => b?.bestand && tekst(x, 'bestand') === b.bestand);
  if (!d) return null;
  return {
    titel: tekst(d, 'titel'),
    ...(tekst(d, 'gemeente') ? { van: tekst(d, 'gemeente') } : {}),
    ...(tekst(d, 'datum') ? { datum: toonDeeldatum(tekst(d, 'datum'), taal) } : {}),
    ...(b?.paragraaf ? { paragraaf: String(b.paragraaf) } : {}),
  };
}

/** Name and published documents of a region; null when it has no published programme. */
export async function findRegiokenmerken(
  tx: Transactie,
  regio: string,
  taal: Taal,
): Promise<Regiokenmerken | null> {
  const p = await findProgramma(tx, regio, 'openbaar');
  return p && { naam: tekst(enige(p, 'regio'), 'naam'), bron: b => bronVerwijzing(p, b, taal) };
}
