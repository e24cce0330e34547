import type { Child } from 'hono/jsx';
import { formatDag } from '#kern/datum/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { adres, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Kaartje,
  Kop1,
  Kop2,
  Kop3,
  Lijst,
  Link,
  Melding,
  Rooster,
} from '#platform/ui/index.ts';
import { leidAf, standenVan } from '../../domain/afgeleid.ts';
import { leesDeeldatum } from '../../domain/deeldatum.ts';
import { eerstvolgende, verstreken } from '../../domain/mijlpaal.ts';
import {
  enige,
  gemeenten,
  lijst,
  type Onderdeel,
  type Programma,
  tekst,
  titel,
} from '../../domain/programma.ts';
import { actiesVan } from '../../domain/smart.ts';
import { magWerken } from '../../usecases/doen.ts';
import { type Blad, basisVan, toonBlad } from '../kader.tsx';
import { Brontaal, KopTabel, toonPeriode, toonWanneer } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { regioTeksten } from '../teksten/regio.ts';

/** The front page: choose a region. */
export function voorpagina(c: Ctx, programmas: readonly Programma[]): Promise<Response> {
  const taal = c.get('taal');
  const t = regioTeksten[taal];
  return toon(
    c,
    { titel: t.welkomTitel, tweetalig: true },
    <>
      <Kop1>{t.welkomKop}</Kop1>
      <Alinea soort="inleiding">{t.welkomTekst}</Alinea>
      <Rooster
        items={programmas.map(p => {
          const r = enige(p, 'regio');
          return (
            <Kaartje
              href={adres(c, `/regio/${p.regio}`)}
              titel={tekst(r, 'naam')}
              niveau={2}
              boven={t.gemeenten(gemeenten(p).length)}
            >
              <Alinea>
                <Brontaal taal={taal}>{tekst(r, 'programma')}</Brontaal>
              </Alinea>
            </Kaartje>
          );
        })}
      />
    </>,
  );
}

const MijlpaalRegel = ({ b, mijlpaal }: { b: Blad; mijlpaal: Onderdeel }) => (
  <>
    <Link href={b.naar(`/planning/mijlpalen/${encodeURIComponent(mijlpaal.code)}`)}>
      <Brontaal taal={b.taal}>{titel(mijlpaal)}</Brontaal>
    </Link>{' '}
    ({toonWanneer(mijlpaal, b.taal)})
  </>
);

/** Late milestones, the one whose day passed longest ago first. */
function langstVerstreken(mijlpalen: readonly Onderdeel[], vandaag: Temporal.PlainDate) {
  const dag = (d: Temporal.PlainDate | null) => d?.toString() ?? '9999';
  return verstreken(mijlpalen, vandaag).sort((x, y) => (dag(x.stand.tot) < dag(y.stand.tot) ? -1 : 1));
}

/** How the actions stand, by what the municipalities said; the late ones by name. */
function actieRegels(b: Blad): Child[] {
  const t = regioTeksten[b.taal];
  const acties = lijst(b.p, 'actie').map(actie => ({ actie, stand: leidAf(standenVan(b.p, actie)).status }));
  const laat = acties.filter(x => x.stand === 'vertraagd');
  const zonder = acties.filter(x => x.stand === null).length;
  const opKoers = acties.filter(
    x => x.stand !== null && !['vertraagd', 'vervallen'].includes(x.stand),
  ).length;
  if (zonder === acties.length) return [t.actiesZonderStand(acties.length)];
  return [
    t.opKoers(opKoers, acties.length),
    ...laat.map(x => (
      <>
        {t.actieLaat}{' '}
        <Link href={b.naar(`/programma/acties/${encodeURIComponent(x.actie.code)}`)}>
          {x.actie.code} <Brontaal taal={b.taal}>{titel(x.actie)}</Brontaal>
        </Link>
      </>
    )),
    ...(zonder > 0 ? [t.zonderStand(zonder)] : []),
  ];
}

