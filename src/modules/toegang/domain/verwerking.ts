/** What was done with personal data (NEN 7513:2018: the event). */
export const HANDELINGEN = [
  'inzien',
  'lijst',
  'zoeken',
  'vastleggen',
  'wijzigen',
  'verwijderen',
  'uitvoeren',
  'afdrukken',
  'delen',
  'noodtoegang',
  'toegang_geven',
  'toegang_nemen',
] as const;
export type Handeling = (typeof HANDELINGEN)[number];

/** One act with personal data, in codes and ids only. */
export interface Verwerking {
  handeling: Handeling;
  /** Code of the kind of record, such as 'casus' or 'persoon'. */
  soort: string;
  /** Opaque id of the record; null for a list or a search. */
  object: string | null;
  /** File in which it happened; null when there is none. */
  dossier: string | null;
  /** Persons whose data was seen or changed. */
  betrokkenen?: readonly string[];
  /** Code of the processing activity in the register (AVG art. 30), such as 'casusvoering'. */
  activiteit: string;
  uitkomst?: 'toegestaan' | 'geweigerd';
  /** Code of the reason of a refusal. */
  reden?: string | null;
  /** SHA-256 (32 bytes) of the ciphertext that was read or written. */
  inhoudHash?: Buffer | null;
}

/**
 * What the log holds beside the act. Everything but `activiteit`, `mensen`, `deel` and `record` is looked up by the
 * database, never given by who acts.
 */
export interface Verwerkingdetails {
  activiteit: string;
  dossier?: string;
  /** Organisation that holds the file, or the person when there is no file: the controller. */
  houder?: string;
  /** Organisation on whose behalf the user acted: who answers for him. */
  organisatie?: string;
  rol?: string;
  /** Rule by which it was allowed. */
  regel: 'relatie' | 'noodtoegang' | 'rol' | 'stelsel' | 'geen';
  doel?: string;
  grond?: string;
  /** Party for whom the user works. */
  namens?: string;
  /** Relation or emergency access on which he stood. */
  relatie?: string;
  nood: boolean;
  /** Access point: the application, or a task of the system. Never an address of a device. */
  punt: 'toepassing' | 'taak';
  /** Milliseconds from the start of the transaction. */
  duur: number;
  /** Only on the row of the act: how many persons it concerned. */
  mensen?: number;
  /** Only on the row of a person: the row of the act, and the record in which he was seen. */
  bij?: string;
  deel?: string;
  record?: string;
}

/** A row of the log of use as it is read. `object` is the person concerned where `soort` is 'betrokkene'. */
export interface Verwerkingregel {
  id: string;
  /** Order within one moment; to read on from this row. */
  volgorde: number;
  xid: string;
  /** ISO, in UTC, to the microsecond. */
  tijdstip: string;
  /** 'publiek', 'persoon:<id>' or 'stelsel:<task>'. */
  actor: string;
  handeling: string;
  soort: string;
  object: string | null;
  uitkomst: 'toegestaan' | 'geweigerd';
  reden: string | null;
  details: Verwerkingdetails;
}

const OBJECT = /^[A-Za-z0-9_.:-]{1,64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Is this text an id as this system makes them? */
export const isKenmerk = (tekst: string): boolean => UUID.test(tekst);

/**
 * The act as the database takes it. What stands in an address may be anything: an id that is none is left out, so
 * that a refused request is always logged.
 */
export function alsLogvorm(v: Verwerking): Record<string, unknown> {
  return {
    handeling: v.handeling,
    soort: v.soort,
    object: v.object !== null && OBJECT.test(v.object) ? v.object : null,
    dossier: v.dossier !== null && isKenmerk(v.dossier) ? v.dossier : null,
    betrokkenen: (v.betrokkenen ?? []).filter(isKenmerk),
    activiteit: v.activiteit,
    uitkomst: v.uitkomst ?? 'toegestaan',
    reden: v.reden ?? null,
    hash: v.inhoudHash?.toString('hex') ?? null,
  };
}
