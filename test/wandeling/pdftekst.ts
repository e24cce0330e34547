import { inflateSync } from 'node:zlib';

// The words of a PDF as our own typesetter writes it: fonts by glyph number, with a table back to characters
// (ISO 32000-2, 9.10.3). Enough to look for words in it, not a reader of any PDF.

/** Every compressed stream of the file, unpacked. */
function stromen(pdf: Buffer): string[] {
  const uit: string[] = [];
  for (let i = pdf.indexOf('stream\n'); i >= 0; i = pdf.indexOf('stream\n', i + 7)) {
    const eind = pdf.indexOf('endstream', i);
    if (eind < 0) break;
    try {
      uit.push(inflateSync(pdf.subarray(i + 7, eind), { finishFlush: 2 }).toString('latin1'));
    } catch {
      uit.push(pdf.toString('latin1', i + 7, eind));
    }
    i = eind;
  }
  return uit;
}

const hex = (tekst: string): number => Number.parseInt(tekst, 16);
const tekensVan = (utf16: string): string =>
  String.fromCharCode(...(utf16.match(/.{4}/g) ?? []).map(deel => hex(deel)));

/** Glyph number → characters. */
function leesKaart(cmap: string): Map<number, string> {
  const uit = new Map<number, string>();
  for (const [, blok = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, van = '', naar = ''] of blok.matchAll(/<(\w+)>\s*<(\w+)>/g))
      uit.set(hex(van), tekensVan(naar));
  for (const [, blok = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, van = '', tot = '', naar = ''] of blok.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let g = hex(van); g <= hex(tot); g++) uit.set(g, String.fromCharCode(hex(naar) + g - hex(van)));
  return uit;
}

const ONTSNAPT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Bytes of a literal string (ISO 32000-2, 7.3.4.2). */
const letterlijk = (tekst: string): string =>
  tekst.replace(/\\([0-7]{1,3}|\r?\n|.)/gs, (_, x: string) => {
    if (/^[0-7]/.test(x)) return String.fromCharCode(Number.parseInt(x, 8));
    return ONTSNAPT[x] ?? (x.includes('\n') ? '' : x);
  });

/** All strings that a page shows, as bytes. */
function* getoond(inhoud: string): Generator<string> {
  for (const [blok] of inhoud.matchAll(/\bBT\b.*?\bET\b/gs))
    for (const [, tekst, getallen] of blok.matchAll(/\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f]+)>/gs))
      yield tekst === undefined ? Buffer.from(getallen ?? '', 'hex').toString('latin1') : letterlijk(tekst);
}

/** What stands in the file. Each page is read with every font of the file: the wrong ones give nonsense, no words. */
export function leesPdf(pdf: Buffer): string {
  const alle = stromen(pdf);
  const kaarten = alle.filter(s => /beginbf(char|range)/.test(s)).map(leesKaart);
  const teksten = alle.filter(s => s.includes('BT') && s.includes('ET')).map(s => [...getoond(s)]);
  const lees = (bytes: string, kaart: Map<number, string>): string => {
    let uit = '';
    for (let i = 0; i + 1 < bytes.length; i += 2)
      uit += kaart.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? '';
    return uit;
  };
  const woorden = kaarten.flatMap(k => teksten.map(t => t.map(b => lees(b, k)).join('')));
  return `${woorden.join('\n')}\n${pdf.toString('latin1')}`;
}
