import type { App } from '#platform/http/index.ts';
import { registreerAdres } from './web/adres.tsx';
import { registreerBekende } from './web/bekende.tsx';
import { registreerBetrekking } from './web/betrekking.tsx';
import { registreerContact } from './web/contact.tsx';
import { registreerDezelfde } from './web/dezelfde.tsx';
import { registreerGezin } from './web/gezin.tsx';
import type { Diensten } from './web/kader.tsx';
import { registreerPersoon } from './web/persoon.tsx';
import { registreerZoek } from './web/zoek.tsx';

export type Gezinopties = Diensten;

/** The room as `app.ts` composes it. */
export interface Gezin {
  /** Adds the pages. */
  registreer(app: App): void;
}

export function maakGezin(o: Gezinopties): Gezin {
  return {
    registreer: app => {
      for (const doe of [
        registreerZoek,
        registreerPersoon,
        registreerContact,
        registreerAdres,
        registreerBetrekking,
        registreerBekende,
        registreerDezelfde,
        registreerGezin,
      ]) {
        doe(app, o);
      }
    },
  };
}
