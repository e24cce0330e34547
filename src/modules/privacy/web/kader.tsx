import type { Child } from 'hono/jsx';
import { formatTijdstip } from '#kern/datum/index.ts';
import { type Lidmaatschap, legWeigeringVast, lidmaatschappen, type Rol } from '#modules/toegang/index.ts';
import { type Ctx, nietGevondenPagina, type Toonwijze, toon } from '#platform/http/index.ts';
import { Afdrukregel, FoutSamenvatting, Kop1, Melding, type VeldFout } from '#platform/ui/index.ts';
import { ACTIVITEIT, functie } from '../usecases/verzoek.ts';
import { teksten } from './teksten.ts';

export type Velden = (veld: string) => string;

/** Reads a sent form: a field by name as text, '' when it is not there or not text; a field that is sent more often as a list. */
export async function leesVorm(c: Ctx): Promise<{ een: Velden; alle: (veld: string) => string[] }> {
  const velden = await c.req.parseBody({ all: true });
  const alle = (veld: string) => [velden[veld]].flat().filter(w => typeof w === 'string');
  return { een: veld => alle(veld)[0] ?? '', alle };
}

export const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

type Werk = (f: Lidmaatschap & { regio: string }) => Promise<Response>;

/** What the pages of this room are about, by the part of their address. */
const SOORTEN: Readonly<Record<string, string>> = {
  bewaren: 'bewaartermijn',
  vernietigen: 'vernietigingslijst',
  verzoeken: 'verzoek',
  kennisgevingen: 'kennisgeving',
  register: 'register',
};

/** Without the role the page is not there; that it was asked for is in the log of use, with the id in its address. */
const zonderRol = (c: Ctx): Promise<Response> =>
  nietHier(c, SOORTEN[c.req.path.split('/')[2] ?? ''] ?? 'privacy', c.req.param('id') ?? '');

/** For privacy officers; for whoever else it is not there. */
export function alsFunctionaris(c: Ctx, werk: Werk): Response | Promise<Response> {
  if (!c.get('gebruiker')) return c.redirect(`/aanmelden?terug=${encodeURIComponent(c.req.path)}`, 303);
  const f = functie(lidmaatschappen(c));
  return f?.regio ? werk({ ...f, regio: f.regio }) : zonderRol(c);
}

const IN_CASUISTIEK: readonly Rol[] = ['professional', 'teamleider', 'intaker', 'privacyfunctionaris'];

/** For whoever has a role in casework, of whom something can be asked; row security decides what there is to see. */
export function alsAangemeld(c: Ctx, werk: () => Promise<Response>): Response | Promise<Response> {
  if (!c.get('gebruiker')) return c.redirect(`/aanmelden?terug=${encodeURIComponent(c.req.path)}`, 303);
  return lidmaatschappen(c).some(l => IN_CASUISTIEK.includes(l.rol)) ? werk() : zonderRol(c);
}

/** Not there or not for this reader: the same page, and a line in the log of use. */
export async function nietHier(c: Ctx, soort: string, object: string): Promise<Response> {
  const d = c.get('diensten');
  await legWeigeringVast(d.db, c.get('actor'), c.get('vandaag'), {
    handeling: c.req.method === 'GET' ? 'inzien' : 'wijzigen',
    soort,
    object: isId(object) ? object : null,
    dossier: null,
    activiteit: ACTIVITEIT,
    reden: 'geen_toegang',
  });
  return nietGevondenPagina(c);
}

interface Paginawijze extends Pick<Toonwijze, 'titel'> {
  /** Heading, when it says more than the title. */
  kop?: string;
  fouten?: VeldFout[];
  gelukt?: string;
}

/** A page of this room: way back, errors on top, and on paper who printed it, when and why. */
export function pagina(c: Ctx, w: Paginawijze, inhoud: Child): Promise<Response> {
  const fouten = w.fouten ?? [];
  const titel = fouten.length > 0 ? `${teksten.fout}: ${w.titel}` : w.titel;
  // The overview is the officer's; who works in files comes here for the requests about them.
  const begin = functie(lidmaatschappen(c)) ? '/privacy/overzicht' : '/privacy/verzoeken';
  const kruimels = [{ naam: teksten.begin, href: begin }, { naam: w.titel }];
  return toon(
    c,
    { titel, kruimels, status: fouten.length > 0 ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      {w.gelukt ? <Melding soort="gelukt">{w.gelukt}</Melding> : null}
      <Kop1>{w.kop ?? w.titel}</Kop1>
      {inhoud}
      <Afdrukregel
        door={c.get('gebruiker')?.naam ?? ''}
        moment={formatTijdstip(c.get('nu'), 'nl')}
        reden={w.titel}
      />
    </>,
  );
}

/** Messages of a refusal as errors with their fields. */
export function alsFouten(w: { melding?: string; velden?: Readonly<Record<string, string>> }): VeldFout[] {
  const velden = Object.entries(w.velden ?? {}).map(([veld, tekst]) => ({ veld, tekst }));
  return velden.length > 0 ? velden : [{ tekst: w.melding ?? teksten.fout }];
}
