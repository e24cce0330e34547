import path from 'node:path';
import { startVerzegelaar, type Verzegelaar } from '#platform/audit/index.ts';
import type { Instellingen } from '#platform/config/index.ts';
import { StartFout } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import {
  type Kluis,
  KluisWeigering,
  leesBestand,
  leesHoofdsleutel,
  maakKluis,
  schrijfHeel,
  schrijfNieuw,
  VOLG_ELKE,
} from '#platform/kluis/index.ts';
import type { Log } from '#platform/log/index.ts';
import {
  maakPostbus,
  maakVerzender,
  type Postbus,
  planMail,
  type Versleutelaar,
} from '#platform/mail/index.ts';
import { maakTaken, type Taken } from '#platform/taken/index.ts';
import type { Databanken } from '../databank.ts';

/** The parts of the platform that rooms stand on. */
export interface Onderbouw {
  kluis: Kluis;
  postbus: Postbus;
  taken: Taken;
  verzegelaar: Verzegelaar;
}

/** Opens the vault by the settings; a wrong or missing master key is said in one line. */
export function openKluis(i: Instellingen, demo: boolean): Kluis {
  try {
    const kluis = maakKluis({ hoofdsleutel: leesHoofdsleutel(i, demo), map: i.sleutelmap });
    kluis.controleer();
    return kluis;
  } catch (e) {
    if (e instanceof KluisWeigering) throw new StartFout(e.message);
    throw e;
  }
}

/** One key closes the outbox: its content is wiped once sent. The key's id stands beside the keys. */
export async function maakMailsleutel(kluis: Kluis, sleutelmap: string): Promise<Versleutelaar> {
  const pad = path.join(sleutelmap, 'mailsleutel');
  const gelezen = () => leesBestand(pad)?.trim() ?? null;
  // Two processes at once: the first writes it. An empty file was cut off in writing: it is made anew.
  if (gelezen() === null) schrijfNieuw(pad, await kluis.nieuweSleutel('mail'));
  if (gelezen() === '') schrijfHeel(pad, await kluis.nieuweSleutel('mail'));
  const id = gelezen() ?? '';
  return {
    versleutel: (tekst, bij) => kluis.versleutel(id, tekst, bij),
    ontsleutel: (cijfer, bij) => kluis.ontsleutel(cijfer, bij),
  };
}

/** While it works, this process learns of a renewal of the master key by another one. */
function volgVernieuwing(kluis: Kluis, log: Log): void {
  const kijk = () => {
    try {
      kluis.volgVernieuwing();
    } catch (err) {
      log.error({ err }, 'hoofdsleutel volgen');
    }
  };
  setInterval(kijk, VOLG_ELKE * 1000).unref();
}

/** Vault, outbox, background work and the sealer of the log. Work starts when `taken.start()` is called. */
export async function maakOnderbouw(o: {
  instellingen: Instellingen;
  databanken: Databanken;
  klok: Klok;
  log: Log;
}): Promise<Onderbouw> {
  const { instellingen: i, databanken, klok, log } = o;
  const kluis = openKluis(i, databanken.demo);
  volgVernieuwing(kluis, log);
  const versleutelaar = await maakMailsleutel(kluis, i.sleutelmap);
  const taken = maakTaken({ verbinding: databanken.taken, log });
  const verzender = maakVerzender({
    db: databanken.app.db,
    versleutelaar,
    klok,
    log,
    smtpUrl: i.smtpUrl,
    afzender: i.afzender,
  });
  planMail(taken, verzender);
  const verzegelaar = startVerzegelaar({
    db: databanken.app.db,
    kluis,
    sleutelmap: i.sleutelmap,
    klok,
    bijFout: err => log.error({ err }, 'verzegelen'),
  });
  return { kluis, postbus: maakPostbus({ versleutelaar, klok }), taken, verzegelaar };
}
