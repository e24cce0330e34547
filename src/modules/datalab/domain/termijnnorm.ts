import type { Result } from '#kern/resultaat/index.ts';
import { kiesRegel, type Regelweigering, type Termijnregel } from '#kern/termijn/index.ts';
import type { Doorloopsoort } from './doorloop.ts';

/** The two ways in which practice counts the same term. */
export const TELWIJZEN = ['kalenderdagen', 'werkdagen'] as const;
export type Telwijze = (typeof TELWIJZEN)[number];

/** A term with the share that has to meet it. */
export interface Termijnnorm {
  readonly id: string;
  /** null: shipped with the product. */
  readonly regio: string | null;
  readonly soort: Doorloopsoort;
  readonly telwijze: Telwijze;
  readonly regel: Termijnregel;
  /** Share that has to meet the term, strictly between 0 and 1. */
  readonly norm: number;
  readonly normBron: string;
  readonly normBevestigd: boolean;
}

/** Code of a term: the same over its successive records. */
export function termijncode(soort: Doorloopsoort, telwijze: Telwijze): string {
  return `${soort}_${telwijze}`;
}

/** Length of the term in the days that its unit counts: 10 weeks are 70 days. */
export function lengteInDagen(regel: Pick<Termijnregel, 'lengte' | 'eenheid'>): number {
  return regel.eenheid === 'week' ? regel.lengte * 7 : regel.lengte;
}

/**
 * The norm that applies to what starts on a day: that of the region where it laid one down, else the shipped one. Refuses
 * as `kiesRegel`: none, or two that contradict each other.
 */
export function kiesNorm(
  normen: readonly Termijnnorm[],
  soort: Doorloopsoort,
  telwijze: Telwijze,
  start: Temporal.PlainDate,
): Result<Termijnnorm, Regelweigering> {
  const code = termijncode(soort, telwijze);
  const kies = (uit: readonly Termijnnorm[]): Result<Termijnnorm, Regelweigering> => {
    const regel = kiesRegel(
      uit.map(n => n.regel),
      code,
      start,
    );
    if (!regel.ok) return regel;
    return { ok: true, waarde: uit.find(n => n.regel === regel.waarde) as Termijnnorm };
  };
  const eigen = kies(normen.filter(n => n.regio !== null));
  if (eigen.ok || eigen.weigering.code !== 'geen_termijnregel') return eigen;
  return kies(normen.filter(n => n.regio === null));
}
