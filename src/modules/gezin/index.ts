export { ADRESSOORTEN, type Adres, type Adressoort, adresGebreken } from './domain/adres.ts';
export { BSN_GRONDEN, type Bsngrond, elfproef, isTestnummer } from './domain/bsn.ts';
export {
  ANTWOORDEN,
  type Antwoord,
  type Contactweg,
  LEGE_WEG,
  type Mag,
  type Meelezer,
  perWijze,
  type VastgesteldContact,
  type VeiligContact,
  WIJZEN,
  type Wijze,
} from './domain/contact.ts';
export {
  magVersturen,
  type Verzendbesluit,
  type Verzending,
  type Verzendoordeel,
} from './domain/contactcontrole.ts';
export {
  formatGeboortedatum,
  type Geboortedatum,
  leeftijdOp,
  parseGeboortedatum,
} from './domain/geboortedatum.ts';
export type { Vergelijkbaar } from './domain/gelijkenis.ts';
export { bekend, GEWEIGERD, type Graad, ONBEKEND, waardeVan } from './domain/graad.ts';
export {
  BETREKKINGSOORTEN,
  type Betrekkingsoort,
  HUISHOUDROLLEN,
  type Huishoudrol,
} from './domain/huishouden.ts';
export type { Merk, Merkbron } from './domain/merk.ts';
export {
  GESLACHTEN,
  type Geslacht,
  LEGE_GEGEVENS,
  type Persoon,
  type Persooninvoer,
  type Persoonsgegevens,
  volleNaam,
  zonderDubbelen,
} from './domain/persoon.ts';
export { CONTACTTEKSTEN } from './domain/teksten.ts';
export {
  dossiersGeheimAdres,
  legAdresVast,
  legGeheimAdresVast,
  listAdressen,
  listGeheimeAdressen,
  maakAdresGeheim,
  type NieuwAdres,
  type NieuwGeheimAdres,
  sluitAdres,
  sluitGeheimAdres,
} from './usecases/adres.ts';
export { readVeiligContact, zetVeiligContact } from './usecases/contact.ts';
export { exacteTermen, vindTeWeren } from './usecases/exact.ts';
export { type Gewist, listGewist } from './usecases/gewist.ts';
export {
  type Betrekking,
  type Huishouden,
  legBetrekkingVast,
  legHuishoudenAan,
  listBetrekkingen,
  listHuishoudens,
  sluitBetrekking,
  sluitHuishoudlidmaatschap,
  voegHuishoudlidToe,
} from './usecases/huishouden.ts';
export { leesAdresstuk, leesGegevensstuk } from './usecases/inzagestuk.ts';
export {
  type BeginKennisgeving,
  legPersoonVast,
  listPersonenVanDossier,
  listPersonenVanDossiers,
  magGezinBewerken,
  metPersoonsleutels,
  metSleutels,
  type NieuwePersoon,
  persoonrecht,
  readPersoon,
  type Vastlegging,
  wijzigPersoon,
} from './usecases/persoon.ts';
export {
  beslisSamenvoeging,
  draaiSamenvoegingTerug,
  listVoorstellen,
  type Voorstel,
} from './usecases/samenvoeging.ts';
export { legBesluitVast, toetsVersturen } from './usecases/versturen.ts';
export { radar, type Vondst, zoekPersonen } from './usecases/zoek.ts';
