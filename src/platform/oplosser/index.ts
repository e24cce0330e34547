export { losOpMetHighs } from './highs.ts';
export { losOpMetYalps } from './yalps.ts';
