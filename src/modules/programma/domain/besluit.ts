import { leesDeeldatum } from './deeldatum.ts';
import { lijst, type Onderdeel, type Programma, tekst } from './programma.ts';

/** Where on the route from talk to decision a body stands. */
const ORGAANSOORTEN = ['overleg', 'college', 'commissie', 'raad'] as const;
export type Orgaansoort = (typeof ORGAANSOORTEN)[number];

/** Kind of body, from its name as the source writes it. What is no college, committee or council is a consultation. */
export function orgaansoort(orgaan: string): Orgaansoort {
  const naam = orgaan.toLowerCase();
  if (/participatieraad|adviesraad/.test(naam)) return 'overleg';
  if (/\bcommissie\b/.test(naam)) return 'commissie';
  if (/\bcolleges?\b/.test(naam)) return 'college';
  if (/gemeenteraad|gemeenteraden|\braad\b|\braden\b/.test(naam)) return 'raad';
  return 'overleg';
}

/** One step of the route of a programme through the bodies. */
export interface Besluitstap {
  besluit: Onderdeel;
  soort: Orgaansoort;
  /**
   * `genomen`: the source says that it happened; `komend`: planned, its day still to come; `niet_bekend`:
   * planned for a day that is behind us, while no source says whether it happened.
   */
  staat: 'genomen' | 'komend' | 'niet_bekend';
  /** How precise the source is: a day, a month, only a year, or nothing. */
  precisie: 'dag' | 'maand' | 'jaar' | 'geen';
}

const GEPLAND = /^(gepland|ter vaststelling|voorgenomen)/i;

/** The decisions in order of date; within a year those without a day come last, those without any date last of all. */
export function besluitroute(p: Programma, vandaag: Temporal.PlainDate): Besluitstap[] {
  const stappen = lijst(p, 'besluit').map(besluit => {
    const datum = leesDeeldatum(tekst(besluit, 'datum'));
    const gepland = GEPLAND.test(tekst(besluit, 'uitkomst'));
    const voorbij = datum !== null && Temporal.PlainDate.compare(datum.laatste, vandaag) < 0;
    const staat = gepland ? (voorbij ? 'niet_bekend' : 'komend') : 'genomen';
    return {
      besluit,
      soort: orgaansoort(tekst(besluit, 'orgaan')),
      staat,
      precisie: datum?.precisie ?? 'geen',
      dag: datum?.laatste.toString() ?? '9999-12-31',
    } as const;
  });
  return stappen.toSorted((a, b) => a.dag.localeCompare(b.dag)).map(({ dag: _dag, ...stap }) => stap);
}
