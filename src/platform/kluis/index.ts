export type { Plek, Willekeur } from './cijfer.ts';
export { leesHoofdsleutel, leesOfMaakHoofdsleutel } from './hoofdsleutel.ts';
export { type Kluis, type Kluisopties, maakKluis } from './kluis.ts';
export { hoofdsleutelId, leidAf } from './omhulling.ts';
export {
  opdrachtSleutelHerstel,
  opdrachtSleutelSplits,
  opdrachtSleutelVernieuw,
  VOLG_ELKE,
} from './opdracht.ts';
export { borgMap, leesBestand, maakEigenMap, schrijfHeel, schrijfNieuw } from './schijf.ts';
export { type Kluiscode, KluisWeigering } from './weigering.ts';
export { maakWislijst, type Wislijst, type Wisregel } from './wislijst.ts';
