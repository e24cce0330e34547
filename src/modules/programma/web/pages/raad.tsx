import {
  Alinea,
  Filters,
  KeuzeVeld,
  Kop2,
  LegeStaat,
  Link,
  Melding,
  type Optie,
  Tabel,
} from '#platform/ui/index.ts';
import { OPMERKINGSTATUSSEN } from '../../domain/keuzes.ts';
import { gemeenten, lijst, type Onderdeel, regels, tekst, titel } from '../../domain/programma.ts';
import {
  actiesBijOpmerking,
  filterOpmerkingen,
  type Raadkeuze,
  standVanOpmerking,
  telPerGemeente,
} from '../../domain/raad.ts';
import { csvAntwoord } from '../csv.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { raadTeksten } from '../teksten/raad.ts';
import { Besluiten } from './besluiten.tsx';
import { OpmerkingInLijst } from './opmerking.tsx';

/** The choices of the reader, as they stand in the address. */
function leesKeuze(b: Blad): Raadkeuze {
  const v = (naam: string) => (b.c.req.query(naam) ?? '').trim();
  return { gemeente: v('gemeente'), code: v('code'), status: v('status'), actie: v('actie') };
}

/** Choices that name something which this region does not have, each said by name. */
function onbekendeKeuzes(b: Blad, k: Raadkeuze): string[] {
  const t = raadTeksten[b.taal];
  const codes = (soort: 'antwoordcode' | 'actie') => lijst(b.p, soort).map(o => o.code);
  const bestaat: [string, string, readonly string[]][] = [
    [t.gemeente, k.gemeente, gemeenten(b.p).map(g => g.naam)],
    [t.antwoordcode, k.code, codes('antwoordcode')],
    [t.status, k.status, OPMERKINGSTATUSSEN],
    [t.actie, k.actie, codes('actie')],
  ];
  return bestaat.flatMap(([veld, waarde, mag]) =>
    waarde !== '' && !mag.includes(waarde) ? [t.onbekend(veld, waarde)] : [],
  );
}

const zoekdeel = (keuze: Raadkeuze): string => {
  const gekozen = Object.entries(keuze).filter(([, w]) => w !== '');
  return gekozen.length > 0 ? `?${new URLSearchParams(gekozen)}` : '';
};

/** The remarks that the reader sees, as a table to keep. */
export function raadCsv(b: Blad): Response {
  const t = raadTeksten[b.taal];
  const keuze = leesKeuze(b);
  if (onbekendeKeuzes(b, keuze).length > 0) return b.c.redirect(`${b.naar('/raad')}${zoekdeel(keuze)}`, 303);
  const kop = [t.code, t.gemeente, t.onderwerp, t.opmerking, t.antwoord, t.antwoordcode, t.actie, t.status];
  const rijen = filterOpmerkingen(b.p, keuze).map(o => [
    o.code,
    tekst(o, 'gemeente'),
    titel(o),
    tekst(o, 'opmerking'),
    tekst(o, 'antwoord'),
    regels(o, 'antwoordcodes').join(', '),
    actiesBijOpmerking(b.p, o)
      .map(k => k.actie.code)
      .join(', '),
    t.statussen[standVanOpmerking(o).status],
  ]);
  return csvAntwoord(b.c, `raad-${b.regio}`, kop, rijen);
}

const PerGemeente = ({ b }: { b: Blad }) => {
  const t = raadTeksten[b.taal];
  const telling = telPerGemeente(b.p);
  const som = (veld: 'totaal' | 'open' | 'beantwoord' | 'verwerkt') =>
    `${telling.reduce((n, x) => n + x[veld], 0)}`;
  return (
    <Tabel
      bijschrift={t.perGemeente}
      kolommen={[
        { naam: t.gemeente, rijkop: true },
        { naam: t.totaal, getal: true },
        { naam: t.open, getal: true },
        { naam: t.beantwoord, getal: true },
        { naam: t.verwerkt, getal: true },
      ]}
      rijen={telling.map(x => [
        <Link href={`${b.naar('/raad')}?gemeente=${encodeURIComponent(x.gemeente)}#lijst`}>
          {x.gemeente}
        </Link>,
        `${x.totaal}`,
        `${x.open}`,
        `${x.beantwoord}`,
        `${x.verwerkt}`,
      ])}
      totaal={[t.samen, som('totaal'), som('open'), som('beantwoord'), som('verwerkt')]}
    />
  );
};

