export {
  type Aanval,
  type Aanvalsstof,
  type Bereik,
  isBeschermd,
  type Kennis,
  kennisVanExact,
  kennisVanGerond,
  kennisVanVerborgen,
  valAan,
} from './aanval.ts';
export { type Afronding, rondGecontroleerdAf } from './afronding.ts';
export { isKleineTelling, KLEINSTE_TELLING } from './kleine-telling.ts';
export { type Onderdrukking, type Onderdrukvraag, onderdrukOptimaal, primairBij } from './onderdrukking.ts';
export {
  type Citaat,
  eisPubliceerbaar,
  leidAf,
  type Publiceerbaar,
  uitOpenbareBron,
} from './publiceerbaar.ts';
export { type Optelling, type Tabellen, type Telling, toetsTabellen } from './tabellen.ts';
export type { Eis, Oplosser, Termen, Uitkomst, Veranderlijke, Vraagstuk } from './vraagstuk.ts';
export { teBeschermen, type Waarborg, type Waarborgregel, waarborg } from './waarborg.ts';
