import type { Status } from './keuzes.ts';
import {
  gemeenten,
  lijst,
  type Onderdeel,
  type Programma,
  type ProgrammaGemeente,
  tekst,
} from './programma.ts';

/** How an action stands in one municipality; `stand` null: nobody has said anything yet. */
export interface GemeenteStand {
  gemeente: ProgrammaGemeente;
  stand: Onderdeel | null;
  status: Status | null;
}

/** The municipalities that an action concerns (one, or all) with how it stands there. */
export function standenVan(p: Programma, actie: Onderdeel): GemeenteStand[] {
  const eigen = tekst(actie, 'gemeente');
  const standen = lijst(p, 'gemeentestand').filter(s => tekst(s, 'actie') === actie.code);
  return gemeenten(p)
    .filter(g => eigen === '' || g.naam === eigen)
    .map(gemeente => {
      const stand = standen.find(s => tekst(s, 'gemeente') === gemeente.naam) ?? null;
      return { gemeente, stand, status: (tekst(stand, 'status') || null) as Status | null };
    });
}

/** The region's status of an action with the reason, both derived from the municipalities. */
export interface Afgeleid {
  status: Status | null;
  /** Which rule decided: first that applies. */
  regel: 'geen_opgave' | 'een_vertraagd' | 'alle_gereed' | 'alle_vervallen' | 'een_loopt' | 'alle_gepland';
  /** How many municipalities are in each status; `onbekend` has not said. */
  telling: Record<Status | 'onbekend', number>;
}

/**
 * The region's status of an action, derived and never typed: one delayed municipality makes the region delayed;
 * done only when every municipality that did not drop it is done; under way as soon as one has started.
 */
export function leidAf(standen: readonly GemeenteStand[]): Afgeleid {
  const telling = { gepland: 0, loopt: 0, gereed: 0, vertraagd: 0, vervallen: 0, onbekend: 0 };
  for (const s of standen) telling[s.status ?? 'onbekend']++;
  const n = standen.length;
  const bepaal = (): Pick<Afgeleid, 'status' | 'regel'> => {
    if (telling.onbekend === n) return { status: null, regel: 'geen_opgave' };
    if (telling.vertraagd > 0) return { status: 'vertraagd', regel: 'een_vertraagd' };
    if (telling.vervallen === n) return { status: 'vervallen', regel: 'alle_vervallen' };
    if (telling.gereed > 0 && telling.gereed + telling.vervallen === n)
      return { status: 'gereed', regel: 'alle_gereed' };
    if (telling.loopt + telling.gereed > 0) return { status: 'loopt', regel: 'een_loopt' };
    return { status: 'gepland', regel: 'alle_gepland' };
  };
  return { ...bepaal(), telling };
}
