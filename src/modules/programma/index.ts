export { apiLabel, voegApiToe } from './api/routes.ts';
export type { AnderDeel } from './usecases/bestand.ts';
export type { Vondst, Zoeker, Zoekvraag } from './usecases/zoek.ts';
export { gemeentePaneel } from './web/gemeentepaneel.tsx';
export { findRegiokenmerken, type Regiokenmerken } from './web/regiokenmerken.ts';
