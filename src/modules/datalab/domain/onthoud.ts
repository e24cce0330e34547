/**
 * The same function, that computes each answer once. For pure functions of numbers only: at most `hoogstens` answers
 * are kept, the oldest goes first.
 */
export function onthoud<A extends readonly unknown[], R>(
  f: (...a: A) => R,
  sleutel: (...a: A) => string | number,
  hoogstens: number,
): (...a: A) => R {
  const bewaard = new Map<string | number, R>();
  return (...a) => {
    const s = sleutel(...a);
    const bekend = bewaard.get(s);
    if (bekend !== undefined) return bekend;
    const r = f(...a);
    const oudste = bewaard.keys().next().value;
    if (bewaard.size >= hoogstens && oudste !== undefined) bewaard.delete(oudste);
    bewaard.set(s, r);
    return r;
  };
}
