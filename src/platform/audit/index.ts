export { type Bevinding, type Bevindingcode, controleerLogboek, type Logboekrapport } from './controle.ts';
export {
  type GelezenLogregel,
  LOGBOEKLEZER,
  type Logfilter,
  type Logregel,
  listLogregels,
  logGebruik,
  logLos,
} from './log.ts';
export { LEZERS, opdrachtLogboekControleer } from './opdracht.ts';
export { alsReeksen, maakUitnameboek, type Plaatsreeks, type Uitname, type Uitnameboek } from './uitnames.ts';
export { alsEnige, type Kop, type Ronde, VERZEGELAAR, verzegel } from './verzegel.ts';
export { startVerzegelaar, type Verzegelaar, type Verzegelopties } from './verzegelaar.ts';
export { ondertekensleutel, wortelpad } from './wortels.ts';
