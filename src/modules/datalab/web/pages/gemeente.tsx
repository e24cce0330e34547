import type { Child } from 'hono/jsx';
import { formatDag } from '#kern/datum/index.ts';
import { adres, alsLezer, alsPubliek, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Cijferblok,
  Details,
  Kop1,
  Kop2,
  LegeStaat,
  Link,
  Melding,
  Rooster,
  Tabel,
} from '#platform/ui/index.ts';
import type { Plaatsbeeld } from '../../domain/cijferbeeld.ts';
import type { Gemeente } from '../../domain/gemeente.ts';
import { inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { leesBeeldstof } from '../../usecases/beeldstof.ts';
import { listUitPublicaties } from '../../usecases/uit-publicaties.ts';
import { stuurPdf } from '../papier.ts';
import { gemeenteDocument } from '../papier-gemeente.ts';
import { metKeuzes, paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { splitsPagina, stuurBestand, waarnemingenUitvoer } from '../uitvoer.ts';
import { grenzenUit, onbekend } from '../vraag.ts';
import {
  intervalZin,
  oordeelZin,
  tempoKort,
  toonBron,
  toonPeriode,
  toonStand,
  toonWaarde,
} from '../woorden.ts';
import { type Gemeenterij, naastRegio, vijfVan } from './gemeente-regio.ts';
import { adresVanCijfers } from './kruimelpad.ts';
import { Downloads, IndicatorLink, kruimels, OordeelCel, Overgenomen } from './onderdelen.tsx';

import { UitPublicatiesVan, type Uitpublicaties } from './uit-publicaties.tsx';

/** What another room adds to the page of a municipality. */
export type Gemeentepanelen = (c: Ctx, regio: Regio, gemeente: Gemeente) => Child[] | Promise<Child[]>;

type Deel = { c: Ctx; regio: Regio; gemeente: Gemeente };

const Vijf = ({ c, regio, rijen, gemeente }: Deel & { rijen: readonly Gemeenterij[] }) => {
  const t = teksten(c);
  const taal = c.get('taal');
  const gekozen = vijfVan(rijen);
  if (gekozen.length === 0) return null;
  return (
    <>
      <Kop2>{t.gemeente.vijf}</Kop2>
      <Rooster
        kolommen={3}
        items={gekozen.map(({ beeld, plaats }) => (
          <>
            <Cijferblok
              getal={toonWaarde(plaats.laatste.waarneming, taal)}
              woorden={`${inTaal(beeld.indicator.naam, taal)}, ${toonPeriode(plaats.laatste.waarneming, taal)}`}
              toelichting={intervalZin(plaats.laatste, taal) || undefined}
            />
            <Alinea>{oordeelZin(plaats.verandering, beeld.indicator.telling, taal)}</Alinea>
            <Alinea soort="klein">
              <IndicatorLink c={c} regio={regio} beeld={beeld} gemeente={gemeente.slug} />
            </Alinea>
          </>
        ))}
      />
    </>
  );
};

/** The same figures per 1,000 inhabitants beside those of the region, with the place in the funnel. */
const NaastRegio = ({ c, regio, rijen, gemeente }: Deel & { rijen: readonly Gemeenterij[] }) => {
  const t = teksten(c);
  const p = t.gebieden.profiel;
  const taal = c.get('taal');
  const naast = naastRegio(rijen, taal);
  if (naast.length === 0) return null;
  return (
    <>
      <Kop2>{p.regioKop(regio.naam)}</Kop2>
      <Alinea>{p.regioUitleg}</Alinea>
      <Tabel
        bijschrift={p.tabel(gemeente.naam, regio.naam)}
        kolommen={[
          { naam: t.kolom.indicator, rijkop: true },
          { naam: t.kolom.periode },
          { naam: p.gemeente, getal: true },
          { naam: p.regio, getal: true },
          { naam: p.tussenKop },
        ]}
        rijen={naast.map(({ rij, gemeente: eigen, regio: samen, trechter }) => [
          <Link
            href={metKeuzes(adres(c, paden.vergelijk(regio.id, rij.beeld.indicator.code)), {
              jaar: rij.plaats.laatste.waarneming.periodeCode,
            })}
          >
            {inTaal(rij.beeld.indicator.naam, taal)}
          </Link>,
          toonPeriode(rij.plaats.laatste.waarneming, taal),
          eigen,
          samen,
          trechter,
        ])}
      />
    </>
  );
};

const Rijtabel = ({ c, regio, rijen, gemeente }: Deel & { rijen: readonly Gemeenterij[] }) => {
  const t = teksten(c);
  const taal = c.get('taal');
  return (
    <Tabel
      bijschrift={t.dashboard.bijschrift(gemeente.naam)}
      kolommen={[
        { naam: t.kolom.indicator, rijkop: true },
        { naam: t.kolom.periode },
        { naam: t.kolom.waarde, getal: true },
        { naam: t.kolom.perDuizend, getal: true },
        { naam: t.kolom.oordeel },
        { naam: t.kolom.bron },
      ]}
      rijen={rijen.map(({ beeld, plaats }) => [
        <IndicatorLink c={c} regio={regio} beeld={beeld} gemeente={gemeente.slug} />,
        `${toonPeriode(plaats.laatste.waarneming, taal)}, ${toonStand(plaats.laatste.waarneming, taal)}`,
        toonWaarde(plaats.laatste.waarneming, taal),
        tempoKort(plaats.laatste, taal),
        <OordeelCel beeld={plaats} telling={beeld.indicator.telling} taal={taal} />,
        <span lang="nl">{toonBron(plaats.laatste.waarneming, taal)}</span>,
      ])}
    />
  );
};

const Alle = ({ c, regio, rijen, gemeente }: Deel & { rijen: readonly Gemeenterij[] }) => {
  const t = teksten(c);
  const gemeten = rijen.filter(r => r.beeld.indicator.groep !== 'programma');
  const programma = rijen.filter(r => r.beeld.indicator.groep === 'programma');
  return (
    <>
      <Kop2>{t.gemeente.alle}</Kop2>
      <Rijtabel c={c} regio={regio} gemeente={gemeente} rijen={gemeten} />
      {programma.length === 0 ? null : (
        <Details titel={t.dashboard.programma}>
          <Alinea>{t.dashboard.programmaUitleg}</Alinea>
          <Rijtabel c={c} regio={regio} gemeente={gemeente} rijen={programma} />
        </Details>
      )}
      <Downloads c={c} pad={paden.gemeente(regio.id, gemeente.slug)} pdf />
    </>
  );
};

const Geschiedenis = ({ c, gemeente, gemeenten }: Deel & { gemeenten: Gemeente[] }) => {
  const t = teksten(c).gemeente;
  const voorgangers = gemeenten.filter(g => g.opvolgers.includes(gemeente.code)).map(g => g.naam);
  const vandaag = c.get('vandaag').toString();
  const opgegaan = gemeente.geldigTot !== null && gemeente.geldigTot <= vandaag;
  const naar = gemeente.opvolgers.map(o => gemeenten.find(g => g.code === o)?.naam ?? o).join(', ');
  return (
    <>
      {opgegaan && gemeente.geldigTot ? (
        <Melding taal={c.get('taal')}>
          {t.opgegaan(
            gemeente.naam,
            formatDag(Temporal.PlainDate.from(gemeente.geldigTot), c.get('taal')),
            naar,
          )}
        </Melding>
      ) : null}
      {voorgangers.length === 0 ? null : <Alinea>{t.voorgangers(voorgangers.join(', '))}</Alinea>}
    </>
  );
};

const Profiel = (
  props: Deel & {
    gemeenten: Gemeente[];
    rijen: readonly Gemeenterij[];
    panelen: Child[];
    uit: Uitpublicaties;
  },
) => {
  const { gemeenten, rijen, panelen, uit, ...deel } = props;
  const { c, regio, gemeente } = deel;
  const t = teksten(c);
  return (
    <>
      <Kop1>{t.gemeente.titel(gemeente.naam)}</Kop1>
      <Alinea soort="inleiding">{t.gemeente.inleiding(regio.naam, gemeente.subregio ?? '')}</Alinea>
      <Geschiedenis {...deel} gemeenten={gemeenten} />
      {rijen.length === 0 ? (
        <LegeStaat titel={t.gemeente.geen}>{t.gemeente.geenUitleg}</LegeStaat>
      ) : (
        <>
          <Overgenomen lijst={rijen.map(r => r.plaats.laatste.waarneming)} taal={c.get('taal')} />
          <Vijf {...deel} rijen={rijen} />
          <NaastRegio {...deel} rijen={rijen} />
        </>
      )}
      <UitPublicatiesVan c={c} regio={regio} uit={uit} naam={gemeente.naam} />
      {panelen}
      {rijen.length === 0 ? null : <Alle {...deel} rijen={rijen} />}
    </>
  );
};

/** What is known of one municipality: five figures with verdicts, the region beside them, what other rooms add, all figures. */
export async function gemeentePagina(c: Ctx, regio: Regio, panelen: Gemeentepanelen): Promise<Response> {
  const t = teksten(c);
  const { naam, vorm } = splitsPagina(c.req.param('gemeente') ?? '');
  const grenzen = grenzenUit(c);
  if (!grenzen) return onbekend(c, t.onbekend.grenzen(c.req.query('grenzen') ?? ''), regio);
  const stof = await (vorm === 'pdf' ? alsPubliek : alsLezer)(c, tx => leesBeeldstof(tx, regio.id));
  const gemeenten = stof.gemeenten.filter(g => g.regio === regio.id);
  const gemeente = gemeenten.find(g => g.slug === naam);
  if (!gemeente) return onbekend(c, t.onbekend.gemeente(naam), regio);
  const vandaag = c.get('vandaag');
  const taal = c.get('taal');
  const beelden = stof.beelden({ grenzen, dag: vandaag.toString() });
  const hoort = (p: Plaatsbeeld) => p.plaats.soort === 'gemeente' && p.plaats.code === gemeente.code;
  const rijen = beelden.flatMap(beeld => beeld.gemeenten.filter(hoort).map(plaats => ({ beeld, plaats })));
  const bestand = `${gemeente.slug}-${regio.id}`;
  if (vorm === 'pdf') {
    const uitleg =
      grenzen === 'bron' ? t.pagina.bronUitleg : t.pagina.vandaagUitleg(formatDag(vandaag, taal));
    return stuurPdf(c, gemeenteDocument(gemeente, regio, rijen, uitleg, taal, vandaag), bestand);
  }
  if (vorm) return stuurBestand(c, waarnemingenUitvoer(bestand, beelden, hoort), vorm);
  const uit = await alsLezer(c, tx =>
    listUitPublicaties(tx, { regio: regio.id, plaats: gemeente, definities: stof.definities, taal }),
  );
  const panelenHier = await panelen(c, regio, gemeente);
  const deel = { c, regio, gemeente };
  return toon(
    c,
    {
      titel: t.gemeente.titel(gemeente.naam),
      thema: regio.id,
      tweetalig: true,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), { naam: gemeente.naam }),
    },
    <Profiel {...deel} gemeenten={gemeenten} rijen={rijen} panelen={panelenHier} uit={uit} />,
  );
}
