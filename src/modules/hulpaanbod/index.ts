export type { Hulpaanbod } from './domain/hulpaanbod.ts';
export { listHulpaanbod } from './usecases/deel.ts';
export { type Vondst, type Zoekvraag, zoek } from './usecases/zoek.ts';
