import {
  type Aanvaller,
  type Bijdragers,
  grootsteHoogstens,
  type Optelling,
  onthultGroep,
  type Primairreden,
  type Primairregel,
  primaireReden,
  type Telling,
} from '#kern/onthulling/index.ts';

/** The largest contributor of each protected count, who knows what is his own; the audit attacks as him too. */
export const HUISHOUDEN = 'huishouden';

/** What a rule is asked of: the counts of a set by name, with who stand behind them and what everybody knows. */
export interface Primairvraag {
  readonly waarden: ReadonlyMap<string, number>;
  readonly wie: ReadonlyMap<string, Bijdragers>;
  readonly openbaar: ReadonlySet<string>;
  readonly indicatorVan: (naam: string) => string;
  readonly regelVan: (indicator: string) => Primairregel;
  readonly optellingen: readonly Optelling[];
}

/** Counts that must be kept open, with why: by their own number, and rows of kinds that tell of a group. */
export function primaireRedenen(v: Primairvraag): Map<string, Primairreden> {
  const uit = new Map<string, Primairreden>();
  const regel = (naam: string) => v.regelVan(v.indicatorVan(naam));
  for (const [naam, waarde] of v.waarden) {
    const reden = v.openbaar.has(naam) ? null : primaireReden(waarde, regel(naam), v.wie.get(naam) ?? null);
    if (reden !== null) uit.set(naam, reden);
  }
  for (const o of v.optellingen) {
    const soorten = new Set(o.delen.map(v.indicatorVan));
    const rij = o.delen.map(d => v.waarden.get(d));
    // Only kinds of one whole are traits of a group; places and quarters are not.
    if (soorten.size < 2 || rij.some(w => w === undefined) || !regel(o.som).nulGevoelig) continue;
    if (!onthultGroep(rij.map(w => w ?? 0))) continue;
    for (const d of o.delen) if (!v.openbaar.has(d) && !uit.has(d)) uit.set(d, 'groep');
  }
  return uit;
}

/** A protected count in two: what its largest contributor has and knows (e), and the rest, which he may not learn (r). */
export interface Verdeling {
  readonly tellingen: readonly Telling[];
  readonly optellingen: readonly Optelling[];
  /** Part → the count it is a part of. */
  readonly geheel: ReadonlyMap<string, string>;
  /** Rest → the count it is the rest of. */
  readonly rest: ReadonlyMap<string, string>;
  readonly aanvaller: Aanvaller | null;
}

/**
 * Splits every protected count of which is known who stand behind it. The threshold then holds for what is left after the
 * largest contributor takes himself off, and not only for the whole: of 12 reports by two households, printed as about
 * 10, the household with 11 must not be able to tell that the other had one. One attacker knows the largest share of every
 * count at once, which is more than any one household knows.
 */
export function verdeel(
  redenen: ReadonlyMap<string, Primairreden>,
  waarden: ReadonlyMap<string, number>,
  wie: ReadonlyMap<string, Bijdragers>,
): Verdeling {
  const delen = [...redenen.keys()].flatMap(naam => {
    const waarde = waarden.get(naam) ?? 0;
    const eigen = grootsteHoogstens(waarde, wie.get(naam) ?? null);
    return eigen === null || eigen === 0
      ? []
      : [{ naam, e: naam.replace('c', 'e'), r: naam.replace('c', 'r'), eigen, over: waarde - eigen }];
  });
  return {
    tellingen: delen.flatMap(d => [
      { naam: d.e, waarde: d.eigen },
      { naam: d.r, waarde: d.over },
    ]),
    optellingen: delen.map(d => ({ som: d.naam, delen: [d.e, d.r] })),
    geheel: new Map(delen.flatMap(d => [[d.e, d.naam] as const, [d.r, d.naam] as const])),
    rest: new Map(delen.map(d => [d.r, d.naam])),
    aanvaller:
      delen.length === 0 ? null : { naam: HUISHOUDEN, kent: new Map(delen.map(d => [d.e, d.eigen])) },
  };
}
