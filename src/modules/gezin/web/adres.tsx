import { randomUUID } from 'node:crypto';
import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  DatumVeld,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  Kop2,
  LegeStaat,
  Link,
  Melding,
  Tabel,
  TekstVeld,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { ADRESSOORTEN, type Adres, type Adressoort } from '../domain/adres.ts';
import type { Persoon } from '../domain/persoon.ts';
import {
  dossiersGeheimAdres,
  dossiersTeBewerken,
  type GeheimAdres,
  legAdresVast,
  legGeheimAdresVast,
  listAdressen,
  listGeheimeAdressen,
  maakAdresGeheim,
  sluitAdres,
  sluitGeheimAdres,
  type VastgesteldAdres,
} from '../usecases/adres.ts';
import { metSleutels, persoonrecht, readPersoon } from '../usecases/persoon.ts';
import { leesDag } from './dag.ts';
import {
  besloten,
  type Diensten,
  foutenVan,
  isId,
  LEEG,
  leesVelden,
  metId,
  persoonpad,
  toonBlad,
  type Velden,
  type Vormstaat,
  veld,
  weiger,
} from './kader.tsx';
import { Druk, opties, toonAdres, toonNaam, toonPeriode } from './opmaak.tsx';
import { algemeen, adresteksten as t, woorden } from './teksten.ts';

const DELEN = ['straat', 'nummer', 'toevoeging', 'postcode', 'plaats'] as const;
const VELDEN = [...DELEN, 'soort', 'van', 'dossier', 'sluit', 'tot', 'geheim'];

interface Blad {
  persoon: Persoon;
  adressen: readonly VastgesteldAdres[];
  schrijft: boolean;
  /** Files for which the reader may see and record a secret address. */
  dossiers: readonly string[];
  /** Files in which the reader works: there an ordinary address can be made secret. */
  bewerkt: readonly string[];
  geheim: boolean;
}

const padVan = (b: Blad) => persoonpad(b.persoon.id, b.geheim ? '/geheim-adres' : '/adressen');

const Sluitknop = ({ c, b, id, wat }: { c: Ctx; b: Blad; id: string; wat: string }) => (
  <Formulier actie={padVan(b)} csrf={c.get('csrf')} naam={`${algemeen.sluit}: ${wat}`}>
    <VerborgenVeld naam="sluit" waarde={id} />
    <DatumVeld naam="tot" id={`veld-tot-${id}`} label={algemeen.sluitOp} uitleg={algemeen.sluitUitleg} />
    <Knop soort="bij">{algemeen.sluit}</Knop>
  </Formulier>
);

const dossierkeuze = (dossiers: readonly string[]) => ({
  label: t.dossier,
  ...(dossiers.length === 1 ? { leeg: null } : {}),
  opties: dossiers.map((waarde, i) => ({ waarde, naam: t.dossierNaam(i + 1) })),
});

/** For an address that should not have been typed as an ordinary one. */
const Geheimknop = ({ c, b, id, wat }: { c: Ctx; b: Blad; id: string; wat: string }) => (
  <Formulier actie={padVan(b)} csrf={c.get('csrf')} naam={`${t.maakGeheim}: ${wat}`}>
    <VerborgenVeld naam="geheim" waarde={id} />
    {b.bewerkt.length === 1 ? (
      <VerborgenVeld naam="dossier" waarde={b.bewerkt[0] ?? ''} />
    ) : (
      <KeuzeVeld naam="dossier" id={`veld-dossier-${id}`} {...dossierkeuze(b.bewerkt)} />
    )}
    <Knop soort="bij">{t.maakGeheim}</Knop>
  </Formulier>
);

const Lijstje = ({ c, b }: { c: Ctx; b: Blad }) =>
  b.adressen.length === 0 ? (
    <LegeStaat titel={b.geheim ? t.geheimGeen : t.geenTitel} />
  ) : (
    <>
      <Tabel
        bijschrift={t.lijst}
        kolommen={[{ naam: t.adres, rijkop: true }, { naam: t.soort }, { naam: t.periode }]}
        rijen={b.adressen.map(a => [
          toonAdres(a.adres),
          woorden.adressoort[a.soort],
          toonPeriode(a.van, a.tot),
        ])}
      />
      {b.schrijft
        ? b.adressen
            .filter(a => a.tot === null)
            .map(a => <Sluitknop c={c} b={b} id={a.id} wat={toonAdres(a.adres)} />)
        : null}
      {b.schrijft && !b.geheim ? (
        <>
          <Kop2>{t.maakGeheimKop}</Kop2>
          <Alinea>{t.maakGeheimUitleg}</Alinea>
          {b.adressen.map(a => (
            <Geheimknop c={c} b={b} id={a.id} wat={toonAdres(a.adres)} />
          ))}
        </>
      ) : null}
    </>
  );

