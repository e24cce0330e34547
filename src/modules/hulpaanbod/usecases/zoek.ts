import type { Transactie } from '#platform/db/index.ts';
import { listOpgeslagen } from '../db/opslag.ts';
import { past } from '../domain/hulpaanbod.ts';

/** A question as the search page asks it of every room. */
export interface Zoekvraag {
  woorden: readonly string[];
  weergave: 'openbaar' | 'werk';
  /** Null: every region that the reader may see. */
  regio: string | null;
}

/** A find in the shape that the search page shows. */
export interface Vondst {
  regio: string;
  soort: { naam: string };
  titel: string;
  /** Address below the region's pages. */
  pad: string;
  fragment: { tekst: string; raak: boolean }[];
}

const LANGST = 160;
const kort = (t: string): string => (t.length > LANGST ? `${t.slice(0, LANGST)} …` : t);

/** Offers in which every word of the question stands, as far as this reader may read them. */
export async function zoek(tx: Transactie, vraag: Zoekvraag): Promise<Vondst[]> {
  return (await listOpgeslagen(tx, vraag.regio, vraag.weergave)).flatMap(r => {
    if (!r.inhoud || !past(r.inhoud, vraag.woorden)) return [];
    const tekst = [r.inhoud.aanbieder, r.inhoud.omschrijving].filter(Boolean).join(': ');
    return [
      {
        regio: r.regio,
        soort: { naam: 'Hulpaanbod' },
        titel: r.inhoud.naam,
        pad: `/hulpaanbod/${encodeURIComponent(r.code)}`,
        fragment: tekst === '' ? [] : [{ tekst: kort(tekst), raak: false }],
      },
    ];
  });
}
