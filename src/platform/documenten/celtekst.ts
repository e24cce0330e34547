/** What a cell of an exported table may hold. `null` is an empty cell. */
export type Cel = string | number | boolean | null | Temporal.PlainDate;

/** Where a text goes: into a typed cell of a workbook, or into a comma separated file. */
export type Celvorm = 'cel' | 'csv';

const GEVAAR = '=+\\-@＝＋－＠';
// At the start of the text: a tab or line break, or a sign that a spreadsheet reads as the start of a formula,
// also behind spaces or quotation marks.
const BEGIN = `(?:[\\t\\r\\n]|["\\s\\u200b\\ufeff]*[${GEVAAR}])`;
// In a file that is opened with another separator a text falls apart: each part counts as a start.
// The class holds no separator, so that every part is judged by itself.
const DEEL = `["\\v\\f\\u200b\\u2028\\u2029\\ufeff\\p{Zs}]*[${GEVAAR}]`;
const BEGIN_CSV = `(?:[\\t\\r\\n]|${DEEL})`;
const REGELS = {
  cel: { zet: new RegExp(`^(?='*${BEGIN})`, 'u'), haal: new RegExp(`^'(?='*${BEGIN})`, 'u') },
  csv: {
    zet: new RegExp(`^(?='*${BEGIN_CSV})|(?<=[;\\t\\r\\n])(?='*${DEEL})`, 'gu'),
    haal: new RegExp(`^'(?='*${BEGIN_CSV})|(?<=[;\\t\\r\\n])'(?='*${DEEL})`, 'gu'),
  },
} as const;

/**
 * Disarms a text that a spreadsheet would run as a formula (CWE-1236; OWASP, CSV Injection): an apostrophe goes
 * before it. A text that already has apostrophes before such a start gets one more, so that `herstel` always
 * gives back the original. Applies to text only; a number stays a number. In a CSV file the same holds for each
 * part behind a semicolon, tab or line break, because a Dutch spreadsheet splits on semicolons.
 */
export function ontwapen(tekst: string, vorm: Celvorm = 'cel'): string {
  return tekst.replace(REGELS[vorm].zet, "'");
}

/** Takes away what `ontwapen` added, exactly: `herstel(ontwapen(t, vorm), vorm) === t` for every text. */
export function herstel(tekst: string, vorm: Celvorm = 'cel'): string {
  return tekst.replace(REGELS[vorm].haal, '');
}