const Vorm = ({ c, b, s }: { c: Ctx; b: Blad; s: Vormstaat }) => (
  <Formulier actie={padVan(b)} csrf={c.get('csrf')} naam={t.nieuw}>
    {b.geheim ? <KeuzeVeld {...veld(s, 'dossier')} {...dossierkeuze(b.dossiers)} /> : null}
    <KeuzeVeld {...veld(s, 'soort')} label={t.soort} opties={opties(woorden.adressoort)} />
    <TekstVeld {...veld(s, 'straat')} label={t.straat} verplicht={false} aanvullen="off" />
    <TekstVeld {...veld(s, 'nummer')} label={t.nummer} verplicht={false} breedte="kort" aanvullen="off" />
    <TekstVeld
      {...veld(s, 'toevoeging')}
      label={t.toevoeging}
      verplicht={false}
      breedte="kort"
      aanvullen="off"
    />
    <TekstVeld {...veld(s, 'postcode')} label={t.postcode} verplicht={false} breedte="kort" aanvullen="off" />
    <TekstVeld {...veld(s, 'plaats')} label={t.plaats} verplicht={false} aanvullen="off" />
    <DatumVeld {...veld(s, 'van')} label={algemeen.van} />
    <Knop>{b.geheim ? t.bewaarGeheim : t.bewaar}</Knop>
  </Formulier>
);

function pagina(c: Ctx, b: Blad, s: Vormstaat): Promise<Response> {
  const titel = b.geheim ? t.geheimTitel : t.titel;
  return toonBlad(
    c,
    { titel, pad: [{ naam: toonNaam(b.persoon), href: persoonpad(b.persoon.id) }], fouten: s.fouten },
    <>
      <FoutSamenvatting fouten={[...s.fouten]} />
      {c.req.query('gedaan') === undefined ? null : <Melding soort="gelukt">{algemeen.gedaan}</Melding>}
      {c.req.query('geheim') === undefined ? null : (
        <Melding soort="gelukt" titel={t.isGeheim}>
          {t.isGeheimUitleg}
        </Melding>
      )}
      {b.geheim ? (
        <Melding soort="waarschuwing" titel={t.geheimTitel}>
          {t.geheimUitleg}
        </Melding>
      ) : (
        <Alinea>
          {t.uitleg}{' '}
          {b.dossiers.length > 0 ? (
            <Link href={persoonpad(b.persoon.id, '/geheim-adres')}>{t.naarGeheim}</Link>
          ) : null}
        </Alinea>
      )}
      <Lijstje c={c} b={b} />
      {b.schrijft ? (
        <>
          <Kop2>{t.nieuw}</Kop2>
          <Vorm c={c} b={b} s={s} />
        </>
      ) : null}
      <Druk c={c} />
    </>,
  );
}

type Lees = Parameters<typeof metId<Blad>>[2];

const leesGewoon =
  (d: Diensten): Lees =>
  async (tx, id) => {
    const persoon = await readPersoon(tx, d.kluis, id);
    if (!persoon) return null;
    const schrijft = (await persoonrecht(tx, id)).aanvullen;
    const dossiers = await dossiersGeheimAdres(tx, id);
    const bewerkt = await dossiersTeBewerken(tx, id);
    const adressen = await listAdressen(tx, d.kluis, id);
    return { persoon, schrijft, geheim: false, dossiers, bewerkt, adressen };
  };

/** Who has no relation for secret addresses sees the same as for a person who is not there. */
const leesGeheim =
  (d: Diensten): Lees =>
  async (tx, id) => {
    const dossiers = await dossiersGeheimAdres(tx, id);
    const persoon = dossiers.length > 0 ? await readPersoon(tx, d.kluis, id) : null;
    if (!persoon) return null;
    const adressen: readonly GeheimAdres[] = await listGeheimeAdressen(tx, d.kluis, id);
    const bewerkt = await dossiersTeBewerken(tx, id);
    const schrijft = (await persoonrecht(tx, id)).bereikbaar;
    return { persoon, schrijft, geheim: true, dossiers, bewerkt, adressen };
  };

const adresVan = (v: Velden): Adres => ({
  straat: v['straat'] ?? '',
  nummer: v['nummer'] ?? '',
  toevoeging: v['toevoeging'] ?? '',
  postcode: v['postcode'] ?? '',
  plaats: v['plaats'] ?? '',
});

const isSoort = (w: string): w is Adressoort => (ADRESSOORTEN as readonly string[]).includes(w);

/** The faults of what can be read without the house: kind, day, file. */
function leesFouten(v: Velden, b: Blad, vandaag: Temporal.PlainDate): Record<string, string> {
  const fouten: Record<string, string> = {};
  const van = leesDag(v['van'], vandaag);
  if ('fout' in van) fouten['van'] = van.fout;
  if (!isSoort(v['soort'] ?? '')) fouten['soort'] = algemeen.kies;
  if (b.geheim && !b.dossiers.includes(v['dossier'] ?? '')) fouten['dossier'] = algemeen.kies;
  return fouten;
}

