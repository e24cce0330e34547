export { heeftRol, type Lidmaatschap, ROLCODES, type Rol } from './domain/rollen.ts';
export { isKenmerk, type Verwerkingdetails, type Verwerkingregel } from './domain/verwerking.ts';
export { alsUitvoerregel, type Uitvoerregel, uitvoerTekst } from './domain/verwerking-uitvoer.ts';
export {
  type Betrokkenheid,
  betrokkenhedenVanDossier,
  betrokkenhedenVanPersoon,
  koppelBetrokkene,
  legBetrokkeneVast,
} from './usecases/betrokkene.ts';
export {
  type Daggebruik,
  HANDELINGEN,
  type Handeling,
  type Lognamen,
  type Logvraag,
  legVerwerkingVast,
  legWeigeringVast,
  listLognamen,
  listVerwerkingen,
  type Organisatiekenmerk,
  telGebruik,
  type Verwerking,
} from './usecases/verwerking.ts';
export { lidmaatschappen } from './web/verzoek.ts';
