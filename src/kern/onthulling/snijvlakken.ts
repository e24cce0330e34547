import { gewicht, type Keuze, type Onderdrukking, type Openhouding } from './onderdrukking.ts';
import type { Oplosser, Termen, Vraagstuk } from './vraagstuk.ts';

/** One direction in which a count must be left open, and by how much. */
interface Eis {
  readonly naam: string;
  readonly kent: ReadonlySet<string>;
  readonly richting: 1 | -1;
  readonly nodig: number;
}

/** At least so much of these must be left out together: a condition that every safe choice meets. */
interface Snede {
  readonly termen: Termen;
  readonly nodig: number;
}

type Aandelen = ReadonlyMap<string, number>;

/** Below this a share or a shortfall is the solver's arithmetic. */
const NIETS = 1e-6;
/** A little cost for what is not left out: of equally good conditions, the one that asks least of the rest. */
const STEUN = 1e-4;
/** Conditions sought in one round, and rounds, after which this way gives up. */
const PER_RONDE = 40;
const RONDEN = 200;
/** With shares: no longer than while four rounds raise the bound by half a percent. */
const STOKT_NA = 4;
const STOKT = 0.01;
/** Seconds for the proof of one best whole choice, and how many of those. */
const GEDULD = 1;
const BESTE_RONDEN = 60;
/** How often a whole choice is made. */
const KEER = 2;
/** A share from here is made whole at once. */
const BIJNA = 0.9;

const eisenVan = (o: Openhouding): Eis[] =>
  ([1, -1] as const)
    .map(richting => ({ naam: o.naam, kent: o.kent, richting, nodig: richting === 1 ? o.op : o.neer }))
    .filter(e => e.nodig > 0);

/** The sums that a count stands in, with its sign there. */
type Kolommen = ReadonlyMap<string, readonly (readonly [som: number, teken: 1 | -1])[]>;
function kolommenVan(k: Keuze): Kolommen {
  const uit = new Map<string, [number, 1 | -1][]>(k.tabellen.tellingen.map(t => [t.naam, []]));
  for (const [i, { som, delen }] of k.tabellen.optellingen.entries()) {
    uit.get(som)?.push([i, 1]);
    for (const d of delen) uit.get(d)?.push([i, -1]);
  }
  return uit;
}

/**
 * How far a reader can hold `naam` off the truth when of each count this share is left out: the most that it differs in
 * another table with the same sums.
 */
function andersvraag(k: Keuze, eis: Eis, deel: (naam: string) => number): Vraagstuk {
  const veranderlijken = k.tabellen.tellingen.map(({ naam, waarde }) => {
    const open = eis.kent.has(naam) ? 0 : deel(naam);
    return { naam, onder: -waarde * open, boven: k.grens * open, geheel: false };
  });
  const eisen = k.tabellen.optellingen.map(({ som, delen }) => ({
    termen: { [som]: 1, ...Object.fromEntries(delen.map(d => [d, -1])) },
    soort: '=' as const,
    rechts: 0,
  }));
  return { richting: 'max', doel: { [eis.naam]: eis.richting }, veranderlijken, eisen };
}

/** The condition that goes with these multipliers of the sums. It holds for every multiplier, also a rounded one. */
function snedeVan(k: Keuze, kolommen: Kolommen, eis: Eis, maal: (som: number) => number): Snede {
  const termen: Record<string, number> = {};
  for (const { naam, waarde } of k.tabellen.tellingen) {
    if (eis.kent.has(naam)) continue;
    let rest: number = naam === eis.naam ? eis.richting : 0;
    for (const [som, teken] of kolommen.get(naam) ?? []) rest -= teken * maal(som);
    const bij = rest > 0 ? k.grens * rest : -waarde * rest;
    // Left out is wholly left out, so that no count can do more than all that is asked.
    if (bij > NIETS) termen[naam] = Math.min(bij, eis.nodig);
  }
  return { termen, nodig: eis.nodig };
}

const som = (s: Snede, x: Aandelen): number =>
  Object.entries(s.termen).reduce((n, [naam, w]) => n + w * (x.get(naam) ?? 0), 0);
