/** Parts of a file that may be given to the person it is about. What is not here is never given. */
export const INZAGESOORTEN = ['persoon', 'adres', 'huishouden', 'verklaring', 'notitie', 'document'] as const;
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
  /** Sentences that were taken out by hand, as `lakcode` writes them. */
  readonly lakking: readonly string[];
  /** Id of the edited file that goes instead of the document. */
  readonly bestand: string | null;
  readonly eersteDoor: string;
  readonly tweedeDoor: string | null;
}

type Plaats = Pick<Inzagestuk, 'soort' | 'id' | 'versie'>;

/** Name of the field for the choice on a part; of this version: a choice on what was read before is none. */
export const keuzeveld = (s: Plaats): string => `${s.soort}_${s.id}_${s.versie}`;

/** What goes and what does not, whatever it is a choice on. */
export type Gekozen = Pick<Inzagekeuze, 'keuze' | 'grond' | 'lakking' | 'bestand'>;

/** The choice as the list of choices sends it: 'meegeven', 'weglaten:' with the ground, or 'bewerkt:' with the file. */
export const keuzebasis = (k: Gekozen): string => {
  if (k.bestand !== null) return `bewerkt:${k.bestand}`;
  return k.grond === null ? k.keuze : `${k.keuze}:${k.grond}`;
};

/** The whole choice in one text, with what was taken out by hand: what a second human saw. */
export const keuzewaarde = (k: Gekozen): string => [keuzebasis(k), ...k.lakking].join('+');

export const isWeglaatgrond = (code: string): code is Weglaatgrond => Object.hasOwn(WEGLAATGRONDEN, code);

/** Reads what `keuzebasis` writes; null for everything else. */
export function leesKeuzewaarde(tekst: string): Gekozen | null {
  const basis = { grond: null, lakking: [], bestand: null };
  if (tekst === 'meegeven') return { ...basis, keuze: 'meegeven' };
  const [keuze, rest = '', meer] = tekst.split(':');
  if (meer !== undefined) return null;
  if (keuze === 'bewerkt' && /^[0-9a-f-]{36}$/.test(rest))
    return { ...basis, keuze: 'meegeven', bestand: rest };
  return keuze === 'weglaten' && isWeglaatgrond(rest) ? { ...basis, keuze: 'weglaten', grond: rest } : null;
}

/** A part with the choice on exactly this version of it; null when that is still to be made. */
export interface Beoordeeld {
  readonly stuk: Inzagestuk;
  readonly keuze: Inzagekeuze | null;
  /** The lines as they go by this choice: without what was taken out by hand. */
  readonly regels: readonly string[];
}

/**
 * Parts with their choices. `lak` gives the lines that are left by a choice, null when it was made on another text: then
 * there is no choice.
 */
export function metKeuzes(
  stukken: readonly Inzagestuk[],
  keuzes: readonly Inzagekeuze[],
  lak: (stuk: Inzagestuk, keuze: Inzagekeuze) => readonly string[] | null = stuk => stuk.regels,
): Beoordeeld[] {
  const perVeld = new Map(keuzes.map(k => [keuzeveld(k), k]));
  return stukken.map(stuk => {
    const keuze = perVeld.get(keuzeveld(stuk));
    const regels = keuze ? lak(stuk, keuze) : null;
    return keuze && regels ? { stuk, keuze, regels } : { stuk, keuze: null, regels: stuk.regels };
  });
}

/** How far the work is: 'gereed' when two people chose on every part as it stands now. */
export function inzagestand(delen: readonly Beoordeeld[]): 'kiezen' | 'akkoord' | 'gereed' {
  if (delen.some(d => d.keuze === null)) return 'kiezen';
  return delen.every(d => d.keuze?.tweedeDoor) ? 'gereed' : 'akkoord';
}
