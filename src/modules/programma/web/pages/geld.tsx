import { adres } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  GestapeldeStaaf,
  Kop2,
  LegeStaat,
  Link,
  type Taal,
  Tabel,
  toonEuro,
} from '#platform/ui/index.ts';
import {
  begrotingVan,
  type Geldbron,
  type Geldregel,
  geldbronnen,
  geldregels,
  type Som,
  stapel,
  telOp,
} from '../../domain/geld.ts';
import { enige, lijst, type Onderdeel, tekst, titel, vind } from '../../domain/programma.ts';
import { csvAntwoord } from '../csv.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { Brontaal, KopTabel, toonBedrag } from '../opmaak.tsx';
import { geldTeksten } from '../teksten/geld.ts';
import { keuzeWoord } from '../teksten/keuzes.ts';

/** A sum in words: the known amounts, and how many lines have none. Never 0 for unknown. */
export function toonSom(som: Som, taal: Taal): string {
  const t = geldTeksten[taal];
  const bedrag = som.som === null ? t.woorden.onbekend : toonEuro(som.som, taal);
  return som.onbekend === 0 ? bedrag : `${bedrag} (${t.zonderBedrag(som.onbekend)})`;
}

const woordenVan = (r: Geldregel, taal: Taal): string =>
  r.woorden.map(w => geldTeksten[taal].woorden[w]).join(', ');

/** The sum of a source; where no line has an amount, the words that the lines have instead. */
function toonBronSom(bron: Geldbron, taal: Taal): string {
  const t = geldTeksten[taal];
  if (bron.som.som !== null) return toonSom(bron.som, taal);
  const woorden = [...new Set(bron.regels.flatMap(r => r.woorden))].map(w => t.woorden[w]).join(', ');
  return `${woorden} (${t.zonderBedrag(bron.som.onbekend)})`;
}

/** The amount of a line, its words, or both. */
function toonRegel(r: Geldregel, taal: Taal): string {
  const woorden = woordenVan(r, taal);
  if (r.bedrag === null) return woorden;
  const bedrag = toonEuro(r.bedrag, taal);
  return woorden ? `${bedrag} ${geldTeksten[taal].plus(woorden)}` : bedrag;
}

const Totalen = ({ b, regels }: { b: Blad; regels: readonly Geldregel[] }) => {
  const t = geldTeksten[b.taal];
  const gevraagd = regels.filter(r => r.financiering === 'subsidie-aan-te-vragen');
  const opgegeven = (bedragen: (number | null)[]): string => {
    const som = telOp(bedragen.filter(x => x !== null));
    return som.som === null ? t.nietOpgegeven : toonEuro(som.som, b.taal);
  };
  return (
    <>
      <Kop2>{t.totalenTitel}</Kop2>
      <BeschrijvingsLijst
        items={[
          { term: t.begroot, waarde: toonSom(telOp(regels.map(r => r.bedrag)), b.taal) },
          {
            term: t.gevraagd,
            waarde:
              gevraagd.length === 0 ? t.nietGevraagd : toonSom(telOp(gevraagd.map(r => r.gevraagd)), b.taal),
          },
          { term: t.toegekend, waarde: opgegeven(regels.map(r => r.toegekend)) },
          { term: t.besteed, waarde: opgegeven(regels.map(r => r.besteed)) },
        ]}
      />
      <Alinea soort="klein">{t.totalenUitleg}</Alinea>
    </>
  );
};