const HoeHetGaat = ({ b }: { b: Blad }) => {
  const t = regioTeksten[b.taal];
  const mijlpalen = lijst(b.p, 'mijlpaal');
  const laat = langstVerstreken(mijlpalen, b.vandaag);
  const gereed = mijlpalen.filter(m => tekst(m, 'status') === 'gereed').length;
  const items: Child[] = [...actieRegels(b), t.gereed(gereed, mijlpalen.length)];
  if (laat.length > 0) {
    items.push(
      <>
        {t.laat(laat.length)}
        <Lijst
          items={[
            ...laat.slice(0, 3).map(({ mijlpaal }) => <MijlpaalRegel b={b} mijlpaal={mijlpaal} />),
            ...(laat.length > 3
              ? [<Link href={b.naar('/planning?status=laat')}>{t.meerLaat(laat.length - 3)}</Link>]
              : []),
          ]}
        />
      </>,
    );
  }
  return (
    <section aria-labelledby="hoe">
      <Kop2 id="hoe">{t.hoeGaatHet}</Kop2>
      <Lijst items={items} />
    </section>
  );
};

const WatNu = ({ b }: { b: Blad }) => {
  const t = regioTeksten[b.taal];
  const komend = eerstvolgende(lijst(b.p, 'mijlpaal'), b.vandaag).slice(0, 3);
  return (
    <section aria-labelledby="nu">
      <Kop2 id="nu">{t.nuGebeurt}</Kop2>
      {komend.length === 0 ? null : (
        <Lijst items={komend.map(({ mijlpaal }) => <MijlpaalRegel b={b} mijlpaal={mijlpaal} />)} />
      )}
      {komend.length < 3 ? <Alinea>{komend.length === 0 ? t.geenKomende : t.geenVerdere}</Alinea> : null}
    </section>
  );
};

/** Said plainly when the period of the plan lies behind us: what follows is history, not the stand of today. */
const PeriodeVoorbij = ({ b }: { b: Blad }) => {
  const tot = leesDeeldatum(tekst(enige(b.p, 'regio'), 'periodeTot'))?.laatste;
  if (!tot || Temporal.PlainDate.compare(tot, b.vandaag) >= 0) return null;
  return <Melding taal={b.taal}>{regioTeksten[b.taal].voorbij(formatDag(tot, b.taal))}</Melding>;
};

/** The parts of the region that have no place in the bar on top. */
const Meer = ({ b }: { b: Blad }) => {
  const t = regioTeksten[b.taal];
  const werk = b.weergave === 'werk';
  const naarAndere = magWerken(lidmaatschappen(b.c), b.regio);
  const links: [string, string][] = [
    [b.naar('/organisatie'), t.naarOrganisatie],
    [b.naar('/planning/agenda'), t.naarAgenda],
    [b.naar('/zelfscan'), t.naarZelfscan],
    [b.naar('/verslag'), t.naarVerslag],
    [b.naar('/onderdelen'), t.naarOnderdelen],
    ...(werk
      ? ([
          [b.naar('/concepten'), t.naarConcepten],
          [b.naar('/bestand'), t.naarBestand],
          [adres(b.c, basisVan(b.regio, 'openbaar')), t.naarOpenbaar],
        ] as [string, string][])
      : naarAndere
        ? ([[basisVan(b.regio, 'werk'), t.naarWerk]] as [string, string][])
        : []),
  ];
  return (
    <>
      <Kop2>{t.meer}</Kop2>
      <Lijst items={links.map(([href, naam]) => <Link href={href}>{naam}</Link>)} />
    </>
  );
};

