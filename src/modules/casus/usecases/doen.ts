import { geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { BeginKennisgeving } from '#modules/gezin/index.ts';
import {
  type Handeling,
  isKenmerk,
  type Lidmaatschap,
  legWeigeringVast,
  type Verwerking,
} from '#modules/toegang/index.ts';
import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { findCasus, zietDossier } from '../db/casussen.ts';
import type { Casus } from '../domain/casus.ts';

/** Who does something, when, with which rights, and the vault. Every use case of this room takes one. */
export interface Doen {
  db: Databank;
  kluis: Kluis;
  actor: Actor;
  lidmaatschappen: readonly Lidmaatschap[];
  vandaag: Temporal.PlainDate;
  nu: Temporal.Instant;
  demo: boolean;
  /** Lent by the room of privacy: whoever is recorded in a file must hear of it in time. */
  beginKennisgeving: BeginKennisgeving;
}

/** The activity under which this room's acts stand in the register of processing (AVG art. 30). */
export const ACTIVITEIT = 'casusvoering';
/** An id that is none leads to the same work as one of a file that is not there. */
const GEEN = '00000000-0000-0000-0000-000000000000';

export const kenmerk = (id: string): string => (isKenmerk(id) ? id.toLowerCase() : GEEN);

/** An act on a record of a file, for the log of use. */
export function verwerking(
  handeling: Handeling,
  soort: string,
  dossier: string | null,
  meer: Partial<Verwerking> = {},
): Verwerking {
  return { handeling, soort, object: null, dossier, activiteit: ACTIVITEIT, ...meer };
}

/** Runs in one transaction in which row security knows the actor. */
export const alsActor = <T>(d: Doen, werk: (tx: Transactie) => Promise<T>): Promise<T> =>
  metActor(d.db, d.actor, d.vandaag, werk);

/** Logs that something was asked for and not given, and gives the one answer for absent and forbidden. */
export async function weiger(d: Doen, v: Verwerking): Promise<Result<never>> {
  await legWeigeringVast(d.db, d.actor, d.vandaag, { ...v, reden: v.reden ?? 'niet_gevonden' });
  return geweigerd(nietGevonden());
}

/**
 * Runs `werk` in the transaction in which the file was found to be the actor's. Absent, forbidden and barred take the
 * same steps to the same answer: one question to the access functions, a refusal in the log, `niet_gevonden`. When
 * `werk` refuses, its transaction is undone; `niet_gevonden` of a part is logged as a refusal too.
 */
export async function metDossier<T, F extends Weigering>(
  d: Doen,
  id: string,
  wat: { handeling: Handeling; soort: string; object?: string | null },
  werk: (tx: Transactie, casus: Casus) => Promise<Result<T, F | Weigering>>,
): Promise<Result<T, F | Weigering>> {
  const dossier = kenmerk(id);
  const gevraagd = verwerking(wat.handeling, wat.soort, dossier, { object: wat.object ?? dossier });
  try {
    const uit = await alsActor(d, async tx => {
      const casus = (await zietDossier(tx, dossier)) ? await findCasus(tx, dossier) : null;
      const r: Result<T, F | Weigering> = casus ? await werk(tx, casus) : geweigerd(nietGevonden());
      if (!r.ok) throw new Teruggedraaid(r.weigering);
      return r;
    });
    return uit;
  } catch (e) {
    if (!(e instanceof Teruggedraaid)) throw e;
    if (e.weigering.code === 'niet_gevonden') return weiger(d, gevraagd);
    return geweigerd(e.weigering as F);
  }
}

/** Carries a refusal out of a transaction, so that what was written before it is undone. */
export class Teruggedraaid extends Error {
  readonly weigering: Weigering;
  constructor(w: Weigering) {
    super(w.code);
    this.weigering = w;
  }
}
