/**
 * Where a request comes from, to count attempts by. `doorgestuurd` is X-Forwarded-For; with `proxies` trusted
 * proxies in front the address that the outermost of them saw is the `proxies`-th from the right; what a
 * visitor wrote himself stands to the left of it. With 0 the header is ignored. IPv6 counts per /64: one
 * household or server has that many.
 */
export function herkomst(
  socket: string | undefined,
  doorgestuurd: string | undefined,
  proxies: number,
): string {
  const keten = (doorgestuurd ?? '').split(',').map(s => s.trim());
  const adres = proxies > 0 ? keten.at(-proxies) || socket : socket;
  return alsNet((adres ?? '').replace(/^\[|\](:\d+)?$/g, ''));
}

function alsNet(adres: string): string {
  const kaal = adres.toLowerCase().replace(/%.*$/, '');
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(kaal)?.[1];
  if (v4) return v4;
  if (!kaal.includes(':')) return kaal === '' ? 'onbekend' : kaal;
  const [links = '', rechts] = kaal.split('::');
  const voor = links === '' ? [] : links.split(':');
  const na = rechts ? rechts.split(':') : [];
  const nullen =
    rechts === undefined ? [] : Array<string>(Math.max(0, 8 - voor.length - na.length)).fill('0');
  return [...voor, ...nullen, ...na]
    .slice(0, 4)
    .map(d => d.replace(/^0+(?=.)/, ''))
    .join(':');
}

const BROWSERS: [RegExp, string][] = [
  [/\bedg(e|a|ios)?\b/i, 'Edge'],
  [/\b(opr|opera)\b/i, 'Opera'],
  [/\bsamsungbrowser\b|samsung internet/i, 'Samsung Internet'],
  [/\bfirefox|fxios\b/i, 'Firefox'],
  [/chrome|chromium|crios/i, 'Chrome'],
  [/\bsafari\b/i, 'Safari'],
];
const SYSTEMEN: [RegExp, string][] = [
  [/\bandroid\b/i, 'Android'],
  [/\b(iphone|ipad|ios)\b/i, 'iOS'],
  [/\bwindows\b/i, 'Windows'],
  [/\bmac ?os\b/i, 'macOS'],
  [/\bcros|chromeos\b/i, 'ChromeOS'],
  [/\blinux\b/i, 'Linux'],
];
const eerste = (lijst: [RegExp, string][], s: string) => lijst.find(([r]) => r.test(s))?.[1];

/** Browser and system in words, without versions: enough to recognise one's own device, too little to trace. */
export function apparaatVan(userAgent: string | null | undefined): string {
  const s = userAgent ?? '';
  const browser = eerste(BROWSERS, s) ?? 'Onbekende browser';
  const systeem = eerste(SYSTEMEN, s);
  return systeem ? `${browser} op ${systeem}` : browser;
}
