import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isSleutelId } from './cijfer.ts';
import { leesOmhuld, type Omhuld } from './omhulling.ts';
import {
  bestandsmerk,
  isTijdelijk,
  leesBestand,
  maakEigenMap,
  schrijfHeel,
  schrijfNieuw,
  wisBestand,
} from './schijf.ts';
import { KluisWeigering } from './weigering.ts';

/** One file per key, spread over 256 folders. A destroyed key leaves a mark, so that it cannot come back. */
export interface Sleutelbestanden {
  lees(id: string): Omhuld;
  schrijf(o: Omhuld): void;
  /** False when the key was there already; then nothing changed. */
  schrijfNieuw(o: Omhuld): boolean;
  /** State of the file, to judge whether a copy in memory still holds. Null: there is no such key. */
  merk(id: string): string | null;
  vernietig(id: string): void;
  /** Removes a key that was never given out. */
  trekTerug(id: string): void;
  ids(): Generator<string>;
  ruimOp(): void;
}

export function maakSleutelbestanden(map: string): Sleutelbestanden {
  const sleutels = path.join(map, 'sleutels');
  const weg = path.join(map, 'vernietigd');
  const pad = (id: string) => path.join(sleutels, id.slice(0, 2), `${id}.json`);
  const isWeg = (id: string) => bestandsmerk(path.join(weg, id)) !== null;
  const bewaar = <T>(o: Omhuld, schrijf: (pad: string, inhoud: string) => T): T => {
    maakEigenMap(path.dirname(pad(o.id)));
    const uitkomst = schrijf(pad(o.id), JSON.stringify(o));
    // Destroyed while we wrote: destruction wins.
    if (isWeg(o.id)) wisBestand(pad(o.id));
    return uitkomst;
  };
  return {
    lees: id => {
      if (!isSleutelId(id)) throw new KluisWeigering('sleutel_onbekend');
      if (isWeg(id)) throw new KluisWeigering('sleutel_vernietigd');
      const tekst = leesBestand(pad(id));
      if (tekst === null) throw new KluisWeigering('sleutel_onbekend');
      const o = leesOmhuld(tekst);
      if (o.id !== id) throw new KluisWeigering('sleutelbestand_geschonden');
      return o;
    },
    schrijf: o => bewaar(o, schrijfHeel),
    schrijfNieuw: o => bewaar(o, schrijfNieuw),
    merk: id => (isSleutelId(id) && !isWeg(id) ? bestandsmerk(pad(id)) : null),
    vernietig: id => {
      if (!isSleutelId(id)) throw new KluisWeigering('sleutel_onbekend');
      maakEigenMap(weg);
      schrijfNieuw(path.join(weg, id), '');
      wisBestand(pad(id));
    },
    trekTerug: id => wisBestand(pad(id)),
    ids: () => sleutelIds(sleutels),
    ruimOp: () => {
      for (const p of padenIn(sleutels)) if (isTijdelijk(p)) rmSync(p, { force: true });
      for (const id of namenIn(weg)) if (isSleutelId(id)) wisBestand(pad(id));
    },
  };
}

const namenIn = (d: string): string[] => (bestandsmerk(d) === null ? [] : readdirSync(d));

function* padenIn(sleutels: string): Generator<string> {
  for (const deel of namenIn(sleutels)) {
    for (const n of namenIn(path.join(sleutels, deel))) yield path.join(sleutels, deel, n);
  }
}

function* sleutelIds(sleutels: string): Generator<string> {
  for (const p of padenIn(sleutels)) if (p.endsWith('.json')) yield path.basename(p, '.json');
}
