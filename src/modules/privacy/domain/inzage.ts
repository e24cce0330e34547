/** Parts of a file that may be given to the person it is about. What is not here is never given. */
export const INZAGESOORTEN = ['persoon', 'adres', 'verklaring', 'notitie', 'document'] as const;
export type Inzagesoort = (typeof INZAGESOORTEN)[number];

/** Why a part is left out, each with the provision it rests on. */
export const WEGLAATGRONDEN = {
  niet_over_hem: 'AVG art. 15 lid 1; Wmo 2015 art. 5.3.2',
  privacy_ander: 'Wmo 2015 art. 5.3.2; AVG art. 15 lid 4',
  belang_kind: 'Wmo 2015 art. 5.3.2',
  taak: 'Wmo 2015 art. 5.3.1 lid 3; UAVG art. 41',
} as const;
export type Weglaatgrond = keyof typeof WEGLAATGRONDEN;

/** A part as it would be given: what may not be given was taken out before anybody here saw it. */
export interface Inzagestuk {
  readonly soort: Inzagesoort;
  readonly id: string;
  readonly versie: number;
  /** ISO day. */
  readonly dag: string;
  /** Code of its kind: of a note, an address or a file; null when there is none. */
  readonly nader: string | null;
  /** Lines of text; empty when it was destroyed. */
  readonly regels: readonly string[];
  /** How often something about another was taken out. */
  readonly weggelaten: number;
}

/** What was chosen for a part, and by whom. */
export interface Inzagekeuze {
  readonly soort: Inzagesoort;
  readonly id: string;
  readonly versie: number;
  readonly keuze: 'meegeven' | 'weglaten';
  readonly grond: Weglaatgrond | null;
  readonly eersteDoor: string;
  readonly tweedeDoor: string | null;
}

type Plaats = Pick<Inzagestuk, 'soort' | 'id' | 'versie'>;

/** Name of the field for the choice on a part; of this version: a choice on what was read before is none. */
export const keuzeveld = (s: Plaats): string => `${s.soort}_${s.id}_${s.versie}`;

/** The choice as a form sends it: 'meegeven', or 'weglaten:' with the ground. */
export const keuzewaarde = (k: Pick<Inzagekeuze, 'keuze' | 'grond'>): string =>
  k.grond === null ? k.keuze : `${k.keuze}:${k.grond}`;

/** Reads what `keuzewaarde` writes; null for everything else. */
export function leesKeuzewaarde(tekst: string): Pick<Inzagekeuze, 'keuze' | 'grond'> | null {
  if (tekst === 'meegeven') return { keuze: 'meegeven', grond: null };
  const [keuze, grond = '', meer] = tekst.split(':');
  const past = keuze === 'weglaten' && meer === undefined && Object.hasOwn(WEGLAATGRONDEN, grond);
  return past ? { keuze: 'weglaten', grond: grond as Weglaatgrond } : null;
}

/** A part with the choice on exactly this version of it; null when that is still to be made. */
export interface Beoordeeld {
  readonly stuk: Inzagestuk;
  readonly keuze: Inzagekeuze | null;
}

export function metKeuzes(stukken: readonly Inzagestuk[], keuzes: readonly Inzagekeuze[]): Beoordeeld[] {
  const perVeld = new Map(keuzes.map(k => [keuzeveld(k), k]));
  return stukken.map(stuk => ({ stuk, keuze: perVeld.get(keuzeveld(stuk)) ?? null }));
}

/** How far the work is: 'gereed' when two people chose on every part as it stands now. */
export function inzagestand(delen: readonly Beoordeeld[]): 'kiezen' | 'akkoord' | 'gereed' {
  if (delen.some(d => d.keuze === null)) return 'kiezen';
  return delen.every(d => d.keuze?.tweedeDoor) ? 'gereed' : 'akkoord';
}