const schiet = (s: Snede, x: Aandelen): boolean => som(s, x) < s.nodig - NIETS * (1 + s.nodig);

/** A condition that this choice does not meet; null when the count is open enough; a word when nobody knows. */
async function zoekSnede(
  k: Keuze,
  kolommen: Kolommen,
  x: { eis: Eis; aandelen: Aandelen },
  losOp: Oplosser,
): Promise<Snede | null | string> {
  const { eis, aandelen } = x;
  const vraag = async (steun: number): Promise<{ snede: Snede; ruimte: number } | string> => {
    const u = await losOp(andersvraag(k, eis, naam => (aandelen.get(naam) ?? 0) + steun));
    if (u.soort === 'onbekend') return u.waarom;
    if (u.soort !== 'optimaal') return 'no bound on a count';
    const { schaduw } = u;
    if (!schaduw) return 'no shadow prices';
    return { snede: snedeVan(k, kolommen, eis, i => schaduw[i] ?? 0), ruimte: u.waarde };
  };
  const juist = await vraag(0);
  if (typeof juist === 'string') return juist;
  // What the solver found decides; a condition only says how to go on.
  if (juist.ruimte >= eis.nodig - NIETS * (1 + eis.nodig)) return null;
  const sterk = await vraag(STEUN);
  if (typeof sterk !== 'string' && schiet(sterk.snede, aandelen)) return sterk.snede;
  return schiet(juist.snede, aandelen) ? juist.snede : 'shadow prices do not fit';
}

/** What the search has found so far. */
interface Zoektocht {
  readonly kolommen: Kolommen;
  readonly eisen: readonly Eis[];
  readonly sneden: Snede[];
  /** Those that were not met last: asked first, and alone as long as there are. */
  heet: readonly Eis[];
}

/** Which of these are not met by this choice; a condition for each goes into the search. A word: nobody knows. */
async function zoekSneden(
  k: Keuze,
  z: Zoektocht,
  x: { eisen: readonly Eis[]; aandelen: Aandelen; hoogstens?: number },
  losOp: Oplosser,
): Promise<Eis[] | string> {
  const geschonden: Eis[] = [];
  for (const eis of x.eisen) {
    const s = await zoekSnede(k, z.kolommen, { eis, aandelen: x.aandelen }, losOp);
    if (typeof s === 'string') return s;
    if (!s) continue;
    z.sneden.push(s);
    geschonden.push(eis);
    if (geschonden.length === (x.hoogstens ?? PER_RONDE)) break;
  }
  return geschonden;
}

/** The same over all of them, but first and alone those that were not met the time before. */
async function zoekVerder(
  k: Keuze,
  z: Zoektocht,
  aandelen: Aandelen,
  losOp: Oplosser,
): Promise<boolean | string> {
  const rest = z.eisen.filter(e => !z.heet.includes(e));
  for (const eisen of [z.heet, rest]) {
    const geschonden = await zoekSneden(k, z, { eisen, aandelen }, losOp);
    if (typeof geschonden === 'string') return geschonden;
    z.heet = geschonden;
    if (geschonden.length > 0) return true;
  }
  return false;
}

/** The choice that costs least and meets the conditions found so far. */
function hoofdvraag(k: Keuze, sneden: readonly Snede[], geheel: boolean): Vraagstuk {
  const veranderlijken = k.tabellen.tellingen.map(({ naam }) => ({
    naam,
    onder: k.moetWeg.has(naam) ? 1 : 0,
    boven: k.blijft.has(naam) ? 0 : 1,
    geheel,
  }));
  return {
    richting: 'min',
    doel: Object.fromEntries(k.tabellen.tellingen.map(t => [t.naam, gewicht(t.waarde)])),
    veranderlijken,
    eisen: sneden.map(s => ({ termen: s.termen, soort: '>=', rechts: s.nodig })),
  };
}

/** The least loss is hardly rising any more: looking on in shares is not worth it. */
function stokt(grenzen: readonly number[]): boolean {
  const nu = grenzen.at(-1) ?? 0;
  const toen = grenzen.at(-1 - STOKT_NA);
  return toen !== undefined && nu - toen < STOKT * nu;
}

