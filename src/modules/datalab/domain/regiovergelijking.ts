import { type Cijferbeeld, type Regel, tempointerval } from './cijferbeeld.ts';
import type { Indicator } from './indicator.ts';
import type { Regio } from './plaats.ts';
import { isHeelJaar, isOpenbaar, type Waarneming } from './waarneming.ts';

/** Why a region is not put beside another. */
export type Scheidreden =
  /** No source prints a figure for the region as a whole. */
  | 'geen_cijfer'
  /** Only parts of a year, or no count. */
  | 'geen_heel_jaar'
  /** A count of 1 to 4. */
  | 'te_klein'
  | 'geen_inwoners'
  /** No other region has a figure that could stand beside it. */
  | 'enige'
  | 'ander_jaar'
  | 'andere_definitie'
  | 'andere_bron';

/** One region: its rate of the common year, or why it has none here. */
export interface Regiorij {
  readonly regio: Regio;
  /** Last published figure of the region as a whole, shown as printed. */
  readonly laatste: Regel | null;
  readonly tempo: { readonly perDuizend: number; readonly van: number; readonly tot: number } | null;
  /** The figure of the common year; null where `reden` says why. */
  readonly regel: Regel | null;
  readonly reden: Scheidreden | null;
}

/** The regions beside each other on one indicator. */
export interface Regiovergelijking {
  readonly indicator: Indicator;
  /** The year that is compared; null when no two regions can be. */
  readonly jaar: number | null;
  /** By name. */
  readonly rijen: readonly Regiorij[];
}

export interface Regiobeeld {
  readonly regio: Regio;
  readonly beeld: Cijferbeeld | null;
}

const jaarVan = (w: Waarneming): number => (w.periode.soort === 'jaar' ? w.periode.jaar : 0);
/** Same source: title and publisher; two regions each take over their own copy of it. */
const bronVan = (w: Waarneming): string => `${w.citaat.titel}\u0000${w.citaat.van ?? ''}`;
const soortVan = (w: Waarneming): string => `${jaarVan(w)}\u0000${w.definitieversie}\u0000${bronVan(w)}`;

const openbaarVan = ({ beeld }: Regiobeeld): Regel[] =>
  (beeld?.regio?.regels ?? []).filter(r => isOpenbaar(r.waarneming));
const draagt = (r: Regel): boolean => isHeelJaar(r.waarneming) && tempointerval(r) !== null;

/** Latest year, then most regions, that share one source and definition; null when there are not two such regions. */
function gemeenschappelijk(regios: readonly Regiobeeld[]): string | null {
  const aantallen = new Map<string, { jaar: number; aantal: number }>();
  for (const r of regios) {
    const dragers = openbaarVan(r).filter(draagt);
    for (const soort of new Set(dragers.map(x => soortVan(x.waarneming)))) {
      const jaar = Number(soort.split('\u0000')[0]);
      aantallen.set(soort, { jaar, aantal: (aantallen.get(soort)?.aantal ?? 0) + 1 });
    }
  }
  const samen = [...aantallen].filter(([, s]) => s.aantal > 1);
  return samen.toSorted((a, b) => b[1].jaar - a[1].jaar || b[1].aantal - a[1].aantal)[0]?.[0] ?? null;
}

/** Why these figures of one region cannot stand beside those of the others. */
function redenVan(eigen: readonly Regel[], anderen: readonly Regel[]): Scheidreden {
  if (eigen.length === 0) return 'geen_cijfer';
  const jaren = eigen.filter(r => isHeelJaar(r.waarneming));
  if (jaren.length === 0) return 'geen_heel_jaar';
  const dragers = jaren.filter(draagt);
  if (dragers.length === 0) return jaren.every(r => r.teKlein) ? 'te_klein' : 'geen_inwoners';
  if (anderen.length === 0) return 'enige';
  const delen = (f: (w: Waarneming) => unknown, lijst: readonly Regel[]) =>
    lijst.filter(r => anderen.some(a => f(a.waarneming) === f(r.waarneming)));
  const zelfdeJaar = delen(jaarVan, dragers);
  if (zelfdeJaar.length === 0) return 'ander_jaar';
  return delen(w => `${jaarVan(w)} ${w.definitieversie}`, zelfdeJaar).length === 0
    ? 'andere_definitie'
    : 'andere_bron';
}

/**
 * Puts regions beside each other on one indicator: rates per 1,000 inhabitants with their intervals, of the latest year
 * for which at least two regions have a published whole-year count from the same source under the same definition. Where
 * a region cannot stand there, the reason. No order but the one given, no verdict, no ranking.
 */
export function vergelijkRegios(indicator: Indicator, regios: readonly Regiobeeld[]): Regiovergelijking {
  const samen = indicator.telling && indicator.perDuizend ? gemeenschappelijk(regios) : null;
  const rijen = regios.map((r): Regiorij => {
    const eigen = openbaarVan(r);
    const laatste = eigen.findLast(x => isHeelJaar(x.waarneming)) ?? eigen.at(-1) ?? null;
    const regel = eigen.find(x => draagt(x) && soortVan(x.waarneming) === samen) ?? null;
    const grens = regel && tempointerval(regel);
    if (regel && grens && regel.perDuizend !== null)
      return {
        regio: r.regio,
        laatste,
        regel,
        tempo: { perDuizend: regel.perDuizend, ...grens },
        reden: null,
      };
    const anderen = regios.filter(a => a !== r).flatMap(a => openbaarVan(a).filter(draagt));
    return { regio: r.regio, laatste, regel: null, tempo: null, reden: redenVan(eigen, anderen) };
  });
  return { indicator, jaar: samen === null ? null : Number(samen.split('\u0000')[0]), rijen };
}
