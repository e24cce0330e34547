import { type Cel, ontwapen } from './celtekst.ts';

const BOM = '\ufeff';

function veld(cel: Cel): string {
  if (cel === null) return '';
  if (typeof cel === 'number') return Number.isFinite(cel) ? String(cel) : '';
  if (typeof cel === 'boolean') return cel ? 'ja' : 'nee';
  if (typeof cel !== 'string') return cel.toString();
  return tekstveld(cel);
}

function tekstveld(tekst: string): string {
  const t = ontwapen(tekst.replaceAll('\u0000', ''), 'csv');
  return /[",;\t\r\n]|^\s|\s$/.test(t) ? `"${t.replaceAll('"', '""')}"` : t;
}

/**
 * Makes a comma separated file (RFC 4180): UTF-8 with byte order mark, lines ended by CR LF, decimal point,
 * dates as 2026-03-02, ja or nee, an empty field for null. The separator is the comma, as in open data and every
 * program that reads CSV; a Dutch spreadsheet program asks for it at import, and opens `maakXlsx` without asking.
 * Texts are disarmed (`ontwapen(tekst, 'csv')`). Throws RangeError when a row has another length than the head.
 */
export function maakCsv(kolommen: readonly string[], rijen: Iterable<readonly Cel[]>): Uint8Array {
  const regels = [kolommen.map(tekstveld).join(',')];
  for (const rij of rijen) {
    if (rij.length !== kolommen.length)
      throw new RangeError(`Rij ${regels.length} telt ${rij.length} cellen.`);
    regels.push(rij.map(veld).join(','));
  }
  return new TextEncoder().encode(`${BOM}${regels.join('\r\n')}\r\n`);
}