const Beeld = ({ b, bronnen }: { b: Blad; bronnen: readonly Geldbron[] }) => {
  const t = geldTeksten[b.taal];
  const rijen = bronnen.map(bron => {
    const delen = bron.regels.map(stapel);
    const som = (k: keyof ReturnType<typeof stapel>) => delen.reduce((n, d) => n + d[k], 0);
    const waarden = [som('besteed'), som('toegekend'), som('gevraagd'), som('begroot')];
    const zonder = bron.som.onbekend;
    return {
      naam: keuzeWoord(bron.financiering, b.taal),
      waarden,
      totaal: waarden.reduce((x, y) => x + y, 0),
      ...(bron.som.som === null
        ? { woorden: toonBronSom(bron, b.taal) }
        : zonder > 0
          ? { woorden: t.zonderBedrag(zonder) }
          : {}),
    };
  });
  const hoogste = rijen.toSorted((x, y) => y.totaal - x.totaal)[0];
  if (!hoogste || hoogste.totaal === 0) return <Alinea>{t.beeldLeeg}</Alinea>;
  return (
    <GestapeldeStaaf
      id="geld"
      titel={t.beeldTitel(hoogste.naam)}
      subtitel={t.beeldOnder(b.regioNaam, tekst(begrotingVan(b.p), 'periode'))}
      beschrijving={t.beeldBeschrijving}
      bron={<Brontaal taal={b.taal}>{tekst(enige(b.p, 'regio'), 'programma')}</Brontaal>}
      beperking={t.beeldBeperking}
      delen={[...t.delen]}
      rijen={rijen}
      toon={n => toonEuro(n, b.taal)}
      taal={b.taal}
    />
  );
};

const Verschil = ({ bron, taal }: { bron: Geldbron; taal: Taal }) => {
  const t = geldTeksten[taal];
  if (bron.verschil === null) return <>{t.geenTotaal}</>;
  if (bron.verschil === 0) return <>{t.klopt}</>;
  return <>{t.anders(toonEuro(Math.abs(bron.verschil), taal), bron.verschil > 0)}</>;
};

const Bronnen = ({ b, bronnen }: { b: Blad; bronnen: readonly Geldbron[] }) => {
  const t = geldTeksten[b.taal];
  return (
    <KopTabel
      titel={t.bronnen}
      kolommen={[
        { naam: t.bron, rijkop: true },
        { naam: t.som, getal: true },
        { naam: t.volgensBron, getal: true },
        { naam: t.verschil },
        { naam: t.uitleg },
      ]}
      rijen={bronnen.map(bron => [
        keuzeWoord(bron.financiering, b.taal),
        toonBronSom(bron, b.taal),
        bron.volgensBron === null ? t.geenTotaal : toonEuro(bron.volgensBron, b.taal),
        <Verschil bron={bron} taal={b.taal} />,
        <Brontaal taal={b.taal}>{bron.uitleg}</Brontaal>,
      ])}
      totaal={[t.totaal, toonSom(telOp(bronnen.flatMap(x => x.regels.map(r => r.bedrag))), b.taal)]}
    />
  );
};

const ActieVan = ({ b, o }: { b: Blad; o: Onderdeel }) => {
  const actie = vind(b.p, 'actie', tekst(o, 'actie'));
  if (!actie) return <>{geldTeksten[b.taal].geenActie}</>;
  return (
    <Link href={b.naar(`/programma/acties/${encodeURIComponent(actie.code)}`)}>
      {actie.code} <Brontaal taal={b.taal}>{titel(actie)}</Brontaal>
    </Link>
  );
};

const Regels = ({ b, regels }: { b: Blad; regels: readonly Geldregel[] }) => {
  const t = geldTeksten[b.taal];
  const stappen = (['toegekend', 'besteed'] as const).filter(k => regels.some(r => r[k] !== null));
  const ofWoord = (n: number | null, woord: string) => (n === null ? woord : toonEuro(n, b.taal));
  return (
    <>
      <Kop2>{t.regels}</Kop2>
      {stappen.length < 2 ? <Alinea>{t.nergens(stappen)}</Alinea> : null}
      <Tabel
        bijschrift={`${t.regels}. ${t.volgorde}`}
        kolommen={[
          { naam: t.regel, rijkop: true },
          { naam: t.actie },
          { naam: t.bron },
          { naam: t.bedrag, getal: true },
          ...stappen.map(k => ({ naam: t[k], getal: true })),
          { naam: t.opmerking },
        ]}
        rijen={regels.map(r => [
          <Brontaal taal={b.taal}>{titel(r.regel)}</Brontaal>,
          <ActieVan b={b} o={r.regel} />,
          keuzeWoord(r.financiering, b.taal),
          toonRegel(r, b.taal),
          ...stappen.map(k => ofWoord(r[k], t.nietOpgegeven)),
          <Brontaal taal={b.taal}>{tekst(r.regel, 'opmerking')}</Brontaal>,
        ])}
      />
    </>
  );
};

