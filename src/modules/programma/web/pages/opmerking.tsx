import type { Child } from 'hono/jsx';
import { alsLezer, nietGevondenPagina } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Details,
  Kop3,
  Link,
  Melding,
  StatusMerk,
  Tabel,
} from '#platform/ui/index.ts';
import { type Onderdeel, regels, tekst, titel, vind } from '../../domain/programma.ts';
import { actiesBijOpmerking, standVanOpmerking } from '../../domain/raad.ts';
import { magWijzigen } from '../../usecases/doen.ts';
import { listGeschiedenis } from '../../usecases/lees.ts';
import { type Blad, doenVan, toonBlad } from '../kader.tsx';
import { BronOf, Brontaal, toonDeeldatum, ZinMetBron } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { programmaTeksten } from '../teksten/programma.ts';
import { raadTeksten } from '../teksten/raad.ts';
import { Rijtje } from './rijtje.tsx';

interface Deel {
  b: Blad;
  o: Onderdeel;
}

const vormen = {
  open: { vorm: 'open', toon: 'let_op' },
  beantwoord: { vorm: 'half', toon: 'actief' },
  verwerkt: { vorm: 'vol', toon: 'goed' },
} as const;

/** How a remark stands; at length also whether somebody said so or it follows from the answer. */
export const OpmerkingStatus = ({ b, o, kort = false }: Deel & { kort?: boolean }) => {
  const t = raadTeksten[b.taal];
  const stand = standVanOpmerking(o);
  const uitleg = stand.status === 'open' ? t.statusAfgeleidOpen : t.statusAfgeleid;
  return (
    <>
      <StatusMerk woord={t.statussen[stand.status]} {...vormen[stand.status]} />
      {stand.afgeleid && !kort ? ` (${uitleg})` : null}
    </>
  );
};

const Codes = ({ b, o }: Deel) => {
  const t = raadTeksten[b.taal];
  const codes = regels(o, 'antwoordcodes');
  const items: Child[] = codes.map(code => {
    const antwoordcode = vind(b.p, 'antwoordcode', code);
    return (
      <>
        {code}:{' '}
        {antwoordcode ? <Brontaal taal={b.taal}>{titel(antwoordcode)}</Brontaal> : algemeen[b.taal].onbekend}
      </>
    );
  });
  return (
    <>
      <Rijtje items={items} geen={algemeen[b.taal].geen} />
      {o.inhoud.codesAfgeleid === true ? ` (${t.codesAfgeleid})` : null}
    </>
  );
};

const Acties = ({ b, o }: Deel) => {
  const t = raadTeksten[b.taal];
  const acties = actiesBijOpmerking(b.p, o);
  return (
    <Rijtje
      geen={t.geenActie}
      items={acties.map(k => (
        <>
          <Link href={b.naar(`/programma/acties/${encodeURIComponent(k.actie.code)}`)}>
            {k.actie.code} <Brontaal taal={b.taal}>{titel(k.actie)}</Brontaal>
          </Link>{' '}
          ({k.via === 'opmerking' ? t.viaOpmerking : t.viaCode(k.code ?? '')})
        </>
      ))}
    />
  );
};

/** What is answered and by which action; on the page of one remark also the remark itself and how it stands. */
const Inhoud = ({ b, o, kort = false }: Deel & { kort?: boolean }) => {
  const t = raadTeksten[b.taal];
  const vraag = { term: t.opmerking, waarde: <Brontaal taal={b.taal}>{tekst(o, 'opmerking')}</Brontaal> };
  const status = { term: t.status, waarde: <OpmerkingStatus b={b} o={o} /> };
  return (
    <BeschrijvingsLijst
      items={[
        ...(kort ? [] : [vraag]),
        {
          term: t.antwoord,
          waarde: <BronOf taal={b.taal} woorden={tekst(o, 'antwoord')} anders={t.geenAntwoord} />,
        },
        { term: t.antwoordcode, waarde: <Codes b={b} o={o} /> },
        { term: t.actie, waarde: <Acties b={b} o={o} /> },
        ...(kort ? [] : [status]),
      ]}
    />
  );
};

/**
 * A remark in the list: what the council asked and how it stands, the answer folded away unless `open`. Its code is its
 * anchor, so that an action can point to it.
 */
