import {
  GEBRUIKELIJKE_TRECHTERREGEL,
  krimpMarshall,
  oordeelTrechter,
  type Trechter,
  type Trechterplek,
  trechterrand,
} from '#kern/statistiek/index.ts';
import { type Regel, tempointerval } from './cijferbeeld.ts';
import type { Indicator } from './indicator.ts';
import { onthoud } from './onthoud.ts';
import { meetfoutVan } from './ronding.ts';
import { isHeelJaar, isOpenbaar, type Waarneming, waardeVan } from './waarneming.ts';

/** A municipality with its figure of the year, or null where it has none. */
export interface Trechterrij {
  readonly code: string;
  readonly naam: string;
  readonly regel: Regel | null;
}

/** Why a municipality is not in the funnel. */
export type Buitenreden = 'geen_cijfer' | 'te_klein' | 'geen_inwoners' | 'niet_openbaar' | 'andere_bron';

/** Why there is no funnel at all. */
export type Geentrechter = 'niet_per_inwoner' | 'te_weinig';

/** One municipality in the funnel; rates are per 1,000 inhabitants. */
export interface Trechtergemeente {
  readonly code: string;
  readonly naam: string;
  readonly waarneming: Waarneming;
  readonly telling: number;
  readonly inwoners: number;
  readonly verwacht: number;
  readonly perDuizend: number;
  readonly interval: { readonly van: number; readonly tot: number };
  /** The rate drawn towards the common one, after Marshall. */
  readonly gekrompen: number;
  readonly plek: Trechterplek;
}

/** The limits at one number of inhabitants, as rates per 1,000: those that decide, and those of 95 %. */
export interface Trechterlijnpunt {
  readonly inwoners: number;
  readonly rand: { readonly onder: number; readonly boven: number };
  readonly binnenrand: { readonly onder: number; readonly boven: number };
}

/** The municipalities of a region in one year against what they have in common. */
export interface Trechterbeeld {
  /** By name, as they came. */
  readonly gemeenten: readonly Trechtergemeente[];
  readonly buiten: readonly { readonly naam: string; readonly code: string; readonly reden: Buitenreden }[];
  /** Common rate per 1,000 of the municipalities in the funnel, and of no other. */
  readonly gemiddeld: number;
  readonly trechter: Trechter;
  readonly lijn: readonly Trechterlijnpunt[];
  /** Does the source round its counts, and were the limits widened for it? */
  readonly gerond: boolean;
}

type Drager = { rij: Trechterrij; regel: Regel; telling: number; inwoners: number };

const reeks = (w: Waarneming): string => `${w.definitieversie} ${w.bron}`;

