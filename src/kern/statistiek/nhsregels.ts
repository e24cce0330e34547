import { eisTelling } from './argumenten.ts';
import { eisReeks } from './reeks.ts';
import type { Regelgrenzen } from './xmr.ts';

/** The four rules, in the order in which NHSRplotthedots names them when more apply. */
export const NHS_REGELS = ['buiten_grens', 'trend', 'twee_van_drie', 'verschuiving'] as const;
export type NhsRegel = (typeof NHS_REGELS)[number];

/** Successive points that make a shift or a trend. */
const ACHTEREEN = 7;

const grens = (waarde: number, g: Regelgrenzen): number =>
  waarde > g.bovengrens ? 1 : waarde < g.ondergrens ? -1 : 0;

// Every point of each window of `lengte` points for which `geldt`.
function delenVan(n: number, lengte: number, geldt: (begin: number) => boolean): Set<number> {
  const uit = new Set<number>();
  for (let begin = 0; begin + lengte <= n; begin++)
    if (geldt(begin)) for (let i = begin; i < begin + lengte; i++) uit.add(i);
  return uit;
}

const allesGelijk = (tekens: readonly number[]): boolean =>
  tekens[0] !== 0 && tekens.every(t => t === tekens[0]);

/**
 * Special causes after the rules of NHS England's Making Data Count, per point the rules it takes part in:
 * outside a limit; one of 7 successive points strictly rising or falling; one of 2 out of 3 successive points, all
 * three on one side of the middle, that lie between two thirds of a limit and the limit; one of 7 successive points on
 * one side of the middle. A point on the middle breaks a shift.
 *
 * Reference: the code of NHSRplotthedots (`ptd_special_cause_flag`, 2023), followed to the letter: for 2 of 3 a point
 * beyond the limit does not count as near to it.
 * Error rates: see {@link NHS_LOOS_ALARM}; with correlation between neighbours far higher.
 * @param reeks the series, oldest first
 * @param grenzen limits from the same series or from a fixed baseline
 * @returns as many lists as points, each in the order of {@link NHS_REGELS}; empty: nothing special
 * @throws TypeError, RangeError when reeks is no series of finite numbers or grenzen is no object.
 */
export function nhsSignalen(reeks: readonly number[], grenzen: Regelgrenzen): NhsRegel[][] {
  eisReeks('reeks', reeks);
  if (typeof grenzen !== 'object' || grenzen === null) throw new TypeError('grenzen must be an object');
  const n = reeks.length;
  const kant = reeks.map(x => Math.sign(x - grenzen.midden));
  const stap = reeks.slice(1).map((x, i) => Math.sign(x - (reeks[i] as number)));
  const nabij = reeks.map(x => grens(x, grenzen) === 0 && (x < grenzen.onderNabij || x > grenzen.bovenNabij));
  const buiten = new Set(reeks.flatMap((x, i) => (grens(x, grenzen) === 0 ? [] : [i])));
  const drie = delenVan(
    n,
    3,
    b => allesGelijk(kant.slice(b, b + 3)) && nabij.slice(b, b + 3).filter(Boolean).length >= 2,
  );
  const perRegel: Record<NhsRegel, Set<number>> = {
    buiten_grens: buiten,
    trend: delenVan(n, ACHTEREEN, b => allesGelijk(stap.slice(b, b + ACHTEREEN - 1))),
    twee_van_drie: new Set([...drie].filter(i => nabij[i])),
    verschuiving: delenVan(n, ACHTEREEN, b => allesGelijk(kant.slice(b, b + ACHTEREEN))),
  };
  return reeks.map((_, i) => NHS_REGELS.filter(r => perRegel[r].has(i)));
}

/**
 * Chance that a chart without any change shows at least one special cause, by number of points: independent normal
 * values, limits from the series itself. `grenzen`: the first rule alone; `regels`: all four.
 * Source: simulation in R, test/vectors/statistiek/tijdreeksen.R (40,000 charts each, seed in the script).
 */
export const NHS_LOOS_ALARM: readonly { punten: number; grenzen: number; regels: number }[] = [
  { punten: 12, grenzen: 0.055, regels: 0.073 },
  { punten: 18, grenzen: 0.078, regels: 0.135 },
  { punten: 24, grenzen: 0.095, regels: 0.186 },
  { punten: 36, grenzen: 0.131, regels: 0.29 },
  { punten: 48, grenzen: 0.165, regels: 0.391 },
  { punten: 60, grenzen: 0.196, regels: 0.472 },
];

/** The chance of {@link NHS_LOOS_ALARM} for the largest number of points not above `punten`; fewer than 12 count as 12. */
export function nhsLoosAlarm(punten: number): { grenzen: number; regels: number } {
  eisTelling('punten', punten);
  const { grenzen, regels } = NHS_LOOS_ALARM.findLast(r => r.punten <= punten) ??
    NHS_LOOS_ALARM[0] ?? { grenzen: 1, regels: 1 };
  return { grenzen, regels };
}
