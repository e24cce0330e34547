import type { MiddlewareHandler } from 'hono';
import type { Child } from 'hono/jsx';
import type { Weigering } from '#kern/resultaat/index.ts';
import { legWeigeringVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { alsLezer, type Ctx, nietGevondenPagina, type Omgeving, toon } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { Kop1, type Kruimel, type VeldFout } from '#platform/ui/index.ts';
import type { Merk, Merkbron } from '../domain/merk.ts';
import type { BeginKennisgeving, Vastlegging } from '../usecases/persoon.ts';
import { algemeen } from './teksten.ts';

/** A region with its municipalities, to choose from and to show. */
export interface Gebied {
  regio: string;
  naam: string;
  gemeenten: readonly { code: string; naam: string }[];
}

/** What the pages of this room stand on. */
export interface Diensten {
  kluis: Kluis;
  gebieden: readonly Gebied[];
  /** Marks on files and people, lent by the room of privacy. */
  merken?: Merkbron;
  /** Lent by the room of privacy. */
  beginKennisgeving: BeginKennisgeving;
}

/** The marks on this file or person for this reader. */
export const merkenVan = async (
  c: Ctx,
  d: Diensten,
  wat: { dossier?: string; persoon?: string },
): Promise<readonly Merk[]> => (d.merken ? alsLezer(c, async tx => (await d.merken?.(tx, wat)) ?? []) : []);

export type Velden = Readonly<Record<string, string>>;

/** What a form was sent with and why it came back. */
export interface Vormstaat {
  waarden: Velden;
  fouten: readonly VeldFout[];
}
export const LEEG: Vormstaat = { waarden: {}, fouten: [] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (tekst: string): boolean => UUID.test(tekst);

/** Nothing of casework stays behind in a browser; who is not signed in is led to sign in, whatever he asked for. */
export const besloten: MiddlewareHandler<Omgeving> = async function besloten(c, next) {
  c.header('Cache-Control', 'no-store');
  if (c.get('gebruiker')) return next();
  const terug = c.req.method === 'GET' ? `?terug=${encodeURIComponent(c.req.path)}` : '';
  return c.redirect(`/aanmelden${terug}`, 303);
};

/** The sent fields as trimmed texts; only the names of `namen`, whatever else was sent along. */
export async function leesVelden(c: Ctx, namen: readonly string[]): Promise<Velden> {
  const lijf = await c.req.parseBody();
  return Object.fromEntries(
    namen.map(naam => {
      const w = lijf[naam];
      return [naam, typeof w === 'string' ? w.trim().slice(0, 4000) : ''];
    }),
  );
}

export const vastleggingVan = (c: Ctx, d: Diensten): Vastlegging => ({
  vandaag: c.get('vandaag'),
  demo: c.get('diensten').demo,
  beginKennisgeving: d.beginKennisgeving,
});

/** The properties of one field of a form: what was filled in and what is wrong with it. */
export function veld(staat: Vormstaat, naam: string) {
  const fout = staat.fouten.find(f => f.veld === naam)?.tekst;
  return { naam, waarde: staat.waarden[naam] ?? '', ...(fout ? { fout } : {}) };
}

/** A refusal as faults of a form. */
export function foutenVan(w: Weigering): VeldFout[] {
  const velden = Object.entries(w.velden ?? {});
  if (velden.length === 0) return [{ tekst: w.melding ?? w.code }];
  return velden.map(([naam, tekst]) => ({ veld: naam, tekst }));
}

/** Whom or what the address names: the attempt stands in the log of that file or person, also when it was refused. */
function overWie(c: Ctx): { dossier: string | null; betrokkenen: string[] } {
  const id = c.req.param('id') ?? '';
  const dossier = isId(id) && c.req.path.startsWith('/gezin/dossiers/') ? id : null;
  return { dossier, betrokkenen: isId(id) && c.req.path.startsWith('/gezin/personen/') ? [id] : [] };
}

/**
 * The answer to what is not there and to what is not for this reader: one page, and one row in the log of refusals,
 * with the id that was asked for and nothing about whether it exists.
 */
export async function weiger(c: Ctx, soort: string, object: string | null): Promise<Response> {
  await legWeigeringVast(c.get('diensten').db, c.get('actor'), c.get('vandaag'), {
    handeling: c.req.method === 'GET' ? 'inzien' : 'wijzigen',
    soort,
    object: object !== null && isId(object) ? object : null,
    ...overWie(c),
    activiteit: 'casusvoering',
    reden: 'niet_gevonden',
  });
  return nietGevondenPagina(c);
}

/**
 * Runs `werk` for the id in the address in one transaction of the reader. What `werk` cannot find (null), and an
 * address that is no id, end alike: refused and logged. A form that was refused is rolled back by nobody: use cases
 * write nothing when they refuse.
 */
export async function metId<T>(
  c: Ctx,
  soort: string,
  werk: (tx: Transactie, id: string) => Promise<T | null>,
  toonHet: (uit: T, id: string) => Response | Promise<Response>,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const uit = isId(id) ? await alsLezer(c, tx => werk(tx, id)) : null;
  return uit === null ? weiger(c, soort, id) : toonHet(uit, id);
}

/** Sends a page of this room: never a name or number in its title. */
export function toonBlad(
  c: Ctx,
  wijze: { titel: string; kop?: Child; pad?: Kruimel[]; fouten?: readonly VeldFout[]; status?: 409 },
  inhoud: Child,
): Promise<Response> {
  const fout = (wijze.fouten?.length ?? 0) > 0;
  return toon(
    c,
    {
      titel: `${fout ? algemeen.foutVoor : ''}${wijze.titel}`,
      kruimels: [{ naam: algemeen.casussen, href: '/casus' }, ...(wijze.pad ?? []), { naam: wijze.titel }],
      status: wijze.status ?? (fout ? 422 : 200),
    },
    <>
      <Kop1>{wijze.kop ?? wijze.titel}</Kop1>
      {inhoud}
    </>,
  );
}

export const persoonpad = (id: string, deel = ''): string => `/gezin/personen/${id}${deel}`;
export const gezinpad = (dossier: string, deel = ''): string => `/gezin/dossiers/${dossier}${deel}`;
