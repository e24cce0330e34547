import type { Weigering } from '#kern/resultaat/index.ts';
import { type App, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  Kop1,
  Kop2,
  Kop3,
  LegeStaat,
  Lijst,
  Melding,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { bundel } from '../domain/subregio.ts';
import { beheerdeRegios, type Ruw } from '../domain/uitnodiging.ts';
import {
  type Accountregel,
  type Beheerder,
  eindigRol,
  listAccounts,
  wisTweedeStap,
  zetActief,
} from '../usecases/beheer.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { nodigOpnieuwUit, nodigUit } from '../usecases/uitnodigen.ts';
import { eisAangemeld } from './account.tsx';
import { rolVoluit } from './opmaak.ts';
import { teVaakPagina } from './te-vaak.tsx';
import { teksten } from './teksten.ts';
import { herstelteksten } from './teksten-herstel.ts';
import { Uitnodigen } from './uitnodigen.tsx';
import { lidmaatschappen } from './verzoek.ts';
import { leesVorm } from './vorm.ts';

const t = teksten.beheer;
const VELDEN = ['naam', 'adres', 'rol', 'regio', 'gemeente', 'organisatie'] as const;
const LEEG: Ruw = { naam: '', adres: '', rol: '', regio: '', gemeente: '', organisatie: '' };

const beheerder = (c: Ctx): Beheerder => ({
  id: c.get('gebruiker')?.id ?? '',
  lidmaatschappen: lidmaatschappen(c),
});

const Doe = (p: { actie: string; csrf: string; veld: [string, string]; knop: string; wie: string }) => (
  <Formulier actie={p.actie} csrf={p.csrf} naam={`${p.knop}: ${p.wie}`}>
    <VerborgenVeld naam={p.veld[0]} waarde={p.veld[1]} />
    <Knop soort="bij">{p.knop}</Knop>
  </Formulier>
);

type Wie = { d: Diensten; a: Accountregel; csrf: string; zelf: boolean; vandaag: string };

const Rollen = ({ d, a, csrf, zelf, vandaag }: Wie) => (
  <Lijst
    items={bundel(a.leden.filter(l => l.tot === null || l.tot > vandaag)).map(l => (
      <>
        {rolVoluit(d, l)}, {l.organisatie}
        {zelf ? null : (
          <Doe
            actie="/beheer/accounts/rol"
            csrf={csrf}
            veld={['lidmaatschap', l.id]}
            knop={t.eindigRol}
            wie={`${a.naam}, ${rolVoluit(d, l)}`}
          />
        )}
      </>
    ))}
  />
);

const Handelingen = ({ a, csrf }: { a: Accountregel; csrf: string }) => {
  if (!a.geheel) return <Alinea>{t.elders}</Alinea>;
  const doe = (actie: string, knop: string) => (
    <Doe actie={`/beheer/accounts/${actie}`} csrf={csrf} veld={['persoon', a.id]} knop={knop} wie={a.naam} />
  );
  return (
    <>
      {a.actief ? doe('uit', t.zetUit) : doe('aan', t.zetAan)}
      {a.actief && a.aangesloten ? doe('tweede-stap', t.wisStap) : null}
      {a.actief && !a.aangesloten ? doe('opnieuw', t.opnieuw) : null}
    </>
  );
};

const stand = (a: Accountregel) => (a.actief ? (a.aangesloten ? t.actief : t.uitgenodigd) : t.uit);

/** One person: name or, when only the address is known here, the address; roles and what can be done. */
const Mens = (p: Wie) => (
  <section aria-label={p.a.naam}>
    <Kop3>{p.a.naam}</Kop3>
    <Alinea>
      {p.a.naam === p.a.email ? t.naamVerborgen : `${p.a.email}.`} {stand(p.a)}.
    </Alinea>
    <Rollen {...p} />
    {p.zelf ? <Alinea>{t.zelf}</Alinea> : <Handelingen a={p.a} csrf={p.csrf} />}
  </section>
);

async function pagina(
  d: Diensten,
  c: Ctx,
  ruw: Ruw,
  fouten: VeldFout[],
  melding?: string,
): Promise<Response> {
  const b = beheerder(c);
  const lijst = await listAccounts(d, b);
  if (!lijst) return nietGevondenPagina(c);
  const csrf = c.get('csrf');
  const vandaag = c.get('vandaag').toString();
  return toon(
    c,
    { titel: fouten.length ? `${teksten.fout}: ${t.titel}` : t.titel, status: fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      {melding ? <Melding soort="gelukt">{melding}</Melding> : null}
      <Kop1>{t.titel}</Kop1>
      <Alinea>{t.inleiding}</Alinea>
      <Uitnodigen
        gebieden={d.gebieden ?? []}
        csrf={csrf}
        regios={beheerdeRegios(b.lidmaatschappen)}
        ruw={ruw}
        fouten={fouten}
      />
      <Kop2>{t.mensen}</Kop2>
      {lijst.length === 0 ? (
        <LegeStaat titel={t.niemand} />
      ) : (
        lijst.map(a => <Mens d={d} a={a} csrf={csrf} zelf={a.id === b.id} vandaag={vandaag} />)
      )}
    </>,
  );
}

/** The sentence for a refused field; a municipality of elsewhere is named, with the region that it is not in. */
function foutTekst(d: Diensten, ruw: Ruw, code: string): string {
  if (code !== 'gemeente_elders') return t.fouten[code] ?? t.fouten['naam'] ?? '';
  const gebieden = d.gebieden ?? [];
  const cbs = ruw.gemeente.trim().toUpperCase();
  const gemeente = gebieden.flatMap(g => g.gemeenten).find(g => g.code === cbs)?.naam ?? ruw.gemeente;
  return t.gemeenteElders(gemeente, gebieden.find(g => g.regio === ruw.regio)?.naam ?? ruw.regio);
}

async function verwerkUitnodiging(d: Diensten, c: Ctx): Promise<Response> {
  const v = await leesVorm(c);
  const ruw = { ...LEEG, ...Object.fromEntries(VELDEN.map(naam => [naam, v(naam)])) };
  const r = await nodigUit(d, beheerder(c), ruw);
  if (r.ok) return c.redirect('/beheer/accounts?na=uitgenodigd', 303);
  const w = r.weigering;
  if (w.code === 'niet_gevonden') return nietGevondenPagina(c);
  if (w.code === 'te_vaak') return teVaakPagina(c, Number(w.gegevens?.['minuten'] ?? 60));
  const fouten = Object.entries(w.velden ?? {}).map(([veld, code]) => ({
    veld,
    tekst: foutTekst(d, ruw, code),
  }));
  return pagina(d, c, ruw, fouten);
}

function naDoen(
  d: Diensten,
  c: Ctx,
  r: { ok: true } | { ok: false; weigering: Weigering },
): Response | Promise<Response> {
  if (r.ok) return c.redirect('/beheer/accounts?na=gedaan', 303);
  if (r.weigering.code === 'te_vaak') return teVaakPagina(c, Number(r.weigering.gegevens?.['minuten'] ?? 60));
  if (r.weigering.code === 'eigen_rol') return pagina(d, c, LEEG, [{ tekst: t.fouten['eigen_rol'] ?? '' }]);
  if (r.weigering.code === 'twee_personen')
    return pagina(d, c, LEEG, [{ tekst: herstelteksten.tweePersonen }]);
  return nietGevondenPagina(c);
}

const NA: Record<string, string> = { uitgenodigd: t.uitgenodigdMelding, gedaan: t.gedaan };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Account administration of one's own regions. */
export function registreerBeheer(app: App, d: Diensten): void {
  app.get('/beheer/accounts', eisAangemeld, c => pagina(d, c, LEEG, [], NA[c.req.query('na') ?? '']));
  app.post('/beheer/accounts', eisAangemeld, c => verwerkUitnodiging(d, c));
  type Doen = (b: Beheerder, id: string) => Promise<Parameters<typeof naDoen>[2]>;
  const doe = (pad: string, veld: string, werk: Doen) =>
    app.post(`/beheer/accounts/${pad}`, eisAangemeld, async c => {
      const id = (await leesVorm(c))(veld);
      return UUID.test(id) ? naDoen(d, c, await werk(beheerder(c), id)) : nietGevondenPagina(c);
    });
  doe('rol', 'lidmaatschap', (b, id) => eindigRol(d, b, id));
  doe('uit', 'persoon', (b, id) => zetActief(d, b, id, false));
  doe('aan', 'persoon', (b, id) => zetActief(d, b, id, true));
  doe('tweede-stap', 'persoon', (b, id) => wisTweedeStap(d, b, id));
  doe('opnieuw', 'persoon', (b, id) => nodigOpnieuwUit(d, b, id));
}
