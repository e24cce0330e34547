import type { Child } from 'hono/jsx';
import { formatTijdstip } from '#kern/datum/index.ts';
import { type App, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import { Afdrukregel, FoutSamenvatting, Kop1, Melding, type VeldFout } from '#platform/ui/index.ts';
import type { Lidmaatschap, Rol } from '../domain/rollen.ts';
import { legWeigeringVast, type Verwerking } from '../usecases/verwerking.ts';
import { eisAangemeld } from './account.tsx';
import { dossierteksten } from './teksten-dossiers.ts';
import { lidmaatschappen } from './verzoek.ts';

export const lezerVan = (c: Ctx): string => c.get('gebruiker')?.id ?? '';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** An opaque id as a form or address may carry it; null for anything else. */
export const alsKenmerk = (tekst: string | undefined): string | null =>
  tekst && UUID.test(tekst) ? tekst : null;

/** Has the reader one of these roles today? What he then sees is for the database to say. */
export const heeftEen = (c: Ctx, rollen: readonly Rol[]): boolean =>
  lidmaatschappen(c).some((l: Lidmaatschap) => rollen.includes(l.rol));

/** Not there and not allowed are one page; what was asked for is logged as refused, never whether it exists. */
export async function weigerDossier(c: Ctx, v: Pick<Verwerking, 'handeling' | 'soort' | 'object'>) {
  await legWeigeringVast(c.get('diensten').db, c.get('actor'), c.get('vandaag'), {
    ...v,
    dossier: null,
    activiteit: 'toezicht_op_toegang',
    reden: 'niet_gevonden',
  });
  return nietGevondenPagina(c);
}

/** A page on access: kept nowhere, titled without a person, and on paper with who printed it, when and why. */
export function toonDossierpagina(
  c: Ctx,
  p: { titel: string; fouten: readonly VeldFout[]; melding?: string | undefined; status?: 422 | 409 },
  inhoud: Child,
): Promise<Response> {
  const fout = p.fouten.length > 0;
  return toon(
    c,
    {
      titel: fout ? `${dossierteksten.fout}: ${p.titel}` : p.titel,
      status: p.status ?? (fout ? 422 : 200),
    },
    <>
      <FoutSamenvatting fouten={[...p.fouten]} />
      {p.melding ? <Melding soort="gelukt">{p.melding}</Melding> : null}
      <Kop1>{p.titel}</Kop1>
      {inhoud}
      <Afdrukregel
        door={c.get('gebruiker')?.naam ?? ''}
        moment={formatTijdstip(c.get('nu'), 'nl')}
        reden={dossierteksten.afdrukreden}
      />
    </>,
  );
}

/** Pages below this address: only signed in, and never kept by a browser. */
export function bewaakDossierpaginas(app: App, pad: string): void {
  app.use(pad, eisAangemeld, async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
}
