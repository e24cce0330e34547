import { type Contactweg, LEGE_WEG, type Mag, perWijze, WIJZEN, type Wijze } from '../domain/contact.ts';
import type { Contactinvoer } from '../usecases/contact.ts';

/** A way along which nobody reads along, as far as is known. */
export const maakWeg = (mag: Mag, meer: Partial<Contactweg> = {}): Contactweg => ({
  ...LEGE_WEG,
  mag,
  mee: 'niemand',
  ...meer,
});

/** What is recorded of safe contact of an invented person; of a way that is not named it may not. */
export function maakContact(
  persoon: string,
  wegen: Partial<Record<Wijze, Mag | Contactweg>> = {},
  meer: Partial<Contactinvoer> = {},
): Contactinvoer {
  const weg = (wijze: Wijze): Contactweg => {
    const w = wegen[wijze] ?? 'nee';
    return typeof w === 'string' ? maakWeg(w) : w;
  };
  return {
    persoon,
    wegen: perWijze(weg),
    taal: 'nl',
    tolk: false,
    versie: 0,
    eerderVerwerkt: false,
    ...meer,
  };
}

/** The same as fields of the form. */
export function maakContactvelden(
  mag: Readonly<Record<Wijze, Mag>>,
  meer: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    ...Object.fromEntries(
      WIJZEN.flatMap(w => [
        [`${w}_mag`, mag[w]],
        [`${w}_mee`, 'niemand'],
      ]),
    ),
    versie: '0',
    ...meer,
  };
}
