import { gelukt, type Result, type Weigering } from '#kern/resultaat/index.ts';
import {
  reeksVan,
  type Statlinecel,
  type Statlinelezing,
  type Statlinetabel,
  vergelijkNamen,
  wijktAf,
} from './statline.ts';

/** A line of the file: its number and its cells as text. */
export interface Tekstregel {
  readonly nr: number;
  readonly cellen: readonly string[];
}

const letter = (i: number): string => String(i + 1);

/** Head of the file against what we know, position by position: a column that moved is named. */
function kopVerschillen(verwacht: readonly string[], kop: readonly string[]): string[] {
  const namen = vergelijkNamen('De kolom', verwacht, kop);
  if (namen.length > 0) return namen;
  return verwacht.flatMap((naam, i) =>
    kop[i] === naam ? [] : [`In kolom ${letter(i)} staat ‘${kop[i]}’; daar hoort ‘${naam}’.`],
  );
}

type Kiezer = (dimensie: string, cel: string) => string | null;

/** Categories stand in the file as codes or as titles; what is neither has no indicator. */
function kiezerVan(t: Statlinetabel): Kiezer {
  return (dimensie, cel) =>
    t.kenmerken
      .find(k => k.dimensie === dimensie)
      ?.categorieen.find(c => c.titel === cel || (c.code !== null && c.code === cel))?.titel ?? null;
}

const GETAL = /^-?\d+(\.\d+)?$/;

function cellenVan(t: Statlinetabel, r: Tekstregel, kies: Kiezer, fouten: string[]): Statlinecel[] {
  const cel = (naam: string) => (r.cellen[1 + t.dimensies.indexOf(naam)] ?? '').trim();
  const categorieen = Object.fromEntries(
    t.kenmerken.map(k => [k.dimensie, kies(k.dimensie, cel(k.dimensie)) ?? '']),
  );
  return t.maten.flatMap((maat, i) => {
    const ruw = (r.cellen[1 + t.dimensies.length + i] ?? '').trim();
    const reeks = reeksVan(t, maat.kolom, categorieen);
    // An empty cell is one that cannot be; a point is unknown, unreliable or secret.
    if (!reeks || ruw === '') return [];
    if (ruw !== '.' && !GETAL.test(ruw)) {
      fouten.push(`Op regel ${r.nr} staat ‘${ruw}’ in de kolom ‘${maat.kolom}’; dat is geen getal.`);
      return [];
    }
    const plek = { gebied: cel('RegioS'), gebiedsnaam: null, periode: cel('Perioden') };
    return [{ nr: r.nr, reeks, maat, ...plek, waarde: ruw === '.' ? null : ruw, voorlopig: null }];
  });
}

/**
 * Reads the CSV file of a table as StatLine gives it (UntypedDataSet: semicolons, quotes, a point for unknown, codes
 * for areas and periods). `regels` is the whole file with its head. Stops with every difference from what we know.
 */
export function leesStatlineCsv(
  t: Statlinetabel,
  regels: readonly Tekstregel[],
): Result<Statlinelezing, Weigering> {
  const [kop, ...rest] = regels;
  const verwacht = ['ID', ...t.dimensies, ...t.maten.map(m => m.kolom)];
  const verschillen = kopVerschillen(verwacht, kop?.cellen.map(c => c.trim()) ?? []);
  if (verschillen.length > 0) return wijktAf(t, verschillen);
  const kies = kiezerVan(t);
  const fouten: string[] = [];
  const lengte = verwacht.length;
  for (const r of rest) {
    if (r.cellen.length !== lengte)
      fouten.push(`Regel ${r.nr} heeft ${r.cellen.length} kolommen in plaats van ${lengte}.`);
  }
  const cellen = rest.flatMap(r => cellenVan(t, r, kies, fouten));
  if (fouten.length > 0) return wijktAf(t, fouten.slice(0, 20));
  if (cellen.length === 0) return wijktAf(t, ['Geen enkele regel hoort bij een indicator.']);
  return gelukt({ cellen, datum: null });
}
