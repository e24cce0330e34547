import { inhoudSoorten } from './soorten-inhoud.ts';
import { voortgangSoorten } from './soorten-voortgang.ts';
import { SOORTCODES, type Soort, type Soortcode } from './veld.ts';

/** Every kind of programme content, in the order in which a reader meets them. */
export const SOORTEN: Readonly<Record<Soortcode, Soort>> = Object.fromEntries(
  [...inhoudSoorten, ...voortgangSoorten].map(s => [s.code, s]),
) as Record<Soortcode, Soort>;

export function isSoortcode(tekst: string): tekst is Soortcode {
  return (SOORTCODES as readonly string[]).includes(tekst);
}