export const OpmerkingInLijst = ({ b, o, open }: Deel & { open: boolean }) => {
  const t = raadTeksten[b.taal];
  return (
    <section class="la-stroom" id={o.code} aria-labelledby={`kop-${o.code}`}>
      <Kop3 id={`kop-${o.code}`}>
        {tekst(o, 'gemeente')}: <Brontaal taal={b.taal}>{titel(o)}</Brontaal>
      </Kop3>
      <Alinea>
        <Brontaal taal={b.taal}>{tekst(o, 'opmerking')}</Brontaal>
      </Alinea>
      <Alinea>
        <OpmerkingStatus b={b} o={o} kort />
      </Alinea>
      <Details titel={t.antwoordOp(o.code)} open={open}>
        <Inhoud b={b} o={o} kort />
        <Alinea>
          <Link href={b.naar(`/raad/${encodeURIComponent(o.code)}`)}>{t.bekijk(o.code)}</Link>
        </Alinea>
      </Details>
    </section>
  );
};

const Geschiedenis = async ({ b, o }: Deel) => {
  const t = raadTeksten[b.taal];
  const rollen = programmaTeksten[b.taal].rollen;
  const versies = await alsLezer(b.c, tx => listGeschiedenis(tx, o.id));
  return (
    <Details titel={t.geschiedenis} open>
      <Tabel
        bijschrift={t.geschiedenis}
        bijschriftVerborgen
        kolommen={[
          { naam: t.versie, rijkop: true },
          { naam: t.sinds },
          { naam: t.door },
          { naam: t.waarom },
          { naam: t.antwoord },
        ]}
        rijen={versies.map(v => [
          `${v.versie}${v.openbaar ? ` (${t.openbaar})` : ''}`,
          toonDeeldatum(v.geldigVanaf, b.taal),
          v.doorRol ? (rollen[v.doorRol as keyof typeof rollen] ?? v.doorRol) : t.uitBron,
          v.reden && v.reden !== 'inlezen' ? <Brontaal taal={b.taal}>{v.reden}</Brontaal> : '',
          <BronOf taal={b.taal} woorden={String(v.inhoud.antwoord ?? '')} anders={t.geenAntwoord} />,
        ])}
      />
    </Details>
  );
};

/** May the reader of this page answer this remark? */
export function magAntwoorden(b: Blad, o: Onderdeel): boolean {
  return magWijzigen(doenVan(b.c).lidmaatschappen, b.regio, 'raadsopmerking', o.gemeente);
}

/** One remark with its history; `boven` and `onder` are what the working version adds (messages, the form). */
export async function opmerkingPagina(
  b: Blad,
  o: Onderdeel,
  werk: { fout?: boolean; status?: 409; boven?: Child; onder?: Child } = {},
): Promise<Response> {
  const t = raadTeksten[b.taal];
  const wijze = {
    titel: t.eenTitel(o.code),
    kopInhoud: <ZinMetBron taal={b.taal} zin={w => t.eenKop(tekst(o, 'gemeente'), w)} woorden={titel(o)} />,
    boven: t.eenTitel(o.code),
    pad: [{ naam: t.titel, href: b.naar('/raad') }],
  };
  return toonBlad(
    b,
    { ...wijze, fout: werk.fout ?? false, ...(werk.status ? { status: werk.status } : {}) },
    <>
      {werk.boven}
      {b.weergave === 'werk' && o.openbareVersie !== o.versie ? (
        <Melding soort="waarschuwing">{algemeen[b.taal].conceptMerk}</Melding>
      ) : null}
      <Inhoud b={b} o={o} />
      {b.weergave === 'openbaar' && magAntwoorden(b, o) ? (
        <Alinea>
          <Link href={`/programma/${b.regio}/raad/${encodeURIComponent(o.code)}`}>{t.beantwoordDeze}</Link>
        </Alinea>
      ) : null}
      {werk.onder}
      <Geschiedenis b={b} o={o} />
    </>,
  );
}

/** The remark that the address names; what is not there looks like what may not be seen. */
export function metOpmerking(
  b: Blad,
  pagina: (o: Onderdeel) => Response | Promise<Response>,
): Response | Promise<Response> {
  const o = vind(b.p, 'raadsopmerking', b.c.req.param('code') ?? '');
  return o ? pagina(o) : nietGevondenPagina(b.c);
}
