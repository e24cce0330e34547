/** The door of the figures: what other rooms may use. */

export { apiLabel, voegApiToe } from './api/routes.ts';
export type { Cijferbeeld, Plaatsbeeld, Regel } from './domain/cijferbeeld.ts';
export type { Gemeente } from './domain/gemeente.ts';
export { type Indicator, inTaal } from './domain/indicator.ts';
export type { Regio } from './domain/plaats.ts';
export { listRegios } from './usecases/gegevensbestanden.ts';
export {
  leesBeelden,
  leesReeks,
  listGemeenten,
  listIndicatoren,
  type Reekspunt,
} from './usecases/lees-cijfers.ts';
export type { Gemeentepanelen } from './web/pages/gemeente.tsx';
export { paden } from './web/paths.ts';
export { oordeelZin } from './web/woorden.ts';
