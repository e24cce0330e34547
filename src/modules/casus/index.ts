export { type Aanleginvoer, legAan } from './usecases/aanleg.ts';
export type { Doen } from './usecases/doen.ts';
export { maakDossierlening } from './usecases/dossierlening.ts';
export { type Casusstuk, leesCasusstuk, leesMeldernaam, openDocumentdelen } from './usecases/inzagestuk.ts';
export { type Notitievelden, schrijfNotitie } from './usecases/notitie.ts';
