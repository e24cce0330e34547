/**
 * A path inside this site to go on to after signing in, or '/' for anything else. Refused: other sites, also
 * as `//host` or `/\host` (browsers read a backslash as a slash), control characters, and the sign-in pages.
 */
export function terugpad(gevraagd: string | undefined | null): string {
  const s = gevraagd ?? '';
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(s) || s.includes('\\') || s.length > 500) return '/';
  const pad = new URL(s, 'https://hier.invalid');
  if (pad.origin !== 'https://hier.invalid' || pad.pathname.startsWith('//')) return '/';
  if (/^\/(aanmelden|afmelden|uitnodiging)(\/|$)/.test(pad.pathname)) return '/';
  return pad.pathname + pad.search;
}
