/** Removes comments and the charset rule: neither may stand inside a layer. */
function kaal(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@charset[^;]*;/g, '');
}

/** Position of the brace that closes the one at `open`; strings are skipped. */
function sluithaak(css: string, open: number): number {
  let diepte = 0;
  for (let i = open; i < css.length; i++) {
    const c = css[i];
    if (c === '"' || c === "'") {
      i = css.indexOf(c, i + 1);
      if (i < 0) break;
    } else if (c === '{') diepte++;
    else if (c === '}' && --diepte === 0) return i;
  }
  throw new Error('css zonder sluitende accolade');
}

/** Splits a selector list at the commas that stand outside brackets. */
function kiezers(lijst: string): string[] {
  const uit: string[] = [];
  let diepte = 0;
  let begin = 0;
  for (let i = 0; i < lijst.length; i++) {
    const c = lijst[i];
    if (c === '(' || c === '[') diepte++;
    else if (c === ')' || c === ']') diepte--;
    else if (c === ',' && diepte === 0) {
      uit.push(lijst.slice(begin, i).trim());
      begin = i + 1;
    }
  }
  uit.push(lijst.slice(begin).trim());
  return uit;
}

function blijft(kiezer: string, gebruikt: ReadonlySet<string>): boolean {
  const klassen = kiezer.match(/\.[A-Za-z_][\w-]*/g);
  return klassen?.every(k => gebruikt.has(k.slice(1))) ?? false;
}

/**
 * Keeps the rules of a style sheet whose every class is in use; selectors without a class go too, for a vendor
 * sheet has no business with bare elements. A rule that is repeated word for word is kept once. @media and @supports are searched, other at-rules are dropped.
 */
export function snoei(css: string, gebruikt: ReadonlySet<string>): string {
  const bron = kaal(css);
  const uit = new Set<string>();
  let i = 0;
  while (true) {
    const open = bron.indexOf('{', i);
    if (open < 0) return Array.from(uit).join('\n');
    const kop = bron
      .slice(i, open)
      .replace(/^[\s;}]+/, '')
      .trim();
    const dicht = sluithaak(bron, open);
    const lichaam = bron.slice(open + 1, dicht);
    i = dicht + 1;
    if (/^@(media|supports)/.test(kop)) {
      const binnen = snoei(lichaam, gebruikt);
      if (binnen !== '') uit.add(`${kop}{${binnen}}`);
    } else if (!kop.startsWith('@')) {
      const over = kiezers(kop).filter(k => blijft(k, gebruikt));
      if (over.length > 0 && lichaam.trim() !== '') uit.add(`${over.join(',')}{${lichaam}}`);
    }
  }
}

function gevraagd(css: string): string[] {
  return Array.from(css.matchAll(/var\(\s*(--[\w-]+)/g), m => m[1] ?? '');
}

/**
 * The declarations of `thema` that `css` reaches through var(), one after another. What `eigen` sets itself is
 * left out, with all that only it would reach.
 */
export function tokensVoor(css: string, thema: string, eigen: string): string {
  const waarden = new Map<string, string>();
  for (const m of kaal(thema).matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) waarden.set(m[1] ?? '', m[2] ?? '');
  const zelf = new Set(Array.from(kaal(eigen).matchAll(/(?:^|[\s{;])(--[\w-]+)\s*:/g), m => m[1] ?? ''));
  const gezien = new Set<string>();
  const uit: string[] = [];
  const rij = [...gevraagd(css), ...gevraagd(eigen)];
  for (let naam = rij.pop(); naam !== undefined; naam = rij.pop()) {
    const waarde = waarden.get(naam);
    if (gezien.has(naam) || zelf.has(naam) || waarde === undefined) continue;
    gezien.add(naam);
    uit.push(`${naam}:${waarde.trim()}`);
    rij.push(...gevraagd(waarde));
  }
  return uit.sort().join(';');
}
