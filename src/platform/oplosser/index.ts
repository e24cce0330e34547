export { losOpMetHighs } from './highs.ts';
export { beschermInDraad, bewijsInDraad, type Rekenwens } from './reken.ts';
export { losOpMetYalps } from './yalps.ts';
