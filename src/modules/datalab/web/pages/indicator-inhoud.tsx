import { formatDag } from '#kern/datum/index.ts';
import { adres, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Cijferblok,
  Details,
  Filters,
  KeuzeVeld,
  Kop1,
  Kop2,
  LegeStaat,
  Lijst,
  Link,
  Tabel,
} from '#platform/ui/index.ts';
import type { Plaatsbeeld } from '../../domain/cijferbeeld.ts';
import { slugVan } from '../../domain/gemeente.ts';
import { inTaal } from '../../domain/indicator.ts';
import { metKeuzes, paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { plaatsenVan } from '../uitvoer.ts';
import { kijkregios } from '../werk.ts';
import {
  intervalKort,
  intervalZin,
  oordeelZin,
  tempoKort,
  toonPeriode,
  toonStand,
  toonWaarde,
} from '../woorden.ts';
import type { Indicatorkeuze } from './indicator.tsx';
import { IndicatorGrafiek } from './indicator-grafiek.tsx';
import { Bronnen, bronCel, Downloads, OordeelMerk } from './onderdelen.tsx';

type Deel = { c: Ctx; keuze: Indicatorkeuze };

const Kern = ({ c, keuze, plaats }: Deel & { plaats: Plaatsbeeld }) => {
  const t = teksten(c);
  const taal = c.get('taal');
  const w = plaats.laatste.waarneming;
  const oordeel = plaats.verandering?.oordeel;
  const aantal = plaats.verandering?.aantalVergelijkingen ?? 1;
  return (
    <>
      <Cijferblok
        getal={toonWaarde(w, taal)}
        woorden={`${toonPeriode(w, taal)}, ${plaats.plaats.naam}`}
        toelichting={intervalZin(plaats.laatste, taal) || undefined}
      />
      <Alinea>
        {keuze.indicator.telling ? <OordeelMerk beeld={plaats} taal={taal} /> : null}{' '}
        {oordeelZin(plaats.verandering, keuze.indicator.telling, taal)}
        {oordeel?.redenen.includes('gecorrigeerd_voor_aantal_vergelijkingen')
          ? ` ${t.zin.vergelijkingen(String(aantal))}`
          : ''}
      </Alinea>
    </>
  );
};

const Keuzes = ({ c, keuze }: Deel) => {
  const t = teksten(c);
  const { regio, indicator, gekozen, gemeenten, grenzen } = keuze;
  const vandaag = c.get('vandaag');
  return (
    <>
      <Filters
        actie={adres(c, paden.indicator(regio.id, indicator.code))}
        taal={c.get('taal')}
        actief={gekozen !== null || grenzen !== 'bron'}
      >
        <KeuzeVeld
          naam="gemeente"
          label={t.pagina.gemeente}
          leeg={t.pagina.regioHele(regio.naam)}
          waarde={gekozen?.slug ?? ''}
          opties={gemeenten.map(g => ({ waarde: g.slug, naam: g.naam }))}
        />
        <KeuzeVeld
          naam="grenzen"
          label={t.pagina.grenzen}
          leeg={null}
          waarde={grenzen}
          opties={[
            { waarde: 'bron', naam: t.pagina.bron },
            { waarde: 'vandaag', naam: t.pagina.vandaag },
          ]}
        />
      </Filters>
      <Alinea soort="klein">
        {grenzen === 'bron' ? t.pagina.bronUitleg : t.pagina.vandaagUitleg(formatDag(vandaag, c.get('taal')))}
      </Alinea>
    </>
  );
};

const CijferTabel = ({ c, keuze, plaats }: Deel & { plaats: Plaatsbeeld }) => {
  const t = teksten(c);
  const taal = c.get('taal');
  const lijst = plaats.regels.map(r => r.waarneming);
  // Notes are remarks for those who work with the figures; some touch small counts.
  const intern = kijkregios(c).some(r => r.id === keuze.regio.id) && lijst.some(w => w.opmerking !== null);
  return (
    <>
      <Tabel
        bijschrift={t.pagina.tabel(inTaal(keuze.indicator.naam, taal), plaats.plaats.naam)}
        kolommen={[
          { naam: t.kolom.periode, rijkop: true },
          { naam: t.kolom.waarde, getal: true },
          { naam: t.kolom.interval, getal: true },
          { naam: t.kolom.perDuizend, getal: true },
          { naam: t.kolom.stand },
          { naam: t.kolom.plek },
          ...(intern ? [{ naam: t.kolom.opmerking }] : []),
        ]}
        rijen={plaats.regels.map(r => [
          toonPeriode(r.waarneming, taal),
          toonWaarde(r.waarneming, taal),
          intervalKort(r, taal),
          tempoKort(r, taal),
          toonStand(r.waarneming, taal),
          <span lang="nl">{bronCel(r.waarneming, lijst)}</span>,
          ...(intern ? [<span lang="nl">{r.waarneming.opmerking ?? ''}</span>] : []),
        ])}
      />
      <Bronnen lijst={lijst} taal={taal} />
    </>
  );
};

function uitlegregels({ c, keuze }: Deel) {
  const t = teksten(c).pagina;
  const taal = c.get('taal');
  const i = keuze.indicator;
  const norm = i.norm ? `${inTaal(i.norm.tekst, taal)} (${i.norm.bron}, ${i.norm.jaar})` : t.geenNorm;
  const overgenomen = keuze.plaats?.laatste.waarneming.overgenomen;
  const richting = `${teksten(c).richtingen[i.richting]}. ${inTaal(i.richtingWaarom, taal)}`;
  return [
    { term: t.definitie, waarde: inTaal(i.definitie, taal) },
    { term: t.eenheid, waarde: i.eenheid },
    { term: t.teller, waarde: inTaal(i.teller, taal) },
    { term: t.noemer, waarde: inTaal(i.noemer, taal) },
    { term: t.richting, waarde: richting },
    { term: t.norm, waarde: norm },
    { term: t.eigenaar, waarde: <span lang="nl">{i.eigenaar}</span> },
    { term: t.definitieversie, waarde: String(i.definitieversie) },
    ...(overgenomen === undefined
      ? []
      : [{ term: t.overgenomen, waarde: formatDag(Temporal.PlainDate.from(overgenomen), taal) }]),
  ];
}

const Uitleg = ({ c, keuze }: Deel) => {
  const t = teksten(c).pagina;
  const { valkuilen } = keuze.indicator;
  return (
    <>
      <Kop2>{t.wat}</Kop2>
      <BeschrijvingsLijst items={uitlegregels({ c, keuze })} />
      {valkuilen.length === 0 ? null : (
        <>
          <Kop2>{t.valkuilen}</Kop2>
          <Lijst items={valkuilen.map(v => inTaal(v, c.get('taal')))} />
        </>
      )}
    </>
  );
};

const Plaatsnaam = ({ c, keuze, plaats }: Deel & { plaats: Plaatsbeeld }) => {
  const { regio, indicator, grenzen } = keuze;
  if (plaats.plaats.soort !== 'gemeente') {
    return <>{`${plaats.plaats.naam} (${teksten(c).plaatssoort[plaats.plaats.soort]})`}</>;
  }
  const keuzes = {
    gemeente: slugVan(plaats.plaats.naam),
    grenzen: grenzen === 'bron' ? undefined : grenzen,
  };
  return (
    <Link href={metKeuzes(adres(c, paden.indicator(regio.id, indicator.code)), keuzes)}>
      {plaats.plaats.naam}
    </Link>
  );
};

const Anders = ({ c, keuze }: Deel) => {
  const t = teksten(c);
  const taal = c.get('taal');
  const { regio, indicator, beeld, plaats } = keuze;
  const anders = beeld ? plaatsenVan(beeld).filter(p => p.plaats.code !== plaats?.plaats.code) : [];
  if (anders.length === 0) return null;
  return (
    <>
      <Kop2>{t.pagina.anders}</Kop2>
      {beeld && beeld.gemeenten.length > 1 ? (
        <Alinea>
          <Link href={adres(c, paden.vergelijk(regio.id, indicator.code))}>{t.pagina.vergelijk}</Link>
        </Alinea>
      ) : null}
      <Tabel
        bijschrift={t.pagina.anders}
        bijschriftVerborgen
        kolommen={[
          { naam: t.kolom.plaats, rijkop: true },
          { naam: t.kolom.periode },
          { naam: t.kolom.waarde, getal: true },
          { naam: t.kolom.oordeel },
        ]}
        rijen={anders.map(p => [
          <Plaatsnaam c={c} keuze={keuze} plaats={p} />,
          toonPeriode(p.laatste.waarneming, taal),
          toonWaarde(p.laatste.waarneming, taal),
          oordeelZin(p.verandering, indicator.telling, taal),
        ])}
      />
    </>
  );
};

const Weggelaten = ({ c, keuze }: Deel) => {
  const t = teksten(c).pagina;
  const lijst = keuze.beeld?.weggelaten ?? [];
  if (lijst.length === 0) return null;
  return (
    <>
      <Kop2>{t.weggelaten}</Kop2>
      <Lijst items={lijst.map(w => `${w.naam}, ${w.periodeCode}: ${t.weglating[w.reden]}`)} />
    </>
  );
};

/** The inside of the page of one indicator. */
export const IndicatorInhoud = ({ c, titel, keuze }: Deel & { titel: string }) => {
  const t = teksten(c);
  const { plaats, regio, indicator, gekozen, grenzen } = keuze;
  return (
    <>
      <Kop1>{titel}</Kop1>
      {plaats ? (
        <Kern c={c} keuze={keuze} plaats={plaats} />
      ) : (
        <LegeStaat titel={t.pagina.geenCijfers}>{t.pagina.geenCijfersUitleg}</LegeStaat>
      )}
      {plaats && !gekozen && plaats.plaats.soort !== 'regio' ? (
        <Alinea>{t.pagina.alleenGemeenten(plaats.plaats.naam)}</Alinea>
      ) : null}
      <Keuzes c={c} keuze={keuze} />
      <IndicatorGrafiek c={c} keuze={keuze} />
      {plaats ? (
        <>
          <CijferTabel c={c} keuze={keuze} plaats={plaats} />
          <Downloads
            c={c}
            pad={paden.indicator(regio.id, indicator.code)}
            keuzes={{ gemeente: gekozen?.slug, grenzen: grenzen === 'bron' ? undefined : grenzen }}
          />
        </>
      ) : null}
      <Weggelaten c={c} keuze={keuze} />
      <Anders c={c} keuze={keuze} />
      <Uitleg c={c} keuze={keuze} />
      <Details titel={t.pagina.methode}>
        <Alinea>{t.pagina.methodeTekst}</Alinea>
      </Details>
    </>
  );
};
