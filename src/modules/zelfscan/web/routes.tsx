import type { Child } from 'hono/jsx';
import { findRegiokenmerken } from '#modules/programma/index.ts';
import { heeftRol, lidmaatschappen } from '#modules/toegang/index.ts';
import {
  type App,
  adres,
  alsLezer,
  type Ctx,
  nietGevondenPagina,
  toon,
  tweetalig,
} from '#platform/http/index.ts';
import { Formulier, Knop, Kop1, Melding } from '#platform/ui/index.ts';
import { findZelfscan, maakOpenbaar } from '../usecases/deel.ts';
import { ZelfscanInhoud } from './pages/zelfscan.tsx';
import { teksten, werkteksten } from './teksten.ts';

type Weergave = 'openbaar' | 'werk';
const WERKERS = ['projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'] as const;

const regioVan = (c: Ctx): string => c.req.param('regio') ?? '';
const leidt = (c: Ctx) => heeftRol(lidmaatschappen(c), ['projectleider'], { regio: regioVan(c) });

/** What the working version adds: whether it waits, and the button for who may publish. */
const Werkversie = ({ c, concept }: { c: Ctx; concept: boolean }) => (
  <>
    {c.req.query('gedaan') === 'openbaar' ? <Melding soort="gelukt" titel={werkteksten.gedaan} /> : null}
    <Melding titel={werkteksten.melding}>{concept ? werkteksten.concept : null}</Melding>
    {concept && leidt(c) ? (
      <Formulier actie={`/programma/${regioVan(c)}/zelfscan`} csrf={c.get('csrf')}>
        <Knop>{werkteksten.publiceer}</Knop>
      </Formulier>
    ) : null}
  </>
);

function toonPagina(c: Ctx, weergave: Weergave, regioNaam: string, inhoud: Child): Promise<Response> {
  const t = teksten[c.get('taal')];
  const regio = regioVan(c);
  const basis = weergave === 'openbaar' ? `/regio/${regio}` : `/programma/${regio}`;
  return toon(
    c,
    {
      titel: `${t.titel} - ${regioNaam}`,
      kruimels: [
        { naam: t.begin, href: adres(c, '/') },
        { naam: regioNaam, href: adres(c, basis) },
        { naam: t.titel },
      ],
      thema: regio,
      tweetalig: weergave === 'openbaar',
    },
    <>
      <Kop1>{t.kop(regioNaam)}</Kop1>
      {inhoud}
    </>,
  );
}

async function pagina(c: Ctx, weergave: Weergave): Promise<Response> {
  const regio = regioVan(c);
  const taal = c.get('taal');
  const { kenmerken, scan } = await alsLezer(c, async tx => ({
    kenmerken: await findRegiokenmerken(tx, regio, taal),
    scan: await findZelfscan(tx, regio, weergave),
  }));
  if (!kenmerken) return nietGevondenPagina(c);
  const bron = kenmerken.bron(scan?.inhoud.bron ?? null);
  return toonPagina(
    c,
    weergave,
    kenmerken.naam,
    <>
      {weergave === 'werk' ? (
        <Werkversie c={c} concept={scan !== null && scan.openbareVersie !== scan.versie} />
      ) : null}
      <ZelfscanInhoud scan={scan?.inhoud ?? null} taal={taal} bron={bron} />
    </>,
  );
}

/** Runs a page of the working version for who works in the region; others learn nothing. */
function alsWerker(c: Ctx, werk: () => Promise<Response>): Response | Promise<Response> {
  if (!c.get('gebruiker')) return c.redirect(`/aanmelden?terug=${encodeURIComponent(c.req.path)}`, 303);
  return heeftRol(lidmaatschappen(c), WERKERS, { regio: regioVan(c) }) ? werk() : nietGevondenPagina(c);
}

async function publiceer(c: Ctx): Promise<Response> {
  if (!leidt(c)) return nietGevondenPagina(c);
  await alsLezer(c, tx => maakOpenbaar(tx, regioVan(c)));
  return c.redirect(`/programma/${regioVan(c)}/zelfscan?gedaan=openbaar`, 303);
}

/** All pages of this room. */
export function registreer(app: App): void {
  tweetalig(app, a => {
    a.get('/regio/:regio/zelfscan', c => pagina(c, 'openbaar'));
  });
  app.get('/programma/:regio/zelfscan', c => alsWerker(c, () => pagina(c, 'werk')));
  app.post('/programma/:regio/zelfscan', c => alsWerker(c, () => publiceer(c)));
}
