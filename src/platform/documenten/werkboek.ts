import ExcelJS from 'exceljs';
import { TABELGRENZEN, Tabelfout } from './tabelvorm.ts';
import { leesZip, ZipTeGroot } from './zip.ts';

/** A cell as it can cross from one thread to another: a day goes as its ISO text. */
export type Draadcel = string | number | boolean | null | { dag: string };
export interface Draadblad {
  naam: string;
  rijen: { nr: number; cellen: Draadcel[] }[];
}

/** Rows that a workbook may number: Excel's own limit (ECMA-376, sheets up to XFD1048576). */
const HOOGSTE_RIJ = 1_048_576;

/**
 * Parts of a sheet that hold no value. Several of them name a range that ExcelJS writes out address by address, so
 * that one line (`A1:XFD1048576`) would cost 17 billion steps. Without merges the covered cells are plain cells,
 * which Excel writes empty.
 */
const ZONDER_WAARDE = [
  'autoFilter',
  'cols',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'headerFooter',
  'hyperlinks',
  'mergeCells',
  'pageMargins',
  'pageSetup',
  'picture',
  'printOptions',
  'rowBreaks',
  'sheetProtection',
  'sheetViews',
  'tableParts',
];

function telVoorkomens(inhoud: Buffer, merk: string, grens: number): number {
  let n = 0;
  for (let i = inhoud.indexOf(merk); i >= 0 && n <= grens; i = inhoud.indexOf(merk, i + merk.length)) n++;
  return n;
}

/** Looks inside the archive before the reader builds anything from it. */
function keur(bestand: Uint8Array): void {
  let delen: Map<string, Buffer>;
  try {
    delen = leesZip(bestand, TABELGRENZEN.uitgepakt);
  } catch (e) {
    throw new Tabelfout(e instanceof ZipTeGroot ? 'uitgepakt_te_groot' : 'beschadigd');
  }
  if (!delen.has('xl/workbook.xml')) throw new Tabelfout('geen_tabel');
  const { cellen: meeste } = TABELGRENZEN;
  let rijen = 0;
  let cellen = 0;
  for (const [naam, inhoud] of delen) {
    if (!naam.startsWith('xl/worksheets/')) continue;
    // A row that is written without any cell counts too: it costs memory all the same.
    rijen += telVoorkomens(inhoud, '<row', 2 * TABELGRENZEN.rijen);
    for (const merk of ['<c ', '<c>', '<c/', '<c\n', '<c\r', '<c\t'])
      cellen += telVoorkomens(inhoud, merk, meeste);
  }
  if (rijen > 2 * TABELGRENZEN.rijen || cellen > meeste) throw new Tabelfout('te_veel_rijen');
}

function datum(d: Date): Draadcel {
  if (Number.isNaN(d.getTime())) return null;
  const t = Temporal.Instant.fromEpochMilliseconds(d.getTime()).toZonedDateTimeISO('UTC').toPlainDateTime();
  const rond = t.round('second');
  return rond.toPlainTime().equals('00:00') ? { dag: rond.toPlainDate().toString() } : rond.toString();
}

/** The value of a cell as the reader of the sheet sees it. Errors such as #N/A become their code. */
function waarde(v: ExcelJS.CellValue): Draadcel {
  if (v === null || v === undefined || v === '') return null;
  if (typeof v !== 'object') return v;
  if (v instanceof Date) return datum(v);
  if ('richText' in v) return v.richText.map(d => d.text).join('');
  if ('formula' in v || 'sharedFormula' in v) return waarde(v.result);
  if ('hyperlink' in v) return waarde(v.text as ExcelJS.CellValue);
  if ('error' in v) return v.error;
  return null;
}

function cellenVan(rij: ExcelJS.Row): Draadcel[] {
  const cellen: Draadcel[] = [];
  rij.eachCell({ includeEmpty: false }, (cel, kolom) => {
    if (kolom > TABELGRENZEN.kolommen) throw new Tabelfout('te_veel_kolommen');
    while (cellen.length < kolom - 1) cellen.push(null);
    cellen.push(waarde(cel.value));
  });
  while (cellen.length > 0 && cellen.at(-1) === null) cellen.pop();
  return cellen;
}

async function laad(bestand: Uint8Array): Promise<ExcelJS.Workbook> {
  const boek = new ExcelJS.Workbook();
  // Names of ranges are written out address by address too, and nothing here asks for them.
  Object.defineProperty(boek.definedNames, 'model', { get: () => [], set: () => undefined });
  try {
    await boek.xlsx.load(new Uint8Array(bestand).buffer, { ignoreNodes: ZONDER_WAARDE });
  } catch {
    throw new Tabelfout('beschadigd');
  }
  return boek;
}

/**
 * Reads a workbook, sheet by sheet in its own order. May take long and much memory on a hostile file: call it in a
 * thread with limits (leesXlsx). Throws Tabelfout.
 */
export async function leesWerkboek(bestand: Uint8Array): Promise<Draadblad[]> {
  keur(bestand);
  const boek = await laad(bestand);
  let totaal = 0;
  const bladen = boek.worksheets.map(blad => {
    const rijen: Draadblad['rijen'] = [];
    // ExcelJS keeps rows at their own number; walking past a billion empty ones is a loop nothing can interrupt.
    if (blad.rowCount > HOOGSTE_RIJ) throw new Tabelfout('beschadigd');
    blad.eachRow({ includeEmpty: false }, r => {
      const cellen = cellenVan(r);
      if (cellen.length === 0) return;
      if (++totaal > TABELGRENZEN.rijen) throw new Tabelfout('te_veel_rijen');
      rijen.push({ nr: r.number, cellen });
    });
    return { naam: blad.name, rijen };
  });
  if (totaal === 0) throw new Tabelfout('leeg');
  return bladen;
}
