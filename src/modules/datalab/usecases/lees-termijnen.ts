import { eersteDag, laatsteDag, type Periode, parsePeriode, periodeCode } from '#kern/datum/index.ts';
import { gelukt, type Result } from '#kern/resultaat/index.ts';
import type { Termijnweigering } from '#kern/termijn/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { findDoorloopstand, leesDoorloopmerk } from '../db/doorloop-opslag.ts';
import { listGemeenten } from '../db/gemeente-opslag.ts';
import { listTermijnnormen } from '../db/termijnnorm-opslag.ts';
import { leesNaslagmerk } from '../db/waarneming-opslag.ts';
import type { Doorloopsoort, Doorloopstand } from '../domain/doorloop.ts';
import { type Termijnbeeld, termijnbeeld } from '../domain/termijnbeeld.ts';
import { bundel, meetTermijnen, type Termijnmeting } from '../domain/termijnmeting.ts';
import { TELWIJZEN, type Telwijze, type Termijnnorm } from '../domain/termijnnorm.ts';
import { maakVoorraad } from '../domain/voorraad.ts';

/** What the reader asked; a place or period that is not there counts as all. */
export interface Termijnvraag {
  readonly regio: string;
  readonly soort: Doorloopsoort;
  /** null: working days where the term is counted so, else calendar days. */
  readonly telwijze: Telwijze | null;
  /** CBS code; null: the whole region. */
  readonly gemeente: string | null;
  /** Code of a year or quarter of the starts; null: all. */
  readonly periode: string | null;
  readonly vandaag: Temporal.PlainDate;
}

/** A picture of a municipality. */
export interface Gemeentebeeld {
  readonly code: string;
  readonly naam: string;
  readonly beeld: Termijnbeeld;
}

/** A picture of a period, or of a way of counting. */
export interface Beeldrij<S> {
  readonly sleutel: S;
  readonly beeld: Termijnbeeld;
}

/** Everything on the page of the terms. */
export interface Termijnoverzicht {
  readonly stand: Omit<Doorloopstand, 'doorlopen'>;
  readonly telwijze: Telwijze;
  readonly gemeente: { code: string; naam: string } | null;
  readonly periode: Periode | null;
  readonly gemeenten: readonly { code: string; naam: string }[];
  readonly perioden: readonly Periode[];
  /** The chosen place and period, in the chosen way of counting. */
  readonly gekozen: Termijnbeeld;
  readonly perTelwijze: readonly Beeldrij<Telwijze>[];
  readonly perGemeente: readonly Gemeentebeeld[];
  readonly perPeriode: readonly Beeldrij<Periode>[];
  /** Not one case is open: it may be a list of closed cases only. */
  readonly nietsOpen: boolean;
}

const PERIODEN_GETOOND = 12;
/** Overviews kept in memory, each under the mark of what its reader may see. */
const overzichten = maakVoorraad<Termijnoverzicht>(200);
const { compare } = Temporal.PlainDate;

/** Years and quarters in which something started and that the import covers from their first day, newest first. */
function periodenVan(stand: Doorloopstand): Periode[] {
  const codes = new Set<string>();
  for (const start of new Set(stand.doorlopen.map(d => d.start))) {
    codes.add(String(start.year));
    codes.add(`${start.year}-Q${Math.ceil(start.month / 3)}`);
  }
  const uit = [...codes].map(c => parsePeriode(c)).flatMap(p => (p.ok ? [p.waarde] : []));
  return uit
    .filter(p => compare(stand.instroomVanaf, laatsteDag(p)) <= 0)
    .sort((a, b) => compare(laatsteDag(b), laatsteDag(a)) || compare(eersteDag(a), eersteDag(b)));
}

// The days of a period are worked out once: it is asked of every one of thousands of cases.
function inPeriode(p: Periode | null): (m: Termijnmeting) => boolean {
  if (p === null) return () => true;
  const [eerste, laatste] = [eersteDag(p), laatsteDag(p)];
  return ({ doorloop: { start } }) => compare(eerste, start) <= 0 && compare(start, laatste) <= 0;
}

const inGemeente = (code: string | null) => (m: Termijnmeting) =>
  code === null || m.doorloop.gemeente === code;

type Metingen = ReadonlyMap<Telwijze, readonly Termijnmeting[]>;

/** Every way of counting for which there is a term, with all that started held against it. */
function meetAlles(
  stand: Doorloopstand,
  normen: readonly Termijnnorm[],
  soort: Doorloopsoort,
): Result<Metingen, Termijnweigering> {
  const uit = new Map<Telwijze, readonly Termijnmeting[]>();
  for (const telwijze of TELWIJZEN) {
    if (!normen.some(n => n.soort === soort && n.telwijze === telwijze)) continue;
    const v = { soort, telwijze, normen, peildatum: stand.peildatum };
    const metingen = meetTermijnen(stand.doorlopen, v);
    if (metingen.ok) uit.set(telwijze, bundel(metingen.waarde));
    // A way of counting of the region alone may begin later than the figures do; the others still stand.
    else if (metingen.weigering.code !== 'geen_termijnregel') return metingen;
  }
  return gelukt(uit);
}

