import { eisEindig, eisPositief } from './argumenten.ts';
import type { Kant } from './cusum.ts';
import { gemiddeldeUittreetijden } from './looplengte.ts';
import { eisReeks } from './reeks.ts';
import { type Telverdeling, telkwantiel, telverdeling } from './telverdeling.ts';

/** An EWMA chart of counts: weight of the newest count and the limit above which (for a fall: below which) it alarms. */
export interface EwmaRegel {
  readonly gewicht: number;
  readonly grens: number;
  /** A rise when left out. */
  readonly kant?: Kant;
}

/** Points of the grid on which the run length is solved. */
const PUNTEN = 101;
/** How far below its mean the average is followed, in its standard deviations (at most: the root of the weight is more). */
const DIEPTE = 6;

function eisGewicht(gewicht: number): void {
  eisEindig('gewicht', gewicht);
  if (gewicht <= 0 || gewicht > 1) throw new RangeError('gewicht must be above 0 and at most 1');
}

/**
 * Exponentially weighted moving average: z = gewicht x + (1 - gewicht) z, from `begin`.
 * Reference: S.W. Roberts, Technometrics 1 (1959) 239-250.
 * @param begin usually the mean of the baseline
 * @throws TypeError, RangeError when an argument is out of range.
 */
export function ewmaPad(reeks: readonly number[], gewicht: number, begin: number): number[] {
  eisReeks('reeks', reeks);
  eisGewicht(gewicht);
  eisEindig('begin', begin);
  let z = begin;
  return reeks.map(x => {
    z = gewicht * x + (1 - gewicht) * z;
    return z;
  });
}

/** A count above this is as good as never. */
const ZEKER = 1 - 1e-12;

/**
 * Average number of periods until an EWMA of counts, started at its baseline mean, first exceeds `grens`, or for a fall
 * first is below it. The mean time is followed on a grid from the limit to where the average hardly ever comes, straight
 * between its points.
 * Reference: C.M. Borror, C.W. Champ & S.E. Rigdon, "Poisson EWMA control charts", J. Quality Technology 30 (1998)
 * 352-361; R package spc, `pois.ewma.arl(sided = "upper", mcdesign = "classic")`. An approximation: within 4 % for
 * run lengths up to some hundreds. Both sides at once alarm at most as often as each apart.
 * Assumes independent counts.
 * @param gemiddelde mean of the counts
 * @param spreiding variance divided by mean, at least 1
 * @param begin value from which it starts; the mean when left out
 * @throws TypeError, RangeError when an argument is out of range or grens does not lie beyond begin.
 */
export function ewmaLooplengte(
  gemiddelde: number,
  spreiding: number,
  regel: EwmaRegel,
  begin = gemiddelde,
): number {
  const v = telverdeling(gemiddelde, spreiding);
  if (typeof regel !== 'object' || regel === null) throw new TypeError('regel must be an object');
  eisGewicht(regel.gewicht);
  eisPositief('regel.grens', regel.grens);
  eisPositief('begin', begin);
  const ver = DIEPTE * Math.sqrt(gemiddelde * spreiding * regel.gewicht);
  if (regel.kant === 'omlaag') {
    if (regel.grens >= begin) throw new RangeError('regel.grens must be below begin');
    return looplengteOpRooster(v, regel, [regel.grens, Math.max(gemiddelde, begin) + ver], begin);
  }
  if (regel.grens <= begin) throw new RangeError('regel.grens must exceed begin');
  const vloer = Math.max(0, Math.min(gemiddelde, begin) - ver);
  return looplengteOpRooster(v, regel, [vloer, regel.grens], begin);
}

/** The counts with which the average stays within the limit when it rests at `rust` before the newest. */
function blijft(regel: EwmaRegel, rust: number, meeste: number): readonly [van: number, tot: number] {
  const rand = (regel.grens - rust) / regel.gewicht;
  return regel.kant === 'omlaag'
    ? [Math.max(0, Math.ceil(rand - 1e-9)), meeste]
    : [0, Math.floor(rand + 1e-9)];
}

// The mean time from z is 1 + sum of P(x) times that from (1 - w) z + w x, straight between the points of a grid.
function looplengteOpRooster(
  v: Telverdeling,
  regel: EwmaRegel,
  [laagste, hoogste]: readonly [number, number],
  begin: number,
): number {
  const breed = (hoogste - laagste) / (PUNTEN - 1);
  const meeste = regel.kant === 'omlaag' ? telkwantiel(ZEKER, v) : 0;
  const kansen: number[] = [];
  const plek = (z: number): { laag: number; deel: number } => {
    const t = Math.max(0, (z - laagste) / breed);
    const laag = Math.min(PUNTEN - 2, Math.floor(t));
    return { laag, deel: Math.min(1, t - laag) };
  };
  const rijen = Array.from({ length: PUNTEN }, (_, i) => {
    const rust = (1 - regel.gewicht) * (laagste + i * breed);
    const rij = new Array<number>(PUNTEN).fill(0);
    rij[i] = 1;
    const [van, tot] = blijft(regel, rust, meeste);
    for (let x = van; x <= tot; x++) {
      kansen[x] ??= v.kans(x);
      const { laag, deel } = plek(rust + regel.gewicht * x);
      rij[laag] = (rij[laag] as number) - (kansen[x] as number) * (1 - deel);
      rij[laag + 1] = (rij[laag + 1] as number) - (kansen[x] as number) * deel;
    }
    return rij;
  });
  const { laag, deel } = plek(begin);
  const tijden = gemiddeldeUittreetijden(rijen);
  return (tijden[laag] as number) * (1 - deel) + (tijden[laag + 1] as number) * deel;
}
