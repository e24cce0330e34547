import { dagInNederland, formatDag } from '#kern/datum/index.ts';
import type { Rol } from '#modules/toegang/index.ts';
import { type App, alsLezer, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  Knop,
  Kop1,
  Kop2,
  LegeStaat,
  Melding,
  TekstVeld,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { enige, gemeenten, type Programma, tekst } from '../domain/programma.ts';
import {
  agendakeuzen,
  findAgenda,
  listEigenAdressen,
  maakAgendaadres,
  trekIn,
} from '../usecases/agendaadres.ts';
import { listProgrammas } from '../usecases/lees.ts';
import { agendaTekst } from './ical.ts';
import { doenVan } from './kader.tsx';
import { agendaTeksten as t } from './teksten/agenda.ts';
import { algemeen } from './teksten/algemeen.ts';

const PAD = '/account/agenda';
type Keuze = ReturnType<typeof agendakeuzen>[number];
type Adres = Awaited<ReturnType<typeof listEigenAdressen>>[number];

const herkomst = (c: Ctx): string =>
  c.get('diensten').instellingen.basisUrl ?? `http://${c.req.header('host') ?? 'localhost'}`;

function plaats(programmas: readonly Programma[], k: Keuze): string {
  const p = programmas.find(x => x.regio === k.regio);
  const regio = p ? tekst(enige(p, 'regio'), 'naam') : k.regio;
  const gemeente = p && gemeenten(p).find(g => g.code === k.gemeente)?.naam;
  return gemeente ? `${regio}, ${gemeente}` : regio;
}

const Abonnement = (props: { c: Ctx; naam: string; keuze: Keuze; adres: Adres | undefined }) => {
  const { c, keuze, adres } = props;
  const csrf = c.get('csrf');
  return (
    <section>
      <Kop2>{props.naam}</Kop2>
      <Alinea>{t.rollen[keuze.rol]}</Alinea>
      <Alinea>
        {adres ? t.heeft(formatDag(dagInNederland(adres.aangemaakt.toTemporalInstant()), 'nl')) : t.heeftNiet}
      </Alinea>
      <Formulier actie={PAD} csrf={csrf} naam={`${t.maak}, ${props.naam}`}>
        <VerborgenVeld naam="regio" waarde={keuze.regio} />
        <VerborgenVeld naam="rol" waarde={keuze.rol} />
        <VerborgenVeld naam="gemeente" waarde={keuze.gemeente ?? ''} />
        <Knop soort={adres ? 'bij' : 'hoofd'}>{adres ? t.maakNieuw : t.maak}</Knop>
      </Formulier>
      {adres ? (
        <Formulier actie={`${PAD}/${adres.id}/intrekken`} csrf={csrf} naam={`${t.trekIn}, ${props.naam}`}>
          <Knop soort="gevaar">{t.trekIn}</Knop>
        </Formulier>
      ) : null}
    </section>
  );
};

/** Own subscriptions; a new address is shown on this one answer only. */
async function pagina(c: Ctx, nieuw: string | null): Promise<Response> {
  const d = doenVan(c);
  const adressen = await listEigenAdressen(d);
  const programmas = await alsLezer(c, tx => listProgrammas(tx, 'openbaar'));
  const keuzen = agendakeuzen(d.lidmaatschappen);
  const van = (k: Keuze) =>
    adressen.find(a => a.regio === k.regio && a.rol === k.rol && a.gemeente === k.gemeente);
  return toon(
    c,
    { titel: t.titel, kruimels: [{ naam: algemeen.nl.begin, href: '/' }, { naam: t.titel }] },
    <>
      <Kop1>{t.kop}</Kop1>
      {nieuw ? (
        <Melding soort="gelukt" titel={t.nieuwTitel}>
          <Alinea>{t.nieuwUitleg}</Alinea>
          <TekstVeld naam="adres" label={t.adres} waarde={`${herkomst(c)}/agenda/${nieuw}.ics`} />
        </Melding>
      ) : null}
      {c.req.query('gedaan') === 'ingetrokken' ? <Melding soort="gelukt" titel={t.ingetrokken} /> : null}
      <Alinea soort="inleiding">{t.uitleg}</Alinea>
      <Alinea>{t.geheim}</Alinea>
      {keuzen.length === 0 ? <LegeStaat titel={t.geen} /> : null}
      {keuzen.map(k => (
        <Abonnement c={c} naam={plaats(programmas, k)} keuze={k} adres={van(k)} />
      ))}
    </>,
  );
}

const naarAanmelden = (c: Ctx): Response => c.redirect(`/aanmelden?terug=${encodeURIComponent(PAD)}`, 303);

async function maak(c: Ctx): Promise<Response> {
  if (!c.get('gebruiker')) return naarAanmelden(c);
  const lijf = await c.req.parseBody();
  const uit = await maakAgendaadres(doenVan(c), {
    regio: String(lijf.regio ?? ''),
    rol: String(lijf.rol ?? '') as Rol,
    gemeente: String(lijf.gemeente ?? '') || null,
  });
  return uit.ok ? pagina(c, uit.waarde.geheim) : nietGevondenPagina(c);
}

async function stop(c: Ctx): Promise<Response> {
  if (!c.get('gebruiker')) return naarAanmelden(c);
  const uit = await trekIn(doenVan(c), c.req.param('id') ?? '');
  return uit.ok ? c.redirect(`${PAD}?gedaan=ingetrokken`, 303) : nietGevondenPagina(c);
}

/** The calendar behind a secret address. Unknown, revoked and no longer allowed are the same answer. */
async function feed(c: Ctx): Promise<Response> {
  const geheim = (c.req.param('adres') ?? '').replace(/\.ics$/, '');
  const vandaag = c.get('vandaag');
  const gevonden = await findAgenda(c.get('diensten').db, vandaag, geheim);
  if (!gevonden) return nietGevondenPagina(c);
  const basis = c.get('diensten').instellingen.basisUrl;
  return c.body(agendaTekst(gevonden, { nu: c.get('nu'), vandaag }, basis), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private',
    'content-disposition': 'inline; filename="programma.ics"',
  });
}

/** Subscriptions to the dates of a programme. The secret stands in the path, and only route patterns are logged. */
export function registreerAgenda(app: App): void {
  app.get(PAD, c => (c.get('gebruiker') ? pagina(c, null) : naarAanmelden(c)));
  app.post(PAD, maak);
  app.post(`${PAD}/:id/intrekken`, stop);
  app.get('/agenda/:adres{[A-Za-z0-9_-]+\\.ics}', feed);
}
