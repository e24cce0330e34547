import type { Page } from 'playwright-core';

const VARIABEL: readonly [RegExp, string][] = [
  [/^\/en(?=\/|$)/, ''],
  [/\/regio\/[^/]+/, '/regio/:regio'],
  [/^\/programma\/[^/]+/, '/programma/:regio'],
  [/\/acties\/[^/]+/, '/acties/:code'],
  [/\/cijfers\/(?!kwaliteit)[^/]+/, '/cijfers/:indicator'],
  [/\/vergelijk\/[^/]+/, '/vergelijk/:indicator'],
  [/\/gemeente\/[^/]+/, '/gemeente/:gemeente'],
  [/\/raad\/[^/]+/, '/raad/:code'],
  [/\/mijlpalen\/[^/]+/, '/mijlpalen/:code'],
  [/\/onderdeel\/([^/]+)\/[^/]+/, '/onderdeel/:soort/:code'],
  [/\/jaar\/[^/]+/, '/jaar/:jaar'],
  [/\/hulpaanbod\/[^/]+/, '/hulpaanbod/:code'],
  [/\/invoer\/[0-9a-f-]{36}/, '/invoer/:id'],
  [/\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '/:kenmerk'],
];

/** Pages of one kind share a pattern; files and mail links have none. */
export function patroon(href: string): string | null {
  const u = new URL(href);
  if (
    /\.(csv|json|xlsx|pdf|docx|ics)$/.test(u.pathname) ||
    u.pathname.startsWith('/statisch') ||
    u.pathname.startsWith('/api/') ||
    /\/(ophalen|sjabloon|documenten\/[0-9a-f-]{36})$/.test(u.pathname)
  )
    return null;
  let p = u.pathname;
  for (const [r, naar] of VARIABEL) p = p.replace(r, naar);
  return p;
}

/**
 * Walks from these addresses over all links whose path fits `alleen` and returns one address per pattern, in order of
 * finding.
 */
export async function loopAf(
  pagina: Page,
  begin: readonly string[],
  adres: string,
  alleen: RegExp,
): Promise<Map<string, string>> {
  const gevonden = new Map<string, string>();
  const rij = begin.map(b => new URL(b, adres).href);
  while (rij.length > 0) {
    const href = rij.shift() as string;
    const p = patroon(href);
    if (p === null || gevonden.has(p)) continue;
    gevonden.set(p, new URL(href).pathname);
    await pagina.goto(href);
    const links = await pagina.$$eval('a[href]', as => as.map(a => (a as HTMLAnchorElement).href));
    for (const l of links) {
      if (l.startsWith(adres) && alleen.test(new URL(l).pathname)) rij.push(l.split('#')[0] ?? l);
    }
  }
  return gevonden;
}
