// The written exceptions. Each line is a decision: what is excused and why. Shorter is better.

/** Schemas whose tables are excused from forced row security (docs/architecture.md, "Row security"). */
export const schemasZonderRijbeveiliging: Readonly<Record<string, string>> = {
  aanmelden: 'own role, sign-in only; holds no name and no address',
  taken: 'own role; payloads carry ids only',
};

/** Single tables excused from forced row security: reference tables, read only for the application. */
export const tabellenZonderRijbeveiliging: Readonly<Record<string, string>> = {};

/** Schemas whose table and column names a library prescribes; the word list does not rule there. */
export const schemasMetVreemdeNamen: Readonly<Record<string, string>> = {
  aanmelden: 'names prescribed by the sign-in library',
  taken: 'names prescribed by the job queue',
};

/** Single names in code that a library prescribes, by file and name. */
export const namenVanAnderen: Readonly<Record<string, string>> = {
  'src/modules/datalab/domain/statline-odata.ts Observations': 'entity set of OData v4 at CBS',
  'src/modules/datalab/usecases/statline-bestanden.ts Observations': 'entity set of OData v4 at CBS',
  'src/platform/db/voorbereid.ts release': 'how Kysely gives a connection back',
  'src/platform/oplosser/yalps.ts objective': 'key of a model of yalps',
};

/** How many functions over the soft limit of 40 lines the tree may hold. It may only go down. */
export const langeFunctiesHoogstens = 6;
