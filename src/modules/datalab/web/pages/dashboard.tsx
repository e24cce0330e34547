import { adres, alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, Details, Kop1, Kop2, LegeStaat, Lijst, Link, Tabel } from '#platform/ui/index.ts';
import type { Cijferbeeld, Plaatsbeeld } from '../../domain/cijferbeeld.ts';
import { type Gemeente, slugVan } from '../../domain/gemeente.ts';
import { INDICATORGROEPEN } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { leesBeeldstof } from '../../usecases/beeldstof.ts';
import { catalogusteksten } from '../catalogus-woorden.ts';
import { metingteksten } from '../meting-woorden.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { documentteksten } from '../teksten-document.ts';
import { publicatieteksten } from '../teksten-publicatie.ts';
import { type Bestandsvorm, plaatsenVan, stuurBestand, waarnemingenUitvoer } from '../uitvoer.ts';
import { grenzenUit, onbekend } from '../vraag.ts';
import { intervalKort, toonBron, toonPeriode, toonStand, toonWaarde } from '../woorden.ts';
import { Downloads, IndicatorLink, kruimels, OordeelCel, Overgenomen } from './onderdelen.tsx';

type Rij = { beeld: Cijferbeeld; plaats: Plaatsbeeld };

/** Where a region has a figure itself that is shown; otherwise its municipalities. */
function eigenRijen(beelden: readonly Cijferbeeld[]): Rij[] {
  return beelden.flatMap(beeld =>
    (beeld.regio ? [beeld.regio] : beeld.gemeenten).map(plaats => ({ beeld, plaats })),
  );
}

const GroepTabel = (props: { c: Ctx; regio: Regio; titel: string; rijen: Rij[] }) => {
  const { c, regio, titel, rijen } = props;
  const t = teksten(c);
  const taal = c.get('taal');
  return (
    <Tabel
      bijschrift={t.dashboard.bijschrift(titel)}
      kolommen={[
        { naam: t.kolom.indicator, rijkop: true },
        { naam: t.kolom.periode },
        { naam: t.kolom.waarde, getal: true },
        { naam: t.kolom.interval, getal: true },
        { naam: t.kolom.oordeel },
      ]}
      rijen={rijen.map(({ beeld, plaats }) => [
        <IndicatorLink
          c={c}
          regio={regio}
          beeld={beeld}
          gemeente={plaats.plaats.soort === 'gemeente' ? slugVan(plaats.plaats.naam) : undefined}
        />,
        plaats.plaats.soort === 'regio'
          ? toonPeriode(plaats.laatste.waarneming, taal)
          : `${toonPeriode(plaats.laatste.waarneming, taal)}, ${plaats.plaats.naam}`,
        toonWaarde(plaats.laatste.waarneming, taal),
        intervalKort(plaats.laatste, taal),
        <OordeelCel beeld={plaats} telling={beeld.indicator.telling} taal={taal} />,
      ])}
    />
  );
};

const BronTabel = (props: { c: Ctx; regio: Regio; titel: string; rijen: Rij[] }) => {
  const { c, regio, titel, rijen } = props;
  const t = teksten(c);
  const taal = c.get('taal');
  return (
    <Tabel
      bijschrift={t.dashboard.bijschrift(titel)}
      kolommen={[
        { naam: t.kolom.indicator, rijkop: true },
        { naam: t.kolom.plaats },
        { naam: t.kolom.periode },
        { naam: t.kolom.waarde, getal: true },
        { naam: t.kolom.stand },
        { naam: t.kolom.bron },
      ]}
      rijen={rijen.map(({ beeld, plaats }) => [
        <IndicatorLink c={c} regio={regio} beeld={beeld} />,
        plaats.plaats.naam,
        toonPeriode(plaats.laatste.waarneming, taal),
        toonWaarde(plaats.laatste.waarneming, taal),
        toonStand(plaats.laatste.waarneming, taal),
        <span lang="nl">{toonBron(plaats.laatste.waarneming, taal)}</span>,
      ])}
    />
  );
};

type Cijfers = { c: Ctx; regio: Regio; beelden: readonly Cijferbeeld[] };

const Groepen = ({ c, regio, beelden }: Cijfers) => {
  const t = teksten(c);
  const groepen = INDICATORGROEPEN.filter(g => g !== 'programma')
    .map(groep => ({ groep, rijen: eigenRijen(beelden.filter(b => b.indicator.groep === groep)) }))
    .filter(g => g.rijen.length > 0);
  if (groepen.length === 0) {
    return <LegeStaat titel={t.dashboard.geen}>{t.dashboard.geenUitleg}</LegeStaat>;
  }
  return (
    <>
      {groepen.map(({ groep, rijen }) => (
        <>
          <Kop2 id={groep}>{t.groepen[groep]}</Kop2>
          <GroepTabel c={c} regio={regio} titel={t.groepen[groep]} rijen={rijen} />
        </>
      ))}
    </>
  );
};

