/** Statistics of the platform: pure functions, one method a file, each with its reference and its refusals. */
export { type Anhoej, anhoej } from './anhoej.ts';
export type { Interval, Staart, Staarten } from './argumenten.ts';
export { autocorrelatie } from './autocorrelatie.ts';
export { type BegrensdGemiddelde, begrensdGemiddelde } from './begrensd-gemiddelde.ts';
export { betaKwantiel, betaVerdeling } from './beta.ts';
export { GEBRUIKELIJKE_BETROUWBAARHEID } from './betrouwbaarheid.ts';
export { type Afgesteld, type Bewakingsvraag, stelCusumAf, stelEwmaAf } from './bewaking.ts';
export { binomiaalKans, binomiaalVerdeling } from './binomiaal.ts';
export { binomiaalToets, binomiaalToetsMidden } from './binomiaaltoets.ts';
export { byarInterval } from './byar.ts';
export { chiKwadraatKwantiel, chiKwadraatVerdeling } from './chikwadraat.ts';
export { clopperPearsonInterval } from './clopper-pearson.ts';
export { cumulatieveIncidentie } from './cumulatieve-incidentie.ts';
export {
  type CusumRegel,
  cusumLooplengte,
  cusumPad,
  type Kant,
  MEESTE_TOESTANDEN,
  nbReferentie,
  poissonReferentie,
} from './cusum.ts';
export { type Evaluatieregel, GEBRUIKELIJKE_EVALUATIEREGEL } from './evaluatieregel.ts';
export { type EwmaRegel, ewmaLooplengte, ewmaPad } from './ewma.ts';
export { type FarringtonRegel, type FarringtonUitkomst, farrington } from './farrington.ts';
export {
  FINGERTIPS_JAREN,
  FINGERTIPS_LOOS_ALARM,
  type FingertipsTrend,
  fingertipsTrend,
  type Trendpunt,
} from './fingertips.ts';
export { gammaKwantiel, gammaVerdeling } from './gamma.ts';
export { garwoodInterval } from './garwood.ts';
export { type Jaarhelling, jaarhelling } from './jaarhelling.ts';
export { kaplanMeier } from './kaplan-meier.ts';
export type { Matrix } from './kleinste-kwadraten.ts';
export { type Krimp, krimpMarshall } from './krimp.ts';
export { logGamma } from './loggamma.ts';
export { type Logrankgroep, type Logranktoets, logrankToets } from './logrank.ts';
export { corrigeerBenjaminiHochberg, corrigeerHolm } from './meervoudig.ts';
export {
  BASISLIJN,
  type Bewakingsmethode,
  FARRINGTON_MAANDEN,
  kiesMethode,
  METHODEREDENEN,
  type Methode,
  type Methodekeuze,
  type Methodereden,
  type Reekskenmerken,
  type Telreeks,
} from './methodekeuze.ts';
export { type NegatiefBinomiaal, negatiefBinomialeRegressie } from './negatief-binomiaal.ts';
export { gebruikelijkeVertraging, type NeweyWestKeuze, neweyWest } from './newey-west.ts';
export { NHS_LOOS_ALARM, NHS_REGELS, type NhsRegel, nhsLoosAlarm, nhsSignalen } from './nhsregels.ts';
export { normaalKwantiel, normaalVerdeling } from './normaal.ts';
export {
  type Beschrijfreden,
  type Beschrijving,
  beoordeelReeks,
  type Onderscheid,
  type Ratio,
  type Schatting,
} from './onderbroken-reeks.ts';
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
export { MEESTE_PUNTEN } from './reeks.ts';
export type { Reekskant, Telpunt } from './reeksmodel.ts';
export {
  GeenSchatting,
  MEESTE_KOLOMMEN,
  poissonRegressie,
  type Regressie,
  type Regressievraag,
  standaardfouten,
} from './regressie.ts';
export type { Volgtijd } from './risicotabel.ts';
export { type Samenhangtoets, samenhangtoets } from './samenhang.ts';
export { beproefSchijndata, type Schijndatum } from './schijndata.ts';
export {
  type Segmentmodel,
  type Segmentontwerp,
  type Segmentvorm,
  type Seizoen,
  segmentOntwerp,
} from './segment.ts';
export { GEBRUIKELIJK_AFKAPDEEL, meetSpreiding, type Spreiding } from './spreiding.ts';
export { type Spreidingstoets, spreidingstoets } from './spreidingstoets.ts';
export {
  directGestandaardiseerd,
  type Standaardgroep,
  type Standaardtempo,
} from './standaardisatie-direct.ts';
export {
  indirectGestandaardiseerd,
  type Referentiegroep,
  type Standaardverhouding,
} from './standaardisatie-indirect.ts';
export { studentKwantiel, studentVerdeling } from './student.ts';
export { cGrenzen, type ExacteGrenzen, exacteGrenzen, type UKaart, uKaart } from './telkaart.ts';
export { type Telverdeling, telkwantiel, telverdeling } from './telverdeling.ts';
export {
  schattingOp,
  type Trapkromme,
  type Trapkwantiel,
  type Trapstap,
  trapkwantiel,
} from './trapkromme.ts';
export { type Trechterpunt, trechtergrenzen } from './trechter.ts';
export { trechtergrenzenAdditief } from './trechter-additief.ts';
export { trechtergrenzenChiKwadraat } from './trechter-chikwadraat.ts';
export { trechtergrenzenMultiplicatief } from './trechter-multiplicatief.ts';
export {
  GEBRUIKELIJKE_TRECHTERREGEL,
  oordeelTrechter,
  type Trechter,
  type Trechteroordeel,
  type Trechterplek,
  type Trechterregel,
  trechterrand,
} from './trechteroordeel.ts';
export { exacteVerhouding, type Verhouding, type Waarneming } from './verhouding.ts';
export { kleinsteAantoonbareDaling, onderscheidingsvermogen, type Vermogensvraag } from './vermogen.ts';
export { voorspellingsinterval } from './voorspelling.ts';
export { wilsonInterval } from './wilson.ts';
export { type Regelgrenzen, XMR_PROEFPUNTEN, xmrGrenzen } from './xmr.ts';
