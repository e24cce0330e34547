import { formatDag } from '#kern/datum/index.ts';
import { adres, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Cijferblok,
  Details,
  Filters,
  KeuzeVeld,
  Kop1,
  Kop2,
  LegeStaat,
  Lijst,
  Link,
  Melding,
  Tabel,
  TekstVeld,
  toonProcent,
} from '#platform/ui/index.ts';
import type { Plaatsbeeld } from '../../domain/cijferbeeld.ts';
import { slugVan } from '../../domain/gemeente.ts';
import { inTaal } from '../../domain/indicator.ts';
import { catalogusteksten, variantnamen } from '../catalogus-woorden.ts';
import { metingteksten } from '../meting-woorden.ts';
import { metKeuzes, paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { publicatieteksten } from '../teksten-publicatie.ts';
import { plaatsenVan } from '../uitvoer.ts';
import { kijkregios } from '../werk.ts';
import {
  intervalKort,
  intervalZin,
  oordeelZin,
  tempoKort,
  toonPeriode,
  toonPeriodecode,
  toonStand,
  toonWaarde,
} from '../woorden.ts';
import type { Indicatorkeuze } from './indicator.tsx';
import { IndicatorGrafiek } from './indicator-grafiek.tsx';
import { Doel, Gebeurtenistabel } from './indicator-omgeving.tsx';
import { IndicatorUitleg } from './indicator-uitleg.tsx';
import { Verlopen } from './indicator-verloop.tsx';
import { Bronnen, bronCel, Downloads, OordeelMerk } from './onderdelen.tsx';
import { UitPublicaties } from './uit-publicaties.tsx';

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
        {oordeel?.oordeel === 'signaal' ? ` ${t.zin.loos(toonProcent(oordeel.regel.alfa, taal))}` : ''}
      </Alinea>
    </>
  );
};

const Opveld = ({ c, keuze }: Deel) => (
  <TekstVeld
    naam="op"
    label={metingteksten(c.get('taal')).opVeld}
    waarde={keuze.op?.toString() ?? ''}
    breedte="middel"
  />
);

const Keuzes = ({ c, keuze }: Deel) => {
  const t = teksten(c);
  const { regio, indicator, gekozen, gemeenten, grenzen } = keuze;
  const vandaag = c.get('vandaag');
  return (
    <>
      <Filters
        actie={adres(c, paden.indicator(regio.id, indicator.code))}
        taal={c.get('taal')}
        actief={gekozen !== null || grenzen !== 'bron' || keuze.op !== null}
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
        <Opveld c={c} keuze={keuze} />
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
  const varianten = variantnamen(keuze.definities, taal);
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
          ...(varianten.size > 0 ? [{ naam: catalogusteksten(taal).variant }] : []),
          { naam: t.kolom.plek },
          ...(intern ? [{ naam: t.kolom.opmerking }] : []),
        ]}
        rijen={plaats.regels.map(r => [
          toonPeriode(r.waarneming, taal),
          toonWaarde(r.waarneming, taal),
          intervalKort(r, taal),
          tempoKort(r, taal),
          toonStand(r.waarneming, taal),
          ...(varianten.size > 0 ? [varianten.get(r.waarneming.definitieversie) ?? ''] : []),
          <span lang="nl">{bronCel(r.waarneming, lijst)}</span>,
          ...(intern ? [<span lang="nl">{r.waarneming.opmerking ?? ''}</span>] : []),
        ])}
      />
      <Bronnen lijst={lijst} taal={taal} />
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
    op: keuze.op?.toString(),
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

const Opdag = ({ c, keuze }: Deel) => {
  const { op, regio, indicator, gekozen } = keuze;
  if (op === null) return null;
  const t = metingteksten(c.get('taal'));
  const nu = metKeuzes(adres(c, paden.indicator(regio.id, indicator.code)), { gemeente: gekozen?.slug });
  return (
    <Melding soort="info" titel={t.opDeDag(formatDag(op, c.get('taal')))}>
      {t.opUitleg} <Link href={nu}>{t.opNu}</Link>
    </Melding>
  );
};

const Onbekenden = ({ c, keuze }: Deel) => {
  const taal = c.get('taal');
  const { gekozen } = keuze;
  const lijst = keuze.onbekenden.filter(o => gekozen === null || o.plaats === gekozen.code);
  if (lijst.length === 0) return null;
  const namen = lijst.map(o => `${o.plaatsnaam}, ${toonPeriodecode(o.periode, taal)} (${o.bron}, ${o.plek})`);
  return <Alinea>{teksten(c).onbekend_of_geheim(namen.join('; '))}</Alinea>;
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

const Bestanden = ({ c, keuze }: Deel) => {
  const { regio, indicator, gekozen, grenzen, op } = keuze;
  const keuzes = {
    gemeente: gekozen?.slug,
    grenzen: grenzen === 'bron' ? undefined : grenzen,
    op: op?.toString(),
  };
  return <Downloads c={c} pad={paden.indicator(regio.id, indicator.code)} keuzes={keuzes} />;
};

/** The inside of the page of one indicator. */
export const IndicatorInhoud = ({ c, titel, keuze }: Deel & { titel: string }) => {
  const t = teksten(c);
  const { plaats, gekozen, uit } = keuze;
  const { geenOpenbare } = publicatieteksten[c.get('taal')].uit;
  return (
    <>
      <Kop1>{titel}</Kop1>
      <Opdag c={c} keuze={keuze} />
      {plaats ? (
        <Kern c={c} keuze={keuze} plaats={plaats} />
      ) : (
        <LegeStaat titel={uit.tabellen.length > 0 ? geenOpenbare : t.pagina.geenCijfers}>
          {t.pagina.geenCijfersUitleg}
        </LegeStaat>
      )}
      {plaats && !gekozen && plaats.plaats.soort !== 'regio' ? (
        <Alinea>{t.pagina.alleenGemeenten(plaats.plaats.naam)}</Alinea>
      ) : null}
      <Keuzes c={c} keuze={keuze} />
      <IndicatorGrafiek c={c} keuze={keuze} />
      <Verlopen c={c} keuze={keuze} />
      {plaats ? (
        <>
          <CijferTabel c={c} keuze={keuze} plaats={plaats} />
          <Bestanden c={c} keuze={keuze} />
        </>
      ) : null}
      <Onbekenden c={c} keuze={keuze} />
      <UitPublicaties c={c} regio={keuze.regio} uit={uit} />
      <Doel c={c} keuze={keuze} />
      <Gebeurtenistabel c={c} keuze={keuze} />
      <Weggelaten c={c} keuze={keuze} />
      <Anders c={c} keuze={keuze} />
      <IndicatorUitleg c={c} keuze={keuze} />
      <Details titel={t.pagina.methode}>
        <Alinea>{t.pagina.methodeTekst}</Alinea>
      </Details>
    </>
  );
};
