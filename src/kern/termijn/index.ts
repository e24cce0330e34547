export { isUitgezonderd } from './algemene-termijnenwet.ts';
export {
  bepaalTermijn,
  bepaalUrentermijn,
  type Termijnuitkomst,
  type Termijnweigering,
  type Urenuitkomst,
} from './bepaal.ts';
export type { Opschorting } from './opschorting.ts';
export { kiesRegel, type Regelweigering, type Termijneenheid, type Termijnregel } from './regel.ts';
export type { Stap, VrijeDag } from './stap.ts';
export { lengteTekst, stapTekst } from './teksten.ts';
