import type { Kluis, Plek } from '#platform/kluis/index.ts';
import type { Wegrij } from '../db/contactwegen.ts';
import { type Contactweg, LEGE_WEG, perWijze, type Wegen } from '../domain/contact.ts';
import { plek } from './geheim.ts';

type Weggegevens = Pick<Contactweg, 'waar' | 'dagen' | 'dagdelen' | 'wanneer' | 'meeWie'>;

/** Opens one way where it stands. */
export function openWeg(kluis: Kluis, r: Wegrij, waar: Plek = plek.weg(r.persoon, r.wijze)): Contactweg {
  const { mag, mee, meePersoon } = r;
  const json = r.gegevens ? kluis.ontsleutelOfGewist(r.gegevens, waar) : null;
  return { ...LEGE_WEG, ...(json ? (JSON.parse(json) as Weggegevens) : {}), mag, mee, meePersoon };
}

/** The three ways of a person; of one without a row nothing is known. */
export const openWegen = (kluis: Kluis, rijen: readonly Wegrij[], waar?: (r: Wegrij) => Plek): Wegen =>
  perWijze(wijze => {
    const rij = rijen.find(r => r.wijze === wijze);
    return rij ? openWeg(kluis, rij, waar?.(rij)) : LEGE_WEG;
  });

/** Closes the details of a way under the key of the person, bound to its place; null when there are none. */
export function sluitWeg(kluis: Kluis, sleutel: string, w: Contactweg, waar: Plek): Buffer | null {
  const gegevens: Weggegevens = {
    waar: w.waar,
    dagen: w.dagen,
    dagdelen: w.dagdelen,
    wanneer: w.wanneer,
    meeWie: w.meeWie,
  };
  const leeg = Object.values(gegevens).every(deel => deel.length === 0);
  return leeg ? null : kluis.versleutel(sleutel, JSON.stringify(gegevens), waar);
}
