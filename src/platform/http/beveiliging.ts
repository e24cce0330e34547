import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { isLoopback } from '#platform/config/index.ts';
import { foutPagina } from './fouten.tsx';
import type { HttpDiensten, Omgeving } from './omgeving.ts';

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "manifest-src 'self'",
].join('; ');

/** Headers of every answer. No third party, no inline code, no framing, no address leaving by Referer. */
export function veiligeKoppen(https: boolean): MiddlewareHandler<Omgeving> {
  return async function koppen(c, next) {
    await next();
    const h = c.res.headers;
    h.set('Content-Security-Policy', CSP);
    h.set('X-Content-Type-Options', 'nosniff');
    h.set('X-Frame-Options', 'DENY');
    // Not 'no-referrer': browsers then send 'Origin: null' with our own forms, which the forgery guard must refuse.
    h.set('Referrer-Policy', 'same-origin');
    h.set('Cross-Origin-Opener-Policy', 'same-origin');
    h.set('Cross-Origin-Resource-Policy', 'same-origin');
    h.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    if (https) h.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (!h.has('Cache-Control')) h.set('Cache-Control', c.get('gebruiker') ? 'no-store' : 'no-cache');
  };
}

/** Gives each request its number, clock and language, and logs it by route pattern: never by address. */
export function begin(d: HttpDiensten): MiddlewareHandler<Omgeving> {
  return async function start(c, next) {
    c.set('id', randomUUID());
    c.set('diensten', d);
    c.set('nu', d.klok.nu());
    c.set('vandaag', d.klok.vandaag());
    c.set('taal', /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'nl');
    c.set('sessie', '');
    c.set('csrf', '');
    c.set('gebruiker', null);
    c.set('einde', null);
    c.set('actor', { soort: 'publiek' });
    const van = performance.now();
    await next();
    d.log.info(
      {
        verzoek: c.get('id'),
        methode: c.req.method,
        route: routePatroon(c.req.matchedRoutes),
        status: c.res.status,
        ms: Math.round(performance.now() - van),
      },
      'verzoek',
    );
  };
}

function routePatroon(routes: { path: string; method: string }[]): string {
  const echte = routes.filter(r => !r.path.endsWith('*'));
  return echte.at(-1)?.path ?? '(geen)';
}

/**
 * Only our own host name is answered: links in mail and redirects are built from settings, never from what a
 * visitor sends, and a foreign Host header gets nothing.
 */
export function hostWering(basisUrl: string | null, host: string): MiddlewareHandler<Omgeving> {
  const toegestaan = basisUrl ? new URL(basisUrl).hostname : null;
  return async function hostcontrole(c, next) {
    const naam = (c.req.header('host') ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
    const goed = toegestaan
      ? naam === toegestaan || isLoopback(naam)
      : isLoopback(host)
        ? isLoopback(naam)
        : naam !== '';
    if (!goed) return foutPagina(c, 'verkeerd_adres', 421);
    return next();
  };
}
