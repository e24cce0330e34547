import { isSchrijfbaar } from './tekens.ts';
import type { Inhoud, Soort, Soortcode, Veld } from './veld.ts';
import { isLeeg } from './waarde.ts';

/** What a value is judged against: the codes and municipalities that exist in the region. */
export interface Omgeving {
  codes(soort: Soortcode): ReadonlySet<string>;
  gemeenten: ReadonlySet<string>;
}

/** Why a value is refused; the wording lives with the texts. */
export type Gebrek =
  | { code: 'verplicht' }
  | { code: 'geen_tekst' }
  | { code: 'te_lang'; hoogstens: number }
  | { code: 'geen_getal' }
  | { code: 'geen_bedrag' }
  | { code: 'geen_datum' }
  | { code: 'geen_kwartaal' }
  | { code: 'geen_ja_nee' }
  | { code: 'onbekende_keuze'; waarde: string; keuzes: readonly string[] }
  | { code: 'onbekende_code'; waarde: string; soort: Soortcode }
  | { code: 'onbekende_gemeente'; waarde: string }
  | { code: 'geen_lijst' }
  | { code: 'onbruikbaar_teken' }
  | { code: 'te_veel_stukken'; hoogstens: number }
  | { code: 'te_diep' }
  /** Not a fault of its own: what stands beside it is not all. */
  | { code: 'meer_fouten'; hoogstens: number }
  | { code: 'bestaat_al'; waarde: string };

export interface Bevinding {
  /** Path of the field, such as `stappen.2.tekst`. */
  veld: string;
  gebrek: Gebrek;
}

const LANGST = { tekst: 300, alinea: 5_000 } as const;
const MAAND = /^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function bestaatDatum(tekst: string): boolean {
  if (!MAAND.test(tekst)) return false;
  if (tekst.length < 10) return true;
  try {
    Temporal.PlainDate.from(tekst, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

type Toets = (waarde: unknown, veld: Veld, o: Omgeving) => Gebrek | null;

const isTekst = (w: unknown, langst: number): Gebrek | null =>
  typeof w !== 'string'
    ? { code: 'geen_tekst' }
    : w.length > langst
      ? { code: 'te_lang', hoogstens: langst }
      : isSchrijfbaar(w)
        ? null
        : { code: 'onbruikbaar_teken' };
const wijst = (w: unknown, veld: Veld, o: Omgeving): Gebrek | null =>
  typeof w === 'string' && veld.naar && o.codes(veld.naar).has(w)
    ? null
    : { code: 'onbekende_code', waarde: String(w), soort: veld.naar ?? 'actie' };

/** One judgement per kind of field; groups are judged by their own fields. */
const TOETSEN: Record<Exclude<Veld['soort'], 'groep' | 'deel'>, Toets> = {
  tekst: w => isTekst(w, LANGST.tekst),
  alinea: w => isTekst(w, LANGST.alinea),
  getal: w => (typeof w === 'number' && Number.isFinite(w) ? null : { code: 'geen_getal' }),
  bedrag: w => (Number.isSafeInteger(w) ? null : { code: 'geen_bedrag' }),
  datum: w => (typeof w === 'string' && bestaatDatum(w) ? null : { code: 'geen_datum' }),
  kwartaal: w => (typeof w === 'string' && /^(19|20)\d\d-Q[1-4]$/.test(w) ? null : { code: 'geen_kwartaal' }),
  ja_nee: w => (typeof w === 'boolean' ? null : { code: 'geen_ja_nee' }),
  keuze: (w, veld) =>
    veld.keuzes?.includes(String(w))
      ? null
      : { code: 'onbekende_keuze', waarde: String(w), keuzes: veld.keuzes ?? [] },
  verwijzing: wijst,
  verwijzingen: (w, veld, o) =>
    Array.isArray(w) ? (w.map(x => wijst(x, veld, o)).find(g => g !== null) ?? null) : { code: 'geen_lijst' },
  gemeente: (w, _veld, o) =>
    typeof w === 'string' && o.gemeenten.has(w) ? null : { code: 'onbekende_gemeente', waarde: String(w) },
  lijst: w =>
    Array.isArray(w)
      ? (w.map(x => isTekst(x, LANGST.alinea)).find(g => g !== null) ?? null)
      : { code: 'geen_lijst' },
};

function toetsVelden(velden: readonly Veld[], ruw: Inhoud, o: Omgeving, voor: string): Bevinding[] {
  return velden.flatMap(veld => {
    const waarde = ruw[veld.naam];
    const pad = voor + veld.naam;
    if (isLeeg(waarde)) return veld.verplicht ? [{ veld: pad, gebrek: { code: 'verplicht' } as const }] : [];
    if (veld.soort === 'groep') {
      if (!Array.isArray(waarde)) return [{ veld: pad, gebrek: { code: 'geen_lijst' } as const }];
      return waarde.flatMap((x, i) => toetsVelden(veld.velden ?? [], (x ?? {}) as Inhoud, o, `${pad}.${i}.`));
    }
    if (veld.soort === 'deel') return toetsVelden(veld.velden ?? [], waarde as Inhoud, o, `${pad}.`);
    const gebrek = TOETSEN[veld.soort](waarde, veld, o);
    return gebrek ? [{ veld: pad, gebrek }] : [];
  });
}

/** Path under which a fault in the reason of a change is reported; no kind has a field of this name. */
export const REDENVELD = '_reden';

/** The fault in the reason that goes with a change, if there is one. */
export function toetsReden(reden: string | null): Bevinding[] {
  return reden === null || isSchrijfbaar(reden)
    ? []
    : [{ veld: REDENVELD, gebrek: { code: 'onbruikbaar_teken' } }];
}

/** Every fault in the content of one item, by field. */
export function toets(soort: Soort, ruw: Inhoud, o: Omgeving): Bevinding[] {
  return toetsVelden(soort.velden, ruw, o, '');
}