const kostenVan = (k: Keuze, weg: ReadonlySet<string>): number =>
  k.tabellen.tellingen.reduce((n, t) => n + (weg.has(t.naam) ? gewicht(t.waarde) : 0), 0);

const geheel = (weg: ReadonlySet<string>): Aandelen => new Map([...weg].map(n => [n, 1]));
const alleen = (bij: Aandelen, vanaf: number): Set<string> =>
  new Set([...bij].flatMap(([naam, w]) => (w >= vanaf ? [naam] : [])));

/** Without those that no condition needs, the dearest first. */
function snoei(k: Keuze, sneden: readonly Snede[], weg: Set<string>): Set<string> {
  const aan = new Map([...weg].map(n => [n, 1]));
  const sommen = sneden.map(s => som(s, aan));
  const duurste = [...weg]
    .filter(n => !k.moetWeg.has(n))
    .sort((x, y) => (k.waarden.get(y) ?? 0) - (k.waarden.get(x) ?? 0) || (x < y ? -1 : 1));
  for (const naam of duurste) {
    const raakt = sneden.flatMap((s, i) => (s.termen[naam] ? [{ i, s, w: s.termen[naam] }] : []));
    if (raakt.some(({ i, s, w }) => (sommen[i] ?? 0) - w < s.nodig - NIETS * (1 + s.nodig))) continue;
    for (const { i, w } of raakt) sommen[i] = (sommen[i] ?? 0) - w;
    weg.delete(naam);
  }
  return weg;
}

/** A whole choice with at least these that meets the conditions so far: the largest share made whole, again and again. */
async function vulAan(
  k: Keuze,
  sneden: readonly Snede[],
  al: ReadonlySet<string>,
  losOp: Oplosser,
): Promise<Set<string> | Onderdrukking> {
  const heel = new Set(al);
  for (;;) {
    const u = await losOp(hoofdvraag({ ...k, moetWeg: heel }, sneden, false));
    if (u.soort === 'onmogelijk' || u.soort === 'onbekend') return u;
    if (u.soort === 'onbegrensd') return { soort: 'onbekend', waarom: 'no bound on a choice' };
    const delen = [...u.bij].filter(([naam, w]) => w > NIETS && !heel.has(naam));
    if (delen.length === 0) return heel;
    const grootste = Math.max(...delen.map(([, w]) => w));
    for (const [naam, w] of delen) if (w >= Math.min(grootste, BIJNA)) heel.add(naam);
  }
}

/** Adds to a choice until everything is kept open. What is open stays open when more is left out: asked once. */
async function maakVeilig(
  k: Keuze,
  z: Zoektocht,
  begin: ReadonlySet<string>,
  losOp: Oplosser,
): Promise<Set<string> | Onderdrukking> {
  let weg = await vulAan(k, z.sneden, begin, losOp);
  let nog: readonly Eis[] = z.eisen;
  while (weg instanceof Set && nog.length > 0) {
    const deel = nog.slice(0, PER_RONDE);
    const geschonden = await zoekSneden(k, z, { eisen: deel, aandelen: geheel(weg) }, losOp);
    if (typeof geschonden === 'string') return { soort: 'onbekend', waarom: geschonden };
    nog = [...geschonden, ...nog.slice(deel.length)];
    if (geschonden.length > 0) weg = await vulAan(k, z.sneden, weg, losOp);
  }
  return weg;
}

/** Cuts a safe choice back as far as it stays safe, the dearest first; each is asked, not guessed. */
async function laatStaan(
  k: Keuze,
  z: Zoektocht,
  veilig: Set<string>,
  losOp: Oplosser,
): Promise<Set<string> | string> {
  let weg = veilig;
  const duurste = [...veilig]
    .filter(n => !k.moetWeg.has(n))
    .sort((x, y) => (k.waarden.get(y) ?? 0) - (k.waarden.get(x) ?? 0) || (x < y ? -1 : 1));
  for (const naam of duurste) {
    const zonder = new Set([...weg].filter(n => n !== naam));
    const aandelen = geheel(zonder);
    if (z.sneden.some(s => schiet(s, aandelen))) continue;
    const breekt = await zoekSneden(k, z, { eisen: z.eisen, aandelen, hoogstens: 1 }, losOp);
    if (typeof breekt === 'string') return breekt;
    if (breekt.length === 0) weg = zonder;
  }
  return weg;
}

