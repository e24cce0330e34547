import { lidmaatschappen } from '#modules/toegang/index.ts';
import { nietGevondenPagina } from '#platform/http/index.ts';
import {
  BeschrijvingsLijst,
  KnopGroep,
  KnopLink,
  Lijst,
  Link,
  Melding,
  toonEuro,
} from '#platform/ui/index.ts';
import { toonWaarde } from '../../domain/invoer.ts';
import { type Onderdeel, titel, vind } from '../../domain/programma.ts';
import { isSoortcode, SOORTEN } from '../../domain/soorten.ts';
import type { Inhoud, Soortcode, Veld } from '../../domain/veld.ts';
import { isLeeg } from '../../domain/waarde.ts';
import { magWijzigen } from '../../usecases/doen.ts';
import { magVerwijderd } from '../../usecases/verwijder.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { Brontaal, Herkomst, toonDeeldatum, toonKwartaal } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { bewerkTeksten } from '../teksten/bewerken.ts';
import { keuzeWoord } from '../teksten/keuzes.ts';
import { onderdelenTeksten } from '../teksten/onderdelen.ts';
import { veldLabel } from '../teksten/velden.ts';
import { GeschiedenisVan } from './geschiedenis.tsx';

/** Address of an item's page: an action has its own page, everything else the page with all fields. */
export function adresVan(b: Blad, soort: Soortcode, code: string): string {
  const deel = encodeURIComponent(code);
  return b.naar(soort === 'actie' ? `/programma/acties/${deel}` : `/onderdeel/${soort}/${deel}`);
}

/** May this reader change this item, on this page? Only the working version has acts. */
export const magHier = (b: Blad, o: Pick<Onderdeel, 'soort' | 'gemeente'>): boolean =>
  b.weergave === 'werk' && magWijzigen(lidmaatschappen(b.c), b.regio, o.soort, o.gemeente);

/** Link to the form of an item, for who may change it; nothing for anyone else. */
export const WijzigLink = ({ b, onderdeel }: { b: Blad; onderdeel: Onderdeel }) =>
  magHier(b, onderdeel) ? (
    <Link href={b.naar(`/onderdeel/${onderdeel.soort}/${encodeURIComponent(onderdeel.code)}/wijzig`)}>
      {algemeen[b.taal].wijzig}
      <span class="la-alleen-voorlezen">
        {' '}
        {algemeen[b.taal].soort[onderdeel.soort]} {titel(onderdeel).slice(0, 80)}
      </span>
    </Link>
  ) : null;

function verwijsTekst(b: Blad, veld: Veld, code: string): string {
  const o = veld.naar ? vind(b.p, veld.naar, code) : null;
  return o && titel(o) !== code ? `${code} ${titel(o)}` : code;
}

/** A value as a reader writes it, in one string: for comparing versions side by side. */
export function alsTekst(veld: Veld, waarde: unknown, b: Blad, soort: Soortcode): string {
  if (isLeeg(waarde)) return '';
  switch (veld.soort) {
    case 'datum':
      return toonDeeldatum(String(waarde), b.taal);
    case 'kwartaal':
      return toonKwartaal(String(waarde), b.taal);
    case 'bedrag':
      return typeof waarde === 'number' ? toonEuro(waarde, b.taal) : String(waarde);
    case 'ja_nee':
      return waarde === true ? algemeen[b.taal].ja : algemeen[b.taal].nee;
    case 'keuze':
      return keuzeWoord(String(waarde), b.taal);
    case 'verwijzing':
      return verwijsTekst(b, veld, String(waarde));
    case 'verwijzingen':
      return (waarde as string[]).map(w => verwijsTekst(b, veld, w)).join('; ');
    case 'lijst':
      return (waarde as string[]).join('; ');
    case 'groep':
      return (waarde as Inhoud[]).map((rij, i) => `${i + 1}. ${rijTekst(veld, rij, b, soort)}`).join(' | ');
    case 'deel':
      return rijTekst(veld, waarde as Inhoud, b, soort);
    default:
      return toonWaarde(veld, waarde);
  }
}

const rijTekst = (veld: Veld, rij: Inhoud, b: Blad, soort: Soortcode): string =>
  (veld.velden ?? [])
    .filter(v => !isLeeg(rij[v.naam]))
    .map(v => `${veldLabel(soort, `${veld.naam}.${v.naam}`, b.taal)}: ${alsTekst(v, rij[v.naam], b, soort)}`)
    .join('; ');

/** A row of a group: our names of the fields, values in the words of the source. */
const Rij = ({ b, veld, rij, soort }: { b: Blad; veld: Veld; rij: Inhoud; soort: Soortcode }) => (
  <>
    {(veld.velden ?? [])
      .filter(v => !isLeeg(rij[v.naam]))
      .map((v, i) => (
        <>
          {i > 0 ? '; ' : ''}
          {veldLabel(soort, `${veld.naam}.${v.naam}`, b.taal)}:{' '}
          <InWoorden b={b} veld={v} waarde={rij[v.naam]} soort={soort} />
        </>
      ))}
  </>
);

