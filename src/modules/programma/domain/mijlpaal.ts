import type { Overgangstabel } from '#kern/toestand/index.ts';
import { leesDeeldatum, leesKwartaal } from './deeldatum.ts';
import type { Status } from './keuzes.ts';
import { type Onderdeel, tekst } from './programma.ts';

export type Mijlpaalhandeling =
  | 'start'
  | 'meld_gereed'
  | 'meld_vertraagd'
  | 'hervat'
  | 'laat_vervallen'
  | 'heropen';
export type Mijlpaalrol = 'projectleider' | 'beleidsmedewerker';

const leiding = ['projectleider'] as const;

/**
 * The life of a milestone, and of an action in one municipality. Whoever lets it slip, drop or come back says
 * why; the history keeps who said so and when. Nothing is final: what was done or dropped by mistake is taken up
 * again.
 */
export const MIJLPAALTABEL: Overgangstabel<Status, Mijlpaalhandeling, Mijlpaalrol, 'reden'> = {
  gepland: {
    start: { naar: 'loopt', door: leiding },
    meld_gereed: { naar: 'gereed', door: leiding },
    meld_vertraagd: { naar: 'vertraagd', door: leiding, vereist: ['reden'] },
    laat_vervallen: { naar: 'vervallen', door: leiding, vereist: ['reden'] },
  },
  loopt: {
    meld_gereed: { naar: 'gereed', door: leiding },
    meld_vertraagd: { naar: 'vertraagd', door: leiding, vereist: ['reden'] },
    laat_vervallen: { naar: 'vervallen', door: leiding, vereist: ['reden'] },
  },
  vertraagd: {
    // It may slip again: every slip has its own reason and new date in the history.
    meld_vertraagd: { naar: 'vertraagd', door: leiding, vereist: ['reden'] },
    hervat: { naar: 'loopt', door: leiding },
    meld_gereed: { naar: 'gereed', door: leiding },
    laat_vervallen: { naar: 'vervallen', door: leiding, vereist: ['reden'] },
  },
  gereed: { heropen: { naar: 'loopt', door: leiding, vereist: ['reden'] } },
  vervallen: { heropen: { naar: 'gepland', door: leiding, vereist: ['reden'] } },
};

/** How a milestone stands today. `status` null: the source gives none and nobody has said so here. */
export interface Stand {
  status: Status | null;
  /** Its last day is behind us and it is neither done nor dropped. */
  verstreken: boolean;
  /** The period in which it is due; null when the source gives none. */
  van: Temporal.PlainDate | null;
  tot: Temporal.PlainDate | null;
}

const AF: readonly (Status | null)[] = ['gereed', 'vervallen'];

/** The stand of a milestone on a day. A day or month in the source is more precise than its quarter. */
export function standVan(mijlpaal: Onderdeel, vandaag: Temporal.PlainDate): Stand {
  const status = (tekst(mijlpaal, 'status') || null) as Status | null;
  const datum = leesDeeldatum(tekst(mijlpaal, 'datum'));
  const kwartaal = leesKwartaal(tekst(mijlpaal, 'kwartaal'));
  const einde = leesKwartaal(tekst(mijlpaal, 'kwartaalTot'));
  const van = datum?.eerste ?? kwartaal?.eerste ?? null;
  const tot = einde?.laatste ?? datum?.laatste ?? kwartaal?.laatste ?? null;
  const verstreken = tot !== null && Temporal.PlainDate.compare(tot, vandaag) < 0 && !AF.includes(status);
  return { status, verstreken, van, tot };
}

/** Milestones that are still to come, soonest first; those without a date last. */
export function eerstvolgende(
  mijlpalen: readonly Onderdeel[],
  vandaag: Temporal.PlainDate,
): { mijlpaal: Onderdeel; stand: Stand }[] {
  return mijlpalen
    .map(mijlpaal => ({ mijlpaal, stand: standVan(mijlpaal, vandaag) }))
    .filter(({ stand }) => !AF.includes(stand.status) && !stand.verstreken && stand.tot !== null)
    .sort((a, b) =>
      Temporal.PlainDate.compare(a.stand.tot as Temporal.PlainDate, b.stand.tot as Temporal.PlainDate),
    );
}

/** Milestones whose day has passed without anyone saying that they are done. */
export function verstreken(
  mijlpalen: readonly Onderdeel[],
  vandaag: Temporal.PlainDate,
): { mijlpaal: Onderdeel; stand: Stand }[] {
  return mijlpalen
    .map(mijlpaal => ({ mijlpaal, stand: standVan(mijlpaal, vandaag) }))
    .filter(({ stand }) => stand.verstreken || stand.status === 'vertraagd');
}
