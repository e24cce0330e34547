import type { Pool, Transactie } from '#platform/db/index.ts';
import type { App } from '#platform/http/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import { beschermInProces, bewijsInProces } from '#platform/oplosser/index.ts';
import { onderSlot, type Taken } from '#platform/taken/index.ts';
import { bewaakRegios, VROEGSIGNAALTAAK } from './usecases/bewaak-regios.ts';
import { laadSjablonen } from './usecases/documentsjablonen.ts';
import { type Invoermap, werkInvoermapBij } from './usecases/invoermap.ts';
import { laadCijfers, laadReferentie } from './usecases/laad-referentie.ts';
import { listOnafWerk, rekenDoor } from './usecases/reken-publicatie-door.ts';
import { stuurWeekberichten, WEEKBERICHTTAAK, type Weekberichtlening } from './usecases/weekbericht.ts';
import type { Gemeentepanelen } from './web/pages/gemeente.tsx';
import {
  registreerDocumenten,
  registreerPublicaties,
  registreerPubliek,
  registreerWerk,
  type StuurRekenwerk,
} from './web/routes.tsx';

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
  /** Called when figures came in or were taken back; the daily round does the rest when it is left out. */
  naInlezen?: () => Promise<void>;
  /** Asks for a draft release to be protected and proved at once (`rekentaken`); without it the draft waits its turn. */
  stuur?: StuurRekenwerk;
}

const REKENTAAK = 'publicatie_doorrekenen';
const HERVATTAAK = 'publicatie_hervatten';

/**
 * The background work of releases, in a process of its own. A stop in the middle loses at most a few lines of proof: at
 * every start, and every quarter of an hour, what was left is asked for again. The queue may still hold the work of a
 * process that was killed, and two may ask for the same: a lock that dies with its process lets one of them do it, since
 * a second would take away what the first has kept. Gives what asks for it.
 */
export function rekentaken(taken: Taken, pool: Pool, klok: Klok): StuurRekenwerk {
  const lening = {
    db: pool.db,
    vandaag: () => klok.vandaag(),
    bescherm: beschermInProces,
    bewijs: bewijsInProces,
  };
  const stuur = async (id: string) => void (await taken.stuur(REKENTAAK, { id }));
  taken.registreer(
    REKENTAAK,
    (lading, { signaal }) => {
      const id = String(lading['id'] ?? '');
      return onderSlot(pool, `${REKENTAAK}:${id}`, verloren =>
        rekenDoor(lening, id, AbortSignal.any([signaal, verloren])),
      );
    },
    { maxDuur: 3600 },
  );
  taken.registreer(
    HERVATTAAK,
    async () => {
      for (const id of await listOnafWerk(lening)) await stuur(id);
    },
    { maxDuur: 60, eenTegelijk: true, bijStart: true },
  );
  taken.plan(HERVATTAAK, '*/15 * * * *');
  return stuur;
}

/** Makes the room. */
export function maakDatalab(opties: Datalabopties): Datalab {
  return {
    async laad(tx, meld) {
      await laadReferentie(tx, meld);
      await laadCijfers(tx, opties.nu(), meld);
      await laadSjablonen(tx, meld);
    },
    registreer(app) {
      registreerPubliek(app, opties.panelen ?? (() => []));
      registreerWerk(app, opties.naInlezen ?? (async () => {}));
      registreerDocumenten(app);
      registreerPublicaties(app, opties.stuur ?? (async () => {}));
    },
  };
}

const INVOERTAAK = 'cijfers_uit_map';

/** Imports the files of the folder every five minutes, one process at a time. */
export function planInvoermap(taken: Taken, m: Invoermap): void {
  taken.registreer(INVOERTAAK, (_, { signaal }) => werkInvoermapBij(m, signaal), { eenTegelijk: true });
  taken.plan(INVOERTAAK, '*/5 * * * *');
}
/** Every morning, and after each import, the watch; on Monday the message that there is something new. */
export function registreerDatalabtaken(taken: Taken, l: Weekberichtlening, klok: Klok): void {
  const moment = () => ({ vandaag: klok.vandaag(), nu: klok.nu() });
  taken.registreer(VROEGSIGNAALTAAK, () => bewaakRegios(l.db, moment()), { eenTegelijk: true });
  taken.plan(VROEGSIGNAALTAAK, '35 5 * * *');
  taken.registreer(WEEKBERICHTTAAK, () => stuurWeekberichten(l, moment()), { eenTegelijk: true });
  taken.plan(WEEKBERICHTTAAK, '30 6 * * 1');
}

export { VROEGSIGNAALTAAK };
