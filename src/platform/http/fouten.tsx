import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Alinea, Kop1, Link, padIn } from '#platform/ui/index.ts';
import type { Ctx } from './omgeving.ts';
import { type Foutsoort, foutTeksten } from './teksten.ts';
import { toon } from './toon.tsx';

/** problem+json by RFC 9457, with the fields that the government's API rules ask for. */
export function probleem(
  c: Ctx,
  status: number,
  title: string,
  detail: string,
  meer: Record<string, unknown> = {},
): Response {
  return c.body(
    JSON.stringify({
      type: 'about:blank',
      status,
      title,
      detail,
      instance: `urn:verzoek:${c.get('id')}`,
      ...meer,
    }),
    status as ContentfulStatusCode,
    {
      'content-type': 'application/problem+json',
      'API-Version': '1.0.0',
    },
  );
}

/** An error as page, or as problem+json below /api. 'Not found' and 'not allowed' are the same page. */
export function foutPagina(
  c: Ctx,
  soort: Foutsoort,
  status: ContentfulStatusCode,
): Response | Promise<Response> {
  const taal = c.get('taal') ?? 'nl';
  const t = foutTeksten[taal];
  const tekst = t[soort];
  if (c.req.path.startsWith('/api/')) return probleem(c, status, tekst.titel, tekst.uitleg);
  if (!c.get('diensten')) return c.text(`${tekst.titel}. ${tekst.uitleg}`, status);
  return toon(
    c,
    { titel: tekst.titel, status },
    <>
      <Kop1>{tekst.titel}</Kop1>
      <Alinea>{tekst.uitleg}</Alinea>
      {soort === 'storing' ? (
        <Alinea>
          {t.nummer}: {c.get('id')}
        </Alinea>
      ) : null}
      <Alinea>
        <Link href={padIn(taal, '/')}>{t.terug}</Link>
      </Alinea>
    </>,
  );
}

/** The page for what does not exist and for what this reader may not see. */
export function nietGevondenPagina(c: Ctx): Response | Promise<Response> {
  return foutPagina(c, 'niet_gevonden', 404);
}
