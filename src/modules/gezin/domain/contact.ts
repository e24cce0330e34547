export const ANTWOORDEN = ['ja', 'nee', 'onbekend'] as const;
export type Antwoord = (typeof ANTWOORDEN)[number];

export const WIJZEN = ['bellen', 'schrijven', 'mailen'] as const;
/** A way of reaching somebody: by phone or text message, by letter, by mail. */
export type Wijze = (typeof WIJZEN)[number];

/**
 * May somebody be reached in this way? 'geen': he has no telephone or no mailbox, as he or who cares for him says. That
 * is something else than not known. Nobody is without a door, so a letter has no such answer.
 */
export const MAGCODES = ['ja', 'nee', 'onbekend', 'geen'] as const;
export type Mag = (typeof MAGCODES)[number];
export const magcodesVoor = (wijze: Wijze): readonly Mag[] => (wijze === 'schrijven' ? ANTWOORDEN : MAGCODES);

/**
 * Who reads or listens along: nobody as far as the person knows; a party in a file about him; somebody else, also when
 * it is not known who; or it was not asked or not known whether anybody does.
 */
export const MEELEZERS = ['niemand', 'partij', 'ander', 'onbekend'] as const;
export type Meelezer = (typeof MEELEZERS)[number];

export const WEEKDAGEN = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const;
export type Weekdag = (typeof WEEKDAGEN)[number];

/**
 * Parts of a day by the hour at which they begin and end, in the Netherlands; at night nobody is called. A choice of this
 * house: no source gives hours.
 */
export const DAGDELEN = { ochtend: [6, 12], middag: [12, 18], avond: [18, 23] } as const;
export type Dagdeel = keyof typeof DAGDELEN;
export const DAGDEELCODES = Object.keys(DAGDELEN) as readonly Dagdeel[];

/** One way of reaching somebody, as he told it. */
export interface Contactweg {
  readonly mag: Mag;
  /** Number or mailbox; of a letter the id of one of his addresses. '' is the one with his details. */
  readonly waar: string;
  /** Days and parts of the day on which it is safe; empty is no day or part singled out. */
  readonly dagen: readonly Weekdag[];
  readonly dagdelen: readonly Dagdeel[];
  /** When and how, in his words. */
  readonly wanneer: string;
  readonly mee: Meelezer;
  /** Only with 'partij'; null then is a party who was erased. */
  readonly meePersoon: string | null;
  /** Remark on who reads or listens along. */
  readonly meeWie: string;
}
export type Wegen = Readonly<Record<Wijze, Contactweg>>;

/** How a person can be reached without danger, as he or she told it. */
export interface VeiligContact {
  readonly wegen: Wegen;
  /** ISO 639; null is not asked. */
  readonly taal: string | null;
  readonly tolk: boolean;
}

export interface VastgesteldContact extends VeiligContact {
  /** What was noted in one text before there were fields for where, when and who; '' when that was worked in. */
  readonly eerderGenoteerd: string;
  readonly versie: number;
  /** ISO day on which it was discussed. */
  readonly vastgesteldOp: string;
  readonly door: string | null;
}

/** A way of which nothing is known yet. */
export const LEGE_WEG: Contactweg = {
  mag: 'onbekend',
  waar: '',
  dagen: [],
  dagdelen: [],
  wanneer: '',
  mee: 'onbekend',
  meePersoon: null,
  meeWie: '',
};

/** The three ways, each made by `maak`. */
export const perWijze = <T>(maak: (wijze: Wijze) => T): Record<Wijze, T> => ({
  bellen: maak('bellen'),
  schrijven: maak('schrijven'),
  mailen: maak('mailen'),
});

/**
 * Is this moment (in the Netherlands) one of those that the person called safe? Where no day or part was singled out, every
 * one is; the words in `wanneer` are for the reader.
 */
export function isVeiligMoment(
  weg: Pick<Contactweg, 'dagen' | 'dagdelen'>,
  moment: Temporal.PlainDateTime,
): boolean {
  const dag = WEEKDAGEN[moment.dayOfWeek - 1];
  const deel = DAGDEELCODES.find(d => moment.hour >= DAGDELEN[d][0] && moment.hour < DAGDELEN[d][1]);
  return (
    (weg.dagen.length === 0 || (dag !== undefined && weg.dagen.includes(dag))) &&
    (weg.dagdelen.length === 0 || (deel !== undefined && weg.dagdelen.includes(deel)))
  );
}
