export { combineerVelden, gelukt, geweigerd, type Result, waardeOf } from './resultaat.ts';
export {
  BASISCODES,
  type Basiscode,
  conflict,
  nietGevonden,
  nietToegestaneOvergang,
  ongeldig,
  type Weigering,
  weigering,
} from './weigering.ts';
