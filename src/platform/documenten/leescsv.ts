import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { TABELGRENZEN, Tabelfout, type Tabelrij } from './tabelvorm.ts';

/** Half a character (a lone surrogate) is refused, not silently replaced. */
function ontcijfer16(bytes: Uint8Array, soort: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(soort, { fatal: true }).decode(bytes);
  } catch {
    throw new Tabelfout('onbewaarbaar');
  }
}

/** UTF-16 with mark, UTF-8, else Windows-1252: what Dutch office programs write. Throws when it is no text. */
function ontcijfer(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ontcijfer16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ontcijfer16(bytes, 'utf-16be');
  if (bytes.subarray(0, 5).every((b, i) => b === '%PDF-'.charCodeAt(i)) || bytes.includes(0)) {
    throw new Tabelfout('geen_tabel');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const SCHEIDERS = [';', ',', '\t'] as const;

/** How often each separator stands outside quotation marks, per line, in the first lines. */
function tel(tekst: string): Map<string, number>[] {
  const regels: Map<string, number>[] = [new Map()];
  let binnen = false;
  for (const t of tekst.slice(0, 64_000)) {
    if (t === '"') binnen = !binnen;
    else if (binnen) continue;
    else if (t === '\n') regels.push(new Map());
    else if ((SCHEIDERS as readonly string[]).includes(t)) {
      const r = regels.at(-1);
      r?.set(t, (r.get(t) ?? 0) + 1);
    }
  }
  return regels.filter(r => r.size > 0).slice(0, 50);
}

/**
 * The separator: the one that stands on most lines as often as on the first; at a tie the one that stands there
 * most. Without any: the comma.
 */
export function vindScheider(tekst: string): string {
  const regels = tel(tekst);
  const punten = SCHEIDERS.map(s => {
    const eerste = regels[0]?.get(s) ?? 0;
    return { s, eerste, gelijk: eerste === 0 ? 0 : regels.filter(r => r.get(s) === eerste).length };
  });
  punten.sort((a, b) => b.gelijk - a.gelijk || b.eerste - a.eerste);
  return punten[0] && punten[0].gelijk > 0 ? punten[0].s : ',';
}

interface Gelezen {
  info: { lines: number };
  record: string[];
}

function ontleed(tekst: string, scheider: string): Gelezen[] {
  let cellen = 0;
  try {
    return parse(tekst, {
      delimiter: scheider,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      // One more than allowed, so that a file with too many rows is told from one that just fits.
      to: 2 * TABELGRENZEN.rijen + 2,
      max_record_size: 2_000_000,
      // Counted while reading: it stops before the rest of a file that is too large has been built.
      on_record: (gelezen: unknown) => {
        cellen += (gelezen as Gelezen).record.length;
        if (cellen > TABELGRENZEN.cellen) throw new Tabelfout('te_veel_rijen');
        return gelezen as string[];
      },
    }) as unknown as Gelezen[];
  } catch (e) {
    if (!(e instanceof CsvError)) throw e;
    const { lines } = e as CsvError & { lines?: number };
    throw new Tabelfout(/QUOTE/.test(e.code) ? 'aanhalingsteken' : 'beschadigd', lines ?? 0);
  }
}

/** Reads a CSV file into texts; an empty field is null. Throws Tabelfout. */
export function leesCsv(bytes: Uint8Array): Tabelrij[] {
  let tekst = ontcijfer(bytes).replace(/^\ufeff/, '');
  // Some office programs name the separator on a line of its own.
  const genoemd = /^sep=([;,\t])\r?\n/i.exec(tekst);
  if (genoemd) tekst = tekst.slice(genoemd[0].length);
  const gelezen = ontleed(tekst, genoemd?.[1] ?? vindScheider(tekst));
  const rijen: Tabelrij[] = [];
  let vorige = genoemd ? 1 : 0;
  for (const { info, record } of gelezen) {
    const nr = vorige + 1;
    vorige = info.lines + (genoemd ? 1 : 0);
    if (record.every(v => v === '')) continue;
    if (record.length > TABELGRENZEN.kolommen) throw new Tabelfout('te_veel_kolommen');
    if (rijen.length >= TABELGRENZEN.rijen) throw new Tabelfout('te_veel_rijen');
    rijen.push({ nr, cellen: record.map(v => (v === '' ? null : v)) });
  }
  if (rijen.length === 0) throw new Tabelfout('leeg');
  return rijen;
}
