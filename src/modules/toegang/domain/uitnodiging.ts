import { combineerVelden, gelukt, geweigerd, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { type Lidmaatschap, ROLCODES, type Rol } from './rollen.ts';
import { findSubregio, type Gebied, isSubregiowaarde, type Subregio } from './subregio.ts';

export interface Uitnodiging {
  naam: string;
  adres: string;
  rol: Rol;
  regio: string;
  gemeente: string | null;
  /** The role is for all municipalities of this subregion; `gemeente` is null then. */
  subregio: Subregio | null;
  organisatie: string;
}
export type Ruw = Record<'naam' | 'adres' | 'rol' | 'regio' | 'gemeente' | 'organisatie', string>;

/** Roles that an account administrator gives: all but the technical one, which belongs to no region. */
export const TE_GEVEN: readonly Rol[] = ROLCODES.filter(r => r !== 'technisch_beheerder');
/** Roles on behalf of one municipality. */
export const GEMEENTEROLLEN: readonly Rol[] = ['beleidsmedewerker', 'raadslid'];

/** The regions that these memberships administer. */
export const beheerdeRegios = (lidmaatschappen: readonly Lidmaatschap[]): string[] => [
  ...new Set(lidmaatschappen.flatMap(l => (l.rol === 'accountbeheerder' && l.regio ? [l.regio] : []))),
];

const veld = <T>(goed: boolean, waarde: T, code: string): Result<T, Weigering> =>
  goed ? gelukt(waarde) : geweigerd({ code });

const regel = (s: string) => s.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
// A control character would break a mail header.
const isRegel = (s: string, max: number) => s.length > 0 && s.length <= max && !/\p{Cc}/u.test(s);

/** What is wrong with the place that was chosen for this role; null when nothing is. */
function plaatsfout(ruw: Ruw, perGemeente: boolean, gebieden: readonly Gebied[]): string | null {
  const keus = ruw.gemeente.trim();
  if (!perGemeente) return keus === '' ? null : isSubregiowaarde(keus) ? 'geen_subregio' : 'geen_gemeente';
  if (findSubregio(gebieden, ruw.regio, ruw.gemeente)) return null;
  if (!/^GM\d{4}$/i.test(keus)) return 'gemeente';
  const gebied = gebieden.find(g => g.regio === ruw.regio);
  return !gebied || gebied.gemeenten.some(g => g.code === keus.toUpperCase()) ? null : 'gemeente_elders';
}

/**
 * Reads an invitation out of a form. `regios` are those that the reader administers, `gebieden` where municipalities
 * and subregions are looked up; of a region that is not in it every municipality is taken. Per field a code.
 */
export function leesUitnodiging(
  ruw: Ruw,
  regios: readonly string[],
  gebieden: readonly Gebied[] = [],
): Result<Uitnodiging, Weigering<'ongeldig'>> {
  const adres = ruw.adres.trim().toLowerCase();
  const rol = TE_GEVEN.find(r => r === ruw.rol);
  const perGemeente = rol !== undefined && GEMEENTEROLLEN.includes(rol);
  const subregio = perGemeente ? findSubregio(gebieden, ruw.regio, ruw.gemeente) : null;
  const gemeente = perGemeente && !subregio ? ruw.gemeente.trim().toUpperCase() : null;
  const plaats = plaatsfout(ruw, perGemeente, gebieden);
  const naam = regel(ruw.naam);
  const organisatie = regel(ruw.organisatie);
  return combineerVelden({
    naam: veld(isRegel(naam, 120), naam, 'naam'),
    adres: veld(/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(adres) && adres.length <= 254, adres, 'adres'),
    rol: veld(rol !== undefined, rol as Rol, 'rol'),
    regio: veld(regios.includes(ruw.regio), ruw.regio, 'regio'),
    gemeente: veld(plaats === null, gemeente, plaats ?? ''),
    subregio: gelukt(subregio),
    organisatie: veld(isRegel(organisatie, 200), organisatie, 'organisatie'),
  });
}
