import { MAANDEN, parseDag } from '#kern/datum/index.ts';
import type { Veld, Veldsoort } from './veld.ts';

/** A kind of field that one cell or one input holds; groups are made of these. */
export type Enkelsoort = Exclude<Veldsoort, 'groep' | 'deel'>;

/** Words that people write for yes and no in a sheet. */
const JA = ['ja', 'j', 'yes', 'true', 'waar', 'x', '1'];
const NEE = ['nee', 'n', 'no', 'false', 'onwaar', '0'];

const DUIZENDEN = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const KAAL = /^-?\d+(,\d+)?$/;

/**
 * A number in Dutch notation: dots between thousands, a comma before decimals. '1.5' is refused: it may be
 * one and a half or a typing error of 1.500, and a figure is never guessed.
 */
function leesGetal(tekst: string): number | null {
  const kaal = tekst.replace(/[\s\u00a0]/g, '').replace(/\u2212/g, '-');
  if (!DUIZENDEN.test(kaal) && !KAAL.test(kaal)) return null;
  const n = Number(kaal.replaceAll('.', '').replace(',', '.'));
  return Number.isFinite(n) ? n : null;
}

/** Whole euros in Dutch notation: '186.000', '€ 186.000,-', '186000,00'. Cents other than none are refused. */
function leesBedrag(tekst: string): number | null {
  const kaal = tekst.replace(/€|eur(o)?\b/gi, '').replace(/,(-+|00)\s*$/, '');
  const n = leesGetal(kaal);
  return n !== null && Number.isSafeInteger(n) ? n : null;
}

/** A date as precise as it is written, in the form of the store: YYYY, YYYY-MM or YYYY-MM-DD. */
export function leesDatum(tekst: string): string | null {
  const kaal = tekst.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^\d{4}(-\d{2})?$/.test(kaal)) return kaal;
  const cijfers = /^(\d{1,2})[-/](\d{4})$/.exec(kaal);
  if (cijfers) return `${cijfers[2]}-${`${cijfers[1]}`.padStart(2, '0')}`;
  const woord = /^(\p{L}+)\.? (\d{4})$/u.exec(kaal);
  if (woord) {
    const maand = MAANDEN.nl.findIndex(m => m === woord[1] || m.slice(0, 3) === woord[1]) + 1;
    return maand > 0 ? `${woord[2]}-${`${maand}`.padStart(2, '0')}` : null;
  }
  const dag = parseDag(kaal);
  return dag.ok ? dag.waarde.toString() : null;
}

/** A quarter as it is written in the store: YYYY-Qn, from '2026-Q1', 'Q1 2026' or '1e kwartaal 2026'. */
function leesKwartaalcode(tekst: string): string | null {
  const kaal = tekst.trim().toLowerCase();
  const code = /^(\d{4})[- ]?[qk]([1-4])$/.exec(kaal);
  if (code) return `${code[1]}-Q${code[2]}`;
  const woord = /^(?:[qk]([1-4])|([1-4])(?:e|de|ste)? ?kwartaal) ?(\d{4})$/.exec(kaal);
  return woord ? `${woord[3]}-Q${woord[1] ?? woord[2]}` : null;
}

const regelsVan = (tekst: string): string[] =>
  tekst
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(r => r.trim())
    .filter(r => r !== '')
    .map(r => r.replace(/\\(n|\\)/g, (_, teken: string) => (teken === 'n' ? '\n' : '\\')));

/** How each kind of field reads what was typed; what cannot be read stays as typed and is refused by name. */
const LEZERS: Record<Enkelsoort, (tekst: string) => unknown> = {
  tekst: t => t,
  alinea: t => t.replace(/\r\n?/g, '\n'),
  getal: t => leesGetal(t) ?? t,
  bedrag: t => leesBedrag(t) ?? t,
  datum: t => leesDatum(t) ?? t,
  kwartaal: t => leesKwartaalcode(t) ?? t,
  ja_nee: t => {
    const kaal = t.trim().toLowerCase();
    return JA.includes(kaal) ? true : NEE.includes(kaal) ? false : t;
  },
  keuze: t => t.trim(),
  verwijzing: t => t.trim(),
  verwijzingen: regelsVan,
  gemeente: t => t.trim(),
  lijst: regelsVan,
};

/** The value of a field from what was typed in a form or a cell; nothing typed is null, none an empty list. */
export function leesWaarde(veld: Veld, tekst: string): unknown {
  const soort = veld.soort as Enkelsoort;
  if (tekst.trim() === '')
    return soort === 'lijst' || soort === 'verwijzingen' ? [] : soort === 'ja_nee' ? false : null;
  return LEZERS[soort](tekst);
}

/** What stands in a form or a cell for a value: the reverse of `leesWaarde`. */
export function toonWaarde(veld: Veld, waarde: unknown): string {
  if (waarde === null || waarde === undefined) return '';
  if (Array.isArray(waarde))
    return waarde.map(w => String(w).replaceAll('\\', '\\\\').replaceAll('\n', '\\n')).join('\n');
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (typeof waarde === 'number')
    return veld.soort === 'bedrag'
      ? `${waarde}`.replace(/\B(?=(\d{3})+$)/g, '.')
      : `${waarde}`.replace('.', ',');
  return String(waarde);
}

/** One row of a repeated group or the whole of an item, as typed: path of the field to text. */
export type Invoer = ReadonlyMap<string, string>;
