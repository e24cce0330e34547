import type { Child } from 'hono/jsx';
import { heeftRol, lidmaatschappen } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { adres, alsLezer, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import { type BronVerwijzing, Kop1, type Kruimel, type Taal } from '#platform/ui/index.ts';
import { teksten } from './teksten.ts';

/** What the room of programmes lends about a region, so that this room does not know it. */
export interface Regiokenmerken {
  naam: string;
  /** The citation for a source (`{ bestand, paragraaf }`); null when the document is not known. */
  bron(bron: unknown): BronVerwijzing | null;
}
export interface HulpaanbodLeen {
  findRegio(tx: Transactie, regio: string, taal: Taal): Promise<Regiokenmerken | null>;
}

/** What every page of this room knows. */
export interface Blad {
  c: Ctx;
  taal: Taal;
  regio: string;
  regioNaam: string;
  weergave: 'openbaar' | 'werk';
  bron: Regiokenmerken['bron'];
  naar(pad: string): string;
}

const WERKERS = ['projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'] as const;

/** Loads what a page needs; an unknown region and one that is not for this reader look the same. */
export async function metBlad(
  c: Ctx,
  leen: HulpaanbodLeen,
  weergave: 'openbaar' | 'werk',
  pagina: (b: Blad) => Response | Promise<Response>,
): Promise<Response> {
  const regio = c.req.param('regio') ?? '';
  const taal = c.get('taal');
  if (weergave === 'werk') {
    if (!c.get('gebruiker')) return c.redirect(`/aanmelden?terug=${encodeURIComponent(c.req.path)}`, 303);
    if (!heeftRol(lidmaatschappen(c), WERKERS, { regio })) return nietGevondenPagina(c);
  }
  const kenmerken = await alsLezer(c, tx => leen.findRegio(tx, regio, taal));
  if (!kenmerken) return nietGevondenPagina(c);
  const basis = weergave === 'openbaar' ? `/regio/${regio}` : `/programma/${regio}`;
  const naar = (pad: string) => adres(c, basis + pad);
  return pagina({ c, taal, regio, regioNaam: kenmerken.naam, weergave, bron: kenmerken.bron, naar });
}

/** Sends a page of this room: breadcrumb from the region down, one h1, the region's colours. */
export function toonBlad(
  b: Blad,
  wijze: {
    titel: string;
    kop?: string;
    boven?: string;
    pad?: Kruimel[];
    status?: 200 | 422;
    bronTitel?: boolean;
  },
  inhoud: Child,
): Promise<Response> {
  return toon(
    b.c,
    {
      titel: `${wijze.titel} - ${b.regioNaam}`,
      kruimels: [
        { naam: teksten[b.taal].begin, href: adres(b.c, '/') },
        { naam: b.regioNaam, href: b.naar('') },
        ...(wijze.pad ?? []),
        { naam: wijze.titel, ...(wijze.bronTitel ? { taal: 'nl' as const } : {}) },
      ],
      thema: b.regio,
      tweetalig: b.weergave === 'openbaar',
      status: wijze.status ?? 200,
    },
    <>
      <Kop1 {...(wijze.boven ? { boven: wijze.boven } : {})}>
        {wijze.bronTitel ? <span lang="nl">{wijze.titel}</span> : (wijze.kop ?? wijze.titel)}
      </Kop1>
      {inhoud}
    </>,
  );
}
