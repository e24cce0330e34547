import { Hono, type Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { begin, hostWering, veiligeKoppen } from './beveiliging.ts';
import { csrfWering } from './csrf.ts';
import { foutPagina } from './fouten.tsx';
import type { App, Ctx, Herkenning, HttpDiensten, Omgeving } from './omgeving.ts';

export interface AppOpties {
  diensten: HttpDiensten;
  /** Key of the forgery tokens. */
  geheim: Buffer;
  /** Tells who the request is from; absence is the public. */
  herken(c: Ctx): Promise<Herkenning>;
  /** Paths whose own protocol guards against forgery beyond the origin check (sign-in library, API). */
  zonderToken?: RegExp[];
  /** Largest body in bytes per path; the first that fits counts. Default 256 kB. */
  grenzen?: { pad: RegExp; bytes: number }[];
}

const STANDAARDGRENS = 256 * 1024;

/** No name of anything holds a NUL, and no database can be asked for one; the path has been decoded here. */
async function nulteken(c: Ctx, next: Next) {
  return c.req.path.includes('\0') ? foutPagina(c, 'niet_gevonden', 404) : next();
}

/** The application without its rooms: every guard that a request passes before a page sees it. */
export function maakApp(o: AppOpties): App {
  const app = new Hono<Omgeving>();
  const { instellingen, log } = o.diensten;
  const https = instellingen.basisUrl?.startsWith('https://') ?? false;
  app.onError((e, c) => {
    if (e instanceof SyntaxError || e.name === 'MalformedJSONError') return foutPagina(c, 'ongeldig', 400);
    log.error({ err: e, verzoek: c.get('id') }, 'fout');
    return foutPagina(c, 'storing', 500);
  });
  app.notFound(c => foutPagina(c, 'niet_gevonden', 404));
  app.use(begin(o.diensten));
  app.use(veiligeKoppen(https));
  app.use(hostWering(instellingen.basisUrl, instellingen.host));
  app.use(compress());
  app.use(trimTrailingSlash());
  app.use(async function grens(c, next) {
    const bytes = o.grenzen?.find(g => g.pad.test(c.req.path))?.bytes ?? STANDAARDGRENS;
    return bodyLimit({ maxSize: bytes, onError: x => foutPagina(x as unknown as Ctx, 'te_groot', 413) })(
      c,
      next,
    );
  });
  app.use(async function herkenning(c, next) {
    const h = await o.herken(c);
    c.set('actor', h.actor);
    c.set('gebruiker', h.gebruiker);
    c.set('sessie', h.sessie);
    c.set('toegang', h.toegang);
    c.set('einde', h.einde ?? null);
    return next();
  });
  const herkomsten = (host: string) =>
    instellingen.basisUrl ? [instellingen.basisUrl, `http://${host}`] : [`http://${host}`, `https://${host}`];
  app.use(csrfWering(o.geheim, herkomsten, o.zonderToken ?? []));
  // After the token: the page for what is not there has a button to sign out, and it must work here too.
  app.use(nulteken);
  return app;
}

/**
 * Registers the same pages in Dutch and, below /en, in English. The language of a page follows its address;
 * there is no language cookie.
 */
export function tweetalig(app: App, registreer: (app: App) => void): void {
  const kamer = new Hono<Omgeving>();
  registreer(kamer);
  app.route('/', kamer);
  app.route('/en', kamer);
}
