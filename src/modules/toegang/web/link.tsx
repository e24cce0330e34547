import type { Child } from 'hono/jsx';
import { type App, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop1,
  Link,
  Melding,
  TekstVeld,
  type VeldFout,
} from '#platform/ui/index.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { type Linkweigering, leesLink, vraagHerstel, zetWachtwoordMetLink } from '../usecases/link.ts';
import { afzender, metBezoek } from './bezoek.ts';
import { uitnodigingskeuze } from './oidc.tsx';
import { teVaakPagina } from './te-vaak.tsx';
import { teksten, wachtwoordfouten } from './teksten.ts';
import { leesVorm } from './vorm.ts';

type Soort = 'uitnodiging' | 'herstel';
const t = teksten.link;
const PAD: Record<Soort, string> = { uitnodiging: '/uitnodiging', herstel: '/aanmelden/herstel' };

function vraagPagina(c: Ctx, fouten: VeldFout[], adres = ''): Promise<Response> {
  const titel = t.vraagTitel;
  return toon(
    c,
    { titel: fouten.length ? `${teksten.fout}: ${titel}` : titel, status: fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{titel}</Kop1>
      <Alinea>{t.vraagUitleg}</Alinea>
      <Formulier actie="/aanmelden/herstel" csrf={c.get('csrf')}>
        <TekstVeld
          naam="adres"
          label={teksten.adres}
          soort="email"
          aanvullen="username"
          breedte="middel"
          maximum={254}
          waarde={adres}
          fout={fouten[0]?.tekst}
          verplicht
        />
        <KnopGroep>
          <Knop>{t.vraagKnop}</Knop>
        </KnopGroep>
      </Formulier>
    </>,
  );
}

const verstuurd = (c: Ctx) =>
  toon(
    c,
    { titel: t.verstuurdTitel },
    <>
      <Kop1>{t.verstuurdTitel}</Kop1>
      <Melding soort="gelukt">{t.verstuurd}</Melding>
      <Alinea>{t.verstuurdUitleg}</Alinea>
    </>,
  );

async function verwerkVraag(d: Diensten, c: Ctx): Promise<Response> {
  const adres = (await leesVorm(c))('adres').trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(adres)) return vraagPagina(c, [{ veld: 'adres', tekst: t.adresFout }], adres);
  const r = await vraagHerstel(d, adres, afzender(d, c));
  return r.ok ? verstuurd(c) : teVaakPagina(c, r.weigering.minuten);
}

function onbruikbaar(c: Ctx, soort: Soort): Promise<Response> {
  return toon(
    c,
    { titel: t.onbruikbaarTitel, status: 404 },
    <>
      <Kop1>{t.onbruikbaarTitel}</Kop1>
      <Alinea>{t.onbruikbaar[soort]}</Alinea>
      <Alinea>
        <Link href={soort === 'herstel' ? '/aanmelden/herstel' : '/aanmelden'}>
          {soort === 'herstel' ? t.vraagTitel : teksten.aanmelden.titel}
        </Link>
      </Alinea>
    </>,
  );
}

const WachtwoordVeld = (p: { naam: string; label: string; uitleg?: string; fouten: VeldFout[] }) => (
  <TekstVeld
    naam={p.naam}
    label={p.label}
    uitleg={p.uitleg}
    soort="password"
    aanvullen="new-password"
    breedte="middel"
    maximum={200}
    fout={p.fouten.find(f => f.veld === p.naam)?.tekst}
    verplicht
  />
);

function kiesPagina(
  c: Ctx,
  soort: Soort,
  wie: { naam: string; email: string; keuze?: Child },
  fouten: VeldFout[],
): Promise<Response> {
  const titel = t.kiesTitel[soort];
  return toon(
    c,
    { titel: fouten.length ? `${teksten.fout}: ${titel}` : titel, status: fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{titel}</Kop1>
      <Alinea>{t.voor(wie.naam, wie.email)}</Alinea>
      <Formulier actie={c.req.path} csrf={c.get('csrf')}>
        <WachtwoordVeld naam="wachtwoord" label={t.nieuw} uitleg={t.nieuwUitleg} fouten={fouten} />
        <WachtwoordVeld naam="nogEens" label={t.nogEens} fouten={fouten} />
        <KnopGroep>
          <Knop>{t.kiesKnop}</Knop>
        </KnopGroep>
      </Formulier>
      {wie.keuze}
    </>,
  );
}

function weiger(c: Ctx, soort: Soort, w: Linkweigering): Promise<Response> | null {
  if (w.code === 'te_vaak') return teVaakPagina(c, w.minuten);
  return w.code === 'link_onbruikbaar' ? onbruikbaar(c, soort) : null;
}

/** The page behind a link: opening it uses nothing up, sending a password does. */
function registreerLink(app: App, d: Diensten, soort: Soort): void {
  const bezoek = metBezoek(d);
  app.get(`${PAD[soort]}/:code`, bezoek, async c => {
    const r = await leesLink(d, soort, c.req.param('code'), afzender(d, c));
    if (!r.ok) return weiger(c, soort, r.weigering) ?? onbruikbaar(c, soort);
    const keuze = soort === 'uitnodiging' ? await uitnodigingskeuze(d, c.req.param('code')) : null;
    return kiesPagina(c, soort, { ...r.waarde, keuze }, []);
  });
  app.post(`${PAD[soort]}/:code`, bezoek, async c => {
    const v = await leesVorm(c);
    const code = c.req.param('code');
    const van = afzender(d, c);
    const invoer = { code, wachtwoord: v('wachtwoord'), nogEens: v('nogEens') };
    const r = await zetWachtwoordMetLink(d, soort, invoer, van);
    if (r.ok) return c.redirect('/aanmelden?na=wachtwoord', 303);
    const w = r.weigering;
    if (w.code === 'link_onbruikbaar' || w.code === 'te_vaak')
      return weiger(c, soort, w) ?? onbruikbaar(c, soort);
    const p = await leesLink(d, soort, code, van);
    if (!p.ok) return weiger(c, soort, p.weigering) ?? onbruikbaar(c, soort);
    const veld = w.code === 'ongelijk' ? 'nogEens' : 'wachtwoord';
    return kiesPagina(c, soort, p.waarde, [{ veld, tekst: wachtwoordfouten[w.code] }]);
  });
}

/** Asking for a new password, and the pages behind the links of recovery and invitation. */
export function registreerLinks(app: App, d: Diensten): void {
  const bezoek = metBezoek(d);
  app.get('/aanmelden/herstel', bezoek, c => vraagPagina(c, []));
  app.post('/aanmelden/herstel', bezoek, c => verwerkVraag(d, c));
  registreerLink(app, d, 'herstel');
  registreerLink(app, d, 'uitnodiging');
}
