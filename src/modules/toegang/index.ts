export { heeftRol, type Lidmaatschap, ROLCODES, type Rol } from './domain/rollen.ts';
export {
  HANDELINGEN,
  type Handeling,
  legVerwerkingVast,
  legWeigeringVast,
  type Verwerking,
} from './usecases/verwerking.ts';
export { lidmaatschappen } from './web/verzoek.ts';
