/** Names of custom properties that are given a value somewhere in `css`. */
function gezet(css: string): Set<string> {
  return new Set(Array.from(css.matchAll(/(?:^|[\s{;])(--[\w-]+)\s*:/g), m => m[1] ?? ''));
}

/** End of a bracketed part that opens at `open`. */
function haakje(css: string, open: number): number {
  let diepte = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === '(') diepte++;
    else if (css[i] === ')' && --diepte === 0) return i;
  }
  return css.length - 1;
}

/** Replaces var(--x, fallback) by the fallback wherever nobody sets --x. */
function valTerug(css: string, bekend: ReadonlySet<string>): string {
  let uit = '';
  let i = 0;
  const zoek = /var\(\s*(--[\w-]+)\s*,/g;
  for (let m = zoek.exec(css); m !== null; m = zoek.exec(css)) {
    if (bekend.has(m[1] ?? '')) continue;
    const dicht = haakje(css, m.index + 3);
    uit += css.slice(i, m.index) + valTerug(css.slice(m.index + m[0].length, dicht), bekend).trim();
    i = dicht + 1;
    zoek.lastIndex = i;
  }
  return uit + css.slice(i);
}

/** Drops declarations of custom properties that nothing reads. */
function schrap(css: string, gelezen: ReadonlySet<string>): string {
  return css.replace(/(^|[{;\s])(--[\w-]+)\s*:[^;{}]*(;|(?=\}))/g, (heel, voor: string, naam: string) =>
    gelezen.has(naam) ? heel : voor,
  );
}

/**
 * Makes vendor css smaller without changing a pixel: fallbacks of properties that nobody sets are written out,
 * and properties that nobody reads are dropped, until nothing changes. `elders` is all other css that may set
 * or read them.
 */
export function vereenvoudig(css: string, elders: readonly string[]): string {
  let nu = css;
  for (let ronde = 0; ronde < 8; ronde++) {
    const rest = elders.join('\n');
    const bekend = new Set([...gezet(nu), ...gezet(rest)]);
    const terug = valTerug(nu, bekend);
    const lezers = Array.from(`${terug}\n${rest}`.matchAll(/var\(\s*(--[\w-]+)/g), m => m[1] ?? '');
    const kleiner = schrap(terug, new Set(lezers));
    if (kleiner === nu) return nu;
    nu = kleiner;
  }
  return nu;
}
