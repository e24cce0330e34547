import { leesDeeldatum } from './deeldatum.ts';
import { type Stand, standVan } from './mijlpaal.ts';
import { isGeplandBesluit, type Overleg, overlegVan } from './overleg.ts';
import { lijst, type Onderdeel, type Programma, tekst, vind } from './programma.ts';
import { plichtenVan } from './rapportageplicht.ts';

/** Roles that may subscribe to the dates of a programme. */
export const AGENDAROLLEN = [
  'projectleider',
  'beleidsmedewerker',
  'datalab_analist',
  'raadslid',
  'lezer',
] as const;
export type Agendarol = (typeof AGENDAROLLEN)[number];

/** Who reads: the role and, when it belongs to one municipality, that municipality's name. */
export interface Agendalezer {
  rol: Agendarol;
  gemeente: string | null;
}

/** One whole day in a calendar. What is due in a month, quarter or year stands on its last day. */
export interface Agendadag {
  /** The same for as long as the item exists, so that a calendar moves it and does not add it. */
  uid: string;
  onderdeel: Onderdeel;
  soort: 'mijlpaal' | 'besluit' | 'rapportageplicht';
  dag: Temporal.PlainDate;
  /** `dag`: exactly then; anything else is the period of which `dag` is the last day. */
  precisie: 'dag' | 'maand' | 'kwartaal' | 'jaar';
  stand: Stand | null;
  overleg: Overleg;
}

const uid = (p: Programma, o: Onderdeel, deel = ''): string =>
  `${o.soort}-${encodeURIComponent(o.code)}${deel}@${p.regio}.lange-adem`;

function mijlpaaldagen(p: Programma, vandaag: Temporal.PlainDate): Agendadag[] {
  return lijst(p, 'mijlpaal').flatMap(m => {
    const stand = standVan(m, vandaag);
    if (!stand.tot) return [];
    const datum = tekst(m, 'kwartaalTot') ? null : leesDeeldatum(tekst(m, 'datum'));
    return [
      {
        uid: uid(p, m),
        onderdeel: m,
        soort: 'mijlpaal' as const,
        dag: stand.tot,
        precisie: datum?.precisie ?? ('kwartaal' as const),
        stand,
        overleg: overlegVan(tekst(m, 'overleg')),
      },
    ];
  });
}

function besluitdagen(p: Programma): Agendadag[] {
  return lijst(p, 'besluit').flatMap(b => {
    const datum = leesDeeldatum(tekst(b, 'datum'));
    if (!datum || !isGeplandBesluit(b)) return [];
    return [
      {
        uid: uid(p, b),
        onderdeel: b,
        soort: 'besluit' as const,
        dag: datum.laatste,
        precisie: datum.precisie,
        stand: null,
        overleg: overlegVan(tekst(b, 'orgaan')),
      },
    ];
  });
}

function rapportagedagen(p: Programma, vandaag: Temporal.PlainDate): Agendadag[] {
  return plichtenVan(p, vandaag).flatMap(({ plicht, volgende }) =>
    volgende
      ? [
          {
            uid: uid(p, plicht, `-${volgende.toPlainYearMonth()}`),
            onderdeel: plicht,
            soort: 'rapportageplicht' as const,
            dag: volgende,
            precisie: 'maand' as const,
            stand: null,
            overleg: overlegVan(tekst(plicht, 'ontvanger')),
          },
        ]
      : [],
  );
}

/** Concerns it this municipality: its own actions and reports, and whatever is of the whole region? */
function vanGemeente(p: Programma, a: Agendadag, gemeente: string): boolean {
  const drager = a.soort === 'mijlpaal' ? vind(p, 'actie', tekst(a.onderdeel, 'actie')) : a.onderdeel;
  const eigen = tekst(drager, 'gemeente');
  return eigen === '' || eigen.includes(gemeente);
}

const RAADSOVERLEG: readonly Overleg[] = ['raad', 'commissie'];

/**
 * The days that a role has to do with, in order. A council member: what goes to a council or committee, decisions
 * and reports. Who works for one municipality: without the actions of another one alone. Others: everything.
 */
export function agendadagen(p: Programma, lezer: Agendalezer, vandaag: Temporal.PlainDate): Agendadag[] {
  const voorRaad = (a: Agendadag): boolean =>
    RAADSOVERLEG.includes(a.overleg) ||
    (a.soort === 'mijlpaal' && ['besluit', 'rapportage'].includes(tekst(a.onderdeel, 'soort')));
  return [...mijlpaaldagen(p, vandaag), ...besluitdagen(p), ...rapportagedagen(p, vandaag)]
    .filter(a => lezer.rol !== 'raadslid' || voorRaad(a))
    .filter(a => lezer.gemeente === null || vanGemeente(p, a, lezer.gemeente))
    .sort((a, b) => Temporal.PlainDate.compare(a.dag, b.dag));
}
