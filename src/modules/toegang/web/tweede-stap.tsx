import { type App, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Details,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop1,
  Link,
  TekstVeld,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { terugpad } from '../domain/terugpad.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { controleerCode, leesStand } from '../usecases/tweede-stap.ts';
import { afzender, metBezoek, zetKoekjes } from './bezoek.ts';
import { PasskeyKnop } from './passkeyknop.tsx';
import { teVaakPagina } from './te-vaak.tsx';
import { teksten } from './teksten.ts';
import { herstelteksten } from './teksten-herstel.ts';
import { leesVorm } from './vorm.ts';

const t = teksten.tweedeStap;

interface Beeld {
  terug: string;
  app: boolean;
  passkeys: boolean;
  fouten: VeldFout[];
}

const Codeformulier = ({ b, csrf }: { b: Beeld; csrf: string }) => (
  <>
    <Alinea>{t.uitleg}</Alinea>
    <Formulier actie="/aanmelden/tweede-stap" csrf={csrf}>
      <VerborgenVeld naam="terug" waarde={b.terug} />
      <TekstVeld
        naam="code"
        label={t.code}
        uitleg={t.codeUitleg}
        toetsen="numeric"
        aanvullen="one-time-code"
        breedte="kort"
        maximum={12}
        fout={b.fouten.find(f => f.veld === 'code')?.tekst}
        verplicht
      />
      <KnopGroep>
        <Knop>{t.knop}</Knop>
      </KnopGroep>
    </Formulier>
    <Details titel={t.geenApp} open={b.fouten.some(f => f.veld === 'reservecode')}>
      <Alinea>{t.geenAppUitleg}</Alinea>
      <Formulier actie="/aanmelden/tweede-stap" csrf={csrf} naam={t.reservecode}>
        <VerborgenVeld naam="terug" waarde={b.terug} />
        <TekstVeld
          naam="reservecode"
          label={t.reservecode}
          aanvullen="off"
          breedte="kort"
          maximum={20}
          fout={b.fouten.find(f => f.veld === 'reservecode')?.tekst}
          verplicht
        />
        <KnopGroep>
          <Knop soort="bij">{t.reserveKnop}</Knop>
        </KnopGroep>
      </Formulier>
    </Details>
  </>
);

function pagina(c: Ctx, b: Beeld): Promise<Response> {
  const csrf = c.get('csrf');
  return toon(
    c,
    { titel: b.fouten.length ? `${teksten.fout}: ${t.titel}` : t.titel, status: b.fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={b.fouten} />
      <Kop1>{t.titel}</Kop1>
      {b.app ? <Codeformulier b={b} csrf={csrf} /> : null}
      {b.passkeys ? <PasskeyKnop soort="aanmelden" csrf={csrf} terug={b.terug} kop={b.app} /> : null}
      <Alinea>
        <Link href="/aanmelden/herstelcode">{herstelteksten.gebruik.link}</Link>
      </Alinea>
      <Alinea>
        <Link href="/aanmelden">{t.opnieuw}</Link>
      </Alinea>
    </>,
  );
}

async function verwerk(d: Diensten, c: Ctx): Promise<Response> {
  const v = await leesVorm(c);
  const terug = terugpad(v('terug'));
  const reserve = v('reservecode') !== '';
  const r = await controleerCode(
    d,
    { code: reserve ? v('reservecode') : v('code'), reserve },
    afzender(d, c),
  );
  if (r.ok) {
    zetKoekjes(d, c, r.waarde.koekjes);
    return c.redirect(terug, 303);
  }
  if (r.weigering.code === 'te_vaak') return teVaakPagina(c, r.weigering.minuten);
  if (r.weigering.code === 'opnieuw_aanmelden') return c.redirect('/aanmelden?na=verlopen', 303);
  const fouten = [
    reserve ? { veld: 'reservecode', tekst: t.reserveOnjuist } : { veld: 'code', tekst: t.onjuist },
  ];
  return pagina(c, { terug, app: true, passkeys: !d.demo, fouten });
}

/** The page between password and access. */
export function registreerTweedeStap(app: App, d: Diensten): void {
  const bezoek = metBezoek(d);
  app.get('/aanmelden/tweede-stap', bezoek, async c => {
    const terug = terugpad(c.req.query('terug'));
    const stand = await leesStand(d, afzender(d, c).headers);
    if (stand.soort === 'binnen') return c.redirect(terug, 303);
    if (stand.soort === 'stap_instellen') return c.redirect('/aanmelden/instellen', 303);
    // Without a session a password was given for an account with an app; the answer to a code tells if not.
    const app = stand.soort === 'buiten' ? true : stand.app;
    return pagina(c, { terug, app, passkeys: true, fouten: [] });
  });
  app.post('/aanmelden/tweede-stap', bezoek, c => verwerk(d, c));
}
