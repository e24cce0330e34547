import { controleer } from '#kern/controle/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listBevindingen } from '../db/bevinding-opslag.ts';
import { listGemeenten } from '../db/gemeente-opslag.ts';
import { listWaarnemingen } from '../db/waarneming-opslag.ts';
import { bestaatOp } from '../domain/gemeente.ts';
import type { Tweetalig } from '../domain/indicator.ts';
import {
  begrotingstotalen,
  groeiparen,
  KWALITEITSCONTROLES,
  type Kwaliteitscode,
  type Kwaliteitsinvoer,
  optellingen,
} from '../domain/kwaliteit.ts';
import { bevindingSchema } from './gegevensbestanden.ts';

/** A contradiction that a numbered check computed from the figures. */
export interface BerekendeBevinding {
  readonly soort: 'berekend';
  readonly code: Kwaliteitscode;
  readonly gegevens: Readonly<Record<string, string | number>>;
  readonly klein: boolean;
}

/** A contradiction between texts, with its citation. */
export interface AangehaaldeBevinding {
  readonly soort: 'aangehaald';
  readonly code: string;
  readonly titel: Tweetalig;
  readonly uitleg: Tweetalig;
  readonly a: { waarde: string; plek: string };
  readonly b: { waarde: string; plek: string };
  readonly bron: string;
  readonly klein: boolean;
}

export interface Kwaliteitsbeeld {
  readonly berekend: readonly BerekendeBevinding[];
  readonly aangehaald: readonly AangehaaldeBevinding[];
  /** How many sums and growth figures were computed again. */
  readonly nagerekend: { optellingen: number; groei: number; begroting: number };
}

/**
 * Every contradiction in the figures of a region. What touches a count of 1 to 4 is given only when `ookKlein`: row
 * security keeps the stored ones from others, this function the computed ones.
 */
export async function leesKwaliteit(
  tx: Transactie,
  v: { regio: string; ookKlein: boolean },
): Promise<Kwaliteitsbeeld> {
  const gemeenten = await listGemeenten(tx, v.regio);
  const invoer: Kwaliteitsinvoer = {
    waarnemingen: await listWaarnemingen(tx, { regio: v.regio, ookBreder: true }),
    aantalGemeenten: jaar => gemeenten.filter(g => bestaatOp(g, `${jaar}-01-01`)).length,
  };
  const berekend = controleer(KWALITEITSCONTROLES, invoer).map(b => ({
    soort: 'berekend' as const,
    code: b.code,
    gegevens: b.gegevens,
    klein: b.gegevens['klein'] === 1,
  }));
  const aangehaald = (await listBevindingen(tx, v.regio)).map(rij => {
    const b = bevindingSchema.parse(rij.inhoud);
    const { code, titel, uitleg, a, b: ander, klein } = b;
    return { soort: 'aangehaald' as const, code, titel, uitleg, a, b: ander, klein, bron: rij.bron };
  });
  return {
    berekend: berekend.filter(b => v.ookKlein || !b.klein),
    aangehaald: aangehaald.filter(b => v.ookKlein || !b.klein),
    nagerekend: {
      optellingen: optellingen(invoer).length,
      groei: groeiparen(invoer).length,
      begroting: begrotingstotalen(invoer).length,
    },
  };
}
