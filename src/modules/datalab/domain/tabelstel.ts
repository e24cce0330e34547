import {
  type Aanvaller,
  type Beschermvraag,
  type Bijdragers,
  BUITENSTAANDER,
  type Kennis,
  kennisVanExact,
  kennisVanGerond,
  kennisVanLosGerond,
  type Methode,
  type Optelling,
  type Primairreden,
  type Primairregel,
  type Rondregel,
} from '#kern/onthulling/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { primaireRedenen, type Verdeling, verdeel } from './stelwie.ts';
import { type Gebied, type Indicatorsom, legVerbanden, type Stelplek, sleutelVan } from './verbanden.ts';

/** A count that is to be published, with its truth. */
export interface Stelcel extends Stelplek {
  readonly waarde: number;
  /** Who stand behind it, where the source says so. */
  readonly wie?: Bijdragers | null;
}

/** A count that is in print already: by an earlier release, or in a public source. */
export interface AlInDruk extends Stelplek {
  /** The truth behind it at that time. */
  readonly waarde: number;
  /** Null: it was left out there. */
  readonly getoond: number | null;
  /** How it was rounded; null: printed exactly. Per cell: a source rounds each by itself. */
  readonly rond: Rondregel | { readonly los: number } | null;
}

/** What is asked: which counts, in which way, and what else is known. */
export interface Stelvraag {
  readonly cellen: readonly Stelcel[];
  readonly alInDruk: readonly AlInDruk[];
  readonly gebieden: readonly Gebied[];
  readonly sommen: readonly Indicatorsom[];
  /** Rule per indicator. */
  readonly regelVan: (indicator: string) => Primairregel;
  readonly methode: Methode;
}

/** A set of linked tables, ready to be protected; its names are short ones, each with the count it stands for. */
export interface Tabelstel {
  readonly vraag: Beschermvraag;
  readonly plekken: ReadonlyMap<string, Stelplek>;
  /** Counts that must be kept open, with why. */
  readonly redenen: ReadonlyMap<string, Primairreden>;
}

export type Stelweigering = Weigering<'telt_niet_op' | 'leeg_stel'>;

/** Fills in what follows from what is known, sum by sum. Gives the sum that does not come out, or null. */
function vulAan(waarden: Map<string, number>, optellingen: readonly Optelling[]): Optelling | null {
  for (let anders = true; anders; ) {
    anders = false;
    for (const o of optellingen) {
      const open = [o.som, ...o.delen].filter(n => !waarden.has(n));
      const delen = o.delen.reduce((n, d) => n + (waarden.get(d) ?? 0), 0);
      const rest = (waarden.get(o.som) ?? 0) - delen;
      if (open.length === 0 && rest !== 0) return o;
      if (open.length !== 1) continue;
      const naam = open[0] ?? '';
      const waarde = naam === o.som ? delen : rest;
      if (waarde < 0) return o;
      waarden.set(naam, waarde);
      anders = true;
    }
  }
  return null;
}

function kennisUit(naam: string, a: AlInDruk): Kennis[] {
  if (a.getoond === null) return [];
  if (a.rond === null) return [kennisVanExact(naam, a.getoond)];
  return [
    'los' in a.rond
      ? kennisVanLosGerond(naam, a.getoond, a.rond.los)
      : kennisVanGerond(naam, a.getoond, a.rond),
  ];
}

/** Every municipality's officer knows her own row: all its counts, printed or not. */
function ambtenaren(waarden: ReadonlyMap<string, number>, plaatsVan: (naam: string) => string): Aanvaller[] {
  const perPlaats = new Map<string, Map<string, number>>();
  for (const [naam, waarde] of waarden) {
    const plaats = plaatsVan(naam);
    if (!plaats.startsWith('GM')) continue;
    perPlaats.set(plaats, (perPlaats.get(plaats) ?? new Map()).set(naam, waarde));
  }
  return [...perPlaats].map(([naam, kent]) => ({ naam, kent }));
}

/** The base of rounding: the highest threshold in the set, so that a small count can hide behind one step. */
function basisVan(v: Stelvraag): number {
  return Math.max(5, ...v.cellen.map(c => v.regelVan(c.indicator).drempel));
}

