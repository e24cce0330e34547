/** The door of the figures: what other rooms may use. */

export { apiLabel, voegApiToe } from './api/routes.ts';
export type { Cijferbeeld, Plaatsbeeld, Regel } from './domain/cijferbeeld.ts';
export type { Gemeente } from './domain/gemeente.ts';
export { type Indicator, inTaal } from './domain/indicator.ts';
export type { Regio } from './domain/plaats.ts';
export type { Opdrachtweigering, Reeksopdracht, Uitslag } from './domain/reeksoordeel.ts';
export { REEKSPERIODEN, type Reekskeuze, type Reeksperiode, reekssleutel } from './domain/telreeks.ts';
export {
  type Bevrorenpunt,
  listReeksen,
  type Opdrachtstand,
  publiceerUitslag,
  type Reeksaanbod,
  toetsReeksopdracht,
  voerReeksopdrachtUit,
} from './usecases/evalueer.ts';
export { listRegios } from './usecases/gegevensbestanden.ts';
export {
  leesBeelden,
  leesReeks,
  listGemeenten,
  listIndicatoren,
  type Reekspunt,
} from './usecases/lees-cijfers.ts';
export { listRegiosInDruk } from './usecases/lees-publicatie.ts';
export { zoekPublicaties } from './usecases/zoek-publicaties.ts';
export { evaluatiebeeld } from './web/evaluatiebeeld.tsx';
export type { Gemeentepanelen } from './web/pages/gemeente.tsx';
export { paden } from './web/paths.ts';
export { oordeelZin, overgenomenZin } from './web/woorden.ts';
