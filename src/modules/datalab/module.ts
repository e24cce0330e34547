import type { Transactie } from '#platform/db/index.ts';
import type { App } from '#platform/http/index.ts';
import { laadCijfers, laadReferentie } from './usecases/laad-referentie.ts';
import type { Gemeentepanelen } from './web/pages/gemeente.tsx';
import { registreerPubliek, registreerWerk } from './web/routes.tsx';

/** The room of the figures, as `app.ts` composes it. */
export interface Datalab {
  /** Brings everything in gegevens/ as actor `stelsel:inlezen`; running it again changes nothing. */
  laad(tx: Transactie, meld: (tekst: string) => void): Promise<void>;
  /** Adds the pages. */
  registreer(app: App): void;
}

export interface Datalabopties {
  nu(): Temporal.Instant;
  /** What other rooms add to the page of a municipality. */
  panelen?: Gemeentepanelen;
}

/** Makes the room. */
export function maakDatalab(opties: Datalabopties): Datalab {
  return {
    async laad(tx, meld) {
      await laadReferentie(tx, meld);
      await laadCijfers(tx, opties.nu(), meld);
    },
    registreer(app) {
      registreerPubliek(app, opties.panelen ?? (() => []));
      registreerWerk(app);
    },
  };
}
