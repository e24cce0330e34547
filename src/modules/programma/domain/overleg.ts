import { leesDeeldatum } from './deeldatum.ts';
import { type Stand, standVan } from './mijlpaal.ts';
import { lijst, type Onderdeel, type Programma, tekst } from './programma.ts';
import { type Plichtstand, plichtenVan } from './rapportageplicht.ts';

/** The bodies that decide or are consulted, in the order in which a proposal passes them. */
export const OVERLEGGEN = [
  'ambtelijk_overleg',
  'stuurgroep',
  'bestuurlijk_overleg',
  'college',
  'commissie',
  'raad',
  'ministerie',
  'anders',
  'niet_genoemd',
] as const;
export type Overleg = (typeof OVERLEGGEN)[number];

const HERKENNING: readonly [Overleg, RegExp][] = [
  ['ambtelijk_overleg', /^ao$|ambtelijk overleg|ambtelijk_overleg/i],
  ['bestuurlijk_overleg', /^bo$|bestuurlijk overleg|bestuurlijk_overleg|wethouders/i],
  ['stuurgroep', /stuurgroep/i],
  ['commissie', /^commissie/i],
  ['college', /college/i],
  // Advisory and participation councils (adviesraad, participatieraad) are no municipal council.
  ['raad', /^raad$|^gemeenteraad|gemeenteraden/i],
  ['ministerie', /ministerie|^vws$/i],
];

/** Which body a name in a source means: 'AO', 'Bestuurlijk Overleg Zorg en Veiligheid', 'Gemeenteraad'. */
export function overlegVan(naam: string): Overleg {
  if (naam.trim() === '') return 'niet_genoemd';
  return HERKENNING.find(([, patroon]) => patroon.test(naam.trim()))?.[0] ?? 'anders';
}

/** One thing that a body has on its agenda: a milestone that goes there, a planned decision, a duty to report. */
export interface Agendapunt {
  overleg: Overleg;
  /** The body as the source names it; empty when it names none. */
  orgaan: string;
  onderdeel: Onderdeel;
  soort: 'mijlpaal' | 'besluit' | 'rapportageplicht';
  van: Temporal.PlainDate | null;
  tot: Temporal.PlainDate | null;
  stand: Stand | null;
}

/** Is this decision still to be taken, by the words of its source? */
export function isGeplandBesluit(besluit: Onderdeel): boolean {
  return /^(gepland|ter vaststelling|ter besluitvorming)/i.test(tekst(besluit, 'uitkomst').trim());
}

function vanMijlpaal(m: Onderdeel, vandaag: Temporal.PlainDate): Agendapunt[] {
  const orgaan = tekst(m, 'overleg');
  if (orgaan === '' && tekst(m, 'soort') !== 'besluit') return [];
  const stand = standVan(m, vandaag);
  const { van, tot } = stand;
  return [{ overleg: overlegVan(orgaan), orgaan, onderdeel: m, soort: 'mijlpaal', van, tot, stand }];
}

function vanBesluit(b: Onderdeel): Agendapunt[] {
  if (!isGeplandBesluit(b)) return [];
  const orgaan = tekst(b, 'orgaan');
  const datum = leesDeeldatum(tekst(b, 'datum'));
  const wanneer = { van: datum?.eerste ?? null, tot: datum?.laatste ?? null };
  return [{ overleg: overlegVan(orgaan), orgaan, onderdeel: b, soort: 'besluit', ...wanneer, stand: null }];
}

function vanPlicht({ plicht, volgende }: Plichtstand): Agendapunt[] {
  if (!volgende) return [];
  const orgaan = tekst(plicht, 'ontvanger');
  return [
    {
      overleg: overlegVan(orgaan),
      orgaan,
      onderdeel: plicht,
      soort: 'rapportageplicht',
      van: volgende.with({ day: 1 }),
      tot: volgende,
      stand: null,
    },
  ];
}

const opDag = (a: Agendapunt, b: Agendapunt): number => {
  if (!a.tot || !b.tot) return a.tot ? -1 : b.tot ? 1 : 0;
  return Temporal.PlainDate.compare(a.tot, b.tot);
};

/**
 * What each body must decide when, soonest first: milestones that go to it, decisions that the sources call
 * planned, and duties to report. A decision for which the source names no body stands under `niet_genoemd`.
 */
export function agendas(p: Programma, vandaag: Temporal.PlainDate): Map<Overleg, Agendapunt[]> {
  const punten = [
    ...lijst(p, 'mijlpaal').flatMap(m => vanMijlpaal(m, vandaag)),
    ...lijst(p, 'besluit').flatMap(vanBesluit),
    ...plichtenVan(p, vandaag).flatMap(vanPlicht),
  ];
  return new Map(
    OVERLEGGEN.map(o => [o, punten.filter(x => x.overleg === o).sort(opDag)] as const).filter(
      ([, eigen]) => eigen.length > 0,
    ),
  );
}
