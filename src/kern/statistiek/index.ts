/** Statistics of the platform: pure functions, one method a file, each with its reference and its refusals. */
export type { Interval, Staart, Staarten } from './argumenten.ts';
export { betaKwantiel, betaVerdeling } from './beta.ts';
export { GEBRUIKELIJKE_BETROUWBAARHEID } from './betrouwbaarheid.ts';
export { binomiaalKans, binomiaalVerdeling } from './binomiaal.ts';
export { binomiaalToets, binomiaalToetsMidden } from './binomiaaltoets.ts';
export { byarInterval } from './byar.ts';
export { chiKwadraatKwantiel, chiKwadraatVerdeling } from './chikwadraat.ts';
export { clopperPearsonInterval } from './clopper-pearson.ts';
export { gammaKwantiel, gammaVerdeling } from './gamma.ts';
export { garwoodInterval } from './garwood.ts';
export { logGamma } from './loggamma.ts';
export { corrigeerBenjaminiHochberg, corrigeerHolm } from './meervoudig.ts';
export { normaalKwantiel, normaalVerdeling } from './normaal.ts';
export {
  type Oordeel,
  type Oordeelreden,
  type OordeelVerandering,
  oordeelVerandering,
  oordeelVeranderingen,
  type Vergelijking,
} from './oordeel.ts';
export { GEBRUIKELIJKE_OORDEELREGEL, type Oordeelregel } from './oordeelregel.ts';
export { poissonKans, poissonKwantiel, poissonVerdeling } from './poisson.ts';
export { exacteVerhouding, type Verhouding, type Waarneming } from './verhouding.ts';
export { kleinsteAantoonbareDaling, onderscheidingsvermogen, type Vermogensvraag } from './vermogen.ts';
export { voorspellingsinterval } from './voorspelling.ts';
export { wilsonInterval } from './wilson.ts';