const Lijnen = ({ b }: { b: Blad }) => (
  <>
    {lijst(b.p, 'actielijn').map(l => {
      const acties = actiesVan(b.p, l);
      return (
        <section>
          <Kop3>
            <Brontaal taal={b.taal}>{titel(l)}</Brontaal>
          </Kop3>
          {tekst(l, 'doel') ? (
            <Alinea>
              <Brontaal taal={b.taal}>{tekst(l, 'doel')}</Brontaal>
            </Alinea>
          ) : null}
          {acties.length === 0 ? (
            <Alinea>{regioTeksten[b.taal].geenActies}</Alinea>
          ) : (
            <Lijst
              items={acties.map(a => (
                <Link href={b.naar(`/programma/acties/${encodeURIComponent(a.code)}`)}>
                  {a.code} <Brontaal taal={b.taal}>{titel(a)}</Brontaal>
                </Link>
              ))}
            />
          )}
        </section>
      );
    })}
  </>
);

const WatCijfers = ({ b, panelen }: { b: Blad; panelen: Child[] }) => {
  const t = regioTeksten[b.taal];
  return (
    <section aria-labelledby="wat">
      <Kop2 id="wat">{t.watCijfers}</Kop2>
      {panelen.length > 0 ? panelen : <Alinea>{t.geenVerandering}</Alinea>}
      <Alinea>
        <Link href={adres(b.c, `/regio/${b.regio}/cijfers`)}>{t.naarCijfers}</Link>
      </Alinea>
    </section>
  );
};

const Deelnemers = ({ b, slugVan }: { b: Blad; slugVan: (code: string) => string | null }) => {
  const t = regioTeksten[b.taal];
  return (
    <KopTabel
      titel={t.deelnemers}
      kolommen={[{ naam: t.gemeente, rijkop: true }, { naam: t.subregio }]}
      rijen={gemeenten(b.p).map(g => {
        const slug = slugVan(g.code);
        return [
          slug ? <Link href={adres(b.c, `/regio/${b.regio}/gemeente/${slug}`)}>{g.naam}</Link> : g.naam,
          g.subregio ?? algemeen[b.taal].onbekend,
        ];
      })}
    />
  );
};

const Feiten = ({ b }: { b: Blad }) => {
  const t = regioTeksten[b.taal];
  const r = enige(b.p, 'regio');
  const feit = (term: string, veld: string) => ({
    term,
    waarde: tekst(r, veld) ? <Brontaal taal={b.taal}>{tekst(r, veld)}</Brontaal> : algemeen[b.taal].onbekend,
  });
  return (
    <BeschrijvingsLijst
      items={[
        { term: t.periode, waarde: toonPeriode(tekst(r, 'periodeVan'), tekst(r, 'periodeTot'), b.taal) },
        feit(t.status, 'status'),
        feit(t.opdrachtgever, 'bestuurlijkOpdrachtgever'),
        feit(t.centrum, 'centrumgemeente'),
        feit(t.veiligThuis, 'vtOrganisatie'),
      ]}
    />
  );
};

/** The region: what happens now, how it goes, what the figures allow to be said; then lines and municipalities. */
export function regioPagina(
  b: Blad,
  panelen: Child[],
  slugVan: (code: string) => string | null,
): Promise<Response> {
  const t = regioTeksten[b.taal];
  const r = enige(b.p, 'regio');
  return toonBlad(
    b,
    {
      titel: b.regioNaam,
      kop: t.kop(b.regioNaam),
      boven: <Brontaal taal={b.taal}>{tekst(r, 'programma')}</Brontaal>,
    },
    <>
      <Alinea soort="inleiding">
        <Brontaal taal={b.taal}>{tekst(r, 'omschrijving')}</Brontaal>
      </Alinea>
      <PeriodeVoorbij b={b} />
      {b.weergave === 'werk' ? <Melding>{t.werkversie}</Melding> : null}
      <Rooster items={[<WatNu b={b} />, <HoeHetGaat b={b} />, <WatCijfers b={b} panelen={panelen} />]} />
      <Kop2>{t.lijnen}</Kop2>
      <Lijnen b={b} />
      <Deelnemers b={b} slugVan={slugVan} />
      <Kop2>{t.overProgramma}</Kop2>
      <Feiten b={b} />
      <Meer b={b} />
    </>,
  );
}
