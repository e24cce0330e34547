import type { MiddlewareHandler } from 'hono';
import { type App, type Ctx, nietGevondenPagina, type Omgeving, toon } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Formulier,
  Knop,
  Kop1,
  Kop2,
  LegeStaat,
  Melding,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { BEWAARVELD, leesbareVelden, typvelden } from '../domain/bewaard-verzoek.ts';
import { bewaarVerzoek, isVerlopen, leesBewaard, verwijderBewaard } from '../usecases/bewaard-verzoek.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { eisAangemeld } from './account.tsx';
import { toonTijdstip } from './opmaak.ts';
import { sessieteksten as t } from './teksten-sessie.ts';
import { leesVorm } from './vorm.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PAD = '/account/bewaard';

const isFormulier = (c: Ctx) =>
  c.req.method === 'POST' &&
  /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(c.req.header('content-type') ?? '');

/** Once a kept form has arrived after all, it is kept no longer. An error of ours leaves it. */
async function naVersturen(d: Diensten, c: Ctx, next: () => Promise<void>): Promise<void> {
  const id = (await c.req.parseBody({ all: true }))[BEWAARVELD];
  await next();
  const wie = c.get('gebruiker')?.id;
  if (wie && typeof id === 'string' && UUID.test(id) && c.res.status < 500) {
    await verwijderBewaard(d, wie, id);
  }
}

/**
 * Before every page: a form of somebody whose session has run out is kept and he is led to sign in; a page that
 * is not there for a reader whose session has run out leads to signing in as well.
 */
export function metBewaren(d: Diensten): MiddlewareHandler<Omgeving> {
  return async function bewaren(c, next) {
    const cookie = c.req.header('cookie');
    if (c.get('gebruiker')) return isFormulier(c) ? naVersturen(d, c, next) : next();
    if (isFormulier(c)) {
      const velden = typvelden(await c.req.parseBody({ all: true }));
      const bewaard = velden.length > 0 && (await bewaarVerzoek(d, cookie, { pad: c.req.path, velden }));
      if (bewaard) return c.redirect(`/aanmelden?na=bewaard&terug=${encodeURIComponent(PAD)}`, 303);
    }
    await next();
    if (c.req.method === 'GET' && c.res.status === 404 && (await isVerlopen(d, cookie))) {
      const location = `/aanmelden?na=verlopen&terug=${encodeURIComponent(c.req.path)}`;
      c.res = undefined;
      c.res = new Response(null, { status: 303, headers: { location } });
    }
  };
}

const Bewaard = ({
  c,
  id,
  nummer,
  moment,
  pad,
  velden,
}: {
  c: Ctx;
  id: string;
  nummer: number;
  moment: string;
  pad: string;
  velden: [string, string][];
}) => {
  const leesbaar = leesbareVelden(velden);
  const titel = t.formulier(nummer, moment);
  return (
    <section aria-label={titel}>
      <Kop2>{titel}</Kop2>
      {leesbaar.length === 0 ? (
        <Alinea>{t.zonderTekst}</Alinea>
      ) : (
        <BeschrijvingsLijst items={leesbaar.map(([term, waarde]) => ({ term, waarde }))} />
      )}
      <Formulier actie={pad} csrf={c.get('csrf')} naam={`${t.verstuur}: ${titel}`}>
        {velden.map(([naam, waarde]) => (
          <VerborgenVeld naam={naam} waarde={waarde} />
        ))}
        <VerborgenVeld naam={BEWAARVELD} waarde={id} />
        <Knop>{t.verstuur}</Knop>
      </Formulier>
      <Formulier actie={PAD} csrf={c.get('csrf')} naam={`${t.gooiWeg}: ${titel}`}>
        <VerborgenVeld naam="verzoek" waarde={id} />
        <Knop soort="bij">{t.gooiWeg}</Knop>
      </Formulier>
    </section>
  );
};

async function pagina(d: Diensten, c: Ctx): Promise<Response> {
  const lijst = await leesBewaard(d, c.get('gebruiker')?.id ?? '');
  return toon(
    c,
    { titel: t.titel },
    <>
      {c.req.query('na') === 'weg' ? <Melding soort="gelukt">{t.weg}</Melding> : null}
      <Kop1>{t.titel}</Kop1>
      {lijst.length === 0 ? (
        <LegeStaat titel={t.geen}>{t.geenUitleg}</LegeStaat>
      ) : (
        <>
          <Alinea>{t.uitleg}</Alinea>
          <Alinea>{t.bestand}</Alinea>
          {lijst.map((b, i) => (
            <Bewaard
              c={c}
              id={b.id}
              nummer={i + 1}
              moment={toonTijdstip(b.bewaardOp)}
              pad={b.pad}
              velden={b.velden}
            />
          ))}
        </>
      )}
    </>,
  );
}

/** The page with one's own kept forms. */
export function registreerBewaard(app: App, d: Diensten): void {
  app.get(PAD, eisAangemeld, c => pagina(d, c));
  app.post(PAD, eisAangemeld, async c => {
    const id = (await leesVorm(c))('verzoek');
    const weg = UUID.test(id) && (await verwijderBewaard(d, c.get('gebruiker')?.id ?? '', id));
    return weg ? c.redirect(`${PAD}?na=weg`, 303) : nietGevondenPagina(c);
  });
}
