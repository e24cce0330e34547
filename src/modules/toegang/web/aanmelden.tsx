import { type App, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  Lijst,
  Link,
  Melding,
  TekstVeld,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { demoaccounts } from '../domain/demo.ts';
import { terugpad } from '../domain/terugpad.ts';
import { meldAan, meldAf } from '../usecases/aanmelden.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { afzender, leegBrowser, metBezoek, zetKoekjes } from './bezoek.ts';
import { aanmeldkeuze } from './oidc.tsx';
import { PasskeyKnop } from './passkeyknop.tsx';
import { teVaakPagina } from './te-vaak.tsx';
import { teksten } from './teksten.ts';
import { sessieteksten } from './teksten-sessie.ts';
import { leesVorm } from './vorm.ts';

const t = teksten.aanmelden;

interface Stand {
  adres?: string;
  terug: string;
  fouten?: VeldFout[];
  melding?: string | undefined;
}

const fout = (s: Stand, veld: string) => s.fouten?.find(f => f.veld === veld)?.tekst;

const Aanmeldformulier = ({ s, csrf }: { s: Stand; csrf: string }) => (
  <Formulier actie="/aanmelden" csrf={csrf}>
    <VerborgenVeld naam="terug" waarde={s.terug} />
    <TekstVeld
      naam="adres"
      label={teksten.adres}
      soort="email"
      aanvullen="username"
      waarde={s.adres ?? ''}
      fout={fout(s, 'adres')}
      breedte="middel"
      maximum={254}
      verplicht
    />
    <TekstVeld
      naam="wachtwoord"
      label={teksten.wachtwoord}
      soort="password"
      aanvullen="current-password"
      fout={fout(s, 'wachtwoord')}
      breedte="middel"
      maximum={200}
      verplicht
    />
    <KnopGroep>
      <Knop>{t.knop}</Knop>
    </KnopGroep>
  </Formulier>
);

const Demorollen = () => (
  <>
    <Kop2>{t.demoTitel}</Kop2>
    <Alinea>{t.demo}</Alinea>
    <Lijst items={demoaccounts().map(a => `${a.naam}: ${a.adres}`)} />
  </>
);

async function pagina(d: Diensten, c: Ctx, s: Stand, status: 200 | 422 = 200): Promise<Response> {
  const titel = s.fouten?.length ? `${teksten.fout}: ${t.titel}` : t.titel;
  return toon(
    c,
    { titel, status },
    <>
      <FoutSamenvatting fouten={s.fouten ?? []} />
      {s.melding ? <Melding soort="gelukt">{s.melding}</Melding> : null}
      <Kop1>{t.titel}</Kop1>
      <Alinea>{t.inleiding}</Alinea>
      <Aanmeldformulier s={s} csrf={c.get('csrf')} />
      <Alinea>
        <Link href="/aanmelden/herstel">{t.vergeten}</Link>
      </Alinea>
      {await aanmeldkeuze(d, s.terug)}
      {d.demo ? <Demorollen /> : <PasskeyKnop soort="aanmelden" csrf={c.get('csrf')} terug={s.terug} />}
    </>,
  );
}

const NA: Record<string, string> = {
  afgemeld: t.afgemeld,
  verlopen: t.verlopen,
  wachtwoord: t.wachtwoordGezet,
  bewaard: sessieteksten.bewaardMelding,
};

async function verwerk(d: Diensten, c: Ctx): Promise<Response> {
  const v = await leesVorm(c);
  const s: Stand = { adres: v('adres').trim(), terug: terugpad(v('terug')) };
  const leeg: VeldFout[] = [];
  if (!s.adres) leeg.push({ veld: 'adres', tekst: t.adresLeeg });
  if (!v('wachtwoord')) leeg.push({ veld: 'wachtwoord', tekst: t.wachtwoordLeeg });
  if (leeg.length > 0) return pagina(d, c, { ...s, fouten: leeg }, 422);
  const r = await meldAan(d, { adres: s.adres ?? '', wachtwoord: v('wachtwoord') }, afzender(d, c));
  if (!r.ok && r.weigering.code === 'te_vaak') return teVaakPagina(c, r.weigering.minuten);
  if (!r.ok) return pagina(d, c, { ...s, fouten: [{ veld: 'adres', tekst: t.onjuist }] }, 422);
  zetKoekjes(d, c, r.waarde.koekjes);
  const vraag = s.terug === '/' ? '' : `?terug=${encodeURIComponent(s.terug)}`;
  const verder = {
    binnen: s.terug,
    tweede_stap: `/aanmelden/tweede-stap${vraag}`,
    instellen: `/aanmelden/instellen${vraag}`,
  };
  return c.redirect(verder[r.waarde.verder], 303);
}

/** Signing in with address and password, and signing out. */
export function registreerAanmelden(app: App, d: Diensten): void {
  const bezoek = metBezoek(d);
  app.get('/aanmelden', bezoek, async c => {
    const terug = terugpad(c.req.query('terug'));
    if (c.get('gebruiker')) return c.redirect(terug, 303);
    return pagina(d, c, { terug, melding: NA[c.req.query('na') ?? ''] });
  });
  app.post('/aanmelden', bezoek, c => verwerk(d, c));
  app.post('/afmelden', bezoek, async c => {
    const koekjes = await meldAf(d, c.get('gebruiker')?.id ?? null, afzender(d, c).headers);
    zetKoekjes(d, c, koekjes);
    leegBrowser(c);
    return c.redirect('/aanmelden?na=afgemeld', 303);
  });
}
