import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { WORTEL } from '#platform/config/wortel.ts';

const DELEN = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
/** Each subset under a name of its own: the typesetter takes one font per name and cut. Same length as the original. */
export const FAMILIES = DELEN.slice(1).map((_, i) => `Source Sans ${String.fromCharCode(65 + i)}`);
const FAMILIE = 'Source Sans 3';
const SNEDEN = ['400-normal', '600-normal', '400-italic'];

/**
 * Unpacks a WOFF 1.0 file to the plain font inside (W3C, WOFF File Format 1.0, sections 3 to 5): the typesetter
 * reads no compressed fonts. Throws when the file is not WOFF 1.0.
 */
export function pakUitWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Geen WOFF-lettertype.');
  const aantal = woff.readUInt16BE(12);
  const macht = Math.floor(Math.log2(aantal));
  let plaats = 12 + 16 * aantal;
  const kop = Buffer.alloc(plaats);
  kop.writeUInt32BE(woff.readUInt32BE(4), 0);
  kop.writeUInt16BE(aantal, 4);
  kop.writeUInt16BE(2 ** macht * 16, 6);
  kop.writeUInt16BE(macht, 8);
  kop.writeUInt16BE(aantal * 16 - 2 ** macht * 16, 10);
  const delen: Buffer[] = [kop];
  for (let i = 0; i < aantal; i++) {
    const van = 44 + i * 20;
    const begin = woff.readUInt32BE(van + 4);
    const ingepakt = woff.readUInt32BE(van + 8);
    const lengte = woff.readUInt32BE(van + 12);
    const ruw = woff.subarray(begin, begin + ingepakt);
    const tabel = ingepakt < lengte ? inflateSync(ruw, { maxOutputLength: lengte }) : ruw;
    const naar = 12 + i * 16;
    woff.copy(kop, naar, van, van + 4);
    kop.writeUInt32BE(woff.readUInt32BE(van + 16), naar + 4);
    kop.writeUInt32BE(plaats, naar + 8);
    kop.writeUInt32BE(lengte, naar + 12);
    const aanvulling = (4 - (tabel.length % 4)) % 4;
    delen.push(tabel, Buffer.alloc(aanvulling));
    plaats += tabel.length + aanvulling;
  }
  return Buffer.concat(delen);
}

/** Adds the code points of one format 4 character map (OpenType, table cmap). */
function leesKaart(kaart: Buffer, tekens: Set<number>): void {
  if (kaart.readUInt16BE(0) !== 4) return;
  const dubbel = kaart.readUInt16BE(6);
  for (let i = 0; i < dubbel; i += 2) {
    const eind = kaart.readUInt16BE(14 + i);
    const begin = kaart.readUInt16BE(16 + dubbel + i);
    for (let c = begin; c <= eind && c < 0xffff; c++) tekens.add(c);
  }
}

const utf16be = (tekst: string) => Buffer.from(tekst, 'utf16le').swap16();

/** Gives the font another family name of the same length, in place (OpenType, table name). */
function hernoem(lettertype: Buffer, naar: string): Buffer {
  const van = utf16be(FAMILIE);
  const nieuw = utf16be(naar);
  for (let i = lettertype.indexOf(van); i >= 0; i = lettertype.indexOf(van, i + 1)) nieuw.copy(lettertype, i);
  return lettertype;
}

/** The code points that a font can show (basic plane). */
export function tekensVan(lettertype: Buffer): Set<number> {
  const tekens = new Set<number>();
  const aantal = lettertype.readUInt16BE(4);
  for (let i = 0; i < aantal; i++) {
    const regel = 12 + i * 16;
    if (lettertype.toString('latin1', regel, regel + 4) !== 'cmap') continue;
    const cmap = lettertype.subarray(lettertype.readUInt32BE(regel + 8));
    for (let k = 0; k < cmap.readUInt16BE(2); k++) {
      leesKaart(cmap.subarray(cmap.readUInt32BE(4 + k * 8 + 4)), tekens);
    }
  }
  return tekens;
}

export interface Lettertypen {
  bestanden: Buffer[];
  /** Can every cut of the font show this code point? */
  kent(teken: number): boolean;
}

let geladen: Lettertypen | null = null;

/** The fonts that the product ships, unpacked once. */
export function leesLettertypen(): Lettertypen {
  if (geladen) return geladen;
  const map = path.dirname(
    createRequire(path.join(WORTEL, 'package.json')).resolve('@fontsource/source-sans-3/package.json'),
  );
  const perSnede = SNEDEN.map(snede =>
    DELEN.map((deel, i) =>
      hernoem(
        pakUitWoff(readFileSync(path.join(map, 'files', `source-sans-3-${deel}-${snede}.woff`))),
        FAMILIES[i - 1] ?? FAMILIE,
      ),
    ),
  );
  const sets = perSnede.map(bestanden => {
    const alle = new Set<number>();
    for (const b of bestanden) for (const t of tekensVan(b)) alle.add(t);
    return alle;
  });
  geladen = { bestanden: perSnede.flat(), kent: t => sets.every(s => s.has(t)) };
  return geladen;
}
