import { leesZip } from '#platform/documenten/zip.ts';

/** The media types that are accepted, each judged by what the bytes are; the name of a file says nothing. */
export const MEDIATYPEN = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
} as const;
export type Mediatype = keyof typeof MEDIATYPEN;

/** Largest file in bytes: 20 MB. */
export const GROOTSTE_BESTAND = 20 * 1024 * 1024;
/** An office file may not unpack to more than this. */
const UITGEPAKT = 8 * GROOTSTE_BESTAND;

/** The part that makes an office file what it is (ISO/IEC 29500-2; OpenDocument 1.3 part 2). */
const WORD = 'word/document.xml';
const EXCEL = 'xl/workbook.xml';
const ODT = 'application/vnd.oasis.opendocument.text';
/** Parts by which a document carries a program. */
const UITVOERBAAR = /vbaProject|(^|\/)(Basic|Scripts)\/|activeX|\.bin$/i;

const begint = (b: Buffer, ...waarden: number[]): boolean => waarden.every((w, i) => b[i] === w);

function kantoorsoort(bytes: Buffer): Mediatype | null {
  let delen: Map<string, Buffer>;
  try {
    delen = leesZip(bytes, UITGEPAKT);
  } catch {
    return null;
  }
  // A printer setting is a .bin without a program in it; every other one may hold anything.
  const gevaar = [...delen.keys()].some(n => UITVOERBAAR.test(n) && !/printerSettings\d*\.bin$/.test(n));
  if (gevaar) return null;
  if (delen.get('mimetype')?.toString('latin1').trim() === ODT) return ODT;
  if (!delen.has('[Content_Types].xml')) return null;
  if (delen.has(WORD)) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (delen.has(EXCEL)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return null;
}

/** Text: valid UTF-8 without control characters, and not something that a browser would run. */
function isTekst(bytes: Buffer): boolean {
  let tekst: string;
  try {
    tekst = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are looked for
  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(tekst)) return false;
  return !/^\s*(<[!?a-z]|%!|#!)/i.test(tekst);
}

/**
 * What a file is, by its content (magic numbers of ISO 32000, ITU-T T.81, ISO/IEC 15948 and ZIP). Null: not a
 * kind that is accepted, damaged, or a document that carries a program.
 */
export function bepaalSoort(inhoud: Uint8Array): Mediatype | null {
  const b = Buffer.from(inhoud.buffer, inhoud.byteOffset, inhoud.byteLength);
  if (b.length === 0) return null;
  if (b.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (begint(b, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begint(b, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begint(b, 0x50, 0x4b, 0x03, 0x04)) return kantoorsoort(b);
  return isTekst(b) ? 'text/plain' : null;
}
