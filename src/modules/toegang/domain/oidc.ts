/** What a provider says about how somebody signed in (OpenID Connect Core 1.0, section 2). */
export interface Aanmeldclaims {
  acr?: unknown;
  amr?: unknown;
}

/** Minutes that somebody may take at the provider. */
export const OIDC_MINUTEN = 10;

/**
 * Did the provider see a second factor? By 'mfa' among the methods (RFC 8176), or by a class that the
 * organisation named. Anything else, and absence, is no.
 */
export function toonteTweedeFactor(claims: Aanmeldclaims, acr: readonly string[]): boolean {
  if (Array.isArray(claims.amr) && claims.amr.includes('mfa')) return true;
  return typeof claims.acr === 'string' && acr.includes(claims.acr);
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The issuer as it stands, or null when it is not one: https, without account, question or fragment. On the own
 * machine http is allowed too, when this installation is itself only on the own machine: for trying out.
 */
export function leesIssuer(getypt: string, eigenAdres: string): string | null {
  const s = getypt.trim();
  if (!URL.canParse(s) || s.length > 300 || /[\s?#]/.test(s)) return null;
  const u = new URL(s);
  if (u.username !== '' || u.password !== '') return null;
  const proef =
    u.protocol === 'http:' && LOOPBACK.test(u.hostname) && LOOPBACK.test(new URL(eigenAdres).hostname);
  return u.protocol === 'https:' || proef ? s : null;
}

/** The classes of a form: one a line or separated by spaces, at most ten; null when one is not a class. */
export function leesAcr(getypt: string): string[] | null {
  const delen = [...new Set(getypt.split(/\s+/).filter(d => d !== ''))];
  return delen.length <= 10 && delen.every(d => /^[\x21-\x7e]{1,200}$/.test(d)) ? delen : null;
}
