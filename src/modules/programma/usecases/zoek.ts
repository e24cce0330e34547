import type { Transactie } from '#platform/db/index.ts';
import { type Zoekrij, zoekOnderdelen } from '../db/zoeken.ts';
import type { Weergave } from '../domain/programma.ts';
import { SOORTEN } from '../domain/soorten.ts';
import type { Soortcode, Veld } from '../domain/veld.ts';
import { type Fragment, fragment, vouw, zoekwoorden } from '../domain/zoekvraag.ts';

/** One thing that was found, in this room or in another. */
export interface Vondst {
  regio: string;
  /** Kind in words of this room, or the name of another room's kind. */
  soort: Soortcode | { naam: string };
  titel: string;
  /** Address below the region's pages. */
  pad: string;
  fragment: Fragment;
}

export interface Zoekvraag {
  woorden: readonly string[];
  weergave: Weergave;
  /** Null: every region that the reader may see. */
  regio: string | null;
}

/** Another room that lets itself be searched within the same right (help on offer, self-scan). */
export interface Zoeker {
  zoek(tx: Transactie, vraag: Zoekvraag): Promise<Vondst[]>;
}

export const HOOGSTENS = 100;

/** Every text that a reader may see in an item, the title first; names of files are none. */
function teksten(velden: readonly Veld[], waarde: unknown): string[] {
  if (typeof waarde === 'string') return [waarde];
  if (typeof waarde === 'number') return [String(waarde)];
  if (Array.isArray(waarde)) return waarde.flatMap(w => teksten(velden, w));
  if (!waarde || typeof waarde !== 'object') return [];
  return velden
    .filter(v => v.naam !== 'bestand')
    .flatMap(v => teksten(v.velden ?? [], (waarde as Record<string, unknown>)[v.naam]));
}

/** The piece of an item that shows why it was found, rather from its text than from its title. */
function uitleg(rij: Zoekrij, titel: string, woorden: readonly string[]): Fragment {
  const alle = teksten(SOORTEN[rij.soort].velden, rij.inhoud);
  const raak = alle.filter(t => t !== titel).flatMap(t => fragment(t, woorden) ?? []);
  if (raak.length > 0) {
    const eerste = alle.find(t => t !== titel && fragment(t, woorden)) ?? '';
    return fragment(eerste, woorden) ?? [];
  }
  const langste = alle.filter(t => t !== titel).sort((a, b) => b.length - a.length)[0] ?? '';
  return langste ? [{ tekst: langste.slice(0, 160) + (langste.length > 160 ? ' …' : ''), raak: false }] : [];
}

function naarVondst(rij: Zoekrij, woorden: readonly string[]): Vondst {
  const ruw = rij.inhoud[SOORTEN[rij.soort].titelVeld];
  const titel = typeof ruw === 'string' && ruw !== '' ? ruw : rij.code;
  const deel = encodeURIComponent(rij.code);
  const pad = rij.soort === 'actie' ? `/programma/acties/${deel}` : `/onderdeel/${rij.soort}/${deel}`;
  return { regio: rij.regio, soort: rij.soort, titel, pad, fragment: uitleg(rij, titel, woorden) };
}

/**
 * Everything with all words of the question that this reader may see, best first; what has the words in its
 * title goes before the rest. Row security decides what is searched at all.
 */
export async function zoek(
  tx: Transactie,
  q: string,
  waar: { weergave: Weergave; regio: string | null },
  zoekers: readonly Zoeker[],
): Promise<{ vondsten: Vondst[]; totaal: number; woorden: string[] }> {
  const woorden = zoekwoorden(q);
  if (woorden.length === 0) return { vondsten: [], totaal: 0, woorden };
  const { rijen, totaal } = await zoekOnderdelen(tx, woorden, waar, HOOGSTENS);
  const eigen = rijen.map(r => naarVondst(r, woorden));
  const anders: Vondst[] = [];
  for (const z of zoekers) anders.push(...(await z.zoek(tx, { woorden, ...waar })));
  const inTitel = (v: Vondst) => woorden.every(w => ` ${vouw(v.titel)}`.includes(` ${w}`));
  const alle = [...eigen, ...anders];
  return {
    vondsten: [...alle.filter(inTitel), ...alle.filter(v => !inTitel(v))].slice(0, HOOGSTENS),
    totaal: totaal + anders.length,
    woorden,
  };
}
