import type { Child } from 'hono/jsx';
import { formatTijdstip } from '#kern/datum/index.ts';
import { type App, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import {
  Afdrukregel,
  FoutSamenvatting,
  Kop1,
  Lijst,
  Link,
  Melding,
  type VeldFout,
} from '#platform/ui/index.ts';
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

type Gevraagd = Pick<Verwerking, 'handeling' | 'soort' | 'object'>;

/** Logs what was asked for as refused, never whether it exists. */
export function legWeigering(c: Ctx, v: Gevraagd): Promise<void> {
  const d = c.get('diensten');
  return legWeigeringVast(d.db, c.get('actor'), c.get('vandaag'), {
    ...v,
    dossier: null,
    activiteit: 'toezicht_op_toegang',
    reden: 'niet_gevonden',
  });
}

/** Not there and not allowed are one page. */
export async function weigerDossier(c: Ctx, v: Gevraagd): Promise<Response> {
  await legWeigering(c, v);
  return nietGevondenPagina(c);
}

const WEGEN: readonly { pad: string; naam: string; rollen: readonly Rol[] }[] = [
  {
    pad: '/toegang/noodtoegang',
    naam: dossierteksten.nood.titel,
    rollen: ['privacyfunctionaris', 'professional', 'teamleider', 'intaker'],
  },
  {
    pad: '/toegang/overdrachten',
    naam: dossierteksten.overdracht.titel,
    rollen: ['teamleider', 'intaker', 'professional'],
  },
  {
    pad: '/toegang/blokkades',
    naam: dossierteksten.blokkade.titel,
    rollen: ['teamleider', 'privacyfunctionaris'],
  },
  {
    pad: '/toegang/zoekacties',
    naam: dossierteksten.zoekactie.titel,
    rollen: ['privacyfunctionaris'],
  },
];

/** The other pages on access that are this reader's. */
const Wegwijzer = ({ c }: { c: Ctx }) => (
  <Lijst
    items={WEGEN.filter(w => w.pad !== c.req.path && heeftEen(c, w.rollen)).map(w => (
      <Link href={w.pad}>{w.naam}</Link>
    ))}
  />
);

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
      <Wegwijzer c={c} />
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
