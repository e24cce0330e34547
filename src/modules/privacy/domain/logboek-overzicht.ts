import { dagInNederland, formatTijd } from '#kern/datum/index.ts';

/** A row of the log about the person concerned, with what is known of the user's organisation. */
export interface Kijkregel {
  /** ISO, UTC. */
  tijdstip: string;
  /** Id of the user; null when the system acted. */
  gebruiker: string | null;
  gebruikersnaam: string;
  organisatie: { id: string; naam: string; soort: string } | null;
  /** Controller of the file: the organisation that gives this overview. */
  houder: string | null;
  rol: string | null;
  handeling: string;
  uitkomst: 'toegestaan' | 'geweigerd';
  /** Code of the kind of record. */
  deel: string;
  doel: string | null;
  grond: string | null;
  /** To what kind of receiver police information was given on; null where nothing was given on. */
  ontvanger: string | null;
  /** Party for whom the user works. */
  namens: string | null;
  nood: boolean;
}

export type Weglaatcode =
  | 'melder'
  | 'geheim_adres'
  | 'politie'
  | 'zoeken'
  | 'namens_ander'
  | 'plaats'
  | 'ontvanger'
  | 'naam'
  | 'vertegenwoordiger';

/** What a rule takes out of a line: all of it, or what names the organisation, the person or the purpose. */
type Veld = 'regel' | 'organisatie' | 'functie' | 'doel' | 'naam' | 'ontvanger';

/** Who gets an overview. Ids of the person concerned: more than one when they were found to be the same person. */
export interface Lezer {
  readonly ids: readonly string[];
  /** It goes to somebody who speaks for him, such as a parent: another reader, who may be the threat. */
  readonly vertegenwoordiger: boolean;
}

/**
 * A rule of the table of what is withheld. The grounds are of the law; which places would be revealed is a judgement
 * of this house, on the safe side, that the privacy officer may lift where `vrij`.
 */
export interface Weglaatregel {
  code: Weglaatcode;
  /** Applies to this line, for this reader? */
  geldt(r: Kijkregel, lezer: Lezer): boolean;
  weg: readonly Veld[];
  /** May the privacy officer show it after all, with a reason that is logged? */
  vrij: boolean;
}

/** Kinds of organisations that serve a whole region: their name says nothing of a place. */
export const VAN_DE_REGIO: ReadonlySet<string> = new Set(['veilig_thuis', 'samenwerkingsverband']);

/** Receivers whose kind says nothing of a place; the others may be the shelter in which somebody hides, or where he lives. */
const TE_NOEMEN: ReadonlySet<string> = new Set([
  'politie',
  'openbaar_ministerie',
  'rechter',
  'raad_kinderbescherming',
  'gecertificeerde_instelling',
  'veilig_thuis',
  'zorg_en_veiligheidshuis',
  'reclassering',
]);

const raakt = (r: Kijkregel, ...codes: string[]) => codes.includes(r.deel) || codes.includes(r.doel ?? '');

export const WEGLAATREGELS: readonly Weglaatregel[] = [
  // That somebody read the reporter's part says that there is a reporter.
  { code: 'melder', geldt: r => raakt(r, 'melder'), weg: ['regel'], vrij: false },
  { code: 'geheim_adres', geldt: r => raakt(r, 'geheim_adres'), weg: ['regel'], vrij: true },
  {
    code: 'politie',
    geldt: r => raakt(r, 'politie', 'politiegegeven', 'politieverstrekking'),
    weg: ['regel'],
    vrij: true,
  },
  // A search without a relation on some day says that something was reported on that day.
  { code: 'zoeken', geldt: r => r.handeling === 'zoeken', weg: ['regel'], vrij: true },
  {
    code: 'namens_ander',
    // Who works for a child tells a parent where the child goes: for a representative nobody is 'the own party'.
    geldt: (r, lezer) => r.namens !== null && (lezer.vertegenwoordiger || !lezer.ids.includes(r.namens)),
    weg: ['organisatie', 'functie', 'doel', 'naam'],
    vrij: false,
  },
  {
    code: 'plaats',
    geldt: r =>
      r.organisatie === null ||
      (!VAN_DE_REGIO.has(r.organisatie.soort) &&
        (r.organisatie.soort !== 'gemeente' || r.organisatie.id !== r.houder)),
    weg: ['organisatie'],
    vrij: true,
  },
  {
    code: 'ontvanger',
    geldt: r => r.ontvanger !== null && !TE_NOEMEN.has(r.ontvanger),
    weg: ['ontvanger'],
    vrij: false,
  },
  { code: 'naam', geldt: () => true, weg: ['naam'], vrij: true },
  // An intake worker on some day tells that something was reported; a name or function whom to press.
  {
    code: 'vertegenwoordiger',
    geldt: (_, lezer) => lezer.vertegenwoordiger,
    weg: ['functie', 'naam'],
    vrij: false,
  },
];

/** What the privacy officer shows after all: a rule for one organisation, one user, or as a whole. */
export type Vrijgave = `plaats:${string}` | `naam:${string}` | 'geheim_adres' | 'politie' | 'zoeken';

