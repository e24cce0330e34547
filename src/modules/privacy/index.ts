export type { Logboekvraag } from './usecases/logboek.ts';
export { voerLogboekUit } from './usecases/logboek-uitvoer.ts';
