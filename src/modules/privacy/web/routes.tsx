import type { App, Ctx } from '#platform/http/index.ts';
import { Alinea, Lijst, Link } from '#platform/ui/index.ts';
import type { Privacydiensten } from '../usecases/diensten.ts';
import { registreerBewaren } from './bewaren.tsx';
import { registreerBrief } from './brief.ts';
import { registreerInzage } from './inzage.tsx';
import { alsFunctionaris, pagina } from './kader.tsx';
import { registreerKennisgevingen } from './kennisgevingen.tsx';
import { registreerRegister } from './register.tsx';
import { teksten } from './teksten.ts';
import { registreerVernietigen } from './vernietigen.tsx';
import { registreerVerzoek } from './verzoek.tsx';
import { registreerVerzoeklogboek } from './verzoek-logboek.tsx';
import { registreerVerzoeken } from './verzoeken.tsx';

const t = teksten.overzicht;

const toonOverzicht = (c: Ctx): Promise<Response> =>
  pagina(
    c,
    { titel: t.titel },
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Lijst soort="kaal" items={t.delen.map(([href, naam]) => <Link href={href}>{naam}</Link>)} />
    </>,
  );

/** All pages of this room but those of the log of use. */
export function registreer(app: App, d: Privacydiensten): void {
  app.get('/privacy/overzicht', c => alsFunctionaris(c, () => toonOverzicht(c)));
  registreerBewaren(app, d);
  registreerVernietigen(app, d);
  registreerVerzoeken(app, d);
  registreerBrief(app, d);
  registreerVerzoek(app, d);
  registreerInzage(app, d);
  registreerVerzoeklogboek(app, d);
  registreerKennisgevingen(app, d);
  registreerRegister(app);
}