function kiesTelwijze(metingen: Metingen, gevraagd: Telwijze | null): Telwijze {
  if (gevraagd !== null && metingen.has(gevraagd)) return gevraagd;
  return metingen.has('werkdagen') ? 'werkdagen' : 'kalenderdagen';
}

type Gemeentenaam = { code: string; naam: string };
type Gekozen = Pick<Termijnoverzicht, 'telwijze' | 'gemeente' | 'periode' | 'gemeenten' | 'perioden'>;

/** What the reader asked, as far as it is there. */
function kies(
  stand: Doorloopstand,
  metingen: Metingen,
  gemeenten: readonly Gemeentenaam[],
  v: Termijnvraag,
): Gekozen {
  const perioden = periodenVan(stand);
  return {
    telwijze: kiesTelwijze(metingen, v.telwijze),
    periode: perioden.find(p => periodeCode(p) === v.periode) ?? null,
    gemeente: gemeenten.find(g => g.code === v.gemeente) ?? null,
    gemeenten,
    perioden,
  };
}

/** The chosen picture and those beside it: other ways of counting, municipalities, periods. */
function beeldenVan(stand: Doorloopstand, metingen: Metingen, k: Gekozen) {
  const beeld = (m: readonly Termijnmeting[], naast = 1) => termijnbeeld(m, stand.peildatum, naast);
  const alle = metingen.get(k.telwijze) ?? [];
  const hier = inGemeente(k.gemeente?.code ?? null);
  const toen = inPeriode(k.periode);
  const perPlaats = Map.groupBy(alle.filter(toen), m => m.doorloop.gemeente);
  const inPlaats = alle.filter(hier);
  const perioden = k.perioden.slice(0, PERIODEN_GETOOND);
  return {
    gekozen: beeld(inPlaats.filter(toen)),
    perTelwijze: [...metingen].map(([sleutel, m]) => ({
      sleutel,
      beeld: beeld(m.filter(hier).filter(toen)),
    })),
    perGemeente: k.gemeenten.map(g => ({
      ...g,
      beeld: beeld(perPlaats.get(g.code) ?? [], k.gemeenten.length),
    })),
    perPeriode: perioden.map(p => ({
      sleutel: p,
      beeld: beeld(inPlaats.filter(inPeriode(p)), perioden.length),
    })),
  };
}

/**
 * The term indicators of a region as far as this reader may see the lead times; null when there are none. Refuses as
 * `meetTermijnen`.
 */
export async function leesTermijnen(
  tx: Transactie,
  v: Termijnvraag,
): Promise<Result<Termijnoverzicht | null, Termijnweigering>> {
  const normen = await listTermijnnormen(tx, v.regio);
  const merk = await leesDoorloopmerk(tx, v.regio, v.soort);
  // Names of municipalities come from elsewhere and change on their own.
  const naslag = await leesNaslagmerk(tx);
  const { vandaag, ...keuze } = v;
  const sleutel = merk === null ? null : JSON.stringify([merk, naslag, normen, keuze]);
  const bekend = sleutel === null ? undefined : overzichten.neem(sleutel);
  if (bekend) return gelukt(bekend);
  const stand = await findDoorloopstand(tx, v.regio, v.soort, vandaag);
  if (!stand) return gelukt(null);
  const uit = await maakOverzicht(tx, stand, normen, v);
  if (uit.ok && sleutel !== null) overzichten.bewaar(sleutel, uit.waarde, 1);
  return uit;
}

async function maakOverzicht(
  tx: Transactie,
  stand: Doorloopstand,
  normen: readonly Termijnnorm[],
  v: Termijnvraag,
): Promise<Result<Termijnoverzicht, Termijnweigering>> {
  const metingen = meetAlles(stand, normen, v.soort);
  if (!metingen.ok) return metingen;
  const aanwezig = new Set(stand.doorlopen.map(d => d.gemeente));
  const gemeenten = (await listGemeenten(tx))
    .filter(g => aanwezig.has(g.code))
    .map(({ code, naam }) => ({ code, naam }))
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'));
  const keuze = kies(stand, metingen.waarde, gemeenten, v);
  const nietsOpen = stand.doorlopen.every(d => d.eind !== null);
  const { doorlopen: _, ...kop } = stand;
  return gelukt({ stand: kop, nietsOpen, ...keuze, ...beeldenVan(stand, metingen.waarde, keuze) });
}
