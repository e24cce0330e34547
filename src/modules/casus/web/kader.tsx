import type { MiddlewareHandler } from 'hono';
import type { Child } from 'hono/jsx';
import { formatTijdstip } from '#kern/datum/index.ts';
import type { Weigering } from '#kern/resultaat/index.ts';
import type { BeginKennisgeving, Merk, Merkbron } from '#modules/gezin/index.ts';
import { lidmaatschappen, type Nooddienst } from '#modules/toegang/index.ts';
import { alsLezer, type Ctx, nietGevondenPagina, type Omgeving, toon } from '#platform/http/index.ts';
import { Afdrukregel, Kop1, type Kruimel, type VeldFout } from '#platform/ui/index.ts';
import { type Doen, verwerking, weiger } from '../usecases/doen.ts';
import { foutVoor, foutzin } from './teksten/fouten.ts';
import { lijstteksten } from './teksten/lijst.ts';

/** A region with its municipalities, to choose from and to show. */
export interface Gebied {
  regio: string;
  naam: string;
  gemeenten: readonly { code: string; naam: string }[];
}

/** What the pages of this room stand on. */
export interface Diensten extends Nooddienst, Kennisgevinglening {
  gebieden: readonly Gebied[];
  /** Marks on files, lent by the room of privacy. */
  merken?: Merkbron;
}

/** The marks on this file for this reader. */
export const merkenVan = async (c: Ctx, d: Diensten, dossier: string): Promise<readonly Merk[]> =>
  d.merken ? alsLezer(c, async tx => (await d.merken?.(tx, { dossier })) ?? []) : [];
/** What the room of privacy lends: the start of the clock of notice, and what of it stands open in a file. */
export interface Kennisgevinglening {
  beginKennisgeving: BeginKennisgeving;
  /** A part of the page of a file; `naam` tells whom a notice is for. Null when there is nothing for this reader. */
  kennisgevingpaneel(c: Ctx, dossier: string, naam: (betrokkene: string) => string): Promise<Child | null>;
}

export type Pagina = (c: Ctx, d: Diensten) => Response | Promise<Response>;

/** Who acts, for the use cases. */
export const doenVan = (c: Ctx, d: Diensten): Doen => ({
  db: c.get('diensten').db,
  kluis: d.kluis,
  actor: c.get('actor'),
  lidmaatschappen: lidmaatschappen(c),
  vandaag: c.get('vandaag'),
  nu: c.get('nu'),
  demo: c.get('diensten').demo,
  beginKennisgeving: d.beginKennisgeving,
});

/** A page that is not there for who has not the role; that it was asked for is in the log of use. */
export async function zonderRol(c: Ctx, d: Diensten, soort: string): Promise<Response> {
  await weiger(doenVan(c, d), verwerking(c.req.method === 'GET' ? 'inzien' : 'wijzigen', soort, null));
  return nietGevondenPagina(c);
}

/** Nothing of casework stays behind in a browser; who is not signed in is led to sign in, whatever he asked for. */
export const besloten: MiddlewareHandler<Omgeving> = async function besloten(c, next) {
  c.header('Cache-Control', 'no-store');
  if (c.get('gebruiker')) return next();
  const terug = c.req.method === 'GET' ? `?terug=${encodeURIComponent(c.req.path)}` : '';
  return c.redirect(`/aanmelden${terug}`, 303);
};

/** The sent fields as texts; of a field that was sent twice the first counts. */
export async function leesVelden(c: Ctx): Promise<Record<string, string>> {
  const lijf = await c.req.parseBody();
  const paren = Object.entries(lijf).flatMap(([naam, w]) =>
    typeof w === 'string' ? [[naam, w] as const] : [],
  );
  return Object.fromEntries(paren.filter(([naam]) => naam !== '_csrf'));
}

/** What a form was sent with and why it came back. */
export interface Vormstaat {
  /** Which form of the page it is. */
  formulier: string;
  waarden: Readonly<Record<string, string>>;
  fouten: readonly VeldFout[];
}

/** Names of fields on a page with more than one form: each form has its own ids. */
export const veldnaam = (formulier: string, veld: string): string => `${formulier}-${veld}`;

/** A refusal as faults of a form. */
export function foutenVan(formulier: string, w: Weigering): VeldFout[] {
  const velden = Object.entries(w.velden ?? {});
  if (velden.length === 0) return [{ tekst: w.melding ?? foutzin('', w.code) }];
  return velden.map(([veld, code]) => ({ veld: veldnaam(formulier, veld), tekst: foutzin(veld, code) }));
}

/** The properties of one field: its id in this form, what was filled in, and what is wrong with it. */
export function veld(staat: Vormstaat, naam: string) {
  const volle = veldnaam(staat.formulier, naam);
  const fout = staat.fouten.find(f => f.veld === volle)?.tekst;
  return { naam, id: `veld-${volle}`, waarde: staat.waarden[naam] ?? '', ...(fout ? { fout } : {}) };
}

export const leeg = (formulier: string): Vormstaat => ({ formulier, waarden: {}, fouten: [] });

interface Bladwijze {
  titel: string;
  kop?: string;
  pad?: Kruimel[];
  fout?: boolean;
  status?: 409 | 422 | 413 | 429;
  /** What the reader works on, for who prints the page; null when the page itself says who printed it and why. */
  afdrukdoel?: string | null;
}

/** Sends a page of this room: never a name or number in its title, and on paper who printed it, when and what for. */
export function toonBlad(
  c: Ctx,
  { afdrukdoel = lijstteksten.afdrukdoel, ...wijze }: Bladwijze,
  inhoud: Child,
): Promise<Response> {
  const begin = wijze.titel === lijstteksten.titel ? [] : [{ naam: lijstteksten.titel, href: '/casus' }];
  return toon(
    c,
    {
      titel: `${wijze.fout ? foutVoor : ''}${wijze.titel}`,
      kruimels: [...begin, ...(wijze.pad ?? []), { naam: wijze.titel }],
      status: wijze.status ?? (wijze.fout ? 422 : 200),
    },
    <>
      <Kop1>{wijze.kop ?? wijze.titel}</Kop1>
      {inhoud}
      {afdrukdoel === null ? null : (
        <Afdrukregel
          door={c.get('gebruiker')?.naam ?? ''}
          moment={formatTijdstip(c.get('nu'))}
          reden={afdrukdoel}
        />
      )}
    </>,
  );
}
