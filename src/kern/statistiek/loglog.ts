import type { Interval } from './argumenten.ts';

/**
 * Limits of a survival probability on the log(-log) scale: they stay between 0 and 1 and cover better in small samples
 * than the plain ones. null where the probability is 0 or 1: the scale has no place for those.
 *
 * Reference: J. Kalbfleisch & R. Prentice, The Statistical Analysis of Failure Time Data (1980) p. 15; R
 * `survfit(conf.type = "log-log")`.
 * @param z normal quantile of the wanted confidence
 */
export function logLogGrenzen(overleving: number, standaardfout: number, z: number): Interval | null {
  if (overleving <= 0 || overleving >= 1) return null;
  const log = Math.log(overleving);
  const macht = Math.exp((z * standaardfout) / (overleving * log)); // log < 0: the power is below 1
  return { ondergrens: overleving ** (1 / macht), bovengrens: overleving ** macht };
}
