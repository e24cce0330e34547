import { logGebruik } from '#platform/audit/index.ts';
import type { Instellingen } from '#platform/config/index.ts';
import { type Actor, metActor, type Pool, type Transactie } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { Log } from '#platform/log/index.ts';
import { type Aanmeldkern, maakAanmeldkern } from '../db/aanmeldkern.ts';
import { maakAccounts } from '../db/accounts.ts';
import { maakBewaardeVerzoeken } from '../db/bewaarde-verzoeken.ts';
import { maakLinks } from '../db/links.ts';
import { maakOidcDiensten } from '../db/oidc-diensten.ts';
import { maakOidcVragen } from '../db/oidc-vragen.ts';
import { maakPersonen } from '../db/personen.ts';
import { maakRem } from '../db/rem.ts';
import { maakSessies } from '../db/sessies.ts';
import { maakTweedeStap } from '../db/tweede-stap.ts';
import type { Gebied } from '../domain/subregio.ts';
import type { Dossierlening } from './dossierlening.ts';

/** A message to be sent, put in the outbox within the transaction of the act that causes it. */
export interface Postbak {
  zetInWachtrij(
    tx: Transactie,
    bericht: { soort: string; aan: string; onderwerp: string; inhoud: string },
  ): Promise<unknown>;
}

/** What happened to access, in neutral words for the log of use. Never a name, an address or a code. */
export interface Toegangsgebeurtenis {
  handeling: string;
  /** Who acted; null when nobody was signed in. */
  door: string | null;
  /** Whose access it was about; null when unknown. */
  persoonId: string | null;
  gelukt: boolean;
}

export interface ToegangOpties {
  app: Pool;
  aanmelden: Pool;
  kluis: Kluis;
  mail?: Postbak;
  klok: Klok;
  instellingen: Pick<Instellingen, 'basisUrl' | 'poort' | 'host' | 'proxies'>;
  log: Log;
  /** A database of invented people: no second factor. */
  demo: boolean;
  geheim: Buffer;
  /** Names of regions, their municipalities and subregions, to choose from and to show; codes are shown without. */
  gebieden?: readonly Gebied[];
  /** How files are called; lent by the room that holds them. */
  dossiers?: Dossierlening;
}

/** Everything that the use cases of this room stand on. */
export interface Diensten extends ToegangOpties {
  basisUrl: string;
  kern: Aanmeldkern;
  sessies: ReturnType<typeof maakSessies>;
  accounts: ReturnType<typeof maakAccounts>;
  tweedeStap: ReturnType<typeof maakTweedeStap>;
  rem: ReturnType<typeof maakRem>;
  links: ReturnType<typeof maakLinks>;
  personen: ReturnType<typeof maakPersonen>;
  bewaard: ReturnType<typeof maakBewaardeVerzoeken>;
  oidc: ReturnType<typeof maakOidcDiensten>;
  oidcVragen: ReturnType<typeof maakOidcVragen>;
}

/** The address readers use; without a setting the own machine, by the one name that passkeys accept. */
const adresVan = (i: ToegangOpties['instellingen']) => i.basisUrl ?? `http://localhost:${i.poort}`;

export function maakDiensten(o: ToegangOpties): Diensten {
  const basisUrl = adresVan(o.instellingen);
  const kern = maakAanmeldkern({ ...o, basisUrl });
  return {
    ...o,
    basisUrl,
    kern,
    sessies: maakSessies(o.aanmelden),
    accounts: maakAccounts(o.aanmelden),
    tweedeStap: maakTweedeStap(o.aanmelden, kern),
    rem: maakRem(o.aanmelden),
    links: maakLinks(o.aanmelden),
    personen: maakPersonen(o.kluis),
    bewaard: maakBewaardeVerzoeken(o.kluis),
    oidc: maakOidcDiensten(o.kluis),
    oidcVragen: maakOidcVragen(o.aanmelden),
  };
}

/** One transaction in which row security knows the actor and the day. */
export function als<T>(d: Diensten, actor: Actor, werk: (tx: Transactie) => Promise<T>): Promise<T> {
  return metActor(d.app.db, actor, d.klok.vandaag(), werk);
}

export const stelsel = (taak: string): Actor => ({ soort: 'stelsel', taak });
export const persoon = (id: string): Actor => ({ soort: 'persoon', id });

/** Writes to the log of use, in the transaction of the act: both are there, or neither. */
export function boek(tx: Transactie, g: Toegangsgebeurtenis): Promise<void> {
  return logGebruik(tx, {
    handeling: `toegang.${g.handeling}`,
    soort: 'account',
    object: g.persoonId,
    uitkomst: g.gelukt ? 'toegestaan' : 'geweigerd',
    details: { door: g.door },
  });
}
