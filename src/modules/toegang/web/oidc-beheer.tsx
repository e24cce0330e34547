import { type App, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  LegeStaat,
  Melding,
  Tabel,
  TekstGebied,
  TekstVeld,
  type VeldFout,
  VinkVeld,
} from '#platform/ui/index.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { terugadres } from '../usecases/oidc.ts';
import {
  type Dienstformulier,
  type Dienstoverzicht,
  leesDienstoverzicht,
  zetAanmelddienst,
} from '../usecases/oidc-beheer.ts';
import { eisAangemeld } from './account.tsx';
import { teksten } from './teksten.ts';
import { oidcteksten } from './teksten-oidc.ts';
import { lidmaatschappen } from './verzoek.ts';
import { leesVorm } from './vorm.ts';

const t = oidcteksten.beheer;
const PAD = '/beheer/aanmelddiensten';
const LEEG: Dienstformulier = {
  organisatie: '',
  issuer: '',
  clientId: '',
  geheim: '',
  acr: '',
  actief: true,
};
const beheerder = (c: Ctx) => ({ id: c.get('gebruiker')?.id ?? '', lidmaatschappen: lidmaatschappen(c) });

const Ingesteld = ({ o }: { o: Dienstoverzicht }) =>
  o.diensten.length === 0 ? (
    <LegeStaat titel={t.geen} />
  ) : (
    <Tabel
      bijschrift={t.lijst}
      kolommen={t.kolommen.map((naam, i) => ({ naam, rijkop: i === 0 }))}
      rijen={o.diensten.map(x => [x.organisatie, x.issuer, x.actief ? t.aan : t.uit])}
    />
  );

type Keuzedelen = { o: Dienstoverzicht; f: Dienstformulier; fout: string | undefined };
const Keuze = ({ o, f, fout }: Keuzedelen) => (
  <KeuzeVeld
    naam="organisatie"
    label={t.organisatie}
    opties={o.organisaties.map(x => ({ waarde: x.id, naam: x.naam }))}
    waarde={f.organisatie}
    fout={fout}
    verplicht
  />
);

const Geheim = ({ fout }: { fout: string | undefined }) => (
  <TekstVeld
    naam="geheim"
    label={t.geheim}
    uitleg={t.geheimUitleg}
    soort="password"
    aanvullen="new-password"
    fout={fout}
    maximum={500}
  />
);

const Velden = ({ o, f, fouten }: { o: Dienstoverzicht; f: Dienstformulier; fouten: VeldFout[] }) => {
  const fout = (veld: string) => fouten.find(x => x.veld === veld)?.tekst;
  return (
    <>
      <Keuze o={o} f={f} fout={fout('organisatie')} />
      <TekstVeld
        naam="issuer"
        label={t.issuer}
        uitleg={t.issuerUitleg}
        soort="url"
        waarde={f.issuer}
        fout={fout('issuer')}
        maximum={300}
        verplicht
      />
      <TekstVeld
        naam="clientId"
        label={t.clientId}
        waarde={f.clientId}
        fout={fout('clientId')}
        maximum={200}
        verplicht
      />
      <Geheim fout={fout('geheim')} />
      <TekstGebied
        naam="acr"
        label={t.acr}
        uitleg={t.acrUitleg}
        rijen={3}
        waarde={f.acr}
        fout={fout('acr')}
      />
      <VinkVeld naam="actief" label={t.actief} aan={f.actief} />
    </>
  );
};

async function pagina(d: Diensten, c: Ctx, f: Dienstformulier, fouten: VeldFout[]): Promise<Response> {
  const o = await leesDienstoverzicht(d, beheerder(c));
  if (!o) return nietGevondenPagina(c);
  return toon(
    c,
    { titel: fouten.length ? `${teksten.fout}: ${t.titel}` : t.titel, status: fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      {c.req.query('na') === 'bewaard' ? <Melding soort="gelukt">{t.bewaard}</Melding> : null}
      <Kop1>{t.titel}</Kop1>
      <Alinea>{t.inleiding}</Alinea>
      <BeschrijvingsLijst items={[{ term: t.terugadres, waarde: <code>{terugadres(d)}</code> }]} />
      <Ingesteld o={o} />
      <Kop2>{t.zet}</Kop2>
      <Formulier actie={PAD} csrf={c.get('csrf')}>
        <Velden o={o} f={f} fouten={fouten} />
        <KnopGroep>
          <Knop>{t.bewaar}</Knop>
        </KnopGroep>
      </Formulier>
    </>,
  );
}

/** The providers of organisations, for who administers accounts in their region. */
export function registreerOidcBeheer(app: App, d: Diensten): void {
  app.get(PAD, eisAangemeld, c => pagina(d, c, LEEG, []));
  app.post(PAD, eisAangemeld, async c => {
    const v = await leesVorm(c);
    const f: Dienstformulier = {
      organisatie: v('organisatie'),
      issuer: v('issuer'),
      clientId: v('clientId'),
      geheim: v('geheim'),
      acr: v('acr'),
      actief: v('actief') !== '',
    };
    const r = await zetAanmelddienst(d, beheerder(c), f);
    if (r.ok) return c.redirect(`${PAD}?na=bewaard`, 303);
    if (!r.weigering.velden) return nietGevondenPagina(c);
    const fouten = Object.entries(r.weigering.velden).map(([veld, code]) => ({
      veld,
      tekst: t.fouten[code] ?? '',
    }));
    return pagina(d, c, { ...f, geheim: '' }, fouten);
  });
}
