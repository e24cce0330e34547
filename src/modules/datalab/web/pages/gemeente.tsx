import type { Child } from 'hono/jsx';
import { formatDag } from '#kern/datum/index.ts';
import { alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Cijferblok,
  Details,
  Kop1,
  Kop2,
  LegeStaat,
  Melding,
  Rooster,
  Tabel,
} from '#platform/ui/index.ts';
import type { Cijferbeeld, Plaatsbeeld } from '../../domain/cijferbeeld.ts';
import type { Gemeente } from '../../domain/gemeente.ts';
import { inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { isHeelJaar } from '../../domain/waarneming.ts';
import { leesBeeldstof } from '../../usecases/beeldstof.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { splitsVorm, stuurBestand, waarnemingenUitvoer } from '../uitvoer.ts';
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
import { adresVanCijfers } from './kruimelpad.ts';
import { Downloads, IndicatorLink, kruimels, OordeelCel } from './onderdelen.tsx';

/** What another room adds to the page of a municipality. */
export type Gemeentepanelen = (c: Ctx, regio: Regio, gemeente: Gemeente) => Child[] | Promise<Child[]>;

type Rij = { beeld: Cijferbeeld; plaats: Plaatsbeeld };
type Deel = { c: Ctx; regio: Regio; gemeente: Gemeente };

// Measured figures over whole years that say most about a municipality, in the order of the catalogue.
const VIJF = [
  'vt_meldingen',
  'vt_adviezen',
  'politie_incidenten_hg',
  'politie_misdrijven_hg',
  'tijdelijk_huisverbod',
];

const Vijf = ({ c, regio, rijen, gemeente }: Deel & { rijen: Rij[] }) => {
  const t = teksten(c);
  const taal = c.get('taal');
  const gekozen = rijen.filter(
    r => VIJF.includes(r.beeld.indicator.code) && isHeelJaar(r.plaats.laatste.waarneming),
  );
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

const Rijtabel = ({ c, regio, rijen, gemeente }: Deel & { rijen: Rij[] }) => {
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

const Alle = ({ c, regio, rijen, gemeente }: Deel & { rijen: Rij[] }) => {
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
      <Downloads c={c} pad={paden.gemeente(regio.id, gemeente.slug)} />
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

/** What is known of one municipality: five figures with verdicts, what other rooms add, all figures. */
export async function gemeentePagina(c: Ctx, regio: Regio, panelen: Gemeentepanelen): Promise<Response> {
  const t = teksten(c);
  const { naam, vorm } = splitsVorm(c.req.param('gemeente') ?? '');
  const grenzen = grenzenUit(c);
  if (!grenzen) return onbekend(c, t.onbekend.grenzen(c.req.query('grenzen') ?? ''), regio);
  const stof = await alsLezer(c, tx => leesBeeldstof(tx, regio.id));
  const gemeenten = stof.gemeenten.filter(g => g.regio === regio.id);
  const gemeente = gemeenten.find(g => g.slug === naam);
  if (!gemeente) return onbekend(c, t.onbekend.gemeente(naam), regio);
  const beelden = stof.beelden({ grenzen, dag: c.get('vandaag').toString() });
  const hoort = (p: Plaatsbeeld) => p.plaats.soort === 'gemeente' && p.plaats.code === gemeente.code;
  if (vorm) return stuurBestand(c, waarnemingenUitvoer(`${naam}-${regio.id}`, beelden, hoort), vorm);
  const rijen = beelden.flatMap(beeld => beeld.gemeenten.filter(hoort).map(plaats => ({ beeld, plaats })));
  const deel = { c, regio, gemeente };
  return toon(
    c,
    {
      titel: t.gemeente.titel(gemeente.naam),
      thema: regio.id,
      tweetalig: true,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), { naam: gemeente.naam }),
    },
    <>
      <Kop1>{t.gemeente.titel(gemeente.naam)}</Kop1>
      <Alinea soort="inleiding">{t.gemeente.inleiding(regio.naam, gemeente.subregio ?? '')}</Alinea>
      <Geschiedenis {...deel} gemeenten={gemeenten} />
      {rijen.length === 0 ? (
        <LegeStaat titel={t.gemeente.geen}>{t.gemeente.geenUitleg}</LegeStaat>
      ) : (
        <Vijf {...deel} rijen={rijen} />
      )}
      {await panelen(c, regio, gemeente)}
      {rijen.length === 0 ? null : <Alle {...deel} rijen={rijen} />}
    </>,
  );
}