/** The counts that come in, what is in print of them, and all sums, under short names that every solver can read. */
function weef(v: Stelvraag) {
  const nu = new Map(v.cellen.map(c => [sleutelVan(c), c.waarde]));
  const eerder = v.alInDruk.filter(a => (nu.get(sleutelVan(a)) ?? a.waarde) === a.waarde);
  const { plekken: opSleutel, optellingen } = legVerbanden([...v.cellen, ...eerder], v.gebieden, v.sommen);
  const namen = new Map([...opSleutel.keys()].map((sleutel, i) => [sleutel, `c${i}`]));
  const naam = (sleutel: string) => namen.get(sleutel) ?? '';
  const plekken = new Map([...opSleutel].map(([sleutel, p]) => [naam(sleutel), p]));
  const waarden = new Map([...eerder, ...v.cellen].map(c => [naam(sleutelVan(c)), c.waarde]));
  return {
    plekken,
    waarden,
    wie: new Map(v.cellen.flatMap(c => (c.wie ? [[naam(sleutelVan(c)), c.wie] as const] : []))),
    gedrukt: new Set([...nu.keys()].map(naam)),
    eerder: eerder.map(a => [naam(sleutelVan(a)), a] as const),
    optellingen: optellingen.map(o => ({ som: naam(o.som), delen: o.delen.map(naam) })),
  };
}

type Weefsel = ReturnType<typeof weef>;

/** What keeps the print it has: the same count is never rounded in two ways. */
const alGedruktIn = (w: Weefsel, basis: number): Map<string, number> =>
  new Map(
    w.eerder.flatMap(([naam, a]) =>
      a.rond && !('los' in a.rond) && a.rond.basis === basis && a.getoond !== null && w.gedrukt.has(naam)
        ? [[naam, a.getoond] as const]
        : [],
    ),
  );

/** The counts with the parts that stand beside them, and every sum between what is known. */
function metDelen(w: Weefsel, deel: Verdeling) {
  const alle = new Map([...w.waarden, ...deel.tellingen.map(t => [t.naam, t.waarde] as const)]);
  const bekend = w.optellingen.filter(o => [o.som, ...o.delen].every(n => w.waarden.has(n)));
  return {
    alle,
    tabellen: {
      tellingen: [...alle].map(([naam, waarde]) => ({ naam, waarde })),
      optellingen: [...bekend, ...deel.optellingen],
    },
  };
}

const aanvallersVan = (
  alle: ReadonlyMap<string, number>,
  plekken: ReadonlyMap<string, Stelplek>,
  deel: Verdeling,
): Aanvaller[] => [
  BUITENSTAANDER,
  ...ambtenaren(alle, n => plekken.get(deel.geheel.get(n) ?? n)?.plaats ?? ''),
  ...(deel.aanvaller ? [deel.aanvaller] : []),
];

function alsStel(v: Stelvraag, w: Weefsel): Tabelstel {
  const { waarden, plekken, optellingen } = w;
  const bekend = w.eerder.flatMap(([naam, a]) => kennisUit(naam, a));
  const vast = new Set(bekend.filter(k => k.onder === k.boven).map(k => k.naam));
  const indicatorVan = (naam: string) => plekken.get(naam)?.indicator ?? '';
  const regel = (naam: string) => v.regelVan(indicatorVan(naam));
  const redenen = primaireRedenen({ ...w, openbaar: vast, indicatorVan, regelVan: v.regelVan });
  const deel = verdeel(redenen, waarden, w.wie);
  const { alle, tabellen } = metDelen(w, deel);
  const basis = basisVan(v);
  const vraag: Beschermvraag = {
    methode: v.methode,
    basis,
    tabellen,
    gedrukt: w.gedrukt,
    delen: new Set(deel.geheel.keys()),
    ongeteld: [...plekken.keys()].filter(n => !waarden.has(n)),
    optellingen: [...optellingen, ...deel.optellingen],
    teBeschermen: new Map(
      [...[...redenen.keys()].map(n => [n, n] as const), ...deel.rest].map(([n, van]) => [
        n,
        regel(van).drempel,
      ]),
    ),
    nulGevoelig: new Set([...plekken.keys()].filter(n => regel(n).nulGevoelig)),
    bekend,
    alGedrukt: alGedruktIn(w, basis),
    vast,
    aanvallers: aanvallersVan(alle, plekken, deel),
  };
  return { vraag, plekken, redenen };
}

/**
 * Makes of counts a set of linked tables: adds what follows from them and from what is in print already, and says what
 * must be kept open. Refuses a set that does not add up, by the count at which it goes wrong. A count that was printed
 * earlier with another truth behind it (revised since) is another count: it is not joined to today's.
 */
export function maakTabelstel(v: Stelvraag): Result<Tabelstel, Stelweigering> {
  if (v.cellen.length === 0)
    return geweigerd(
      weigering('leeg_stel', 'Er zijn geen cijfers in deze keuze. Kies andere jaren of indicatoren.'),
    );
  const w = weef(v);
  const fout = vulAan(w.waarden, w.optellingen);
  const plek = fout ? w.plekken.get(fout.som) : undefined;
  if (plek) {
    const { plaats, van, tot, indicator } = plek;
    return geweigerd(
      weigering(
        'telt_niet_op',
        'Het totaal is niet de som van de delen. Lees eerst cijfers in die optellen.',
        { plaats, van, tot, indicator },
      ),
    );
  }
  return gelukt(alsStel(v, w));
}