/** The series (source and definition) that most municipalities have; of equal ones the first. */
function hoofdreeks(rijen: readonly Trechterrij[]): string | null {
  const aantallen = new Map<string, number>();
  for (const { regel } of rijen)
    if (regel && isOpenbaar(regel.waarneming))
      aantallen.set(reeks(regel.waarneming), (aantallen.get(reeks(regel.waarneming)) ?? 0) + 1);
  return [...aantallen].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function dragerVan(rij: Trechterrij, hoofd: string | null): Drager | Buitenreden {
  const { regel } = rij;
  if (!regel || !isHeelJaar(regel.waarneming)) return 'geen_cijfer';
  if (!isOpenbaar(regel.waarneming)) return 'niet_openbaar';
  if (regel.teKlein) return 'te_klein';
  if (reeks(regel.waarneming) !== hoofd) return 'andere_bron';
  if (regel.perDuizend === null || regel.inwoners === null || regel.interval === null) return 'geen_inwoners';
  return { rij, regel, telling: waardeVan(regel.waarneming.cijfer), inwoners: regel.inwoners };
}

// The variance of rounding is that of the most rounded figure for all of them: the line that is drawn then decides.
type Stand = { lijst: readonly { telling: number; inwoners: number }[]; meetfout: number };

const STAPPEN = 32;

function trekLijn(
  tempo: number,
  { tau2, meetfout }: { tau2: number; meetfout: number },
  van: number,
  tot: number,
): Trechterlijnpunt[] {
  const rand = (inwoners: number, zekerheid: number) => {
    const g = trechterrand(Math.max(0.1, tempo * inwoners), tau2, zekerheid, meetfout);
    return { onder: g.ondergrens * tempo * 1000, boven: g.bovengrens * tempo * 1000 };
  };
  return Array.from({ length: STAPPEN + 1 }, (_, i) => {
    const inwoners = van * (tot / van) ** (i / STAPPEN);
    return {
      inwoners,
      rand: rand(inwoners, GEBRUIKELIJKE_TRECHTERREGEL.betrouwbaarheid),
      binnenrand: rand(inwoners, 0.95),
    };
  });
}

// Limits are the slow part of a page; they depend on the numbers alone.
const reken = onthoud(
  ({ lijst, meetfout }: Stand) => {
    const alles = lijst.reduce((s, g) => s + g.inwoners, 0);
    const tempo = lijst.reduce((s, g) => s + g.telling, 0) / alles;
    if (tempo === 0) return null;
    const krimp = krimpMarshall(lijst.map(g => ({ telling: g.telling, blootstelling: g.inwoners })));
    const trechter = oordeelTrechter(
      lijst.map(g => ({ telling: g.telling, verwacht: Math.max(0.1, tempo * g.inwoners), meetfout })),
    );
    const groottes = lijst.map(g => g.inwoners);
    const lijn = trekLijn(
      tempo,
      { tau2: trechter.spreiding.tau2, meetfout },
      Math.min(...groottes) / 1.3,
      Math.max(...groottes) * 1.3,
    );
    return { tempo, krimp, trechter, lijn };
  },
  ({ lijst, meetfout }) => [meetfout, ...lijst.map(g => `${g.telling}:${g.inwoners}`)].join(' '),
  200,
);

const isDrager = (d: Drager | Buitenreden): d is Drager => typeof d !== 'string';

/**
 * The funnel of an indicator over the municipalities of a region in one year, or why there is none.
 *
 * Only published whole-year counts from one source under one definition are in it. A count of 1 to 4, or a sum with one in
 * it, is in nothing of it: not in the common rate, the spread or the limits, so that no place, line or order tells it.
 * Counts that the source rounds vary by the rounding too: its variance is in the limits and in the spread.
 * What a municipality would have at the common rate is expected of it by its number of inhabitants alone; age and sex are
 * not taken out, since no source splits the counts by them.
 */
export function maakTrechterbeeld(
  indicator: Indicator,
  rijen: readonly Trechterrij[],
): Trechterbeeld | Geentrechter {
  if (!indicator.telling || !indicator.perDuizend) return 'niet_per_inwoner';
  const hoofd = hoofdreeks(rijen);
  const gekeurd = rijen.map(rij => ({ rij, drager: dragerVan(rij, hoofd) }));
  const dragers = gekeurd.map(g => g.drager).filter(isDrager);
  if (dragers.length < GEBRUIKELIJKE_TRECHTERREGEL.minstePunten) return 'te_weinig';
  const meetfout = Math.max(...dragers.map(d => meetfoutVan(d.regel.waarneming)));
  const uit = reken({ lijst: dragers.map(({ telling, inwoners }) => ({ telling, inwoners })), meetfout });
  if (!uit) return 'te_weinig';
  return {
    gemeenten: dragers.map((d, i) => ({
      code: d.rij.code,
      naam: d.rij.naam,
      waarneming: d.regel.waarneming,
      telling: d.telling,
      inwoners: d.inwoners,
      verwacht: uit.tempo * d.inwoners,
      perDuizend: (d.telling / d.inwoners) * 1000,
      interval: tempointerval(d.regel) ?? { van: 0, tot: 0 },
      gekrompen: (uit.krimp.tempos[i] as number) * 1000,
      plek: uit.trechter.plekken[i] as Trechterplek,
    })),
    buiten: gekeurd.flatMap(({ rij, drager }) =>
      isDrager(drager) ? [] : [{ naam: rij.naam, code: rij.code, reden: drager }],
    ),
    gemiddeld: uit.tempo * 1000,
    trechter: uit.trechter,
    lijn: uit.lijn,
    gerond: meetfout > 0,
  };
}
