import ExcelJS from 'exceljs';
import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import { herstel, leesTabel, ontwapen, type Tabelblad, type Tabelrij } from '#platform/documenten/index.ts';
import { leesZip, ZipTeGroot } from '#platform/documenten/zip.ts';
import { type Cel, UITLEGMERK, type Werkblad } from '../domain/werkboek.ts';

export interface Bestandsweigering {
  code: 'kapot' | 'te_groot_uitgepakt' | 'te_veel_rijen';
}

const GROOTST_UITGEPAKT = 60 * 1024 * 1024;
const MEESTE_RIJEN = 10_000;
const MEESTE_KOLOMMEN = 60;
const MEESTE_BLADEN = 100;

/** Control characters that XML cannot hold; no reader ever typed one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these cannot be written
const ONSCHRIJFBAAR = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function vulBlad(blad: ExcelJS.Worksheet, rijen: Werkblad['rijen']): void {
  rijen.forEach((rij, i) => {
    const r = blad.getRow(i + 1);
    rij.forEach((c, j) => {
      const cel = r.getCell(j + 1);
      if (typeof c === 'number') cel.value = c;
      else if (c !== '') {
        cel.value = ontwapen(c.replace(ONSCHRIJFBAAR, ''));
        cel.numFmt = '@';
      }
      cel.alignment = { vertical: 'top', wrapText: true };
      if (i === 0) cel.font = { bold: true };
      if (i === 1 && `${rij[0]}`.startsWith(UITLEGMERK)) cel.font = { italic: true };
    });
  });
  (rijen[0] ?? []).forEach((_, j) => {
    blad.getColumn(j + 1).width = 28;
  });
}

/**
 * The workbook as an XLSX file: one sheet per kind, text as text, amounts as numbers. Made to be filled in: texts
 * wrap, and a cell that holds text stays text when somebody types in it (a month does not turn into a day).
 */
export async function maakSpreadsheet(bladen: readonly Werkblad[]): Promise<Buffer> {
  const boek = new ExcelJS.Workbook();
  for (const { naam, rijen } of bladen)
    vulBlad(boek.addWorksheet(naam, { views: [{ state: 'frozen', ySplit: 1 }] }), rijen);
  return Buffer.from(await boek.xlsx.writeBuffer());
}

/** A day with a time is a day here: no field of a programme holds a time. */
const dagVan = (tekst: string): string => tekst.replace(/^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d$/, '$1');

function celVan(waarde: Tabelrij['cellen'][number]): Cel {
  if (waarde === null) return '';
  if (typeof waarde === 'number') return waarde;
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  return typeof waarde === 'string' ? herstel(dagVan(waarde)) : waarde.toString();
}

/** Rows at their own place in the sheet, so that a fault can name its row. */
function werkbladVan(blad: Tabelblad): Werkblad {
  const rijen: Cel[][] = [];
  for (const { nr, cellen } of blad.rijen) {
    while (rijen.length < nr - 1) rijen.push([]);
    rijen.push(cellen.slice(0, MEESTE_KOLOMMEN).map(celVan));
  }
  return { naam: blad.naam, rijen };
}

const pastNiet = (bladen: readonly Tabelblad[]): boolean =>
  bladen.length > MEESTE_BLADEN || bladen.some(b => (b.rijen.at(-1)?.nr ?? 0) > MEESTE_RIJEN);

/** Reads an XLSX file to sheets of cells. Dates in cells become days, formulas their last result. */
export async function leesSpreadsheet(b: Buffer): Promise<Result<Werkblad[], Bestandsweigering>> {
  try {
    leesZip(b, GROOTST_UITGEPAKT);
  } catch (e) {
    return geweigerd({ code: e instanceof ZipTeGroot ? 'te_groot_uitgepakt' : 'kapot' });
  }
  const gelezen = await leesTabel(b, 'programma.xlsx');
  if (gelezen.ok)
    return pastNiet(gelezen.waarde.bladen)
      ? geweigerd({ code: 'te_veel_rijen' })
      : gelukt(gelezen.waarde.bladen.map(werkbladVan));
  const { code } = gelezen.weigering;
  if (code === 'leeg') return gelukt([]);
  return geweigerd({
    code: code === 'te_veel_rijen' || code === 'te_veel_kolommen' ? 'te_veel_rijen' : 'kapot',
  });
}
