/** What is followed: the assessment of a report, and the investigation that may follow it. */
export const DOORLOOPSOORTEN = ['veiligheidsbeoordeling', 'onderzoek'] as const;
export type Doorloopsoort = (typeof DOORLOOPSOORTEN)[number];

/**
 * How it ended: with the decision that the term asks for, or in another way before that (withdrawn, turned into advice,
 * handed to another region, death). The other way out competes: what left cannot be decided any more.
 */
export const AFLOPEN = ['afgerond', 'anders_geeindigd'] as const;
export type Afloop = (typeof AFLOPEN)[number];

/** One assessment or investigation, without name or number. */
export interface Doorloop {
  /** CBS code. */
  readonly gemeente: string;
  readonly soort: Doorloopsoort;
  /** Day on which the term started: receipt of the report, or the decision that an investigation is needed. */
  readonly start: Temporal.PlainDate;
  /** Day of the end; null while it runs. */
  readonly eind: Temporal.PlainDate | null;
  /** null while it runs. */
  readonly afloop: Afloop | null;
  /** How many that are alike in all this; 1 when not given. */
  readonly aantal?: number;
}

/** All that started from a day on, as it stood at the end of the day of looking. */
export interface Doorloopstand {
  readonly peildatum: Temporal.PlainDate;
  /** First day from which every start is in it: what started before says nothing about the pace then. */
  readonly instroomVanaf: Temporal.PlainDate;
  readonly bron: string;
  readonly doorlopen: readonly Doorloop[];
}
