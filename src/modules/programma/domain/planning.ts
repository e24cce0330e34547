import { leesDeeldatum } from './deeldatum.ts';
import { type Stand, standVan } from './mijlpaal.ts';
import { type Overleg, overlegVan } from './overleg.ts';
import { gemeenten, lijst, type Onderdeel, type Programma, tekst, vind } from './programma.ts';

/** A milestone on the timeline, with its stand on the day of reading. */
export interface Planregel {
  mijlpaal: Onderdeel;
  actie: Onderdeel | null;
  stand: Stand;
  overleg: Overleg;
}

/** What a reader filters on; an empty text filters nothing. */
export interface Planfilter {
  overleg: string;
  /** A status, `laat` (date passed or delayed) or `onbekend` (nobody has said). */
  status: string;
  /** Code of an action. */
  actie: string;
  /** Name of a municipality: its own actions and those of the whole region. */
  gemeente: string;
  /** Name of a subregion: actions of its municipalities and those of the whole region. */
  subregio: string;
}

/** Has its day passed without being done, or was it reported delayed? */
export function isLaat(stand: Stand): boolean {
  return stand.verstreken || stand.status === 'vertraagd';
}

const opEinde = (a: Planregel, b: Planregel): number => {
  const [x, y] = [a.stand.tot, b.stand.tot];
  if (!x || !y) return x ? -1 : y ? 1 : 0;
  return Temporal.PlainDate.compare(x, y) || a.mijlpaal.volgorde - b.mijlpaal.volgorde;
};

const past = (r: Planregel, f: Planfilter, inSubregio: ReadonlySet<string>): boolean => {
  const statusGoed =
    f.status === '' || (f.status === 'laat' ? isLaat(r.stand) : (r.stand.status ?? 'onbekend') === f.status);
  const gemeente = r.actie ? tekst(r.actie, 'gemeente') : '';
  return (
    statusGoed &&
    (f.overleg === '' || r.overleg === f.overleg) &&
    (f.actie === '' || r.actie?.code === f.actie) &&
    (f.gemeente === '' || gemeente === '' || gemeente === f.gemeente) &&
    (f.subregio === '' || gemeente === '' || inSubregio.has(gemeente))
  );
};

/** The milestones that pass the filter, by their last day; those without a date last. */
export function planregels(p: Programma, f: Planfilter, vandaag: Temporal.PlainDate): Planregel[] {
  const inSubregio = new Set(gemeenten(p).flatMap(g => (g.subregio === f.subregio ? [g.naam] : [])));
  return lijst(p, 'mijlpaal')
    .map(mijlpaal => ({
      mijlpaal,
      actie: vind(p, 'actie', tekst(mijlpaal, 'actie')),
      stand: standVan(mijlpaal, vandaag),
      overleg: overlegVan(tekst(mijlpaal, 'overleg')),
    }))
    .filter(r => past(r, f, inSubregio))
    .sort(opEinde);
}

/** Quarter of a day as `YYYY-Qn`. */
export function kwartaalCode(dag: Temporal.PlainDate): string {
  return `${dag.year}-Q${Math.ceil(dag.month / 3)}`;
}

/**
 * Groups of milestones by the quarter in which they end, soonest first; null: no date known. The quarter is that
 * of the plan's column when the source gives one, also where the month in its text falls in another.
 */
export function perKwartaal(regels: readonly Planregel[]): [string | null, Planregel[]][] {
  const sleutel = (r: Planregel): string | null =>
    tekst(r.mijlpaal, 'kwartaalTot') ||
    tekst(r.mijlpaal, 'kwartaal') ||
    (r.stand.tot && kwartaalCode(r.stand.tot));
  const groepen = Map.groupBy(regels, sleutel);
  return [...groepen].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : a > b ? 1 : 0));
}

/** Months `YYYY-MM` from the first activity of a month plan to its last, both included. */
export function planmaanden(activiteiten: readonly Onderdeel[]): string[] {
  const grenzen = activiteiten.flatMap(a => {
    const van = leesDeeldatum(tekst(a, 'van'));
    const tot = leesDeeldatum(tekst(a, 'tot'));
    return [...(van ? [van.eerste] : []), ...(tot ? [tot.laatste] : [])].map(d => d.toPlainYearMonth());
  });
  grenzen.sort(Temporal.PlainYearMonth.compare);
  const laatste = grenzen.at(-1);
  const uit: string[] = [];
  for (let m = grenzen[0]; m && laatste && Temporal.PlainYearMonth.compare(m, laatste) <= 0; )
    [m] = [m.add({ months: 1 }), uit.push(m.toString())];
  return uit;
}

/** The activities that run in a month. */
export function inMaand(activiteiten: readonly Onderdeel[], maand: string): Onderdeel[] {
  const dit = leesDeeldatum(maand);
  return activiteiten.filter(a => {
    const van = leesDeeldatum(tekst(a, 'van'))?.eerste;
    const tot = leesDeeldatum(tekst(a, 'tot'))?.laatste;
    if (!dit || !(van || tot)) return false;
    return (
      (!van || Temporal.PlainDate.compare(van, dit.laatste) <= 0) &&
      (!tot || Temporal.PlainDate.compare(tot, dit.eerste) >= 0)
    );
  });
}
