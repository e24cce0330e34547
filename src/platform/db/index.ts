export { type RawBuilder, sql } from 'kysely';
export {
  type Actor,
  actorTekst,
  type Databank,
  metActor,
  PUBLIEK,
  type Tabellen,
  type Transactie,
} from './actor.ts';
export { GEDEELD } from './binair.ts';
export { leesGebruiker } from './gebruiker.ts';
export { type IngebedeServer, startIngebed } from './ingebed.ts';
export { afgeslotenOuder } from './map.ts';
export { type Mapslot, neemMapslot } from './mapslot.ts';
export { migreer, verzamelMigraties } from './migratie.ts';
export { maakDatabase, maakRollen, ongeschikteRol, ROLLEN, type Rolcode } from './rollen.ts';
export { StartFout } from './startfout.ts';
export { maakPool, metClient, type Pool, type Verbinding } from './verbinding.ts';
