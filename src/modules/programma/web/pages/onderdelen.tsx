import { lidmaatschappen } from '#modules/toegang/index.ts';
import {
  Alinea,
  Filters,
  KeuzeVeld,
  KnopGroep,
  KnopLink,
  LegeStaat,
  Link,
  Melding,
  Tabel,
} from '#platform/ui/index.ts';
import { lijst, type Onderdeel, tekst, titel } from '../../domain/programma.ts';
import { isSoortcode, SOORTEN } from '../../domain/soorten.ts';
import { SOORTCODES, type Soortcode } from '../../domain/veld.ts';
import { magToevoegen } from '../../usecases/verwijder.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { Brontaal } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { bewerkTeksten } from '../teksten/bewerken.ts';
import { onderdelenTeksten } from '../teksten/onderdelen.ts';
import { adresVan, Gedaan, magHier, WijzigLink } from './onderdeel.tsx';

const kort = (naam: string): string => (naam.length > 120 ? `${naam.slice(0, 120)}…` : naam);

function standTekst(b: Blad, o: Onderdeel): string {
  const a = algemeen[b.taal];
  if (o.openbareVersie === o.versie) return onderdelenTeksten[b.taal].openbaar;
  return o.openbareVersie === null ? a.nieuwMerk : a.conceptMerk;
}

/** The items of one kind. */
const Lijsttabel = ({ b, soort }: { b: Blad; soort: Soortcode }) => {
  const t = onderdelenTeksten[b.taal];
  const items = lijst(b.p, soort);
  const veld = SOORTEN[soort].gemeenteVeld;
  const werk = b.weergave === 'werk';
  if (items.length === 0) return <LegeStaat titel={t.leeg}>{t.leegTekst}</LegeStaat>;
  return (
    <Tabel
      bijschrift={`${algemeen[b.taal].soort[soort]}, ${t.volgorde}`}
      kolommen={[
        { naam: t.naam, rijkop: true },
        { naam: t.code },
        ...(veld ? [{ naam: t.gemeente }] : []),
        ...(werk ? [{ naam: t.stand }, { naam: t.doe }] : []),
      ]}
      rijen={items.map(o => [
        <Link href={adresVan(b, soort, o.code)}>
          <Brontaal taal={b.taal}>{kort(titel(o))}</Brontaal>
        </Link>,
        o.code,
        ...(veld ? [tekst(o, veld) || b.regioNaam] : []),
        ...(werk ? [standTekst(b, o), magHier(b, o) ? <WijzigLink b={b} onderdeel={o} /> : ''] : []),
      ])}
    />
  );
};

/** How many items there are of every kind. */
const Overzicht = ({ b }: { b: Blad }) => {
  const t = onderdelenTeksten[b.taal];
  return (
    <Tabel
      bijschrift={t.inleiding}
      kolommen={[
        { naam: t.soort, rijkop: true },
        { naam: t.aantal, getal: true },
      ]}
      rijen={SOORTCODES.map(s => [
        <Link href={b.naar(`/onderdelen?soort=${s}`)}>{algemeen[b.taal].soort[s]}</Link>,
        `${lijst(b.p, s).length}`,
      ])}
    />
  );
};

const Werkknoppen = ({ b, soort }: { b: Blad; soort: Soortcode | null }) => {
  const t = bewerkTeksten;
  if (b.weergave !== 'werk')
    return (
      <Alinea>
        <Link href={`/regio/${b.regio}/programma.json`}>{onderdelenTeksten[b.taal].json}</Link>
      </Alinea>
    );
  return (
    <KnopGroep>
      {soort && magToevoegen(lidmaatschappen(b.c), b.regio, soort) ? (
        <KnopLink href={b.naar(`/onderdeel/${soort}/nieuw`)} soort="hoofd">
          {t.nieuw}
        </KnopLink>
      ) : null}
      <KnopLink href={b.naar('/concepten')}>{t.concepten}</KnopLink>
      <KnopLink href={b.naar('/bestand')}>{onderdelenTeksten[b.taal].bestanden}</KnopLink>
    </KnopGroep>
  );
};

/** Every item of the programme by kind: nothing of the files is out of sight. */
export function onderdelenPagina(b: Blad): Promise<Response> {
  const t = onderdelenTeksten[b.taal];
  const gevraagd = b.c.req.query('soort') ?? '';
  const soort = isSoortcode(gevraagd) ? gevraagd : null;
  return toonBlad(
    b,
    { titel: t.titel, kop: t.kop(b.regioNaam) },
    <>
      <Gedaan b={b} />
      {gevraagd && !soort ? <Melding soort="waarschuwing">{t.onbekendeSoort(gevraagd)}</Melding> : null}
      <Filters
        actie={b.naar('/onderdelen')}
        actief={soort !== null}
        taal={b.taal}
        {...(soort ? { aantal: lijst(b.p, soort).length } : {})}
      >
        <KeuzeVeld
          naam="soort"
          label={t.soort}
          waarde={soort ?? ''}
          leeg={t.alle}
          taal={b.taal}
          opties={SOORTCODES.map(s => ({ waarde: s, naam: algemeen[b.taal].soort[s] }))}
        />
      </Filters>
      <Werkknoppen b={b} soort={soort} />
      {soort ? <Lijsttabel b={b} soort={soort} /> : <Overzicht b={b} />}
    </>,
  );
}
