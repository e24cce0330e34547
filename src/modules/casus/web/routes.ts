import type { App } from '#platform/http/index.ts';
import { registreerDocument } from './document.tsx';
import { registreerDossier } from './dossier.tsx';
import { besloten, type Diensten } from './kader.tsx';
import { registreerLijst } from './lijst.tsx';
import { registreerNotitie } from './notitie.tsx';
import { registreerPolitie } from './politie.tsx';
import { registreerDeelname } from './toegang.tsx';
import { registreerVind } from './vind.tsx';

/** All pages of this room; fixed addresses before those with an id. */
export function registreer(app: App, d: Diensten): void {
  app.use('/casus', besloten);
  app.use('/casus/*', besloten);
  registreerLijst(app, d);
  registreerVind(app, d);
  registreerDocument(app, d);
  registreerNotitie(app, d);
  registreerPolitie(app, d);
  registreerDeelname(app, d);
  registreerDossier(app, d);
}
