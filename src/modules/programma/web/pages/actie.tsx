import { nietGevondenPagina } from '#platform/http/index.ts';
import { Alinea, BeschrijvingsLijst, Kop2, Lijst, Link, Melding } from '#platform/ui/index.ts';
import { leidAf, standenVan } from '../../domain/afgeleid.ts';
import { standVan } from '../../domain/mijlpaal.ts';
import { groepen, lijst, type Onderdeel, regels, tekst, titel, vind } from '../../domain/programma.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import {
  BronOf,
  Brontaal,
  Herkomst,
  KopTabel,
  Regels,
  StandMerk,
  StatusWoord,
  toonBedrag,
  toonDeeldatum,
  toonPeriode,
  toonWanneer,
  ZinMetBron,
} from '../opmaak.tsx';
import type { ProgrammaLeen } from '../routes.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { keuzeWoord } from '../teksten/keuzes.ts';
import { programmaTeksten } from '../teksten/programma.ts';
import { PerGemeente } from './actiegemeenten.tsx';
import { Evaluaties } from './evaluaties.tsx';
import { GeschiedenisVan } from './geschiedenis.tsx';
import { Handelingen } from './onderdeel.tsx';

interface Deel {
  b: Blad;
  actie: Onderdeel;
}

const Wanneer = ({ b, actie }: Deel) => {
  const toelichting = tekst(actie, 'gereedToelichting');
  return (
    <>
      {toonPeriode(tekst(actie, 'start'), tekst(actie, 'gereed'), b.taal)}
      {toelichting ? <ZinMetBron taal={b.taal} zin={w => ` (${w})`} woorden={toelichting} /> : null}
    </>
  );
};

/** The region's status with its rule, since when, and what delayed municipalities gave as their reason. */
const Status = ({ b, actie }: Deel) => {
  const t = programmaTeksten[b.taal];
  const standen = standenVan(b.p, actie);
  const af = leidAf(standen);
  const sinds = standen
    .filter(s => s.status !== null && s.status === af.status)
    .map(s => tekst(s.stand, 'statusSinds'))
    .filter(dag => dag !== '')
    .sort()[0];
  const laat = standen.filter(s => s.status === 'vertraagd');
  return (
    <>
      <StatusWoord status={af.status} taal={b.taal} />
      {sinds ? ` ${t.sindsDag(toonDeeldatum(sinds, b.taal))}` : ''} ({t.regels[af.regel]})
      {laat.length > 0 ? (
        <Lijst
          items={laat.map(s => (
            <>
              {s.gemeente.naam}:{' '}
              {tekst(s.stand, 'statusReden') ? (
                <Brontaal taal={b.taal}>{tekst(s.stand, 'statusReden')}</Brontaal>
              ) : (
                t.geenReden
              )}
            </>
          ))}
        />
      ) : null}
    </>
  );
};

const Kern = ({ b, actie }: Deel) => {
  const t = programmaTeksten[b.taal];
  const a = algemeen[b.taal];
  const lijn = vind(b.p, 'actielijn', tekst(actie, 'actielijn'));
  const doelen = regels(actie, 'doelstellingen').map(code => vind(b.p, 'doelstelling', code));
  return (
    <BeschrijvingsLijst
      items={[
        { term: t.status, waarde: <Status b={b} actie={actie} /> },
        { term: t.antwoordt, waarde: <Regels regels={regels(actie, 'verantwoordelijken')} taal={b.taal} /> },
        { term: t.periode, waarde: <Wanneer b={b} actie={actie} /> },
        { term: t.actielijn, waarde: lijn ? <Brontaal taal={b.taal}>{titel(lijn)}</Brontaal> : a.onbekend },
        {
          term: t.doelen,
          waarde: <Regels regels={doelen.flatMap(d => (d ? [`${d.code} ${titel(d)}`] : []))} taal={b.taal} />,
        },
        {
          term: t.aanleiding,
          waarde: <BronOf taal={b.taal} woorden={tekst(actie, 'aanleiding')} anders={a.onbekend} />,
        },
      ]}
    />
  );
};

