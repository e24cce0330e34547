/** Closed lists of the programme files. Codes as the files write them (see gegevens/README.md). */
export const FINANCIERING = [
  'rijk-ghnt',
  'projectenpool-ghnt',
  'duvo',
  'zonmw',
  'subsidie-verstrekt',
  'subsidie-aan-te-vragen',
  'bestaande-begroting',
  'regulier',
  'capaciteit',
  'partners',
  'pm',
  'geen',
  'onbekend',
] as const;
export type Financiering = (typeof FINANCIERING)[number];

export const MIJLPAALSOORTEN = [
  'product',
  'uitvoering',
  'besluit',
  'borging',
  'rapportage',
  'overig',
] as const;

/** Status of a milestone and of an action in one municipality: word, then shape, then colour. */
export const STATUSSEN = ['gepland', 'loopt', 'gereed', 'vertraagd', 'vervallen'] as const;
export type Status = (typeof STATUSSEN)[number];

export const OPMERKINGSTATUSSEN = ['open', 'beantwoord', 'verwerkt'] as const;
export const AFRONDINGEN = ['loopt_door', 'afgesloten', 'geborgd', 'opgevolgd'] as const;
export const RAPPORTAGESOORTEN = ['raad', 'ministerie', 'ambtelijk_overleg', 'bestuurlijk_overleg'] as const;
