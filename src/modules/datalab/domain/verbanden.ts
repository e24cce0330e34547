import type { Optelling } from '#kern/onthulling/index.ts';

/** A count in a set of linked tables: which indicator, where, over which days (ISO, both included). */
export interface Stelplek {
  readonly indicator: string;
  readonly definitieversie: number;
  readonly plaats: string;
  readonly van: string;
  readonly tot: string;
}

/** A municipality as part of a wider place; `tot` is the first day (ISO) on which it no longer exists. */
export interface Gebiedsdeel {
  readonly code: string;
  readonly van: string | null;
  readonly tot: string | null;
}

/** A wider place with the municipalities it was ever made of. */
export interface Gebied {
  readonly code: string;
  readonly gemeenten: readonly Gebiedsdeel[];
}

/** An indicator that is the sum of others; `volledig`: of nothing else. */
export interface Indicatorsom {
  readonly som: string;
  readonly delen: readonly string[];
  readonly volledig: boolean;
}

/** What an incomplete sum leaves over: an indicator that nobody counts and that has the rule of its whole. */
export const restVan = (s: Indicatorsom): string => `${s.som} rest ${s.delen[0]}`;
export const geheelVan = (indicator: string): string => indicator.replace(/ rest .*$/, '');

export const sleutelVan = (p: Stelplek): string =>
  [p.indicator, p.definitieversie, p.plaats, p.van, p.tot].join('|');

const dagErna = (dag: string) => Temporal.PlainDate.from(dag).add({ days: 1 }).toString();
const dagErvoor = (dag: string) => Temporal.PlainDate.from(dag).subtract({ days: 1 }).toString();

interface Span {
  readonly van: string;
  readonly tot: string;
}

/**
 * The shortest stretches of time of which all given ones are made. Overlapping windows and 'up to May' beside a first
 * quarter come apart in them: whoever knows two, knows what lies between.
 */
export function tijddelen(spannen: readonly Span[]): Span[] {
  const randen = [...new Set(spannen.flatMap(s => [s.van, dagErna(s.tot)]))].sort();
  return randen.flatMap((van, i) => {
    const einde = randen[i + 1];
    if (einde === undefined) return [];
    const tot = dagErvoor(einde);
    return spannen.some(s => s.van <= van && s.tot >= tot) ? [{ van, tot }] : [];
  });
}

/** The counts and sums of a set, gathered by key; a count that nobody asked for and that stands in a sum is in it too. */
class Weefsel {
  readonly plekken = new Map<string, Stelplek>();
  readonly optellingen = new Map<string, Optelling>();

  plek(p: Stelplek): string {
    const naam = sleutelVan(p);
    if (!this.plekken.has(naam)) this.plekken.set(naam, p);
    return naam;
  }

  som(som: Stelplek, delen: readonly Stelplek[]): void {
    if (delen.length === 0) return;
    const o = { som: this.plek(som), delen: delen.map(d => this.plek(d)) };
    if (o.delen.length === 1 && o.delen[0] === o.som) return;
    this.optellingen.set(`${o.som} = ${o.delen.toSorted().join(' + ')}`, o);
  }
}

/** Time: each count is the sum of the shortest stretches within it. */
function langsTijd(w: Weefsel, plekken: readonly Stelplek[], delen: readonly Span[]): void {
  for (const p of plekken) {
    const binnen = delen.filter(d => d.van >= p.van && d.tot <= p.tot);
    if (binnen.length > 1)
      w.som(
        p,
        binnen.map(d => ({ ...p, ...d })),
      );
  }
}

/** Place: a wider place is the sum of its municipalities, over every stretch of time of which it is asked. */
function langsPlaats(w: Weefsel, gebieden: readonly Gebied[], heeft: ReadonlySet<string>): void {
  for (const p of [...w.plekken.values()]) {
    const delen = (gebieden.find(g => g.code === p.plaats)?.gemeenten ?? []).filter(
      g => (g.van === null || g.van <= p.tot) && (g.tot === null || p.van < g.tot),
    );
    if (!delen.some(g => heeft.has(`${p.indicator}|${p.definitieversie}|${g.code}`))) continue;
    w.som(
      p,
      delen.map(g => ({ ...p, plaats: g.code })),
    );
  }
}

/** Indicator: a whole is the sum of its parts, with a rest that nobody counted when they are not all of it. */
function langsIndicator(w: Weefsel, sommen: readonly Indicatorsom[], heeft: ReadonlySet<string>): void {
  for (const p of [...w.plekken.values()]) {
    for (const som of sommen.filter(s => s.som === p.indicator)) {
      if (!som.delen.some(d => heeft.has(`${d}|${p.definitieversie}|${p.plaats}`))) continue;
      const delen = som.delen.map(indicator => ({ ...p, indicator }));
      w.som(p, som.volledig ? delen : [...delen, { ...p, indicator: restVan(som) }]);
    }
  }
}

/** All counts that have to do with one another, and every sum between them that a reader can write down. */
export interface Verbanden {
  readonly plekken: ReadonlyMap<string, Stelplek>;
  readonly optellingen: readonly Optelling[];
}

/**
 * Weaves the counts of a set together: a year out of its quarters, a region out of its municipalities, a whole out of
 * its kinds, and what follows from two windows that overlap. Counts between them that nobody printed are made too.
 */
export function legVerbanden(
  cellen: readonly Stelplek[],
  gebieden: readonly Gebied[],
  sommen: readonly Indicatorsom[],
): Verbanden {
  const w = new Weefsel();
  for (const c of cellen) w.plek(c);
  const heeft = new Set(cellen.map(c => `${c.indicator}|${c.definitieversie}|${c.plaats}`));
  // Kinds of one whole share their stretches of time: the whole over a year and a kind over a quarter meet.
  const delen = tijddelen(cellen);
  const rond = () => {
    langsTijd(w, [...w.plekken.values()], delen);
    langsPlaats(w, gebieden, heeft);
    langsIndicator(w, sommen, heeft);
  };
  // What one direction adds, the others sum over too; places, kinds and stretches are finite, so this ends.
  for (let n = -1; n !== w.plekken.size; ) {
    n = w.plekken.size;
    rond();
  }
  return { plekken: w.plekken, optellingen: [...w.optellingen.values()] };
}
