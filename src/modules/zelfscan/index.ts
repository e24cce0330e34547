export type { Zelfscan } from './domain/zelfscan.ts';
export { zoek } from './usecases/zoek.ts';
