import { formatDag } from '#kern/datum/index.ts';
import { adres, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Filters,
  Kaart,
  type KaartKlasse,
  KeuzeVeld,
  Kop1,
  Kop2,
  LegeStaat,
  Link,
  Tabel,
} from '#platform/ui/index.ts';
import { inTaal } from '../../domain/indicator.ts';
import { leesKaart } from '../../usecases/lees-kaart.ts';
import { metKeuzes, paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { intervalKort, tempoKort, toonWaarde } from '../woorden.ts';
import { Bronnen, Downloads, OordeelCel } from './onderdelen.tsx';
import { TrechterDeel } from './trechter-deel.tsx';
import { KaartUitPublicatie } from './uit-publicaties.tsx';
import type { Vergelijkkeuze } from './vergelijk.tsx';
import type { Vergelijkgoed, Vergelijkklasse, Vergelijkrij } from './vergelijk-rijen.ts';
import { VerloopDeel } from './verloop-deel.tsx';

type Deel = { c: Ctx; keuze: Vergelijkkeuze; rijen: Vergelijkrij[] };

const KLASSEN: Readonly<Record<Vergelijkklasse, KaartKlasse>> = {
  geen: 'geen',
  niet_te_zeggen: 1,
  geen_signaal: 2,
  signaal: 4,
};

const VergelijkKaart = ({ c, keuze, rijen }: Deel) => {
  const t = teksten(c);
  const jaar = String(keuze.jaar);
  const signalen = rijen.filter(r => r.klasse === 'signaal').length;
  const woord = (k: Vergelijkklasse) => (k === 'geen' ? t.vergelijk.geenKlasse : t.oordeel[k]);
  const dag = keuze.grenzen === 'vandaag' ? c.get('vandaag').toString() : `${jaar}-01-01`;
  return (
    <Kaart
      id="kaart"
      taal={c.get('taal')}
      titel={t.vergelijk.kaartTitel(
        signalen === 1 ? t.vergelijk.eenSignaal : t.vergelijk.meerSignaal(String(signalen)),
        jaar,
      )}
      subtitel={t.vergelijk.kaartOnder(inTaal(keuze.indicator.naam, c.get('taal')), jaar)}
      beschrijving={t.vergelijk.kaartBeschrijving(rijen.map(r => `${r.naam}: ${woord(r.klasse)}`).join('; '))}
      bron={t.vergelijk.kaartBron}
      beperking={t.pagina.beperking}
      topologie={leesKaart(dag)}
      laag="gemeenten"
      gebieden={rijen.map(r => ({
        code: r.code,
        naam: r.naam,
        klasse: KLASSEN[r.klasse],
        onzeker: r.klasse === 'niet_te_zeggen',
      }))}
      klassen={(['geen', 'niet_te_zeggen', 'geen_signaal', 'signaal'] as const).map(k => ({
        klasse: KLASSEN[k],
        naam: woord(k),
        onzeker: k === 'niet_te_zeggen',
      }))}
    />
  );
};

const Keuzes = ({ c, keuze }: { c: Ctx; keuze: Vergelijkkeuze }) => {
  const t = teksten(c);
  return (
    <>
      <Filters
        actie={adres(c, paden.vergelijk(keuze.regio.id, keuze.indicator.code))}
        taal={c.get('taal')}
        actief={keuze.grenzen !== 'bron' || keuze.jaar !== keuze.jaren[0]}
      >
        <KeuzeVeld
          naam="jaar"
          label={t.vergelijk.jaar}
          leeg={null}
          waarde={String(keuze.jaar ?? '')}
          opties={keuze.jaren.map(j => ({ waarde: String(j), naam: String(j) }))}
        />
        <KeuzeVeld
          naam="grenzen"
          label={t.pagina.grenzen}
          leeg={null}
          waarde={keuze.grenzen}
          opties={[
            { waarde: 'bron', naam: t.pagina.bron },
            { waarde: 'vandaag', naam: t.pagina.vandaag },
          ]}
        />
      </Filters>
      <Alinea soort="klein">
        {keuze.grenzen === 'bron'
          ? t.pagina.bronUitleg
          : t.pagina.vandaagUitleg(formatDag(c.get('vandaag'), c.get('taal')))}
      </Alinea>
    </>
  );
};

const VergelijkTabel = ({ c, keuze, rijen }: Deel) => {
  const t = teksten(c);
  const taal = c.get('taal');
  const grenzen = keuze.grenzen === 'bron' ? undefined : keuze.grenzen;
  return (
    <Tabel
      bijschrift={t.vergelijk.tabel(inTaal(keuze.indicator.naam, taal), String(keuze.jaar))}
      kolommen={[
        { naam: t.kolom.gemeente, rijkop: true },
        { naam: t.kolom.waarde, getal: true },
        { naam: t.kolom.interval },
        { naam: t.kolom.perDuizend, getal: true },
        { naam: t.kolom.oordeel },
      ]}
      rijen={rijen.map(r => [
        <Link
          href={metKeuzes(adres(c, paden.indicator(keuze.regio.id, keuze.indicator.code)), {
            gemeente: r.slug,
            grenzen,
          })}
        >
          {r.naam}
        </Link>,
        r.regel ? toonWaarde(r.regel.waarneming, taal) : t.vergelijk.geenCijfer,
        r.regel ? intervalKort(r.regel, taal) : t.nvt,
        r.regel ? tempoKort(r.regel, taal) : t.nvt,
        r.beeld && r.regel ? (
          <OordeelCel beeld={r.beeld} telling={keuze.indicator.telling} taal={taal} />
        ) : (
          t.nvt
        ),
      ])}
    />
  );
};

/** The inside of a comparison: order stated, change on the map, funnel, course, each with the same in words. */
export const VergelijkInhoud = (props: {
  c: Ctx;
  keuze: Vergelijkkeuze;
  titel: string;
  goed: Vergelijkgoed;
}) => {
  const { c, titel, keuze, goed } = props;
  const { rijen, trechter, verloop } = goed;
  const t = teksten(c);
  if (keuze.jaar === null) {
    return (
      <>
        <Kop1>{titel}</Kop1>
        <LegeStaat titel={t.vergelijk.geen}>
          <Link href={adres(c, paden.cijfers(keuze.regio.id))}>{t.onbekend.terug}</Link>
        </LegeStaat>
        <KaartUitPublicatie c={c} uit={keuze.uit} />
      </>
    );
  }
  return (
    <>
      <Kop1>{titel}</Kop1>
      <Alinea soort="inleiding">{t.vergelijk.volgorde}</Alinea>
      <Keuzes c={c} keuze={keuze} />
      <Kop2>{t.gebieden.verandering}</Kop2>
      {keuze.indicator.telling ? <VergelijkKaart c={c} keuze={keuze} rijen={rijen} /> : null}
      <VergelijkTabel c={c} keuze={keuze} rijen={rijen} />
      <TrechterDeel c={c} keuze={keuze} trechter={trechter} />
      {verloop ? <VerloopDeel c={c} keuze={keuze} lijnen={verloop} /> : null}
      <Bronnen lijst={rijen.flatMap(r => (r.regel ? [r.regel.waarneming] : []))} taal={c.get('taal')} />
      <Downloads
        c={c}
        pad={paden.vergelijk(keuze.regio.id, keuze.indicator.code)}
        keuzes={{ jaar: String(keuze.jaar), grenzen: keuze.grenzen === 'bron' ? undefined : keuze.grenzen }}
        pdf={keuze.opPapier}
      />
      <KaartUitPublicatie c={c} uit={keuze.uit} />
    </>
  );
};
