export { heeftRol, type Lidmaatschap, ROLCODES, type Rol } from './domain/rollen.ts';
export { lidmaatschappen } from './web/verzoek.ts';
