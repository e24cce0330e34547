import type { Tekstboom } from '#platform/ui/index.ts';

/** Dutch texts about what is kept of an indicator. */
export const catalogusNl = {
  titel: 'Wat de indicatoren betekenen',
  kort: 'Indicatoren',
  link: 'Wat elke indicator betekent, met formule, norm en wat er van naar buiten mag',
  inleiding: (aantal: string) =>
    `${aantal} indicatoren: die van Veilig Thuis, die van de drie regionale programma’s en die uit de bronnen. Een cijfer hoort altijd bij één versie van een definitie.`,
  versiesKop: 'Versies naast elkaar',
  versiesUitleg:
    'Wie op verschillende wijzen telt, krijgt verschillende cijfers. Zulke cijfers staan nooit in één lijn.',
  versiesBijschrift: (naam: string) => `${naam}: de versies van de definitie naast elkaar`,
  versie: (nr: string) => `Versie ${nr}`,
  aspect: 'Wat',
  variant: 'Telt',
  gangbaar: 'Gangbaar',
  ja: 'ja, als een bron niets anders zegt',
  nee: 'nee',
  bijschrift: (groep: string) => `${groep}: indicatoren op naam`,
  naam: 'Indicator',
  definitie: 'Definitie',
  formule: 'Formule',
  norm: 'Norm',
  periode: 'Gemeten per',
  onthulling: 'Wat naar buiten mag',
  bronnen: 'Bronnen van de definitie',
  nummers: 'Nummer in',
  nummerlijsten: (lijst: string) => `Staat in de lijsten als ${lijst}.`,
  periodes: { maand: 'maand', kwartaal: 'kwartaal', halfjaar: 'halfjaar', jaar: 'jaar' },
  klassen: {
    openbare_telling: 'openbare telling',
    gevoelige_kruising: 'gevoelige kruising',
    alleen_intern: 'alleen intern',
  },
  telt: {
    personen: 'telt personen',
    huishoudens: 'telt huishoudens',
    meldingen: 'telt meldingen of adviezen',
    geen_personen: 'telt geen personen',
  },
  drempel: (n: string) => `drempel ${n}`,
  nulWel: 'nul is gevoelig',
  nulNiet: 'nul mag',
  gedeeld: 'gedeeld door',
  min: 'min',
  keer: (n: string) => `${n} keer`,
  gemiddelde: 'gemiddelde',
  verdeling: 'per klasse',
  gegeven: 'zoals de bron het geeft',
  eigenLezing: 'onze lezing',
  volgens: (bron: string) => `volgens ${bron}`,
} as const satisfies Tekstboom;

type Verbreed<T> = T extends string
  ? string
  : T extends (...a: infer A) => string
    ? (...a: A) => string
    : { readonly [K in keyof T]: Verbreed<T[K]> };
export type Catalogusteksten = Verbreed<typeof catalogusNl>;

/** The same in English. */
export const catalogusEn: Catalogusteksten = {
  titel: 'What the indicators mean',
  kort: 'Indicators',
  link: 'What each indicator means, with formula, norm and what may be published',
  inleiding: aantal =>
    `${aantal} indicators: those of Veilig Thuis, those of the three regional programmes and those of the sources. A figure always belongs to one version of a definition.`,
  versiesKop: 'Versions side by side',
  versiesUitleg:
    'Those who count in different ways get different figures. Such figures never stand in one line.',
  versiesBijschrift: naam => `${naam}: the versions of the definition side by side`,
  versie: nr => `Version ${nr}`,
  aspect: 'What',
  variant: 'Counts',
  gangbaar: 'Usual',
  ja: 'yes, when a source says nothing else',
  nee: 'no',
  bijschrift: groep => `${groep}: indicators by name`,
  naam: 'Indicator',
  definitie: 'Definition',
  formule: 'Formula',
  norm: 'Norm',
  periode: 'Measured by',
  onthulling: 'What may be published',
  bronnen: 'Sources of the definition',
  nummers: 'Number in',
  nummerlijsten: lijst => `In the lists as ${lijst}.`,
  periodes: { maand: 'month', kwartaal: 'quarter', halfjaar: 'half year', jaar: 'year' },
  klassen: {
    openbare_telling: 'public count',
    gevoelige_kruising: 'sensitive crossing',
    alleen_intern: 'internal only',
  },
  telt: {
    personen: 'counts people',
    huishoudens: 'counts households',
    meldingen: 'counts reports or advice',
    geen_personen: 'counts no people',
  },
  drempel: n => `threshold ${n}`,
  nulWel: 'zero is sensitive',
  nulNiet: 'zero may be shown',
  gedeeld: 'divided by',
  min: 'minus',
  keer: n => `${n} times`,
  gemiddelde: 'average',
  verdeling: 'by class',
  gegeven: 'as the source gives it',
  eigenLezing: 'our reading',
  volgens: bron => `after ${bron}`,
};
