import type { App, Ctx, Herkenning } from '#platform/http/index.ts';
import type { Rol } from './domain/rollen.ts';
import { adressenVoor } from './usecases/adressen.ts';
import { maakDemoAccounts } from './usecases/demo.ts';
import { als, type Diensten, maakDiensten, stelsel, type ToegangOpties } from './usecases/diensten.ts';
import { nodigEersteUit } from './usecases/uitnodigen.ts';
import { registreerAanmelden } from './web/aanmelden.tsx';
import { registreerAccount } from './web/account.tsx';
import { registreerBeheer } from './web/beheer.tsx';
import { metBewaren, registreerBewaard } from './web/bewaard-verzoek.tsx';
import { registreerBlijf } from './web/blijf.tsx';
import { registreerBlokkades } from './web/blokkades.tsx';
import { maakHerken } from './web/herken.ts';
import { registreerHerstel } from './web/herstel.tsx';
import { registreerHerstelcode } from './web/herstelcode.tsx';
import { registreerInstellen } from './web/instellen.tsx';
import { registreerLinks } from './web/link.tsx';
import { registreerNoodtoegang } from './web/noodtoegang.tsx';
import { registreerOidc } from './web/oidc.tsx';
import { registreerOidcBeheer } from './web/oidc-beheer.tsx';
import { registreerOverdrachten } from './web/overdrachten.tsx';
import { registreerPasskey } from './web/passkey.ts';
import { registreerTweedeStap } from './web/tweede-stap.tsx';
import { registreerZoekacties } from './web/zoekacties.tsx';

export type { Postbak, ToegangOpties } from './usecases/diensten.ts';
export type { Dossierlening } from './usecases/dossierlening.ts';

/** The room of access as the application uses it. */
export interface Toegang {
  /** Who a request is from; the public when in doubt. */
  herken(c: Ctx): Promise<Herkenning>;
  /** The pages of signing in, the own account and account administration. */
  registreer(app: App): void;
  /** One invented account per role with this password; only in a demonstration. */
  maakDemoAccounts(wachtwoord: string): Promise<void>;
  /**
   * The first account of an installation or region, for whoever runs it: a technical administrator (regio null)
   * or an account administrator of a region. Sends the link when there is mail, and returns it; '' when the
   * account existed.
   */
  nodigEersteUit(u: {
    naam: string;
    adres: string;
    rol: Rol;
    regio: string | null;
    organisatie: string;
  }): Promise<string>;
  /** People with this role in this region today, with their address: for mail of the system. */
  adressenVoor(rol: Rol, regio: string): Promise<{ persoonId: string; email: string }[]>;
  /** Removes what has run out; scheduled work calls it daily. */
  ruimOp(): Promise<void>;
}

export function maakToegang(o: ToegangOpties): Toegang {
  const d: Diensten = maakDiensten(o);
  return {
    herken: maakHerken(d),
    registreer: app => {
      app.use(metBewaren(d));
      registreerAanmelden(app, d);
      registreerTweedeStap(app, d);
      registreerInstellen(app, d);
      registreerPasskey(app, d);
      registreerLinks(app, d);
      registreerAccount(app, d);
      registreerBewaard(app, d);
      registreerBlijf(app);
      registreerHerstel(app, d);
      registreerHerstelcode(app, d);
      registreerOidc(app, d);
      registreerOidcBeheer(app, d);
      registreerBeheer(app, d);
      registreerNoodtoegang(app, d);
      registreerOverdrachten(app, d);
      registreerBlokkades(app, d);
      registreerZoekacties(app, d);
    },
    maakDemoAccounts: wachtwoord => maakDemoAccounts(d, wachtwoord),
    nodigEersteUit: u => nodigEersteUit(d, u),
    adressenVoor: (rol, regio) => adressenVoor(d, rol, regio),
    ruimOp: async () => {
      await d.rem.ruimOp(d.klok.nu());
      await d.oidcVragen.ruimOp(d.klok.nu());
      await als(d, stelsel('opruimen'), tx => d.bewaard.ruimOp(tx, d.klok.nu()));
    },
  };
}
