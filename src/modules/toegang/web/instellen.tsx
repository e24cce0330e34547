import { type App, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  KnopLink,
  Kop1,
  Kop2,
  Lijst,
  Link,
  Melding,
  TekstVeld,
  type VeldFout,
} from '#platform/ui/index.ts';
import type { Diensten } from '../usecases/diensten.ts';
import {
  leesAppGeheim,
  leesStand,
  neemAppInGebruik,
  type Stand,
  type Stapweigering,
  zetAppKlaar,
} from '../usecases/tweede-stap.ts';
import { afzender, metBezoek, zetKoekjes } from './bezoek.ts';
import { PasskeyKnop } from './passkeyknop.tsx';
import { QrBeeld } from './qrbeeld.tsx';
import { teVaakPagina } from './te-vaak.tsx';
import { teksten } from './teksten.ts';
import { leesVorm } from './vorm.ts';

const t = teksten.instellen;
const titel = (fouten: VeldFout[]) => (fouten.length ? `${teksten.fout}: ${t.titel}` : t.titel);

const Wachtwoord = ({ fout }: { fout: string | undefined }) => (
  <TekstVeld
    naam="wachtwoord"
    label={t.wachtwoord}
    soort="password"
    aanvullen="current-password"
    breedte="middel"
    maximum={200}
    fout={fout}
    verplicht
  />
);

/** Choose: an app (password once more) or a passkey. */
function keuzePagina(c: Ctx, stand: Stand, fouten: VeldFout[]): Promise<Response> {
  const verplicht = stand.soort === 'stap_instellen';
  const metWachtwoord = !verplicht || stand.wachtwoord;
  const csrf = c.get('csrf');
  return toon(
    c,
    { titel: titel(fouten), status: fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{t.titel}</Kop1>
      <Alinea>{verplicht ? t.verplicht : t.vrij}</Alinea>
      <Kop2>{t.appTitel}</Kop2>
      <Alinea>{t.appUitleg}</Alinea>
      <Formulier actie="/aanmelden/instellen" csrf={csrf}>
        {metWachtwoord ? <Wachtwoord fout={fouten[0]?.tekst} /> : null}
        <KnopGroep>
          <Knop>{t.appKnop}</Knop>
        </KnopGroep>
      </Formulier>
      <PasskeyKnop soort="maken" csrf={csrf} terug="/aanmelden/tweede-stap" />
    </>,
  );
}

/** The address by which an app takes the secret over (Key URI Format of Google Authenticator). */
export function otpauth(geheim: string, adres: string): string {
  const vraag = new URLSearchParams({ secret: geheim, issuer: 'Lange Adem' })
    .toString()
    .replaceAll('+', '%20');
  return `otpauth://totp/${encodeURIComponent(`Lange Adem:${adres}`)}?${vraag}`;
}

async function appPagina(d: Diensten, c: Ctx, fouten: VeldFout[]): Promise<Response> {
  const app = await leesAppGeheim(d, afzender(d, c).headers);
  if (!app) return c.redirect('/aanmelden/instellen', 303);
  const uri = otpauth(app.geheim, app.adres);
  return toon(
    c,
    { titel: titel(fouten), status: fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{t.appTitel}</Kop1>
      <Alinea>{t.scan}</Alinea>
      <QrBeeld tekst={uri} naam={t.qrNaam} />
      <BeschrijvingsLijst
        items={[
          { term: t.sleutel, waarde: <code>{app.geheim.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code> },
          { term: t.account, waarde: app.adres },
        ]}
      />
      <Alinea>
        <Link href={uri}>{t.open}</Link>
      </Alinea>
      <Formulier actie="/aanmelden/instellen/app" csrf={c.get('csrf')}>
        <TekstVeld
          naam="code"
          label={teksten.tweedeStap.code}
          uitleg={t.eersteCode}
          toetsen="numeric"
          aanvullen="one-time-code"
          breedte="kort"
          maximum={12}
          fout={fouten[0]?.tekst}
          verplicht
        />
        <KnopGroep>
          <Knop>{t.neemInGebruik}</Knop>
        </KnopGroep>
      </Formulier>
    </>,
  );
}

/** The reserve codes, shown this once. */
export function reservecodesPagina(c: Ctx, codes: readonly string[], melding: string): Promise<Response> {
  return toon(
    c,
    { titel: t.codesTitel },
    <>
      <Melding soort="gelukt">{melding}</Melding>
      <Kop1>{t.codesTitel}</Kop1>
      <Alinea>{t.codesUitleg}</Alinea>
      <Lijst items={codes.map(code => <code>{code}</code>)} />
      <KnopLink href="/" soort="hoofd">
        {t.verder}
      </KnopLink>
    </>,
  );
}

function weigering(c: Ctx, w: Stapweigering): Response | Promise<Response> | null {
  if (w.code === 'te_vaak') return teVaakPagina(c, w.minuten);
  return w.code === 'opnieuw_aanmelden' ? c.redirect('/aanmelden?na=verlopen', 303) : null;
}

/** Setting up the second step: who has none is led here after the password and can go nowhere else. */
export function registreerInstellen(app: App, d: Diensten): void {
  const bezoek = metBezoek(d);
  app.get('/aanmelden/instellen', bezoek, async c => {
    const stand = await leesStand(d, afzender(d, c).headers);
    if (stand.soort === 'buiten') return c.redirect('/aanmelden', 303);
    if (stand.soort === 'stap_zetten') return c.redirect('/aanmelden/tweede-stap', 303);
    if (stand.soort === 'binnen' && stand.app) return c.redirect('/account', 303);
    return keuzePagina(c, stand, []);
  });
  app.post('/aanmelden/instellen', bezoek, async c => {
    const v = await leesVorm(c);
    const r = await zetAppKlaar(d, v('wachtwoord'), afzender(d, c));
    if (r.ok) return c.redirect('/aanmelden/instellen/app', 303);
    const stand = await leesStand(d, afzender(d, c).headers);
    const fouten = [{ veld: 'wachtwoord', tekst: t.wachtwoordOnjuist }];
    return weigering(c, r.weigering) ?? keuzePagina(c, stand, fouten);
  });
  app.get('/aanmelden/instellen/app', bezoek, c => appPagina(d, c, []));
  app.post('/aanmelden/instellen/app', bezoek, async c => {
    const v = await leesVorm(c);
    const r = await neemAppInGebruik(d, v('code'), afzender(d, c));
    if (!r.ok) {
      return (
        weigering(c, r.weigering) ?? appPagina(d, c, [{ veld: 'code', tekst: teksten.tweedeStap.onjuist }])
      );
    }
    zetKoekjes(d, c, r.waarde.koekjes);
    return reservecodesPagina(c, r.waarde.reservecodes, t.klaar);
  });
}
