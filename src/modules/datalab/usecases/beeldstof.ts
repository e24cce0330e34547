import type { Transactie } from '#platform/db/index.ts';
import { listGemeenten, listInwonertallen } from '../db/gemeente-opslag.ts';
import { listDefinities } from '../db/indicator-opslag.ts';
import {
  leesMerk,
  leesNaslagmerk,
  listWaarnemingenMetMerk,
  listWaarnemingenOp,
} from '../db/waarneming-opslag.ts';
import { type Beeldinvoer, type Cijferbeeld, maakBeelden } from '../domain/cijferbeeld.ts';
import type { Gemeente } from '../domain/gemeente.ts';
import type { Indicator } from '../domain/indicator.ts';
import { maakVoorraad } from '../domain/voorraad.ts';

/** Which pictures: of one indicator by its code or of all, on which boundaries and day, up to and including which year. */
export type Beeldkeuze = Pick<Beeldinvoer, 'grenzen' | 'dag' | 'totEnMetJaar'> & { indicator?: string };

/** What pictures of a region are made of, as one reader may see it. Shared between requests: nothing in it changes. */
export interface Beeldstof {
  /** Every municipality since 2015, by name. */
  readonly gemeenten: readonly Gemeente[];
  readonly indicatoren: readonly Indicator[];
  /** Every version of every definition. */
  readonly definities: readonly Indicator[];
  /** Per indicator what the reader may see and what may be derived from it. */
  beelden(keuze: Beeldkeuze): readonly Cijferbeeld[];
}

/** Rows that are kept in memory at most: some forty regions or readers of today's size. */
const HOOGSTENS_RIJEN = 60_000;
/** Kinds of pictures of one stock: both boundaries, of today and around midnight of tomorrow. */
const HOOGSTENS_SOORTEN = 4;

const voorraad = maakVoorraad<Beeldstof>(HOOGSTENS_RIJEN);
const naslagvoorraad = maakVoorraad<Naslag>(HOOGSTENS_RIJEN);

type Rijen = Pick<Beeldinvoer, 'waarnemingen' | 'gemeenten' | 'inwonertallen' | 'indicatoren'> &
  Pick<Beeldstof, 'definities'>;

type Naslag = Pick<Rijen, 'gemeenten' | 'inwonertallen' | 'indicatoren' | 'definities'>;

/** Places and catalogue, kept under their mark: asked every time, read when something was renewed. */
async function leesNaslag(tx: Transactie, regio: string): Promise<Naslag> {
  // The mark first: what is renewed after it is newer than its mark, never older.
  const sleutel = `${regio} ${await leesNaslagmerk(tx)}`;
  const bekend = naslagvoorraad.neem(sleutel);
  if (bekend) return bekend;
  const gemeenten = await listGemeenten(tx);
  const inwonertallen = await listInwonertallen(tx, regio);
  const definities = await listDefinities(tx);
  const naslag = { gemeenten, inwonertallen, definities, indicatoren: definities.filter(i => i.gangbaar) };
  naslagvoorraad.bewaar(sleutel, naslag, gemeenten.length + inwonertallen.length + definities.length);
  return naslag;
}

function maakBeeldstof(rijen: Rijen): Beeldstof {
  const gemaakt = new Map<string, readonly Cijferbeeld[]>();
  const alle = (hoe: Omit<Beeldkeuze, 'indicator'>) => {
    const soort = `${hoe.grenzen} ${hoe.dag}`;
    const beelden = gemaakt.get(soort) ?? maakBeelden({ ...rijen, ...hoe });
    if (!gemaakt.has(soort) && gemaakt.size >= HOOGSTENS_SOORTEN) gemaakt.clear();
    gemaakt.set(soort, beelden);
    return beelden;
  };
  return {
    gemeenten: rijen.gemeenten,
    indicatoren: rijen.indicatoren,
    definities: rijen.definities,
    beelden({ indicator, ...hoe }) {
      if (hoe.totEnMetJaar === undefined)
        return alle(hoe).filter(b => indicator === undefined || b.indicator.code === indicator);
      const van = rijen.waarnemingen.filter(w => indicator === undefined || w.indicator === indicator);
      return maakBeelden({ ...rijen, waarnemingen: van, ...hoe });
    },
  };
}

/**
 * What this reader may see of the figures of a region and of what is wider. Kept under the mark that the database
 * gives it (`leesMerk`), which is asked every time: a change by anyone, in any process, of a figure or of a right, gives
 * another mark, and readers share only what they may all see.
 */
export async function leesBeeldstof(tx: Transactie, regio: string): Promise<Beeldstof> {
  const bekend = voorraad.neem(`${regio} ${await leesMerk(tx, regio)}`);
  if (bekend) return bekend;
  // The figures first: places and catalogue that are renewed after this come under a newer mark.
  const { merk, waarnemingen } = await listWaarnemingenMetMerk(tx, regio);
  const naslag = await leesNaslag(tx, regio);
  const stof = maakBeeldstof({ waarnemingen, ...naslag });
  const { gemeenten, inwonertallen, definities } = naslag;
  const rijen = waarnemingen.length + gemeenten.length + inwonertallen.length + definities.length;
  voorraad.bewaar(`${regio} ${merk}`, stof, rijen);
  return stof;
}

/**
 * The same, as it was known at the end of a day: what came later is not in it, what was withdrawn later still is. Not
 * kept: a reader seldom asks twice for the same day.
 */
export async function leesBeeldstofOp(
  tx: Transactie,
  regio: string,
  dag: Temporal.PlainDate,
): Promise<Beeldstof> {
  const waarnemingen = await listWaarnemingenOp(tx, regio, dag);
  return maakBeeldstof({ waarnemingen, ...(await leesNaslag(tx, regio)) });
}
