import { CompiledQuery, type Kysely, type Transaction } from 'kysely';

/** Who acts. Absence denies: no actor, no rows. 'publiek' is the explicit actor of anonymous visitors. */
export type Actor =
  | { soort: 'publiek' }
  | { soort: 'persoon'; id: string }
  | { soort: 'stelsel'; taak: string };

// The tables of each room are known to that room only; it names them with `tx.withTables<...>()`.
// biome-ignore lint/complexity/noBannedTypes: an empty schema is what is meant here
export type Tabellen = {};
export type Databank = Kysely<Tabellen>;
export type Transactie = Transaction<Tabellen>;

export const PUBLIEK: Actor = { soort: 'publiek' };

/** The text form that row policies read (setting `la.actor`). */
export function actorTekst(actor: Actor): string {
  switch (actor.soort) {
    case 'publiek':
      return 'publiek';
    case 'persoon':
      return `persoon:${actor.id}`;
    case 'stelsel':
      return `stelsel:${actor.taak}`;
  }
}

/** Sets the actor and the day of this transaction: what row security reads. */
export const ZET_ACTOR = "select set_config('la.actor', $1, true), set_config('la.vandaag', $2, true)";

/**
 * Runs `werk` in one transaction in which row security knows the actor and the day. The settings are local
 * to the transaction: afterwards the connection belongs to nobody again.
 */
export function metActor<T>(
  db: Databank,
  actor: Actor,
  vandaag: Temporal.PlainDate,
  werk: (tx: Transactie) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async tx => {
    await tx.executeQuery(CompiledQuery.raw(ZET_ACTOR, [actorTekst(actor), vandaag.toString()]));
    return werk(tx);
  });
}