const Stappen = ({ b, actie }: Deel) => {
  const t = programmaTeksten[b.taal];
  const a = algemeen[b.taal];
  return (
    <KopTabel
      titel={t.stappen}
      kolommen={[{ naam: t.stap, rijkop: true }, { naam: t.door }, { naam: t.gereed }]}
      rijen={groepen(actie, 'stappen').map(s => [
        <>
          {String(s.nr)}. <Brontaal taal={b.taal}>{String(s.tekst)}</Brontaal>
        </>,
        <Regels regels={(s.door as string[]) ?? []} taal={b.taal} />,
        s.gereed ? toonDeeldatum(String(s.gereed), b.taal) : a.onbekend,
      ])}
    />
  );
};

const Resultaten = ({ b, actie }: Deel) => {
  const t = programmaTeksten[b.taal];
  const met = (n: number, eenheid: unknown) => (
    <>
      {n}
      {eenheid ? ' ' : ''}
      <Brontaal taal={b.taal}>{String(eenheid ?? '')}</Brontaal>
    </>
  );
  return (
    <KopTabel
      titel={t.resultaten}
      kolommen={[{ naam: t.resultaat, rijkop: true }, { naam: t.streefwaarde }, { naam: t.gemeten }]}
      rijen={groepen(actie, 'resultaten').map(r => [
        <>
          {String(r.nr)}. <Brontaal taal={b.taal}>{String(r.tekst)}</Brontaal>
        </>,
        typeof r.streefwaarde === 'number' ? met(r.streefwaarde, r.eenheid) : t.geenStreefwaarde,
        typeof r.gemeten === 'number' ? (
          <>
            {met(r.gemeten, r.eenheid)}
            {r.gemetenOp ? ` (${toonDeeldatum(String(r.gemetenOp), b.taal)})` : ''}
          </>
        ) : (
          t.nietGemeten
        ),
      ])}
    />
  );
};

const Geld = ({ b, actie }: Deel) => {
  const t = programmaTeksten[b.taal];
  const kosten = groepen(actie, 'kosten');
  const projecten = regels(actie, 'projecten').flatMap(code => vind(b.p, 'project', code) ?? []);
  return (
    <>
      <KopTabel
        titel={t.kosten}
        leeg={t.geenKosten}
        kolommen={[
          { naam: t.omschrijving, rijkop: true },
          { naam: t.bedrag, getal: true },
          { naam: t.financiering },
          { naam: t.toelichting },
        ]}
        rijen={kosten.map(k => [
          <Brontaal taal={b.taal}>{String(k.omschrijving ?? '')}</Brontaal>,
          toonBedrag(k.bedrag, b.taal),
          k.financiering ? keuzeWoord(String(k.financiering), b.taal) : algemeen[b.taal].onbekend,
          <Brontaal taal={b.taal}>{String(k.opmerking ?? '')}</Brontaal>,
        ])}
      />
      {projecten.length > 0 ? (
        <>
          <Kop2>{t.projecten}</Kop2>
          <Lijst
            items={projecten.map(x => (
              <Brontaal taal={b.taal}>
                {titel(x)}
                {tekst(x, 'omschrijving') ? `: ${tekst(x, 'omschrijving')}` : ''}
              </Brontaal>
            ))}
          />
        </>
      ) : null}
    </>
  );
};

const Mijlpalen = ({ b, actie }: Deel) => {
  const t = programmaTeksten[b.taal];
  const eigen = lijst(b.p, 'mijlpaal').filter(m => tekst(m, 'actie') === actie.code);
  return (
    <KopTabel
      titel={t.mijlpalen}
      leeg={t.geenMijlpalen}
      kolommen={[
        { naam: t.mijlpaal, rijkop: true },
        { naam: t.wanneer },
        { naam: t.status },
        { naam: t.toelichting },
      ]}
      rijen={eigen.map(m => [
        <Link href={b.naar(`/planning/mijlpalen/${encodeURIComponent(m.code)}`)}>
          <Brontaal taal={b.taal}>{titel(m)}</Brontaal>
        </Link>,
        toonWanneer(m, b.taal),
        <StandMerk stand={standVan(m, b.vandaag)} taal={b.taal} />,
        <Brontaal taal={b.taal}>{tekst(m, 'statusReden') || tekst(m, 'opmerking')}</Brontaal>,
      ])}
    />
  );
};

