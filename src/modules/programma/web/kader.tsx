import type { Child } from 'hono/jsx';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { adres, alsLezer, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import { Kop1, type Kruimel, type Taal } from '#platform/ui/index.ts';
import { enige, type Programma, tekst, type Weergave } from '../domain/programma.ts';
import { type Doen, magWerken } from '../usecases/doen.ts';
import { findProgramma } from '../usecases/lees.ts';
import { algemeen } from './teksten/algemeen.ts';

/** What every page of this room knows: the programme as this reader sees it, and where it stands. */
export interface Blad {
  c: Ctx;
  taal: Taal;
  p: Programma;
  /** Region id. */
  regio: string;
  regioNaam: string;
  weergave: Weergave;
  /** Address under which the pages of this view lie, without slash at the end. */
  basis: string;
  vandaag: Temporal.PlainDate;
  /** Address of a page in this view, `pad` from the region down ('' is the region itself). */
  naar(pad: string): string;
}

/** Address of a region's pages: public ones, or the working version of the same pages. */
export function basisVan(regio: string, weergave: Weergave): string {
  return weergave === 'openbaar' ? `/regio/${regio}` : `/programma/${regio}`;
}

/** Loads the programme for a page and hands it over; what is not there or not for this reader looks the same. */
export async function metBlad(
  c: Ctx,
  weergave: Weergave,
  pagina: (b: Blad) => Response | Promise<Response>,
): Promise<Response> {
  const regio = c.req.param('regio') ?? '';
  if (weergave === 'werk') {
    if (!c.get('gebruiker')) return c.redirect(`/aanmelden?terug=${encodeURIComponent(c.req.path)}`, 303);
    if (!magWerken(lidmaatschappen(c), regio)) return nietGevondenPagina(c);
  }
  const p = await alsLezer(c, tx => findProgramma(tx, regio, weergave));
  if (!p) return nietGevondenPagina(c);
  const basis = basisVan(regio, weergave);
  return pagina({
    c,
    taal: c.get('taal'),
    p,
    regio,
    regioNaam: tekst(enige(p, 'regio'), 'naam'),
    weergave,
    basis,
    vandaag: c.get('vandaag'),
    naar: pad => adres(c, basis + pad),
  });
}

/** Who acts, for the use cases. */
export function doenVan(c: Ctx): Doen {
  return {
    db: c.get('diensten').db,
    actor: c.get('actor'),
    lidmaatschappen: lidmaatschappen(c),
    vandaag: c.get('vandaag'),
    nu: c.get('nu'),
  };
}

/** How a page presents itself. */
interface Bladwijze {
  titel: string;
  /** Is the title in words of a source? */
  bronTitel?: boolean;
  kop?: string;
  /** The h1, where it is more than text; `kop` is left out then. */
  kopInhoud?: Child;
  boven?: Child;
  pad?: Kruimel[];
  fout?: boolean;
  status?: 409 | 413;
}

/** Sends a page of the region: breadcrumb from the region down, one h1, the region's colours. */
export function toonBlad(b: Blad, wijze: Bladwijze, inhoud: Child): Promise<Response> {
  const t = algemeen[b.taal];
  const kruimels: Kruimel[] = [
    { naam: t.begin, href: adres(b.c, '/') },
    { naam: b.regioNaam, href: b.naar('') },
    ...(wijze.pad ?? []),
    { naam: wijze.titel, ...(wijze.bronTitel ? { taal: 'nl' as const } : {}) },
  ];
  // The region itself is named once.
  const paginanaam =
    wijze.titel === b.regioNaam ? (wijze.kop ?? wijze.titel) : `${wijze.titel} - ${b.regioNaam}`;
  return toon(
    b.c,
    {
      titel: `${wijze.fout ? t.foutVoor : ''}${paginanaam}`,
      kruimels:
        wijze.titel === b.regioNaam
          ? kruimels.slice(0, 2).map((k, i) => (i === 1 ? { naam: k.naam } : k))
          : kruimels,
      thema: b.regio,
      tweetalig: b.weergave === 'openbaar',
      status: wijze.status ?? (wijze.fout ? 422 : 200),
    },
    <>
      <Kop1 {...(wijze.boven ? { boven: wijze.boven } : {})}>
        {wijze.kopInhoud ?? wijze.kop ?? wijze.titel}
      </Kop1>
      {inhoud}
    </>,
  );
}
