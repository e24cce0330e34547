import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { probleem } from './fouten.tsx';
import type { App, Ctx, Omgeving } from './omgeving.ts';
import { apiTeksten as t } from './teksten-api.ts';

export { z };
/** The part of the site for programs: routes with their own description. */
export type Api = OpenAPIHono<Omgeving>;
/** Full version of the interface; its first number stands in the address. */
export const API_VERSIE = '1.0.0';
export const API_PAD = '/api/v1';
const STANDAARD_PER_PAGINA = 50;
const HOOGSTE_PER_PAGINA = 100;

/** An answer that the schema describes, or a refusal made by `weiger`. */
type Uitkomst<T> = Promise<T | Response>;

export interface ApiRoute<P extends z.ZodObject, V extends z.ZodObject, A extends z.ZodType> {
  /** Address below /api/v1 with parameters in braces: '/dieren/{dier}'. */
  pad: string;
  /** Unique name of the operation, in camelCase. */
  naam: string;
  label: string;
  samenvatting: string;
  /** Parameters of the address. */
  plaats: P;
  /** Parameters behind the question mark; what is not here is refused. */
  vraag: V;
  antwoord: A;
  /** What the answer is, in one sentence. */
  omschrijving: string;
  /** Is the answer one page of a list, with a Link header? */
  gepagineerd?: boolean;
  /** Can it have been there and be taken away for good? */
  kanWeg?: boolean;
}

/** Error body by RFC 9457 (Problem Details), with the fields that the government's API rules ask for. */
export const Probleem = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    status: z.int().openapi({ example: 404 }),
    title: z.string(),
    detail: z.string(),
    instance: z.string(),
    fouten: z.array(z.object({ parameter: z.string(), melding: z.string() })).optional(),
  })
  .openapi('Probleem', { description: t.probleem });

const paginavelden = {
  pagina: z.coerce
    .number({ error: t.geenPagina })
    .int(t.geenPagina)
    .min(1, t.geenPagina)
    .max(1_000_000, t.geenPagina)
    .default(1)
    .openapi({ description: t.pagina, example: 1 }),
  perPagina: z.coerce
    .number({ error: t.geenPerPagina(HOOGSTE_PER_PAGINA) })
    .int(t.geenPerPagina(HOOGSTE_PER_PAGINA))
    .min(1, t.geenPerPagina(HOOGSTE_PER_PAGINA))
    .max(HOOGSTE_PER_PAGINA, t.geenPerPagina(HOOGSTE_PER_PAGINA))
    .default(STANDAARD_PER_PAGINA)
    .openapi({ description: t.perPagina, example: STANDAARD_PER_PAGINA }),
};
/** Query parameters of every list. */
export const paginavraag = z.object(paginavelden);

/** One page of a list: the rows and where they stand in the whole. */
export function bladVan<S extends z.ZodType>(rij: S, naam: string) {
  return z
    .object({
      gegevens: z.array(rij),
      pagina: z.int().openapi({ description: t.pagina }),
      perPagina: z.int().openapi({ description: t.perPagina }),
      aantal: z.int().openapi({ description: t.aantal }),
      paginas: z.int().openapi({ description: t.paginas }),
    })
    .openapi(naam);
}

/** Refuses with a sentence that says what to do. */
export function weiger(c: Ctx, status: 400 | 404 | 410, detail: string): Response {
  const titel = { 400: t.ongeldig, 404: t.nietGevonden, 410: t.weggehaald };
  return probleem(c, status, titel[status], detail);
}

/** Cuts the asked page and links to its neighbours (RFC 8288). A page beyond the last is refused by number. */
export function pagineer<T>(
  c: Ctx,
  rijen: readonly T[],
  v: { pagina: number; perPagina: number },
): { gegevens: T[]; pagina: number; perPagina: number; aantal: number; paginas: number } | Response {
  const paginas = Math.max(1, Math.ceil(rijen.length / v.perPagina));
  if (v.pagina > paginas) return weiger(c, 404, t.paginaOnbekend(v.pagina, paginas));
  const naar = (pagina: number, rel: string) => {
    const zoek = new URLSearchParams(c.req.query());
    zoek.set('pagina', String(pagina));
    return `<${new URL(c.req.url).pathname}?${zoek}>; rel="${rel}"`;
  };
  const links = [naar(v.pagina, 'self'), naar(1, 'first'), naar(paginas, 'last')];
  if (v.pagina > 1) links.push(naar(v.pagina - 1, 'prev'));
  if (v.pagina < paginas) links.push(naar(v.pagina + 1, 'next'));
  c.header('Link', links.join(', '));
  const van = (v.pagina - 1) * v.perPagina;
  return {
    gegevens: rijen.slice(van, van + v.perPagina),
    pagina: v.pagina,
    perPagina: v.perPagina,
    aantal: rijen.length,
    paginas,
  };
}

