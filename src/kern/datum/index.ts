export {
  dagInNederland,
  formatDag,
  formatDagKort,
  formatDagMetWeekdag,
  formatTijd,
  formatTijdstip,
} from './dag-format.ts';
export { parseDag } from './dag-parse.ts';
export {
  EERSTE_FEESTDAGENJAAR,
  type Feestdag,
  type FeestdagCode,
  type Feestdagenjaar,
  feestdagenIn,
  LAATSTE_FEESTDAGENJAAR,
  verjaardagKoning,
} from './feestdagen.ts';
export {
  GELIJKSTELLINGEN,
  type Gelijkstelling,
  type Gelijkstellingstand,
  gelijkstellingstand,
} from './gelijkstelling.ts';
export { eerstePaasdag } from './pasen.ts';
export {
  type Periode,
  type Periodesoort,
  parsePeriode,
  periodeCode,
  periodeVanJaren,
  periodeVanMaanden,
} from './periode.ts';
export {
  aantalDagen,
  bevatDag,
  bevatPeriode,
  eersteDag,
  laatsteDag,
  overlappen,
  vergelijkPerioden,
} from './periode-dagen.ts';
export { formatPeriode } from './periode-format.ts';
export { MAANDEN, maandNaam, type Taal, WEEKDAGEN } from './taal.ts';
export { type Datumweigering, feestdagNaam, type Periodeweigering } from './teksten.ts';
export {
  aantalWerkdagen,
  type Dagoordeel,
  eersteWerkdagVanaf,
  jarenMetVoorbehoud,
  maakDagoordeel,
  telWerkdagenOp,
  type VrijeDagReden,
  volgendeWerkdag,
  type Werkdaguitkomst,
  type Werkdagweigering,
} from './werkdagen.ts';
