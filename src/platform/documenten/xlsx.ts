import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { type Cel, ontwapen } from './celtekst.ts';

export interface Blad {
  naam: string;
  kolommen: readonly string[];
  rijen: Iterable<readonly Cel[]>;
}

/** What one cell of a workbook can hold (ECMA-376; Excel specifications and limits). */
const LANGSTE_CEL = 32_767;

/** Text that XML 1.0 can carry: no control characters but tab and line feed. */
const xmlTekst = (t: string) =>
  t
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

function tekstcel(tekst: string, blad: string): string {
  const t = ontwapen(xmlTekst(tekst));
  if (t.length > LANGSTE_CEL)
    throw new RangeError(`Een cel op blad ${blad} is langer dan ${LANGSTE_CEL} tekens.`);
  return t;
}

function celwaarde(cel: Cel, blad: string): ExcelJS.CellValue {
  if (cel === null || typeof cel === 'boolean') return cel;
  if (typeof cel === 'number') return Number.isFinite(cel) ? cel : null;
  if (typeof cel === 'string') return tekstcel(cel, blad);
  // A calendar day as the workbook format keeps it: midnight UTC, shown without time.
  return new Date(Date.UTC(cel.year, cel.month - 1, cel.day));
}

/** Sheet names are limited to 31 characters, without []:*?/\ and unique regardless of case. */
function bladnaam(naam: string, bezet: Set<string>): string {
  const basis =
    xmlTekst(naam)
      .replace(/[[\]:*?/\\\n\t]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Blad';
  let uit = basis;
  for (let i = 2; bezet.has(uit.toLowerCase()); i++) uit = `${basis.slice(0, 27)} ${i}`;
  bezet.add(uit.toLowerCase());
  return uit;
}

function schrijfBlad(boek: ExcelJS.stream.xlsx.WorkbookWriter, blad: Blad, naam: string): void {
  const doel = boek.addWorksheet(naam, { views: [{ state: 'frozen', ySplit: 1 }] });
  doel.columns = blad.kolommen.map(k => ({ width: Math.min(Math.max(k.length + 2, 12), 40) }));
  const kop = doel.addRow(blad.kolommen.map(k => tekstcel(k, naam)));
  kop.font = { bold: true };
  kop.commit();
  let nr = 0;
  for (const rij of blad.rijen) {
    nr++;
    if (rij.length !== blad.kolommen.length) {
      throw new RangeError(`Rij ${nr} op blad ${naam} telt ${rij.length} cellen.`);
    }
    const r = doel.addRow(rij.map(c => celwaarde(c, naam)));
    rij.forEach((c, i) => {
      if (c instanceof Temporal.PlainDate) r.getCell(i + 1).numFmt = 'dd-mm-yyyy';
    });
    r.commit();
  }
  doel.commit();
}

/**
 * Makes a workbook: one sheet per blad, with a bold head that stays in view. Numbers, dates and ja/nee keep their
 * type; texts are text and disarmed (`ontwapen`), and line ends in them become one line feed. Rows are written as
 * they come. Throws RangeError for a row of another length than the head or a text over 32,767 characters.
 */
export async function maakXlsx(bladen: readonly Blad[]): Promise<Uint8Array> {
  const stroom = new PassThrough();
  const delen: Buffer[] = [];
  stroom.on('data', d => delen.push(d));
  const klaar = new Promise<void>((goed, fout) => {
    stroom.on('end', goed);
    stroom.on('error', fout);
  });
  const boek = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: stroom,
    useStyles: true,
    useSharedStrings: false,
  });
  const bezet = new Set<string>();
  for (const blad of bladen) schrijfBlad(boek, blad, bladnaam(blad.naam, bezet));
  await boek.commit();
  await klaar;
  return new Uint8Array(Buffer.concat(delen));
}
