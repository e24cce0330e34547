import { adres, type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, Kop1, Kop2, Lijst, Link, type Taal, Tabel, toonEuro } from '#platform/ui/index.ts';
import {
  begrotingVan,
  geldregels,
  type Regiobedrag,
  regiobedragen,
  type Samenval,
  telOp,
  telOpRegios,
} from '../../domain/geld.ts';
import { enige, lijst, type Programma, tekst, titel } from '../../domain/programma.ts';
import { Brontaal, toonBedrag, ZinMetBron } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { geldTeksten } from '../teksten/geld.ts';
import { toonSom } from './geld.tsx';

const naamVan = (programmas: readonly Programma[], regio: string): string =>
  tekst(enige(programmas.find(p => p.regio === regio) as Programma, 'regio'), 'naam');

type Samenvaldeel = { s: Samenval; programmas: readonly Programma[]; taal: Taal };

const SamenvalRegel = ({ s, programmas, taal }: Samenvaldeel) => {
  const t = geldTeksten[taal];
  const regios = [...new Set(s.delen.map(d => naamVan(programmas, d.regio)))].join(', ');
  const zin = (naam: string) => t.dubbelRegel(naam, regios, toonBedrag(s.telt, taal));
  return (
    <>
      <ZinMetBron taal={taal} zin={zin} woorden={s.naam} />
      {s.oneens ? ` ${t.oneens}` : ''}
    </>
  );
};

/** Listed money that several regions name, of lines and of projects. */
const Dubbel = ({ programmas, taal }: { programmas: readonly Programma[]; taal: Taal }) => {
  const t = geldTeksten[taal];
  const gevonden = telOpRegios(programmas.flatMap(p => regiobedragen(p, 'project'))).samenval;
  return (
    <>
      <Kop2>{t.dubbel}</Kop2>
      {gevonden.length === 0 ? (
        <Alinea>{t.geenDubbel}</Alinea>
      ) : (
        <Lijst items={gevonden.map(s => <SamenvalRegel s={s} programmas={programmas} taal={taal} />)} />
      )}
    </>
  );
};

const Bovenregionaal = ({ programmas, taal }: { programmas: readonly Programma[]; taal: Taal }) => {
  const t = geldTeksten[taal];
  return (
    <>
      <Kop2>{t.mogelijk}</Kop2>
      <Alinea>{t.mogelijkUitleg}</Alinea>
      <Tabel
        bijschrift={t.mogelijk}
        bijschriftVerborgen
        kolommen={[
          { naam: t.project, rijkop: true },
          { naam: t.regio },
          { naam: t.budget, getal: true },
          { naam: t.opmerking },
        ]}
        rijen={programmas.flatMap(p =>
          lijst(p, 'project')
            .filter(x => x.inhoud.bovenregionaal === true)
            .map(x => [
              <Brontaal taal={taal}>{titel(x)}</Brontaal>,
              naamVan(programmas, p.regio),
              toonBedrag(x.inhoud.budget, taal),
              <Brontaal taal={taal}>{tekst(x, 'opmerking')}</Brontaal>,
            ]),
        )}
      />
    </>
  );
};

/** The money of all regions together; a supra-regional project counts once. */
export function geldRegiosPagina(c: Ctx, programmas: readonly Programma[]): Promise<Response> {
  const taal = c.get('taal');
  const t = geldTeksten[taal];
  const bedragen: Regiobedrag[] = programmas.flatMap(p => regiobedragen(p, 'begrotingsregel'));
  const samen = telOpRegios(bedragen);
  const los = telOp(bedragen.map(x => x.bedrag));
  const eraf = (los.som ?? 0) - (samen.som ?? 0);
  return toon(
    c,
    {
      titel: t.siteTitel,
      kruimels: [{ naam: algemeen[taal].begin, href: adres(c, '/') }, { naam: t.siteTitel }],
      tweetalig: true,
    },
    <>
      <Kop1>{t.siteKop}</Kop1>
      <Alinea soort="inleiding">{t.siteUitleg}</Alinea>
      <Tabel
        bijschrift={t.siteKop}
        bijschriftVerborgen
        kolommen={[{ naam: t.regio, rijkop: true }, { naam: t.periodeKop }, { naam: t.begroot, getal: true }]}
        rijen={[
          ...programmas.map(p => [
            <Link href={adres(c, `/regio/${p.regio}/geld`)}>{naamVan(programmas, p.regio)}</Link>,
            tekst(begrotingVan(p), 'periode') || algemeen[taal].onbekend,
            toonSom(telOp(geldregels(p).map(r => r.bedrag)), taal),
          ]),
          ...(eraf > 0 ? [[t.afgetrokken, '', toonEuro(-eraf, taal)]] : []),
        ]}
        totaal={[t.totaal, '', toonSom(samen, taal)]}
      />
      <Dubbel programmas={programmas} taal={taal} />
      <Bovenregionaal programmas={programmas} taal={taal} />
    </>,
  );
}