const kop = (description: string) => ({ description, schema: { type: 'string' as const } });
const versiekop = { 'API-Version': { ...kop(t.versiekop), example: API_VERSIE } };

function foutAntwoord(description: string) {
  return {
    description,
    headers: versiekop,
    content: { 'application/problem+json': { schema: Probleem } },
  };
}

/** What is wrong with the parameters of a request: none when `vraag` fits. */
function leesVraag(c: Ctx, schema: z.ZodObject): { waarde: Record<string, unknown> } | Response {
  const alle = c.req.queries();
  const fouten = Object.entries(alle).flatMap(([parameter, waarden]) => {
    if (!Object.hasOwn(schema.shape, parameter))
      return [{ parameter, melding: t.onbekendeParameter(parameter) }];
    return waarden.length > 1 ? [{ parameter, melding: t.tweemaal(parameter) }] : [];
  });
  const gelezen = schema.safeParse(c.req.query());
  if (fouten.length === 0 && gelezen.success) return { waarde: gelezen.data };
  for (const i of gelezen.error?.issues ?? [])
    fouten.push({ parameter: String(i.path[0] ?? ''), melding: i.message });
  return probleem(c, 400, t.ongeldig, fouten.map(f => f.melding).join(' '), { fouten });
}

/** Adds a route and its description. `doe` gets what the schemas let through and returns what they promise. */
export function voegRouteToe<P extends z.ZodObject, V extends z.ZodObject, A extends z.ZodType>(
  api: Api,
  r: ApiRoute<P, V, A>,
  doe: (c: Ctx, plaats: z.infer<P>, vraag: z.infer<V>) => Uitkomst<z.infer<A>>,
): void {
  const heeftPlaats = Object.keys(r.plaats.shape).length > 0;
  const heeftVraag = Object.keys(r.vraag.shape).length > 0;
  const koppen = r.gepagineerd ? { ...versiekop, Link: kop(t.linkkop) } : versiekop;
  api.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: r.pad,
      operationId: r.naam,
      tags: [r.label],
      summary: r.samenvatting,
      description: r.omschrijving,
      request: { ...(heeftPlaats ? { params: r.plaats } : {}), ...(heeftVraag ? { query: r.vraag } : {}) },
      responses: {
        200: {
          description: r.omschrijving,
          headers: koppen,
          content: { 'application/json': { schema: r.antwoord } },
        },
        400: foutAntwoord(t.antwoord400),
        404: foutAntwoord(t.antwoord404),
        ...(r.kanWeg ? { 410: foutAntwoord(t.antwoord410) } : {}),
      },
    }),
  );
  api.get(r.pad.replaceAll(/\{([a-zA-Z]+)\}/g, ':$1'), async c => {
    const vraag = leesVraag(c, r.vraag);
    if (vraag instanceof Response) return vraag;
    const plaats = r.plaats.parse(c.req.param());
    const uit = await doe(c, plaats, vraag.waarde as z.infer<V>);
    if (uit instanceof Response) return uit;
    c.header('API-Version', API_VERSIE);
    return c.body(JSON.stringify(uit), 200, { 'content-type': 'application/json; charset=utf-8' });
  });
}

/** An empty interface, to which rooms add their routes. */
export function maakApi(): Api {
  return new OpenAPIHono<Omgeving>();
}

/** The OpenAPI 3.1 document of everything that was added. Labels: name and what is under it. */
export function beschrijfApi(api: Api, labels: readonly { name: string; description: string }[]) {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: t.titel,
      version: API_VERSIE,
      description: t.omschrijving,
      contact: t.contact,
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
    },
    servers: [{ url: `https://voorbeeld.invalid${API_PAD}`, description: t.server }],
    tags: [...labels],
    security: [],
  });
}

/** Serves the interface below /api/v1, with its document at /api/v1/openapi.json. */
export function dienApiOp(
  app: App,
  api: Api,
  labels: readonly { name: string; description: string }[],
): void {
  const document = JSON.stringify(beschrijfApi(api, labels));
  app.use(`${API_PAD}/*`, async function apiVersie(c, next) {
    await next();
    c.header('API-Version', API_VERSIE);
  });
  api.get('/openapi.json', c => c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' }));
  app.route(API_PAD, api);
}
