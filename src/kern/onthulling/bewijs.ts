import { type Getuige, Getuigen, isGetuige, type Onbekend, scheidt, zoekGetuige } from './getuige.ts';
import { type Aanvalsstof, rondom, vernauw } from './vernauwen.ts';
import type { Oplosser } from './vraagstuk.ts';
import { type Aanvaller, gevallenVan, type Meldvoortgang, stofVan, type Toetsvraag } from './waarborg.ts';

/**
 * Why one attacker cannot tell one count: two tables that he must both hold possible, in which it is at least the
 * threshold apart, and at least the threshold in the higher. Whoever can add can check it.
 */
export interface Bewijsregel {
  readonly aanvaller: string;
  readonly naam: string;
  readonly drempel: number;
  readonly laag: Getuige;
  readonly hoog: Getuige;
}

export type Bewijs =
  | { readonly soort: 'bewezen'; readonly regels: readonly Bewijsregel[] }
  /** No two such tables exist: the attacker can tell. */
  | { readonly soort: 'weerlegd'; readonly aanvaller: string; readonly naam: string }
  | {
      readonly soort: 'onbekend';
      readonly aanvaller: string;
      readonly naam: string;
      readonly waarom: string;
    };

/** Does this line of a proof hold, against what the attacker has? Adds and compares, and does nothing else. */
export function controleerBewijsregel(stof: Aanvalsstof, r: Bewijsregel): boolean {
  const deel = rondom(vernauw(stof), r.naam);
  return isGetuige(deel, r.laag) && isGetuige(deel, r.hoog) && scheidt(r.laag, r.hoog, r.naam, r.drempel);
}

type Paar = { readonly soort: 'paar'; readonly laag: Getuige; readonly hoog: Getuige };

/** From what was found before, or by asking for the least and the greatest of this count alone. */
async function bewijsEen(
  w: Getuigen,
  naam: string,
  drempel: number,
  losOp: Oplosser,
): Promise<Paar | Onbekend | { readonly soort: 'weerlegd' }> {
  const deel = w.deel(naam);
  const eerder = w.paar(deel, naam);
  if (eerder && scheidt(eerder.laag, eerder.hoog, naam, drempel)) return { soort: 'paar', ...eerder };
  const doel = { [naam]: 1 };
  const laag = await zoekGetuige(deel, { doel, richting: 'min', geheel: true }, losOp);
  const hoog = await zoekGetuige(deel, { doel, richting: 'max', geheel: true }, losOp);
  for (const v of [laag, hoog]) if (v.soort === 'onbekend') return v;
  if (laag.soort !== 'getuige' || hoog.soort !== 'getuige')
    return { soort: 'onbekend', waarom: 'no table of whole numbers' };
  w.onthoud(laag.getuige);
  w.onthoud(hoog.getuige);
  return scheidt(laag.getuige, hoog.getuige, naam, drempel)
    ? { soort: 'paar', laag: laag.getuige, hoog: hoog.getuige }
    : { soort: 'weerlegd' };
}

/** What a proof may go on from, and who wants to hear of it. */
export interface Bewijswens {
  /** Lines that were proved before; they are checked again. */
  al?: readonly Bewijsregel[];
  /** Gets each new line. */
  bewaar?: (r: Bewijsregel) => Promise<void> | void;
  meld?: Meldvoortgang;
}

/**
 * The exact proof, in whole numbers: for every count and every attacker two tables that he must both hold possible.
 * What the solver gives is checked by adding, so a solver that errs cannot make an unsafe set look safe. Long work goes
 * on where it was from the lines that were kept.
 */
export async function bewijs(v: Toetsvraag, losOp: Oplosser, o: Bewijswens = {}): Promise<Bewijs> {
  const gevallen = gevallenVan(v);
  const sleutel = (aanvaller: string, naam: string) => `${aanvaller} ${naam}`;
  const al = new Map((o.al ?? []).map(r => [sleutel(r.aanvaller, r.naam), r]));
  const werken = new Map<Aanvaller, Getuigen>();
  const regels: Bewijsregel[] = [];
  for (const { aanvaller, naam, drempel } of gevallen) {
    const klaar = al.get(sleutel(aanvaller.naam, naam));
    if (klaar?.drempel === drempel && controleerBewijsregel(stofVan(v.stof, aanvaller), klaar)) {
      regels.push(klaar);
    } else {
      const w = werken.get(aanvaller) ?? new Getuigen(stofVan(v.stof, aanvaller));
      if (!werken.has(aanvaller)) await w.begin(v.teBeschermen.keys(), true, losOp);
      werken.set(aanvaller, w);
      const uit = await bewijsEen(w, naam, drempel, losOp);
      if (uit.soort !== 'paar') return { ...uit, aanvaller: aanvaller.naam, naam };
      const regel = { aanvaller: aanvaller.naam, naam, drempel, laag: uit.laag, hoog: uit.hoog };
      await o.bewaar?.(regel);
      regels.push(regel);
    }
    o.meld?.(regels.length, gevallen.length);
  }
  return { soort: 'bewezen', regels };
}
