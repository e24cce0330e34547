import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import type { Kluis, Wislijst } from '#platform/kluis/index.ts';

/** What erasing stands on. */
export interface Wisdiensten {
  db: Databank;
  klok: Klok;
  kluis: Kluis;
  wislijst: Wislijst;
}

export const VERNIETIGER: Actor = { soort: 'stelsel', taak: 'vernietigen' };

/** One transaction of the system. */
export const alsStelsel = <T>(d: Wisdiensten, werk: (tx: Transactie) => Promise<T>): Promise<T> =>
  metActor(d.db, VERNIETIGER, d.klok.vandaag(), werk);

/** What the pages stand on, besides what a request carries. */
export interface Privacydiensten extends Wisdiensten {
  /** Asks for destruction to be carried out now; null without background work. */
  voerUit: (() => Promise<unknown>) | null;
}
