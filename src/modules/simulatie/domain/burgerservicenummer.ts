import type { Toeval } from './toeval.ts';

/**
 * A citizen service number that passes the eleven-test (weights 9 to 2 and -1) and begins with 0000: kept
 * for tests and given to nobody, as room gezin says with its source (`isTestnummer`).
 */
export function maakProefnummer(t: Toeval): string {
  for (;;) {
    const cijfers = [0, 0, 0, 0, ...Array.from({ length: 4 }, () => t.geheel(0, 9))];
    const laatste = cijfers.reduce((som, c, i) => som + c * (9 - i), 0) % 11;
    if (laatste < 10) return [...cijfers, laatste].join('');
  }
}