/**
 * A whole choice that keeps everything open, not proved to be the best: made safe, and again with all that was learned
 * meanwhile, cut back each time; the cheapest of these.
 */
async function kiesHeel(k: Keuze, z: Zoektocht, losOp: Oplosser): Promise<Set<string> | Onderdrukking> {
  let beste: Set<string> | null = null;
  for (let keer = 0; keer < KEER; keer++) {
    const begin = await vulAan(k, z.sneden, k.moetWeg, losOp);
    if (!(begin instanceof Set)) return begin;
    const veilig = await maakVeilig(k, z, snoei(k, z.sneden, begin), losOp);
    if (!(veilig instanceof Set)) return veilig;
    if (!beste || kostenVan(k, veilig) < kostenVan(k, beste)) beste = veilig;
  }
  const kaal = await laatStaan(k, z, beste ?? new Set(), losOp);
  return typeof kaal === 'string' ? { soort: 'onbekend', waarom: kaal } : kaal;
}

/** The best whole choice; null when it was not proved in the time for it. */
async function kiesBest(k: Keuze, z: Zoektocht, losOp: Oplosser): Promise<Set<string> | null> {
  for (let ronde = 0; ronde < BESTE_RONDEN; ronde++) {
    const u = await losOp({ ...hoofdvraag(k, z.sneden, true), geduld: GEDULD });
    if (u.soort !== 'optimaal') return null;
    const weg = alleen(u.bij, 0.5);
    const meer = await zoekVerder(k, z, geheel(weg), losOp);
    if (typeof meer === 'string') return null;
    if (!meer) return weg;
  }
  return null;
}

/** Chooses with shares until that no longer brings anything: what no choice can be cheaper than. */
async function kiesInDelen(k: Keuze, z: Zoektocht, losOp: Oplosser): Promise<number | Onderdrukking> {
  const grenzen: number[] = [];
  for (let ronde = 0; ronde < RONDEN; ronde++) {
    const u = await losOp(hoofdvraag(k, z.sneden, false));
    if (u.soort === 'onmogelijk' || u.soort === 'onbekend') return u;
    if (u.soort === 'onbegrensd') return { soort: 'onbekend', waarom: 'no bound on a choice' };
    grenzen.push(u.waarde);
    if (stokt(grenzen)) break;
    const meer = await zoekVerder(k, z, u.bij, losOp);
    if (typeof meer === 'string') return { soort: 'onbekend', waarom: meer };
    if (!meer) break;
  }
  return grenzen.at(-1) ?? 0;
}

/**
 * The choice with the least loss, by cutting planes: choose as if little were asked, look for a count that a reader can
 * then tell too closely, add the condition which that choice breaks, and choose again; first with shares, then whole.
 * Where the best whole choice is not proved in the time for it, a good one, with what it could have been at the least
 * (`ondergrens`).
 * Source: Fischetti and Salazar-González (2001), the Benders form of the complementary suppression problem.
 */
export async function onderdrukMetSnijvlakken(k: Keuze, losOp: Oplosser): Promise<Onderdrukking> {
  const z: Zoektocht = {
    kolommen: kolommenVan(k),
    eisen: k.openhoudingen.flatMap(eisenVan),
    sneden: [],
    heet: [],
  };
  const ondergrens = await kiesInDelen(k, z, losOp);
  if (typeof ondergrens !== 'number') return ondergrens;
  const goed = await kiesHeel(k, z, losOp);
  if (!(goed instanceof Set)) return goed;
  const kosten = kostenVan(k, goed);
  const best = kosten <= ondergrens + NIETS ? goed : await kiesBest(k, z, losOp);
  if (!best) return { soort: 'onderdrukt', wijze: 'begrensd', weg: goed, kosten, ondergrens };
  const beste = kostenVan(k, best);
  return { soort: 'onderdrukt', wijze: 'optimaal', weg: best, kosten: beste, ondergrens: beste };
}