const Projecten = ({ b }: { b: Blad }) => {
  const t = geldTeksten[b.taal];
  const projecten = lijst(b.p, 'project');
  if (projecten.length === 0) return null;
  return (
    <>
      <Kop2>{t.projecten}</Kop2>
      <Alinea>{t.projectenUitleg}</Alinea>
      <Tabel
        bijschrift={t.projecten}
        bijschriftVerborgen
        kolommen={[
          { naam: t.project, rijkop: true },
          { naam: t.bron },
          { naam: t.budget, getal: true },
          { naam: t.opmerking },
        ]}
        rijen={projecten.map(p => [
          <Brontaal taal={b.taal}>{titel(p)}</Brontaal>,
          keuzeWoord(tekst(p, 'financiering'), b.taal),
          toonBedrag(p.inhoud.budget, b.taal),
          <>
            {p.inhoud.bovenregionaal ? `${t.bovenregionaal}. ` : ''}
            <Brontaal taal={b.taal}>{tekst(p, 'opmerking')}</Brontaal>
          </>,
        ])}
      />
    </>
  );
};

/** What it costs and who pays: totals, a picture per source, sums beside the stated totals, every line. */
export function geldPagina(b: Blad): Promise<Response> {
  const t = geldTeksten[b.taal];
  const regels = geldregels(b.p);
  const bronnen = geldbronnen(b.p);
  const begroting = begrotingVan(b.p);
  return toonBlad(
    b,
    { titel: t.titel, kop: t.kop },
    regels.length === 0 ? (
      <LegeStaat titel={t.leeg} />
    ) : (
      <>
        {tekst(begroting, 'periode') ? <Alinea>{t.periode(tekst(begroting, 'periode'))}</Alinea> : null}
        {tekst(begroting, 'toelichting') ? (
          <Alinea>
            <Brontaal taal={b.taal}>{tekst(begroting, 'toelichting')}</Brontaal>
          </Alinea>
        ) : null}
        <Totalen b={b} regels={regels} />
        <Beeld b={b} bronnen={bronnen} />
        <Bronnen b={b} bronnen={bronnen} />
        <Regels b={b} regels={regels} />
        <Alinea>
          <Link href={b.naar('/geld.csv')}>{t.download}</Link> ·{' '}
          <Link href={adres(b.c, '/geld')}>{t.alleRegios}</Link>
        </Alinea>
        <Projecten b={b} />
      </>
    ),
  );
}

/** Every line as a file; what is not known is an empty cell beside its word. */
export function geldCsv(b: Blad): Response {
  const t = geldTeksten[b.taal];
  return csvAntwoord(
    b.c,
    `geld-${b.regio}`,
    [
      'code',
      t.regel,
      t.actie,
      t.bron,
      t.bedrag,
      t.woorden.capaciteit,
      t.gevraagd,
      t.toegekend,
      t.besteed,
      t.opmerking,
    ],
    geldregels(b.p).map(r => [
      r.regel.code,
      titel(r.regel),
      tekst(r.regel, 'actie') || null,
      keuzeWoord(r.financiering, b.taal),
      r.bedrag,
      woordenVan(r, b.taal) || null,
      r.gevraagd,
      r.toegekend,
      r.besteed,
      tekst(r.regel, 'opmerking') || null,
    ]),
  );
}