type Uit = Result<unknown, Weigering>;

/** One form adds, the others close: the field `sluit` names the address. */
async function verwerk(
  c: Ctx,
  soort: string,
  lees: Lees,
  doen: {
    sluit(v: Velden, persoon: string, tot: string): Promise<Uit>;
    voeg(v: Velden, b: Blad): Promise<Uit>;
    maakGeheim?(v: Velden, persoon: string): Promise<Uit>;
  },
): Promise<Response> {
  const v = await leesVelden(c, VELDEN);
  const id = c.req.param('id') ?? '';
  const b = isId(id) ? await alsLezer(c, tx => lees(tx, id)) : null;
  if (!b?.schrijft) return weiger(c, soort, id);
  const vandaag = c.get('vandaag');
  let uit: Uit;
  if (v['sluit']) {
    const tot = leesDag(v['tot'], vandaag);
    if (!isId(v['sluit'])) return weiger(c, soort, id);
    if ('fout' in tot)
      return pagina(c, b, { waarden: {}, fouten: [{ veld: `tot-${v['sluit']}`, tekst: tot.fout }] });
    uit = await doen.sluit(v, id, tot.dag);
  } else if (v['geheim']) {
    if (!doen.maakGeheim || !isId(v['geheim'])) return weiger(c, soort, id);
    const fouten = [{ veld: `dossier-${v['geheim']}`, tekst: algemeen.kies }];
    if (!b.bewerkt.includes(v['dossier'] ?? '')) return pagina(c, b, { waarden: {}, fouten });
    uit = await doen.maakGeheim(v, id);
    if (uit.ok) return c.redirect(`${padVan(b)}?geheim`, 303);
  } else {
    const velden = leesFouten(v, b, vandaag);
    const fouten = foutenVan({ code: 'ongeldig', velden });
    if (Object.keys(velden).length > 0) return pagina(c, b, { waarden: v, fouten });
    uit = await doen.voeg(v, b);
  }
  if (uit.ok) return c.redirect(`${padVan(b)}?gedaan`, 303);
  if (uit.weigering.code === 'niet_gevonden') return weiger(c, soort, id);
  return pagina(c, b, { waarden: v['sluit'] ? {} : v, fouten: foutenVan(uit.weigering) });
}

function nieuwVan(c: Ctx, v: Velden, persoon: string) {
  const van = leesDag(v['van'], c.get('vandaag'));
  const soort = isSoort(v['soort'] ?? '') ? (v['soort'] as Adressoort) : 'woon';
  return { id: randomUUID(), persoon, soort, adres: adresVan(v), van: 'dag' in van ? van.dag : '' };
}

function bewaarGewoon(c: Ctx, d: Diensten): Promise<Response> {
  return verwerk(c, 'adres', leesGewoon(d), {
    sluit: (v, persoon, tot) =>
      alsLezer(c, tx => sluitAdres(tx, d.kluis, { id: v['sluit'] ?? '', persoon, tot })),
    voeg: (v, b) => alsLezer(c, tx => legAdresVast(tx, d.kluis, nieuwVan(c, v, b.persoon.id))),
    maakGeheim: (v, persoon) =>
      metSleutels(d.kluis, 'geheim_adres', 1, ([sleutel = '']) =>
        alsLezer(c, tx =>
          maakAdresGeheim(tx, d.kluis, {
            id: v['geheim'] ?? '',
            persoon,
            dossier: v['dossier'] ?? '',
            sleutel,
          }),
        ),
      ),
  });
}

function bewaarGeheim(c: Ctx, d: Diensten): Promise<Response> {
  return verwerk(c, 'geheim_adres', leesGeheim(d), {
    sluit: (v, persoon, tot) =>
      alsLezer(c, tx => sluitGeheimAdres(tx, { id: v['sluit'] ?? '', persoon, tot })),
    voeg: (v, b) =>
      metSleutels(d.kluis, 'geheim_adres', 1, ([sleutel = '']) =>
        alsLezer(c, tx =>
          legGeheimAdresVast(tx, d.kluis, {
            ...nieuwVan(c, v, b.persoon.id),
            dossier: v['dossier'] ?? '',
            sleutel,
          }),
        ),
      ),
  });
}

/** Addresses of a person; the secret one on a page of its own, for its own relation. */
export function registreerAdres(app: App, d: Diensten): void {
  app.get('/gezin/personen/:id/adressen', besloten, c =>
    metId(c, 'adres', leesGewoon(d), b => pagina(c, b, LEEG)),
  );
  app.post('/gezin/personen/:id/adressen', besloten, c => bewaarGewoon(c, d));
  app.get('/gezin/personen/:id/geheim-adres', besloten, c =>
    metId(c, 'geheim_adres', leesGeheim(d), b => pagina(c, b, LEEG)),
  );
  app.post('/gezin/personen/:id/geheim-adres', besloten, c => bewaarGeheim(c, d));
}
