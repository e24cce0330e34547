import type { Toeval } from './toeval.ts';

/**
 * A citizen service number that passes the eleven-test (weights 9 to 2 and -1) and begins with 999: the range in which
 * no number is given to a person (RvIG, test numbers).
 */
export function maakProefnummer(t: Toeval): string {
  for (;;) {
    const cijfers = [9, 9, 9, ...Array.from({ length: 5 }, () => t.geheel(0, 9))];
    const laatste = cijfers.reduce((som, c, i) => som + c * (9 - i), 0) % 11;
    if (laatste < 10) return [...cijfers, laatste].join('');
  }
}
