export { heeftRol, type Lidmaatschap, ROLCODES, type Rol } from './domain/rollen.ts';
export {
  type Betrokkenheid,
  betrokkenhedenVanDossier,
  betrokkenhedenVanPersoon,
  koppelBetrokkene,
  legBetrokkeneVast,
} from './usecases/betrokkene.ts';
export {
  HANDELINGEN,
  type Handeling,
  legVerwerkingVast,
  legWeigeringVast,
  type Verwerking,
} from './usecases/verwerking.ts';
export { lidmaatschappen } from './web/verzoek.ts';
