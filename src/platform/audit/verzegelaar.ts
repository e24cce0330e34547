import type { Databank } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { alsEnige, type Kop, verzegel } from './verzegel.ts';
import { maakWortelboek, type Wortelboek } from './wortels.ts';

export interface Verzegelaar {
  /** One round now; signs the head when `teken`. False when another process is the sealer. */
  ronde(teken: boolean): Promise<boolean>;
  /** A last round, signed, and no more after it. */
  stop(): Promise<void>;
}

export interface Verzegelopties {
  /** Pool of the application role. */
  db: Databank;
  kluis: Kluis;
  sleutelmap: string;
  klok: Klok;
  /** Milliseconds between rounds. */
  elke?: number;
  /** Milliseconds within which a new head is signed. */
  tekenElke?: number;
  bijFout?: (fout: unknown) => void;
}

/**
 * Seals the log about every second and signs its head outside the database. May run in every process: an
 * advisory lock lets one at a time do it, and the next takes over when that one ends.
 */
export function startVerzegelaar(o: Verzegelopties): Verzegelaar {
  const { elke = 1000, tekenElke = 15_000, bijFout = () => {} } = o;
  const boek = maakWortelboek(o.sleutelmap, o.kluis);
  const ronde = (teken: boolean) => doeRonde(o, boek, teken);
  let getekend = o.klok.nu();
  let loopt: Promise<unknown> = Promise.resolve();
  const stap = () => {
    const nu = o.klok.nu();
    const teken = nu.since(getekend).total('milliseconds') >= tekenElke;
    if (teken) getekend = nu;
    loopt = ronde(teken).catch(bijFout).finally(plan);
  };
  let wekker: NodeJS.Timeout | null = null;
  let gestopt = false;
  const plan = () => {
    if (!gestopt) wekker = setTimeout(stap, elke).unref();
  };
  plan();
  return {
    ronde,
    stop: async () => {
      gestopt = true;
      if (wekker) clearTimeout(wekker);
      await loopt;
      await ronde(true).catch(bijFout);
    },
  };
}

const wijktAf = (kop: Kop, laatste: Kop | null): boolean =>
  laatste === null ? kop.volgnummer > 0 : laatste.hash !== kop.hash || laatste.ketting !== kop.ketting;

async function doeRonde(o: Verzegelopties, boek: Wortelboek, teken: boolean): Promise<boolean> {
  const uitkomst = await alsEnige(o.db, async db => {
    let ronde = await verzegel(db, o.klok.vandaag());
    while (ronde.meer) ronde = await verzegel(db, o.klok.vandaag());
    // After the commit, never before: a root must not name rows that do not exist.
    if (teken && wijktAf(ronde.kop, boek.laatste())) boek.schrijf(ronde.kop, o.klok.nu());
    return true;
  });
  return uitkomst ?? false;
}
