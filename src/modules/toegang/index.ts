export { BLOKKADEREDENEN, type Blokkadereden } from './domain/blokkade.ts';
export { DEELCODES, DOSSIERDELEN, type Dossierdeel, type Opening, openingen } from './domain/dossierdelen.ts';
export { GRONDCODES, GRONDEN, type Grond, isGrond } from './domain/gronden.ts';
export {
  type Aanleiding,
  DOELEN,
  type Doel,
  GEBEURTENISSEN,
  type Gebeurtenis,
  type Gebeurteniscode,
  gebeurtenis,
} from './domain/relaties.ts';
export { heeftRol, type Lidmaatschap, ROLCODES, type Rol } from './domain/rollen.ts';
export { type Parametercode, parameterOp } from './domain/toegangsparameters.ts';
export { isKenmerk, type Verwerkingdetails, type Verwerkingregel } from './domain/verwerking.ts';
export { alsUitvoerregel, type Uitvoerregel, uitvoerTekst } from './domain/verwerking-uitvoer.ts';
export {
  type Betrokkenheid,
  betrokkenhedenVanDossier,
  betrokkenhedenVanPersoon,
  koppelBetrokkene,
  legBetrokkeneVast,
} from './usecases/betrokkene.ts';
export { type Blokkade, geefBlokkade, hefBlokkadeOp, listBlokkades } from './usecases/blokkade.ts';
export { type Collega, listCollegas, namenVan, vindCollega } from './usecases/collega.ts';
export type { Postbak } from './usecases/diensten.ts';
export {
  type Dossier,
  type EigenToegang,
  eigenToegang,
  heropenDossier,
  leesDossier,
  legDossierAan,
  magVerdelen,
  sluitDossier,
} from './usecases/dossier.ts';
export type { Dossierlening } from './usecases/dossierlening.ts';
export { lidmaatschappenVan } from './usecases/eigen-lidmaatschappen.ts';
export {
  listNoodtoegang,
  type Nooddienst,
  type Noodtoegang,
  neemNoodtoegang,
  telNoodtoegang,
} from './usecases/noodtoegang.ts';
export {
  beslisOverdracht,
  biedOverdrachtAan,
  listOntvangers,
  listOverdrachten,
  type Overdracht,
  voltooiOverdracht,
} from './usecases/overdracht.ts';
export {
  geefRelatie,
  listRelaties,
  type Relatie,
  type Relatiegift,
  sluitRelatie,
} from './usecases/relatie.ts';
export { doetIntakeVeiligThuis, welkeVeiligThuis } from './usecases/veilig-thuis.ts';
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
export { telZoekactie, type Zoekweg } from './usecases/zoekactie.ts';
export { lidmaatschappen } from './web/verzoek.ts';