/** Remarks of councils that this action answers: linked itself, or through an answer code of this action. */
const Opmerkingen = ({ b, actie }: Deel) => {
  const t = programmaTeksten[b.taal];
  const codes = new Set(
    lijst(b.p, 'antwoordcode')
      .filter(x => tekst(x, 'actie') === actie.code)
      .map(x => x.code),
  );
  const eigen = lijst(b.p, 'raadsopmerking').filter(
    o => tekst(o, 'actie') === actie.code || regels(o, 'antwoordcodes').some(code => codes.has(code)),
  );
  return (
    <>
      <Kop2>{t.opmerkingen}</Kop2>
      {eigen.length === 0 ? (
        <Alinea>{t.geenOpmerkingen}</Alinea>
      ) : (
        <Lijst
          items={eigen.map(o => (
            <>
              <Link href={b.naar(`/raad#${o.code}`)}>
                {tekst(o, 'gemeente')}: <Brontaal taal={b.taal}>{titel(o)}</Brontaal>
              </Link>
            </>
          ))}
        />
      )}
    </>
  );
};

const Indicatoren = ({ taal, indicatoren }: { taal: Blad['taal']; indicatoren: readonly Onderdeel[] }) => {
  const t = programmaTeksten[taal];
  const streef = (i: Onderdeel) => {
    const waarde = tekst(i, 'streefwaarde');
    return waarde ? (
      <>
        {' '}
        ({t.streefwaarde}: <Brontaal taal={taal}>{waarde}</Brontaal>)
      </>
    ) : null;
  };
  return (
    <>
      <Kop2>{t.indicatoren}</Kop2>
      {indicatoren.length === 0 ? (
        <Alinea>{t.geenIndicatoren}</Alinea>
      ) : (
        <Lijst
          items={indicatoren.map(i => (
            <>
              <Brontaal taal={taal}>{titel(i)}</Brontaal>
              {streef(i)}
            </>
          ))}
        />
      )}
    </>
  );
};

/** A title after a colon: a small first letter, unless the title holds a name or an abbreviation. */
const inZin = (naam: string): string =>
  /\p{Lu}/u.test(naam.slice(1).replace(/\(.*?\)/g, '')) ? naam : naam.charAt(0).toLowerCase() + naam.slice(1);

/** One action: what for, who, when, steps, results, municipalities, money, milestones, figures, remarks, history. */
export async function actiePagina(b: Blad, leen: ProgrammaLeen): Promise<Response> {
  const t = programmaTeksten[b.taal];
  const actie = vind(b.p, 'actie', b.c.req.param('code') ?? '');
  if (!actie) return nietGevondenPagina(b.c);
  const indicatoren = lijst(b.p, 'programmaindicator').filter(i => tekst(i, 'actie') === actie.code);
  const bronnen = indicatoren.map(i => ({ code: i.code, datalab: regels(i, 'datalab') }));
  const cijfers = await leen.actieCijfers(b.c, b.regio, bronnen);
  const d = { b, actie };
  return toonBlad(
    b,
    {
      titel: `${actie.code} ${titel(actie)}`,
      bronTitel: true,
      kopInhoud: <ZinMetBron taal={b.taal} zin={t.watDoenWe} woorden={inZin(titel(actie))} />,
      boven: `${algemeen[b.taal].soort.actie} ${actie.code}`,
      pad: [{ naam: t.titel, href: b.naar('/programma') }],
    },
    <>
      <Alinea soort="inleiding">
        <Brontaal taal={b.taal}>{tekst(actie, 'doel')}</Brontaal>
      </Alinea>
      <Handelingen b={b} o={actie} />
      {actie.openbareVersie !== actie.versie && b.weergave === 'werk' ? (
        <Melding soort="waarschuwing">{algemeen[b.taal].conceptMerk}</Melding>
      ) : null}
      <Kern {...d} />
      <Stappen {...d} />
      <Resultaten {...d} />
      <PerGemeente {...d} />
      <Geld {...d} />
      <Mijlpalen {...d} />
      <Indicatoren taal={b.taal} indicatoren={indicatoren} />
      {cijfers}
      <Evaluaties {...d} />
      <Opmerkingen {...d} />
      <GeschiedenisVan b={b} onderdeel={actie} />
      <Herkomst p={b.p} bron={actie.inhoud.bron} taal={b.taal} />
    </>,
  );
}
