import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { leesCsv } from './leescsv.ts';
import { leesXlsx } from './leesxlsx.ts';
import { TABELGRENZEN, type Tabelblad, type Tabelcode, Tabelfout } from './tabelvorm.ts';
import { tabelteksten } from './teksten.ts';

const begintMet = (b: Uint8Array, ...merk: number[]) => merk.every((m, i) => b[i] === m);

async function lees(bestand: Uint8Array, naam: string): Promise<Tabelblad[]> {
  if (bestand.length === 0) throw new Tabelfout('leeg');
  if (bestand.length > TABELGRENZEN.bytes) throw new Tabelfout('te_groot');
  if (begintMet(bestand, 0x50, 0x4b, 0x03, 0x04)) return leesXlsx(bestand);
  // Compound File: an old workbook, or a new one behind a password.
  if (begintMet(bestand, 0xd0, 0xcf, 0x11, 0xe0)) {
    const beveiligd = Buffer.from(bestand).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new Tabelfout(beveiligd ? 'beveiligd' : 'oud_excel');
  }
  return [{ naam: naam.replace(/\.[a-z0-9]{1,5}$/i, ''), rijen: leesCsv(bestand) }];
}

/** A database keeps no NUL and no half character; the file is refused once, here, before anything uses it. */
function controleerTekens(bladen: readonly Tabelblad[]): void {
  const kan = (t: unknown) => typeof t !== 'string' || (!t.includes('\0') && t.isWellFormed());
  if (!bladen.every(b => kan(b.naam) && b.rijen.every(r => r.cellen.every(kan))))
    throw new Tabelfout('onbewaarbaar');
}

/**
 * Reads an uploaded table: CSV (comma, semicolon or tab; UTF-8, UTF-16 with mark, or Windows-1252) or XLSX. What it
 * is follows from its content, not from `naam`. At most 20 MB, 50,000 rows, 500 columns, 300,000 cells and 100 MB unpacked. CSV
 * gives texts only (a postcode keeps its zero); XLSX gives typed cells and of formulas the last outcome. Empty rows
 * are left out, row numbers stay those of the file. Texts come as they stand: `herstel` undoes our own disarming.
 * Refusals carry a Dutch sentence for the sender and never a piece of the content.
 */
export async function leesTabel(
  bestand: Uint8Array,
  naam: string,
): Promise<Result<{ bladen: Tabelblad[] }, Weigering<Tabelcode>>> {
  try {
    const bladen = await lees(bestand, naam);
    controleerTekens(bladen);
    return gelukt({ bladen });
  } catch (e) {
    if (!(e instanceof Tabelfout)) throw e;
    const regel = e.regel ?? 0;
    if (e.reden === 'aanhalingsteken') {
      return geweigerd(weigering(e.reden, tabelteksten.aanhalingsteken(regel), { regel }));
    }
    return geweigerd(weigering(e.reden, tabelteksten[e.reden]));
  }
}
