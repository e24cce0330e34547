export { type Aanval, type Bereik, isBeschermd, valAan } from './aanval.ts';
export { type Afronding, type Afrondvraag, rondGecontroleerdAf } from './afronding.ts';
export {
  type Aard,
  type Bescherming,
  type Beschermvraag,
  bescherm,
  type Gedrukt,
  type Methode,
  type Voorstel,
} from './bescherm.ts';
export {
  type Bewijs,
  type Bewijsregel,
  type Bewijswens,
  bewijs,
  controleerBewijsregel,
} from './bewijs.ts';
export { type Certificaat, type Certificaatfout, controleerCertificaat } from './certificaat.ts';
export { uitTeRekenen } from './eliminatie.ts';
export { type Getuige, isGetuige, scheidt } from './getuige.ts';
export {
  type Kennis,
  kennisVanExact,
  kennisVanGerond,
  kennisVanLosGerond,
  kennisVanVerborgen,
  type Rondregel,
  voegKennisSamen,
} from './kennis.ts';
export { isKleineTelling, KLEINSTE_TELLING } from './kleine-telling.ts';
export {
  type Keuzewijze,
  type Onderdrukking,
  type Onderdrukvraag,
  onderdruk,
  openheid,
  primairBij,
} from './onderdrukking.ts';
export {
  type Bijdragers,
  GEWONE_REGEL,
  GROEPSAANDEEL,
  grootsteHoogstens,
  onthultGroep,
  type Primairreden,
  type Primairregel,
  primaireReden,
  type Teleenheid,
  teleenheidVan,
} from './primair.ts';
export {
  type Afgedrukt,
  type Citaat,
  eisPubliceerbaar,
  leidAf,
  type Publiceerbaar,
  uitOpenbareBron,
  uitPublicatie,
} from './publiceerbaar.ts';
export { type Optelling, type Tabellen, type Telling, toetsTabellen } from './tabellen.ts';
export {
  leeskennis,
  maakOvergenomen,
  maakUitgave,
  type Overname,
  type Uitgave,
  type Uitgavecel,
  type Vaststelling,
  waaromNietInDruk,
} from './uitgave.ts';
export { type Aanvalsstof, rondom, vernauw } from './vernauwen.ts';
export type { Eis, Oplosser, Termen, Uitkomst, Veranderlijke, Vraagstuk } from './vraagstuk.ts';
export {
  type Aanvaller,
  BUITENSTAANDER,
  gevallenVan,
  type Meldvoortgang,
  stofVan,
  type Toetsvraag,
  teBeschermenBij,
  type Waarborg,
  type Waarborgregel,
  waarborg,
} from './waarborg.ts';
