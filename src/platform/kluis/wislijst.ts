import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isSleutelId } from './cijfer.ts';
import { leesBestand, maakEigenMap, schrijfNieuw } from './schijf.ts';
import { KluisWeigering } from './weigering.ts';

/** One erasure: which records went, and which keys with them. Ids only, never a name. */
export interface Wisregel {
  id: string;
  /** Calendar day in ISO form. */
  dag: string;
  /** Code of the kind of record (such as 'dossier') and its id. */
  wissen: readonly { soort: string; id: string }[];
  /** Keys that were destroyed: after a key folder of before is put back, they are destroyed once more. */
  sleutels: readonly string[];
}

/**
 * The erasure list: beside the keys, outside the database and its copies. A file per line, written whole, never
 * changed or removed by this code. Who restores an older database replays it before anything is served.
 */
export interface Wislijst {
  /** Adds a line, on disk before it returns; gives its id. */
  schrijf(regel: Omit<Wisregel, 'id'>): string;
  /** Ids of all lines. */
  ids(): string[];
  /** One line. Throws KluisWeigering `wislijst_geschonden` when it is absent or not readable. */
  lees(id: string): Wisregel;
}

const SOORT = /^[a-z][a-z0-9_]{0,40}$/;
const DAG = /^\d{4}-\d{2}-\d{2}$/;

const isRegel = (r: Partial<Wisregel> | null): r is Wisregel =>
  typeof r?.id === 'string' &&
  DAG.test(r.dag ?? '') &&
  Array.isArray(r.wissen) &&
  r.wissen.every(w => SOORT.test(w.soort) && isSleutelId(w.id)) &&
  Array.isArray(r.sleutels) &&
  r.sleutels.every(s => isSleutelId(s));

function leesRegel(pad: string, id: string): Wisregel {
  const tekst = isSleutelId(id) ? leesBestand(pad) : null;
  try {
    const regel = JSON.parse(tekst ?? '') as Partial<Wisregel>;
    if (isRegel(regel) && regel.id === id) return regel;
  } catch (e) {
    throw new KluisWeigering('wislijst_geschonden', e);
  }
  throw new KluisWeigering('wislijst_geschonden');
}

function mappen(wortel: string): string[] {
  try {
    return readdirSync(wortel);
  } catch (e) {
    if ((e as { code?: string }).code === 'ENOENT') return [];
    throw new KluisWeigering('map_onbruikbaar', e);
  }
}

/** Opens the list in the key folder `map`; makes its folder on the first line. */
export function maakWislijst(map: string): Wislijst {
  const wortel = path.join(map, 'wislijst');
  const pad = (id: string) => path.join(wortel, id.slice(0, 2), `${id}.json`);
  return {
    schrijf: regel => {
      const heel = { id: randomUUID(), ...regel };
      if (!isRegel(heel)) throw new KluisWeigering('wislijst_geschonden');
      maakEigenMap(path.dirname(pad(heel.id)));
      schrijfNieuw(pad(heel.id), JSON.stringify(heel));
      return heel.id;
    },
    ids: () =>
      mappen(wortel).flatMap(deel =>
        readdirSync(path.join(wortel, deel))
          .filter(n => n.endsWith('.json'))
          .map(n => n.slice(0, -5)),
      ),
    lees: id => leesRegel(pad(id), id),
  };
}
