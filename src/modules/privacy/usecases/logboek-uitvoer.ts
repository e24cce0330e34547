import { uitvoerTekst } from '#modules/toegang/index.ts';
import { LOGBOEKLEZER } from '#platform/audit/index.ts';
import { type Databank, metActor } from '#platform/db/index.ts';
import { type Logboekvraag, leesLogboek } from './logboek.ts';

/**
 * The log of one file or person concerned as JSON lines of the standard Logboek dataverwerkingen, for who runs the
 * installation. Holds codes and ids only; that it was taken out is logged. Empty text when there is nothing.
 */
export function voerLogboekUit(
  db: Databank,
  vandaag: Temporal.PlainDate,
  vraag: Logboekvraag,
): Promise<string> {
  return metActor(db, LOGBOEKLEZER, vandaag, async tx =>
    uitvoerTekst(await leesLogboek(tx, vraag, 'uitvoeren')),
  );
}
