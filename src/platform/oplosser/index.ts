export { losOpMetHighs } from './highs.ts';
export { beschermInProces, bewijsInProces, type Rekenwens } from './reken.ts';
export { losOpMetYalps } from './yalps.ts';
