import { type App, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  Knop,
  KnopLink,
  Kop1,
  Kop2,
  Kop3,
  LegeStaat,
  Lijst,
  Melding,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { toonHerstelcode } from '../domain/herstelcode.ts';
import type { Diensten } from '../usecases/diensten.ts';
import {
  type Herstelmens,
  type Herstelverzoek,
  leesHerstel,
  stemInMetHerstel,
  vraagHerstelverzoek,
  wijsHerstelAf,
} from '../usecases/herstelverzoek.ts';
import { eisAangemeld } from './account.tsx';
import { toonTijdstip } from './opmaak.ts';
import { rolwoorden } from './teksten.ts';
import { herstelteksten as t } from './teksten-herstel.ts';
import { leesVorm } from './vorm.ts';

const PAD = '/beheer/herstel';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const wieBen = (c: Ctx): string => c.get('gebruiker')?.id ?? '';

const Besluit = ({ v, csrf }: { v: Herstelverzoek; csrf: string }) => {
  const doe = (wat: string, knop: string, soort: 'hoofd' | 'bij') => (
    <Formulier actie={`${PAD}/${wat}`} csrf={csrf} naam={`${knop}: ${v.naam}`}>
      <VerborgenVeld naam="verzoek" waarde={v.id} />
      <Knop soort={soort}>{knop}</Knop>
    </Formulier>
  );
  return (
    <>
      {v.gaf ? <Alinea>{t.alGegeven}</Alinea> : doe('akkoord', t.stemIn, 'hoofd')}
      {doe('afwijzen', t.wijsAf, 'bij')}
    </>
  );
};

const Wachtend = ({ v, csrf }: { v: Herstelverzoek; csrf: string }) => (
  <section aria-label={v.naam}>
    <Kop3>{v.naam}</Kop3>
    <Alinea>{t.gevraagd(v.organisatie, toonTijdstip(v.gevraagdOp))}</Alinea>
    <Lijst items={v.akkoorden.map(a => t.akkoord(a.naam, rolwoorden[a.rol]))} />
    <Besluit v={v} csrf={csrf} />
  </section>
);

const Mens = ({ m, csrf }: { m: Herstelmens; csrf: string }) => (
  <section aria-label={`${m.naam}, ${m.organisatie}`}>
    <Kop3>{m.naam}</Kop3>
    <Alinea>{m.organisatie}</Alinea>
    <Formulier actie={PAD} csrf={csrf} naam={`${t.vraag}: ${m.naam}, ${m.organisatie}`}>
      <VerborgenVeld naam="persoon" waarde={m.persoonId} />
      <VerborgenVeld naam="organisatie" waarde={m.organisatieId} />
      <Knop soort="bij">{t.vraag}</Knop>
    </Formulier>
  </section>
);

const NA: Record<string, string> = { gevraagd: t.aangevraagd, akkoord: t.wachtNog, afgewezen: t.afgewezen };

async function pagina(d: Diensten, c: Ctx): Promise<Response> {
  const o = await leesHerstel(d, wieBen(c));
  if (!o) return nietGevondenPagina(c);
  const csrf = c.get('csrf');
  const melding = NA[c.req.query('na') ?? ''];
  const vrij = o.mensen.filter(m => !o.open.some(v => v.persoonId === m.persoonId));
  return toon(
    c,
    { titel: t.titel },
    <>
      {melding ? <Melding soort="gelukt">{melding}</Melding> : null}
      <Kop1>{t.titel}</Kop1>
      <Alinea>{t.inleiding}</Alinea>
      <Kop2>{t.open}</Kop2>
      {o.open.length === 0 ? <LegeStaat titel={t.niets} /> : null}
      {o.open.map(v => (
        <Wachtend v={v} csrf={csrf} />
      ))}
      <Kop2>{t.mensen}</Kop2>
      {vrij.map(m => (
        <Mens m={m} csrf={csrf} />
      ))}
    </>,
  );
}

function codePagina(d: Diensten, c: Ctx, naam: string, code: string): Promise<Response> {
  return toon(
    c,
    { titel: t.codeTitel },
    <>
      <Kop1>{t.codeTitel}</Kop1>
      <Melding soort="gelukt">{t.code(naam)}</Melding>
      <Alinea>
        <code>{toonHerstelcode(code)}</code>
      </Alinea>
      <Alinea>{t.codeUitleg}</Alinea>
      <Alinea>{t.codeWaar(`${d.basisUrl}/aanmelden/herstelcode`)}</Alinea>
      <KnopLink href={PAD}>{t.naarOverzicht}</KnopLink>
    </>,
  );
}

async function stemIn(d: Diensten, c: Ctx, id: string): Promise<Response> {
  const naam = (await leesHerstel(d, wieBen(c)))?.open.find(v => v.id === id)?.naam ?? '';
  const r = await stemInMetHerstel(d, wieBen(c), id);
  if (r.ok) {
    return r.waarde.code ? codePagina(d, c, naam, r.waarde.code) : c.redirect(`${PAD}?na=akkoord`, 303);
  }
  return r.weigering.code === 'al_akkoord' ? c.redirect(PAD, 303) : nietGevondenPagina(c);
}

/** Recovery of a colleague's account: asking and agreeing. */
export function registreerHerstel(app: App, d: Diensten): void {
  app.get(PAD, eisAangemeld, c => pagina(d, c));
  app.post(PAD, eisAangemeld, async c => {
    const v = await leesVorm(c);
    const voor = { persoonId: v('persoon'), organisatieId: v('organisatie') };
    if (!UUID.test(voor.persoonId) || !UUID.test(voor.organisatieId)) return nietGevondenPagina(c);
    const r = await vraagHerstelverzoek(d, wieBen(c), voor);
    return r.ok ? c.redirect(`${PAD}?na=gevraagd`, 303) : nietGevondenPagina(c);
  });
  app.post(`${PAD}/akkoord`, eisAangemeld, async c => {
    const id = (await leesVorm(c))('verzoek');
    return UUID.test(id) ? stemIn(d, c, id) : nietGevondenPagina(c);
  });
  app.post(`${PAD}/afwijzen`, eisAangemeld, async c => {
    const id = (await leesVorm(c))('verzoek');
    const r = UUID.test(id) ? await wijsHerstelAf(d, wieBen(c), id) : null;
    return r?.ok ? c.redirect(`${PAD}?na=afgewezen`, 303) : nietGevondenPagina(c);
  });
}