const Gemeentelijst = ({ c, regio, gemeenten }: { c: Ctx; regio: Regio; gemeenten: Gemeente[] }) => (
  <Lijst
    soort="kaal"
    items={gemeenten
      .filter(g => g.geldigTot === null || g.geldigTot > c.get('vandaag').toString())
      .map(g => <Link href={adres(c, paden.gemeente(regio.id, g.slug))}>{g.naam}</Link>)}
  />
);

// Of the wider places the country, the own province and what is supra-regional; the rest is with the indicator.
function staatErBij(p: Plaatsbeeld, provincies: ReadonlySet<string>): boolean {
  if (p.plaats.soort === 'provincie') return provincies.has(p.plaats.naam);
  return p.plaats.soort !== 'landsdeel';
}

/** The pages about the figures themselves. */
const Meer = ({ c, regio }: { c: Ctx; regio: Regio }) => {
  const t = teksten(c);
  const taal = c.get('taal');
  return (
    <>
      <Kop2>{t.gebieden.regios.kop}</Kop2>
      <Alinea>
        <Link href={adres(c, paden.regios())}>{t.gebieden.regios.link}</Link>
      </Alinea>
      <Kop2>{t.kwaliteit}</Kop2>
      <Lijst
        items={[
          <Link href={adres(c, paden.kwaliteit(regio.id))}>{t.dashboard.kwaliteitLink}</Link>,
          <Link href={adres(c, paden.catalogus(regio.id))}>{catalogusteksten(taal).link}</Link>,
          <Link href={adres(c, paden.metingen(regio.id))}>{metingteksten(taal).link}</Link>,
          <Link href={adres(c, paden.publicaties(regio.id))}>{publicatieteksten[taal].publicaties}</Link>,
          <Link href={adres(c, paden.documenten(regio.id))}>{documentteksten[taal].documenten}</Link>,
        ]}
      />
    </>
  );
};

const Dashboard = (props: Cijfers & { gemeenten: Gemeente[] }) => {
  const { c, regio, beelden, gemeenten } = props;
  const t = teksten(c);
  const programma = eigenRijen(beelden.filter(b => b.indicator.groep === 'programma'));
  const provincies = new Set(gemeenten.map(g => g.provincie));
  const breder = beelden.flatMap(beeld =>
    beeld.breder.filter(p => staatErBij(p, provincies)).map(plaats => ({ beeld, plaats })),
  );
  return (
    <>
      <Kop1>{t.dashboard.titel(regio.naam)}</Kop1>
      <Alinea soort="inleiding">{t.dashboard.inleiding}</Alinea>
      <Overgenomen
        lijst={beelden.flatMap(b => plaatsenVan(b).map(p => p.laatste.waarneming))}
        taal={c.get('taal')}
      />
      <Groepen c={c} regio={regio} beelden={beelden} />
      <Kop2>{t.gemeenten}</Kop2>
      <Gemeentelijst c={c} regio={regio} gemeenten={gemeenten} />
      <Meer c={c} regio={regio} />
      {programma.length === 0 ? null : (
        <>
          <Kop2>{t.dashboard.programma}</Kop2>
          <Alinea>{t.dashboard.programmaUitleg}</Alinea>
          <Details titel={t.dashboard.programma}>
            <BronTabel c={c} regio={regio} titel={t.groepen.programma} rijen={programma} />
          </Details>
        </>
      )}
      <Kop2>{t.dashboard.breder}</Kop2>
      <Alinea>
        {t.dashboard.breederUitleg} {t.dashboard.provincie}
      </Alinea>
      <Details titel={t.dashboard.breder}>
        <BronTabel c={c} regio={regio} titel={t.dashboard.breder} rijen={breder} />
      </Details>
      <Downloads c={c} pad={paden.cijfers(regio.id)} />
    </>
  );
};

/** What the figures of a region show: every indicator with its latest figure and what can be said of it. */
export async function dashboardPagina(c: Ctx, regio: Regio, vorm: Bestandsvorm | null): Promise<Response> {
  const t = teksten(c);
  const grenzen = grenzenUit(c);
  if (!grenzen) return onbekend(c, t.onbekend.grenzen(c.req.query('grenzen') ?? ''), regio);
  const stof = await alsLezer(c, tx => leesBeeldstof(tx, regio.id));
  const beelden = stof.beelden({ grenzen, dag: c.get('vandaag').toString() });
  const gemeenten = stof.gemeenten.filter(g => g.regio === regio.id);
  if (vorm) return stuurBestand(c, waarnemingenUitvoer(`cijfers-${regio.id}`, beelden), vorm);
  return toon(
    c,
    {
      titel: t.dashboard.titel(regio.naam),
      thema: regio.id,
      tweetalig: true,
      kruimels: kruimels(c, regio, { naam: t.cijfers }),
    },
    <Dashboard c={c} regio={regio} beelden={beelden} gemeenten={gemeenten} />,
  );
}
