import { rondGecontroleerdAf } from './afronding.ts';
import {
  type Kennis,
  kennisVanExact,
  kennisVanGerond,
  kennisVanVerborgen,
  voegKennisSamen,
} from './kennis.ts';
import { type Keuzewijze, type Onderdrukking, onderdruk, openheid } from './onderdrukking.ts';
import type { Optelling, Tabellen } from './tabellen.ts';
import type { Aanvalsstof } from './vernauwen.ts';
import type { Oplosser } from './vraagstuk.ts';
import { type Aanvaller, type Meldvoortgang, type Toetsvraag, type Waarborg, waarborg } from './waarborg.ts';

export type Methode = 'afronden' | 'onderdrukken';

/** One set of linked tables that is to be published, with all that a reader already has or can work out. */
export interface Beschermvraag {
  readonly methode: Methode;
  /** Base of rounding. */
  readonly basis: number;
  /** The counts whose truth is known here: those to be printed, and those that follow from them. */
  readonly tabellen: Tabellen;
  /** Of these, the ones that will be printed. */
  readonly gedrukt: ReadonlySet<string>;
  /**
   * Parts of counts that stand beside the tables: what the largest contributor of a count knows of it, and the rest. They
   * are never printed and never rounded, and what is kept open of them is audited like everything else.
   */
  readonly delen?: ReadonlySet<string>;
  /** Counts of which nobody here knows the truth either, but which stand between others in a sum. */
  readonly ongeteld: readonly string[];
  /** All sums, also those over counts that nobody knows. */
  readonly optellingen: readonly Optelling[];
  /** Count → threshold at which it must be kept open. */
  readonly teBeschermen: ReadonlyMap<string, number>;
  /** Counts of which even a zero tells something. */
  readonly nulGevoelig: ReadonlySet<string>;
  /** What earlier releases and public sources told already. */
  readonly bekend: readonly Kennis[];
  /** Counts that an earlier release printed rounded at the same base: they keep that print. */
  readonly alGedrukt: ReadonlyMap<string, number>;
  /** Counts that must stay in print when others are left out. */
  readonly vast: ReadonlySet<string>;
  readonly aanvallers: readonly Aanvaller[];
}

/** How a count is printed. */
export type Aard = 'gerond' | 'exact' | 'weggelaten';
export interface Gedrukt {
  readonly naam: string;
  /** As printed; null: left out. */
  readonly getoond: number | null;
  readonly aard: Aard;
}

/** What would be printed, what an attacker has then, and what the audit says of it. */
export interface Voorstel {
  readonly soort: 'voorstel';
  readonly ruim: boolean;
  readonly cellen: readonly Gedrukt[];
  /** How what is left out was chosen; of rounding always the best. */
  readonly wijze: Keuzewijze;
  /** Sum of the changes by rounding, or of the truth of what was left out. */
  readonly verlies: number;
  readonly toetsvraag: Toetsvraag;
  readonly waarborg: Waarborg;
}

export type Bescherming =
  | Voorstel
  /** This set cannot be printed in this way: redesign the table, or choose the other way. */
  | { readonly soort: 'onmogelijk' }
  | { readonly soort: 'onbekend'; readonly waarom: string };

/** What the reader of this print has, with what he had. */
function stofVan(v: Beschermvraag, cellen: readonly Gedrukt[], ruim: boolean): Aanvalsstof {
  const nieuw = cellen.map(c => {
    if (c.getoond === null) return kennisVanVerborgen(c.naam);
    if (c.aard === 'exact') return kennisVanExact(c.naam, c.getoond);
    const regel = { basis: v.basis, ruim, nooitNul: true, nulGevoelig: v.nulGevoelig.has(c.naam) };
    return kennisVanGerond(c.naam, c.getoond, regel);
  });
  const rest = [...v.tabellen.tellingen.map(t => t.naam), ...v.ongeteld].map(kennisVanVerborgen);
  return { kennis: voegKennisSamen([...nieuw, ...v.bekend, ...rest]), optellingen: v.optellingen };
}

async function alsVoorstel(
  v: Beschermvraag,
  x: { cellen: readonly Gedrukt[]; ruim: boolean; wijze: Keuzewijze; verlies: number },
  oplossers: readonly [Oplosser, Oplosser],
  meld: Meldvoortgang,
): Promise<Voorstel> {
  const toetsvraag: Toetsvraag = {
    stof: stofVan(v, x.cellen, x.ruim),
    teBeschermen: v.teBeschermen,
    aanvallers: v.aanvallers,
  };
  return { soort: 'voorstel', ...x, toetsvraag, waarborg: await waarborg(toetsvraag, oplossers, meld) };
}

/** Small counts, and zeros that tell something, never become 0. */
const nooitNul = (v: Beschermvraag): Set<string> =>
  new Set(
    v.tabellen.tellingen
      .filter(
        t =>
          v.nulGevoelig.has(t.naam) ||
          (t.waarde > 0 && t.waarde < Math.max(v.basis, v.teBeschermen.get(t.naam) ?? 0)),
      )
      .map(t => t.naam),
  );

