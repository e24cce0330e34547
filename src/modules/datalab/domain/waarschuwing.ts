import type { Bewakingsmethode, Kant } from '#kern/statistiek/index.ts';
import type { Overgangstabel } from '#kern/toestand/index.ts';
import type { Plaats } from './plaats.ts';

export type Waarschuwingstand = 'nieuw' | 'in_onderzoek' | 'afgedaan';
export type Waarschuwinghandeling = 'neem_op' | 'neem_over' | 'rond_af' | 'heropen';
export type Waarschuwingrol = 'projectleider' | 'datalab_analist';
export type Waarschuwingveld = 'uitkomst' | 'notitie';

/** What a warning turned out to be. */
export const UITKOMSTEN = ['echt', 'verklaarbaar', 'vals_alarm', 'gegevensfout'] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];

const BEIDE: readonly [Waarschuwingrol, Waarschuwingrol] = ['projectleider', 'datalab_analist'];

/** A warning is somebody's before it is done with, and it is done with only with an outcome and a note. */
export const WAARSCHUWINGTABEL: Overgangstabel<
  Waarschuwingstand,
  Waarschuwinghandeling,
  Waarschuwingrol,
  Waarschuwingveld
> = {
  nieuw: { neem_op: { naar: 'in_onderzoek', door: BEIDE } },
  in_onderzoek: {
    neem_over: { naar: 'in_onderzoek', door: BEIDE },
    rond_af: { naar: 'afgedaan', door: BEIDE, vereist: ['uitkomst', 'notitie'] },
  },
  afgedaan: { heropen: { naar: 'in_onderzoek', door: BEIDE, vereist: ['notitie'] } },
};

/** A sign that a series rose or fell, and what people made of it. */
export interface Waarschuwing {
  readonly id: string;
  readonly regio: string;
  readonly plaats: Plaats;
  readonly indicator: string;
  readonly methode: Bewakingsmethode;
  readonly kant: Kant;
  readonly sinds: string;
  readonly periode: string;
  readonly geteld: number;
  readonly verwacht: number;
  /** False alarms a year expected of all watched series of the region when it came. */
  readonly loosPerJaar: number;
  readonly toestand: Waarschuwingstand;
  readonly uitkomst: Uitkomst | null;
  readonly notitie: string | null;
  readonly behandelaar: string | null;
  readonly behandelaarRol: Waarschuwingrol | null;
  readonly gemaakt: string;
  readonly versie: number;
}
