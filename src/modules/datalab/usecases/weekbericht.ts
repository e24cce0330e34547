import { type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import { meldNieuwe } from '../db/waarschuwing-opslag.ts';
import { type Moment, SIGNALEERDER } from './bewaak-regios.ts';
import { listRegios } from './gegevensbestanden.ts';
import { weekberichtTekst } from './weekbericht-teksten.ts';

/** The work that tells, once a week, that there are new warnings. */
export const WEEKBERICHTTAAK = 'datalab_weekbericht';

/** What the message borrows: addresses from the room of access, the outbox from the platform. */
export interface Weekberichtlening {
  db: Databank;
  adressenVoor(
    rol: 'projectleider' | 'datalab_analist',
    regio: string,
  ): Promise<readonly { persoonId: string; email: string }[]>;
  /** Puts a message in the outbox within this transaction. */
  stuurMail(
    tx: Transactie,
    bericht: { soort: string; aan: string; onderwerp: string; inhoud: string },
  ): Promise<unknown>;
  basisUrl: string | null;
}

async function adressenVan(l: Weekberichtlening, regio: string): Promise<string[]> {
  const leiders = await l.adressenVoor('projectleider', regio);
  const analisten = await l.adressenVoor('datalab_analist', regio);
  return [...new Map([...leiders, ...analisten].map(a => [a.persoonId, a.email])).values()];
}

/**
 * Tells project leaders and analysts of a region how many warnings are new since the last message, with the way to the
 * page. No place, indicator or figure is in it: mail is read by others. Without anyone to tell, or anything to tell,
 * nothing is sent and nothing is marked as told. Gives the number of messages.
 */
export async function stuurWeekberichten(l: Weekberichtlening, m: Moment): Promise<number> {
  let verzonden = 0;
  for (const regio of listRegios()) {
    const adressen = await adressenVan(l, regio.id);
    if (adressen.length === 0) continue;
    verzonden += await metActor(l.db, SIGNALEERDER, m.vandaag, async tx => {
      const aantal = await meldNieuwe(tx, regio.id, m.nu);
      if (aantal === 0) return 0;
      const bericht = weekberichtTekst({ regioNaam: regio.naam, aantal, basisUrl: l.basisUrl });
      for (const aan of adressen)
        await l.stuurMail(tx, { soort: 'weekbericht_waarschuwingen', aan, ...bericht });
      return adressen.length;
    });
  }
  return verzonden;
}