/** What is rounded: the tables without the parts that stand beside them. */
function zonderDelen({ tabellen, delen = new Set() }: Beschermvraag): Tabellen {
  return {
    tellingen: tabellen.tellingen.filter(t => !delen.has(t.naam)),
    optellingen: tabellen.optellingen.filter(o => !o.delen.some(d => delen.has(d))),
  };
}

async function rondAf(
  v: Beschermvraag,
  vanaf: 'gewoon' | 'ruim',
  oplossers: readonly [Oplosser, Oplosser],
  meld: Meldvoortgang,
): Promise<Bescherming> {
  const vraag = { basis: v.basis, nooitNul: nooitNul(v), alGedrukt: v.alGedrukt };
  const uit = await rondGecontroleerdAf(zonderDelen(v), vraag, oplossers[0], vanaf);
  if (uit.soort !== 'gerond') return uit;
  const cellen = v.tabellen.tellingen
    .filter(t => v.gedrukt.has(t.naam))
    .map(t => ({ naam: t.naam, getoond: uit.gerond.get(t.naam) ?? 0, aard: 'gerond' as const }));
  return alsVoorstel(
    v,
    { cellen, ruim: uit.ruim, wijze: 'optimaal', verlies: uit.verschil },
    oplossers,
    meld,
  );
}

/** Does somebody know a part of this count? Then the rest is what is to be kept open from him, and it is in the list. */
const kentDeelVan = (v: Beschermvraag, naam: string, kent: ReadonlySet<string>): boolean =>
  v.tabellen.optellingen.some(o => o.som === naam && o.delen.some(d => kent.has(d) && v.delen?.has(d)));

/** Leaves out what is asked, and what would let anybody work it out, also with counts of his own. */
function kiesWeg(v: Beschermvraag, losOp: Oplosser): Promise<Onderdrukking> {
  const waarde = new Map(v.tabellen.tellingen.map(t => [t.naam, t.waarde]));
  return onderdruk(
    v.tabellen,
    {
      primair: new Map([...v.teBeschermen].map(([n, d]) => [n, openheid(waarde.get(n) ?? 0, d)])),
      vast: v.vast,
      // What another release printed exactly stays what it is; everything else that is not printed is open.
      ongedrukt: new Set(
        v.tabellen.tellingen.map(t => t.naam).filter(n => !v.gedrukt.has(n) && !v.vast.has(n)),
      ),
      ingewijden: v.aanvallers
        .filter(a => a.kent.size > 0)
        .flatMap(a => {
          const kent = new Set(a.kent.keys());
          return [...v.teBeschermen.keys()]
            .filter(n => !kent.has(n) && !kentDeelVan(v, n, kent))
            .map(naam => ({ naam, kent }));
        }),
    },
    losOp,
  );
}

function alsCellen(v: Beschermvraag, weg: ReadonlySet<string>): { cellen: Gedrukt[]; verlies: number } {
  const gedrukt = v.tabellen.tellingen.filter(t => v.gedrukt.has(t.naam));
  return {
    cellen: gedrukt.map(t =>
      weg.has(t.naam)
        ? { naam: t.naam, getoond: null, aard: 'weggelaten' }
        : { naam: t.naam, getoond: t.waarde, aard: 'exact' },
    ),
    verlies: gedrukt.reduce((n, t) => n + (weg.has(t.naam) ? t.waarde : 0), 0),
  };
}

async function laatWeg(
  v: Beschermvraag,
  oplossers: readonly [Oplosser, Oplosser],
  meld: Meldvoortgang,
): Promise<Bescherming> {
  const uit = await kiesWeg(v, oplossers[0]);
  if (uit.soort !== 'onderdrukt') return uit;
  return alsVoorstel(v, { ...alsCellen(v, uit.weg), ruim: false, wijze: uit.wijze }, oplossers, meld);
}

/**
 * Protects a set of linked tables and audits what came out. Rounding first tries to change every count by less than the
 * base; where that cannot be, or would not be safe, counts may go one step further. A result that is not safe is given
 * with what the audit found, so that the preparer can redesign the table: it cannot be published.
 */
export async function bescherm(
  v: Beschermvraag,
  oplossers: readonly [Oplosser, Oplosser],
  meld: Meldvoortgang = () => {},
): Promise<Bescherming> {
  if (v.methode === 'onderdrukken') return laatWeg(v, oplossers, meld);
  const eerst = await rondAf(v, 'gewoon', oplossers, meld);
  if (eerst.soort !== 'voorstel' || eerst.ruim || eerst.waarborg.soort === 'veilig') return eerst;
  const ruimer = await rondAf(v, 'ruim', oplossers, meld);
  return ruimer.soort === 'voorstel' && ruimer.waarborg.soort === 'veilig' ? ruimer : eerst;
}