/** Running text is in the words of the source; dates, amounts and choices are in those of the page. */
const InWoorden = ({ b, veld, waarde, soort }: Waardedeel) => {
  const woorden = alsTekst(veld, waarde, b, soort);
  return ['tekst', 'alinea', 'lijst'].includes(veld.soort) ? (
    <Brontaal taal={b.taal}>{woorden}</Brontaal>
  ) : (
    <>{woorden}</>
  );
};

type Waardedeel = { b: Blad; veld: Veld; waarde: unknown; soort: Soortcode };

const Waarde = ({ b, veld, waarde, soort }: Waardedeel) => {
  if (isLeeg(waarde)) return <>{algemeen[b.taal][Array.isArray(waarde) ? 'geen' : 'onbekend']}</>;
  if (veld.soort === 'lijst')
    return <Lijst items={(waarde as string[]).map(r => <Brontaal taal={b.taal}>{r}</Brontaal>)} />;
  if (veld.soort === 'verwijzing' || veld.soort === 'verwijzingen') {
    const codes = Array.isArray(waarde) ? (waarde as string[]) : [String(waarde)];
    const naar = veld.naar ?? 'actie';
    const links = codes.map(code =>
      vind(b.p, naar, code) ? (
        <Link href={adresVan(b, naar, code)}>
          <Brontaal taal={b.taal}>{verwijsTekst(b, veld, code)}</Brontaal>
        </Link>
      ) : (
        code
      ),
    );
    return links.length === 1 ? links[0] : <Lijst items={links} />;
  }
  if (veld.soort === 'groep')
    return (
      <Lijst items={(waarde as Inhoud[]).map(rij => <Rij b={b} veld={veld} rij={rij} soort={soort} />)} />
    );
  if (veld.soort === 'deel') return <Rij b={b} veld={veld} rij={waarde as Inhoud} soort={soort} />;
  return <InWoorden b={b} veld={veld} waarde={waarde} soort={soort} />;
};

/** Names of files are for the working version only: a reader gets the title of the document. */
const zichtbaar = (b: Blad, veld: Veld): boolean =>
  veld.naam !== 'bron' && (b.weergave === 'werk' || veld.naam !== 'bestand');

/** The acts on an item, for who may: change, publish what is not public yet, let it go. */
export const Handelingen = ({ b, o }: { b: Blad; o: Onderdeel }) => {
  const t = bewerkTeksten;
  const pad = `/onderdeel/${o.soort}/${encodeURIComponent(o.code)}`;
  if (!magHier(b, o)) return null;
  return (
    <KnopGroep>
      <KnopLink href={b.naar(`${pad}/wijzig`)} soort="hoofd">
        {algemeen[b.taal].wijzig}
      </KnopLink>
      {o.openbareVersie === o.versie ? null : (
        <KnopLink href={b.naar(`${pad}/publiceer`)}>{t.bekijk}</KnopLink>
      )}
      {magVerwijderd(o.soort) ? (
        <KnopLink href={b.naar(`${pad}/vervalt`)} soort="gevaar">
          {t.verwijderKnop}
        </KnopLink>
      ) : null}
    </KnopGroep>
  );
};

/** The message of what was just done, after the redirect. */
export const Gedaan = ({ b }: { b: Blad }) => {
  const tekst = bewerkTeksten.gedaan[b.c.req.query('gedaan') ?? ''];
  return tekst && b.weergave === 'werk' ? <Melding soort="gelukt">{tekst}</Melding> : null;
};

/** One item of any kind with every field, its source and its history. */
export function onderdeelPagina(b: Blad): Response | Promise<Response> {
  const soort = b.c.req.param('soort') ?? '';
  const o = isSoortcode(soort) ? vind(b.p, soort, b.c.req.param('code') ?? '') : null;
  if (!o) return nietGevondenPagina(b.c);
  const a = algemeen[b.taal];
  const naam = titel(o).length > 80 ? `${a.soort[o.soort]} ${o.code}` : titel(o);
  const concept = b.weergave === 'werk' && o.openbareVersie !== o.versie;
  return toonBlad(
    b,
    {
      titel: naam,
      bronTitel: naam === titel(o),
      kopInhoud: naam === titel(o) ? <Brontaal taal={b.taal}>{naam}</Brontaal> : naam,
      boven: a.soort[o.soort],
      pad: [{ naam: onderdelenTeksten[b.taal].titel, href: b.naar(`/onderdelen?soort=${o.soort}`) }],
    },
    <>
      <Gedaan b={b} />
      {concept ? (
        <Melding soort="waarschuwing">{o.openbareVersie === null ? a.nieuwMerk : a.conceptMerk}</Melding>
      ) : null}
      <Handelingen b={b} o={o} />
      <BeschrijvingsLijst
        items={SOORTEN[o.soort].velden
          .filter(v => zichtbaar(b, v))
          .map(v => ({
            term: veldLabel(o.soort, v.naam, b.taal),
            waarde: <Waarde b={b} veld={v} waarde={o.inhoud[v.naam]} soort={o.soort} />,
          }))}
      />
      <Herkomst p={b.p} bron={o.inhoud.bron} taal={b.taal} />
      <GeschiedenisVan b={b} onderdeel={o} />
    </>,
  );
}
