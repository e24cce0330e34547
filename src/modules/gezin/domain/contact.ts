export const ANTWOORDEN = ['ja', 'nee', 'onbekend'] as const;
export type Antwoord = (typeof ANTWOORDEN)[number];

export const WIJZEN = ['bellen', 'schrijven', 'mailen'] as const;
/** A way of reaching somebody: by phone or text message, by letter, by mail. */
export type Wijze = (typeof WIJZEN)[number];

/** How a person can be reached without danger, as he or she told it. */
export interface VeiligContact {
  readonly bellen: Antwoord;
  readonly schrijven: Antwoord;
  readonly mailen: Antwoord;
  /** Does somebody else read or listen along? */
  readonly leestMee: Antwoord;
  /** ISO 639; null is not asked. */
  readonly taal: string | null;
  readonly tolk: boolean;
  /** Where, when, who reads along. */
  readonly toelichting: string;
}

export interface VastgesteldContact extends VeiligContact {
  readonly versie: number;
  /** ISO day on which it was discussed. */
  readonly vastgesteldOp: string;
  readonly door: string | null;
}
