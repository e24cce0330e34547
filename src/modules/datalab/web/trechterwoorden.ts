import { type Taal, toonGetal, toonProcent } from '#platform/ui/index.ts';
import type { Trechterbeeld, Trechtergemeente } from '../domain/trechterbeeld.ts';
import { tekstenVan } from './taal.ts';

/** Below this number of areas the spread among them is itself a guess. */
const WEINIG = 10;

/** A rate per 1,000 inhabitants as its readers write it. */
export const toonTempo = (n: number, taal: Taal): string => toonGetal(n, taal, 2);

/** The finding of a funnel as one sentence: who lies outside, by name and in alphabetical order. */
export function trechterTitel(beeld: Trechterbeeld, taal: Taal): string {
  const t = tekstenVan(taal).gebieden.trechter;
  const namen = (waar: 'erboven' | 'eronder'): string => {
    const lijst = beeld.gemeenten.filter(g => g.plek.oordeel === waar).map(g => g.naam);
    return lijst.length === 0 ? '' : t[waar](lijst.join(', '));
  };
  return t.titel(namen('erboven'), namen('eronder'));
}

/** What must be known to read a funnel: chance of a false alarm, spread beyond chance, few areas, when nothing is said. */
export function trechterUitleg(beeld: Trechterbeeld, taal: Taal): string[] {
  const t = tekstenVan(taal).gebieden.trechter;
  const { trechter, gemeenten } = beeld;
  const aantal = toonGetal(gemeenten.length, taal);
  return [
    t.alarm(aantal, toonProcent(trechter.kansOpValsAlarm, taal, 1)),
    trechter.verbreed
      ? t.verbreed(toonGetal(trechter.spreiding.phi, taal, 1), toonGetal(trechter.buitenToeval, taal), aantal)
      : t.nietVerbreed,
    ...(beeld.gerond ? [t.gerond] : []),
    ...(gemeenten.length < WEINIG ? [t.weinig(aantal)] : []),
    ...(gemeenten.some(g => g.plek.oordeel === 'niet_te_zeggen') ? [t.stil] : []),
    t.gekrompen,
  ];
}

/** The rate of a municipality with its interval. */
export function tempoMetInterval(g: Pick<Trechtergemeente, 'perDuizend' | 'interval'>, taal: Taal): string {
  return tekstenVan(taal).gebieden.profiel.tempo(
    toonTempo(g.perDuizend, taal),
    toonTempo(g.interval.van, taal),
    toonTempo(g.interval.tot, taal),
  );
}

/** Between which rates the funnel lies for this municipality. */
export function trechtergrens(g: Trechtergemeente, beeld: Trechterbeeld, taal: Taal): string {
  return tekstenVan(taal).intervalKort(
    toonTempo(g.plek.ondergrens * beeld.gemiddeld, taal),
    toonTempo(g.plek.bovengrens * beeld.gemiddeld, taal),
  );
}

/** Every municipality of a funnel in one line, those that are not in it with the reason, in the order of `namen`. */
export function trechterRegels(beeld: Trechterbeeld, namen: readonly string[], taal: Taal): string[] {
  const t = tekstenVan(taal).gebieden.trechter;
  return namen.flatMap(naam => {
    const g = beeld.gemeenten.find(x => x.naam === naam);
    if (g) {
      const { van, tot } = g.interval;
      const grens = [toonTempo(van, taal), toonTempo(tot, taal)] as const;
      return [t.regel(naam, t.oordeel[g.plek.oordeel], toonTempo(g.perDuizend, taal), ...grens)];
    }
    const weg = beeld.buiten.find(x => x.naam === naam);
    return weg ? [t.regelGeen(naam, t.reden[weg.reden])] : [];
  });
}

/** Columns and rows of the table that says the same as the funnel. */
export function trechterTabel(beeld: Trechterbeeld, taal: Taal): { kop: string[]; rijen: string[][] } {
  const t = tekstenVan(taal);
  const k = t.gebieden.trechter.kolom;
  return {
    kop: [t.kolom.gemeente, k.aantal, k.verwacht, t.kolom.perDuizend, k.grenzen, k.gekrompen, k.oordeel],
    rijen: beeld.gemeenten.map(g => [
      g.naam,
      toonGetal(g.telling, taal),
      toonGetal(g.verwacht, taal, 1),
      tempoMetInterval(g, taal),
      trechtergrens(g, beeld, taal),
      toonTempo(g.gekrompen, taal),
      t.gebieden.trechter.oordeel[g.plek.oordeel],
    ]),
  };
}
