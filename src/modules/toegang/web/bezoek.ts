import { randomBytes } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Ctx, csrfToken, foutPagina, type Omgeving } from '#platform/http/index.ts';
import { herkomst } from '../domain/herkomst.ts';
import type { Afzender } from '../usecases/aanmelden.ts';
import type { Diensten } from '../usecases/diensten.ts';

const koekje = (d: Diensten) => (d.basisUrl.startsWith('https://') ? '__Host-la.bezoek' : 'la.bezoek');

/** What the forgery token of a visitor without session is bound to; '' when he was on no sign-in page yet. */
export function leesBezoek(d: Diensten, c: Ctx): string {
  const waarde = getCookie(c, koekje(d));
  return waarde && /^[\w-]{22}$/.test(waarde) ? `bezoek:${waarde}` : '';
}

/**
 * For the pages that anyone may open to sign in: gives the visitor something to bind the forgery token to.
 * Public pages never set a cookie. A form sent without it is refused.
 */
export function metBezoek(d: Diensten): MiddlewareHandler<Omgeving> {
  return async function bezoek(c, next) {
    if (c.get('sessie') === '') {
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return foutPagina(c, 'verlopen', 403);
      const waarde = randomBytes(16).toString('base64url');
      const secure = d.basisUrl.startsWith('https://');
      setCookie(c, koekje(d), waarde, { httpOnly: true, sameSite: 'Lax', secure, path: '/' });
      c.set('sessie', `bezoek:${waarde}`);
      c.set('csrf', csrfToken(d.geheim, `bezoek:${waarde}`));
    }
    c.header('Cache-Control', 'no-store');
    return next();
  };
}

/** Sets the cookies that the sign-in library gave, and drops that of the anonymous visit unless it goes on. */
export function zetKoekjes(d: Diensten, c: Ctx, koekjes: readonly string[], bezoekGaatDoor = false): void {
  for (const k of koekjes) c.header('set-cookie', k, { append: true });
  if (!bezoekGaatDoor && getCookie(c, koekje(d))) {
    deleteCookie(c, koekje(d), { path: '/', secure: d.basisUrl.startsWith('https://') });
  }
}

/**
 * On signing out: the browser forgets the pages that it kept, so that its back button shows nothing to whoever
 * sits down next (W3C Clear Site Data). Pages of signed-in readers are not stored in the first place.
 */
export function leegBrowser(c: Ctx): void {
  c.header('Clear-Site-Data', '"cache", "storage"');
}

/** The request as the sign-in library may see it, and where it comes from. */
export function afzender(d: Diensten, c: Ctx): Afzender {
  const headers = new Headers();
  for (const naam of ['cookie', 'user-agent']) {
    const waarde = c.req.header(naam);
    if (waarde) headers.set(naam, waarde);
  }
  return {
    headers,
    herkomst: herkomst(socketadres(c), c.req.header('x-forwarded-for'), d.instellingen.proxies),
  };
}

function socketadres(c: Ctx): string | undefined {
  // Outside the server (a request made in a test) there is no connection.
  return c.env && 'incoming' in (c.env as object) ? getConnInfo(c).remote.address : undefined;
}
