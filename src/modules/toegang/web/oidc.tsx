import type { Child } from 'hono/jsx';
import { type App, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  Knop,
  KnopLink,
  Kop1,
  Kop2,
  Lijst,
  Link,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { terugpad } from '../domain/terugpad.ts';
import type { Diensten } from '../usecases/diensten.ts';
import {
  beginOidc,
  listAanmelddiensten,
  type Oidcdoel,
  type Oidcweigering,
  rondOidcAf,
  TERUGPAD,
} from '../usecases/oidc.ts';
import { type EigenKoppeling, listEigenKoppelingen, ontkoppel } from '../usecases/oidc-beheer.ts';
import { eisAangemeld } from './account.tsx';
import { afzender, metBezoek, zetKoekjes } from './bezoek.ts';
import { teVaakPagina } from './te-vaak.tsx';
import { oidcteksten as t } from './teksten-oidc.ts';
import { leesVorm } from './vorm.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const wieBen = (c: Ctx): string => c.get('gebruiker')?.id ?? '';

/** A page that asks and refuses: what went wrong and what to do, without telling who is known. */
function mislukt(c: Ctx, w: Oidcweigering): Promise<Response> {
  if (w.code === 'te_vaak') return teVaakPagina(c, w.minuten);
  return toon(
    c,
    {
      titel: t.mislukt.titel,
      status: w.code === 'niet_gevonden' ? 404 : w.code === 'onbereikbaar' ? 502 : 403,
    },
    <>
      <Kop1>{t.mislukt.titel}</Kop1>
      <Alinea>{t.mislukt[w.code]}</Alinea>
      <Alinea>
        <Link href="/aanmelden">{t.mislukt.opnieuw}</Link>
      </Alinea>
    </>,
  );
}

/** Begins at a provider and sends the browser there, or shows what went wrong. */
async function begin(d: Diensten, c: Ctx, doel: Oidcdoel): Promise<Response> {
  if (!UUID.test(doel.dienstId)) return mislukt(c, { code: 'niet_gevonden' });
  const r = await beginOidc(d, doel, c.get('sessie'), afzender(d, c));
  return r.ok ? c.redirect(r.waarde, 303) : mislukt(c, r.weigering);
}

async function terug(d: Diensten, c: Ctx): Promise<Response> {
  const r = await rondOidcAf(d, new URL(c.req.url).search, c.get('sessie'), afzender(d, c));
  if (!r.ok) return mislukt(c, r.weigering);
  const u = r.waarde;
  if (u.verder === 'gekoppeld') return c.redirect('/account?na=gekoppeld', 303);
  zetKoekjes(d, c, u.koekjes);
  const vraag = u.terug === '/' ? '' : `?terug=${encodeURIComponent(u.terug)}`;
  const verder = {
    binnen: u.terug,
    tweede_stap: `/aanmelden/tweede-stap${vraag}`,
    instellen: `/aanmelden/instellen${vraag}`,
  };
  return c.redirect(verder[u.verder], 303);
}

/** The choice on the sign-in page; nothing when no organisation has a provider. */
export async function aanmeldkeuze(d: Diensten, terugNaar: string): Promise<Child> {
  const diensten = await listAanmelddiensten(d);
  if (diensten.length === 0) return null;
  const vraag = terugNaar === '/' ? '' : `?terug=${encodeURIComponent(terugNaar)}`;
  return (
    <>
      <Kop2>{t.titel}</Kop2>
      <Alinea>{t.uitleg}</Alinea>
      <Lijst
        items={diensten.map(a => (
          <Link href={`/aanmelden/organisatie/${a.id}${vraag}`}>{t.via(a.organisatie)}</Link>
        ))}
      />
    </>
  );
}

/** The choice on the page of an invitation, for the organisations that have a provider. */
export async function uitnodigingskeuze(d: Diensten, code: string): Promise<Child> {
  const diensten = await listAanmelddiensten(d);
  if (diensten.length === 0) return null;
  return (
    <>
      <Alinea>{t.uitnodiging}</Alinea>
      <Lijst
        items={diensten.map(a => (
          <Link href={`/uitnodiging/${encodeURIComponent(code)}/organisatie/${a.id}`}>
            {t.via(a.organisatie)}
          </Link>
        ))}
      />
    </>
  );
}

const Koppeling = ({ k, csrf }: { k: EigenKoppeling; csrf: string }) => {
  const knop = k.gekoppeld ? t.account.los(k.organisatie) : t.account.koppel(k.organisatie);
  return (
    <section aria-label={k.organisatie}>
      <Alinea>{k.gekoppeld ? t.account.wel(k.organisatie) : t.account.niet(k.organisatie)}</Alinea>
      <Formulier
        actie={k.gekoppeld ? '/account/organisatie/los' : '/account/organisatie'}
        csrf={csrf}
        naam={knop}
      >
        <VerborgenVeld naam="dienst" waarde={k.dienstId} />
        <Knop soort="bij">{knop}</Knop>
      </Formulier>
    </section>
  );
};

/** The part of one's own account; nothing when none of one's organisations has a provider. */
export async function eigenKoppelingen(d: Diensten, c: Ctx): Promise<Child> {
  const lijst = await listEigenKoppelingen(d, wieBen(c));
  if (lijst.length === 0) return null;
  return (
    <>
      <Kop2>{t.account.titel}</Kop2>
      {lijst.map(k => (
        <Koppeling k={k} csrf={c.get('csrf')} />
      ))}
    </>
  );
}

/**
 * Binding asks a sent form of ours first, and leads on by a link: a browser does not follow a form to another site
 * (our content policy), and no other site can begin it.
 */
async function bevestig(d: Diensten, c: Ctx): Promise<Response> {
  const dienstId = (await leesVorm(c))('dienst');
  const k = (await listEigenKoppelingen(d, wieBen(c))).find(x => x.dienstId === dienstId);
  if (!k) return nietGevondenPagina(c);
  const doel = { dienstId, terug: '/account', koppelPersoon: wieBen(c) };
  const r = await beginOidc(d, doel, c.get('sessie'), afzender(d, c));
  if (!r.ok) return mislukt(c, r.weigering);
  return toon(
    c,
    { titel: t.account.bevestigTitel },
    <>
      <Kop1>{t.account.bevestigTitel}</Kop1>
      <Alinea>{t.account.bevestig(k.organisatie)}</Alinea>
      <KnopLink href={r.waarde} soort="hoofd">
        {t.account.verder(k.organisatie)}
      </KnopLink>
    </>,
  );
}

/** Signing in by one's own organisation, and binding an account to it. */
export function registreerOidc(app: App, d: Diensten): void {
  const bezoek = metBezoek(d);
  app.get(TERUGPAD, bezoek, c => terug(d, c));
  app.get('/aanmelden/organisatie/:dienst', bezoek, c =>
    begin(d, c, { dienstId: c.req.param('dienst'), terug: terugpad(c.req.query('terug')) }),
  );
  app.get('/uitnodiging/:code/organisatie/:dienst', bezoek, c =>
    begin(d, c, { dienstId: c.req.param('dienst'), terug: '/', uitnodiging: c.req.param('code') }),
  );
  app.post('/account/organisatie', eisAangemeld, c => bevestig(d, c));
  app.post('/account/organisatie/los', eisAangemeld, async c => {
    const dienst = (await leesVorm(c))('dienst');
    const weg = UUID.test(dienst) && (await ontkoppel(d, wieBen(c), dienst));
    return weg ? c.redirect('/account?na=losgemaakt', 303) : nietGevondenPagina(c);
  });
}