function isVrij(regel: Weglaatregel, r: Kijkregel, lezer: Lezer, vrijgaven: ReadonlySet<string>): boolean {
  if (!regel.vrij || lezer.vertegenwoordiger) return false;
  if (regel.code === 'plaats') return vrijgaven.has(`plaats:${r.organisatie?.id}`);
  if (regel.code === 'naam') return vrijgaven.has(`naam:${r.gebruiker}`);
  return vrijgaven.has(regel.code);
}

/** Part of the file in words that reveal no part with a rule of its own; everything else is 'dossier'. */
const ONDERDEEL: Readonly<Record<string, string>> = {
  persoon: 'persoon',
  adres: 'persoon',
  veilig_contact: 'persoon',
  huishouden: 'persoon',
  betrekking: 'persoon',
  logboek: 'logboek',
  logboek_naam: 'logboek',
  logboek_organisatie: 'logboek',
};

/** A line as the person concerned gets it. Null in `organisatie`, `naam` and `functie`: withheld. */
export interface Overzichtsregel {
  dag: Temporal.PlainDate;
  /** '09.05 uur', in the Netherlands, of the first and the last. */
  eerste: string;
  laatste: string;
  aantal: number;
  organisatie: string | null;
  functie: string | null;
  naam: string | null;
  handeling: string;
  /** Code of the kind of receiver of what was given on (AVG art. 15 lid 1 onder c). */
  ontvanger: string | null;
  geweigerd: boolean;
  onderdeel: string;
  doel: string | null;
  nood: boolean;
}

export interface Overzicht {
  /** Newest day first, emergency access before the rest of its day. */
  regels: Overzichtsregel[];
  /** For the privacy officer: which rules took what out. Never given to the person concerned. */
  weggelaten: Map<Weglaatcode, number>;
}

function alsRegel(r: Kijkregel, weg: ReadonlySet<Veld>): Overzichtsregel {
  const moment = Temporal.Instant.from(r.tijdstip);
  const tijd = formatTijd(moment.toZonedDateTimeISO('Europe/Amsterdam').toPlainTime());
  return {
    dag: dagInNederland(moment),
    eerste: tijd,
    laatste: tijd,
    aantal: 1,
    organisatie: weg.has('organisatie') ? null : (r.organisatie?.naam ?? null),
    functie: weg.has('functie') ? null : r.rol,
    naam: weg.has('naam') ? null : r.gebruikersnaam,
    handeling: r.handeling,
    ontvanger: weg.has('ontvanger') ? null : r.ontvanger,
    geweigerd: r.uitkomst === 'geweigerd',
    onderdeel: ONDERDEEL[r.deel] ?? 'dossier',
    doel: weg.has('doel') ? null : (r.doel ?? (r.nood ? 'noodtoegang' : null)),
    nood: r.nood,
  };
}

const gelijk = (r: Overzichtsregel): string =>
  JSON.stringify([
    r.dag.toString(),
    r.organisatie,
    r.functie,
    r.naam,
    r.handeling,
    r.ontvanger,
    r.geweigerd,
    r.onderdeel,
    r.doel,
    r.nood,
  ]);

function samen(a: Overzichtsregel, b: Overzichtsregel): Overzichtsregel {
  const tijden = [a.eerste, a.laatste, b.eerste, b.laatste].toSorted();
  return { ...a, aantal: a.aantal + b.aantal, eerste: tijden[0] ?? '', laatste: tijden.at(-1) ?? '' };
}

/**
 * Who looked at this person's data, when and why, as this reader may know it (AVG art. 15; Wmo 2015 art. 5.3.2).
 * Lines of one day that read alike become one; for a representative nothing that a rule takes out is shown after all.
 */
export function maakOverzicht(
  regels: readonly Kijkregel[],
  lezer: Lezer,
  vrijgaven: ReadonlySet<string>,
): Overzicht {
  const weggelaten = new Map<Weglaatcode, number>();
  const perDag = new Map<string, Overzichtsregel>();
  for (const r of regels) {
    const geldend = WEGLAATREGELS.filter(w => w.geldt(r, lezer) && !isVrij(w, r, lezer, vrijgaven));
    for (const w of geldend) weggelaten.set(w.code, (weggelaten.get(w.code) ?? 0) + 1);
    const weg = new Set(geldend.flatMap(w => w.weg));
    if (weg.has('regel')) continue;
    const regel = alsRegel(r, weg);
    const eerder = perDag.get(gelijk(regel));
    perDag.set(gelijk(regel), eerder ? samen(eerder, regel) : regel);
  }
  return { regels: [...perDag.values()].toSorted(volgorde), weggelaten };
}

function volgorde(a: Overzichtsregel, b: Overzichtsregel): number {
  const dag = Temporal.PlainDate.compare(b.dag, a.dag);
  if (dag !== 0) return dag;
  if (a.nood !== b.nood) return a.nood ? -1 : 1;
  return a.eerste < b.eerste ? 1 : a.eerste > b.eerste ? -1 : 0;
}
