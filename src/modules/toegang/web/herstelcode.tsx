import { type App, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop1,
  TekstVeld,
  type VeldFout,
} from '#platform/ui/index.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { herstelMetCode } from '../usecases/herstelverzoek.ts';
import { afzender, metBezoek, zetKoekjes } from './bezoek.ts';
import { teVaakPagina } from './te-vaak.tsx';
import { teksten } from './teksten.ts';
import { herstelteksten } from './teksten-herstel.ts';
import { leesVorm } from './vorm.ts';

const t = herstelteksten.gebruik;
const PAD = '/aanmelden/herstelcode';

const Geheimen = () => (
  <>
    <TekstVeld
      naam="wachtwoord"
      label={teksten.wachtwoord}
      soort="password"
      aanvullen="current-password"
      breedte="middel"
      maximum={200}
      verplicht
    />
    <TekstVeld
      naam="code"
      label={t.code}
      uitleg={t.codeUitleg}
      aanvullen="off"
      breedte="middel"
      maximum={40}
      verplicht
    />
  </>
);

function pagina(c: Ctx, adres: string, fouten: VeldFout[]): Promise<Response> {
  return toon(
    c,
    { titel: fouten.length ? `${teksten.fout}: ${t.titel}` : t.titel, status: fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{t.titel}</Kop1>
      <Alinea>{t.uitleg}</Alinea>
      <Formulier actie={PAD} csrf={c.get('csrf')}>
        <TekstVeld
          naam="adres"
          label={teksten.adres}
          soort="email"
          aanvullen="username"
          waarde={adres}
          fout={fouten[0]?.tekst}
          breedte="middel"
          maximum={254}
          verplicht
        />
        <Geheimen />
        <KnopGroep>
          <Knop>{t.knop}</Knop>
        </KnopGroep>
      </Formulier>
    </>,
  );
}

async function verwerk(d: Diensten, c: Ctx): Promise<Response> {
  const v = await leesVorm(c);
  const invoer = { adres: v('adres').trim(), wachtwoord: v('wachtwoord'), code: v('code') };
  const fout = (tekst: string) => pagina(c, invoer.adres, [{ veld: 'adres', tekst }]);
  if (!invoer.adres || !invoer.wachtwoord || !invoer.code.trim()) return fout(t.leeg);
  const r = await herstelMetCode(d, invoer, afzender(d, c));
  if (!r.ok) return r.weigering.code === 'te_vaak' ? teVaakPagina(c, r.weigering.minuten) : fout(t.onjuist);
  zetKoekjes(d, c, r.waarde.koekjes);
  return c.redirect('/aanmelden/instellen', 303);
}

/** Where somebody without second step uses the code of his organisation. */
export function registreerHerstelcode(app: App, d: Diensten): void {
  const bezoek = metBezoek(d);
  app.get(PAD, bezoek, c => pagina(c, '', []));
  app.post(PAD, bezoek, c => verwerk(d, c));
}
