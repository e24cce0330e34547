import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { foutPagina } from './fouten.tsx';
import type { Omgeving } from './omgeving.ts';

/** Token of a session: an HMAC, so that nothing has to be stored. */
export function csrfToken(geheim: Buffer, sessie: string): string {
  return createHmac('sha256', geheim).update(`csrf:${sessie}`).digest('base64url');
}

function gelijk(a: string, b: string): boolean {
  const x = Buffer.from(a);
  const y = Buffer.from(b);
  return x.length === y.length && timingSafeEqual(x, y);
}

/**
 * Refuses a changing request that does not come from our own page: the browser's own word (Origin,
 * Sec-Fetch-Site) must say 'same origin', absence denies, and the form carries the token of its session.
 * OWASP, Cross-Site Request Forgery Prevention: token plus Fetch Metadata.
 */
export function csrfWering(
  geheim: Buffer,
  eigenHerkomst: (host: string) => string[],
  vrij: RegExp[],
): MiddlewareHandler<Omgeving> {
  return async function csrf(c, next) {
    c.set('csrf', csrfToken(geheim, c.get('sessie')));
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next();
    const herkomst = c.req.header('origin');
    const plaats = c.req.header('sec-fetch-site');
    const eigen = eigenHerkomst(c.req.header('host') ?? '');
    if (!herkomst || !eigen.includes(herkomst) || (plaats && plaats !== 'same-origin')) {
      return foutPagina(c, 'vervalst', 403);
    }
    if (vrij.some(r => r.test(c.req.path))) return next();
    // Without a session or visit there is no token to be right: refuse before the body is read.
    if (!c.get('sessie')) return foutPagina(c, 'verlopen', 403);
    const inhoud = c.req.header('content-type') ?? '';
    let token = c.req.header('x-csrf-token') ?? '';
    if (!token && /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(inhoud)) {
      const veld = (await c.req.parseBody({ all: true }))['_csrf'];
      token = typeof veld === 'string' ? veld : '';
    }
    if (!gelijk(token, c.get('csrf'))) return foutPagina(c, 'verlopen', 403);
    return next();
  };
}
