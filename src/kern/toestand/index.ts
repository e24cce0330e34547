export { type Tabelgebreken, zoekGebreken } from './gezond.ts';
export { naarMermaid } from './mermaid.ts';
export {
  type Handelingsinvoer,
  type Overgangsweigering,
  pasToe,
  toegestaneHandelingen,
} from './pas-toe.ts';
export {
  EINDTOESTAND,
  type Handelingen,
  handelingenVanuit,
  type Overgang,
  type Overgangstabel,
  type Tabelregel,
  tabelregels,
  toestandenVan,
} from './tabel.ts';
