export { VERWERKINGSACTIVITEITEN } from './domain/activiteiten.ts';
export type { Kennisgevingstand } from './domain/kennisgeving.ts';
export {
  beginKennisgeving,
  handelKennisgevingAf,
  type Kennisgeving,
  listKennisgevingen,
  stelUit,
} from './usecases/kennisgeving.ts';
export type { Logboekvraag } from './usecases/logboek.ts';
export { voerLogboekUit } from './usecases/logboek-uitvoer.ts';
export { leesRegister, registerPagina } from './usecases/register.ts';
export { kennisgevinglening } from './web/kennisgevingpaneel.tsx';
export { leesMerken } from './web/merken.ts';