/** An item to choose, in the words of the source. */
const alsOptie = (o: Onderdeel): Optie => ({
  waarde: o.code,
  naam: `${o.code}: ${titel(o)}`,
  taal: 'nl',
});

const Keuzes = ({ b, keuze, aantal }: { b: Blad; keuze: Raadkeuze; aantal: number }) => {
  const t = raadTeksten[b.taal];
  const opties = (soort: 'antwoordcode' | 'actie') => lijst(b.p, soort).map(alsOptie);
  return (
    <Filters
      actie={b.naar('/raad')}
      aantal={aantal}
      volgorde={t.volgorde}
      actief={Object.values(keuze).some(w => w !== '')}
      taal={b.taal}
    >
      <KeuzeVeld
        naam="gemeente"
        label={t.gemeente}
        leeg={t.alle}
        waarde={keuze.gemeente}
        opties={gemeenten(b.p).map(g => ({ waarde: g.naam, naam: g.naam }))}
      />
      <KeuzeVeld
        naam="code"
        label={t.antwoordcode}
        leeg={t.alle}
        waarde={keuze.code}
        opties={opties('antwoordcode')}
      />
      <KeuzeVeld
        naam="status"
        label={t.status}
        leeg={t.alle}
        waarde={keuze.status}
        opties={OPMERKINGSTATUSSEN.map(s => ({ waarde: s, naam: t.statussen[s] }))}
      />
      <KeuzeVeld naam="actie" label={t.actie} leeg={t.alle} waarde={keuze.actie} opties={opties('actie')} />
    </Filters>
  );
};

/** Of so many remarks the answers are in sight at once; of more only what was asked. */
const MEESTE_OPEN = 5;

const Opmerkingen = ({ b, keuze, fouten }: { b: Blad; keuze: Raadkeuze; fouten: string[] }) => {
  const t = raadTeksten[b.taal];
  const gevonden = fouten.length > 0 ? [] : filterOpmerkingen(b.p, keuze);
  return (
    <>
      <Kop2 id="lijst">{t.lijst}</Kop2>
      <Keuzes b={b} keuze={keuze} aantal={gevonden.length} />
      {gevonden.length === 0 ? (
        <LegeStaat titel={t.geenTreffer}>
          <Alinea>{t.geenTrefferUitleg}</Alinea>
        </LegeStaat>
      ) : (
        <>
          {gevonden.some(o => standVanOpmerking(o).afgeleid) ? <Alinea>{t.statusUitleg}</Alinea> : null}
          {gevonden.map(o => (
            <OpmerkingInLijst b={b} o={o} open={gevonden.length <= MEESTE_OPEN} />
          ))}
          <Alinea>
            <Link href={`${b.naar('/raad.csv')}${zoekdeel(keuze)}`}>{t.download}</Link>
          </Alinea>
        </>
      )}
    </>
  );
};

/** What councils asked, what they were answered and which way the decisions went. */
export function raadPagina(b: Blad): Promise<Response> {
  const t = raadTeksten[b.taal];
  const keuze = leesKeuze(b);
  const fouten = onbekendeKeuzes(b, keuze);
  const telling = telPerGemeente(b.p);
  const totaal = telling.reduce((n, x) => n + x.totaal, 0);
  const open = telling.reduce((n, x) => n + x.open, 0);
  return toonBlad(
    b,
    { titel: t.titel, kop: t.kop(b.regioNaam), fout: fouten.length > 0 },
    <>
      {fouten.map(f => (
        <Melding soort="fout" taal={b.taal} titel={f} />
      ))}
      {totaal === 0 ? (
        <LegeStaat titel={t.leegTitel}>
          <Alinea>{t.leeg}</Alinea>
        </LegeStaat>
      ) : (
        <>
          <Alinea soort="inleiding">{t.inleiding(totaal, open)}</Alinea>
          <Alinea>
            <Link href={b.naar('/verslag')}>{t.naarVerslag}</Link>
          </Alinea>
          <PerGemeente b={b} />
          <Opmerkingen b={b} keuze={keuze} fouten={fouten} />
        </>
      )}
      <Besluiten b={b} />
    </>,
  );
}
