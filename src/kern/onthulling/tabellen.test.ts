import { expect, test } from 'vitest';
import { toetsTabellen } from './index.ts';

const a = { naam: 'a', waarde: 3 };
const b = { naam: 'b', waarde: 4 };
const som = (waarde: number) => ({ naam: 'som', waarde });

// @eis B2.1
test('een stel tabellen moet optellen: een bron die zichzelf tegenspreekt wordt bij naam geweigerd', () => {
  const goed = { tellingen: [a, b, som(7)], optellingen: [{ som: 'som', delen: ['a', 'b'] }] };
  expect(toetsTabellen(goed).get('som')).toBe(7);
  expect(() => toetsTabellen({ ...goed, tellingen: [a, b, som(8)] })).toThrow('som is 8, its parts are 7');
});

// @eis B2.1
test.each([
  ['een onbekende telling', [a], [{ som: 'a', delen: ['x'] }], 'unknown count: x'],
  ['twee met dezelfde naam', [a, a], [], 'two counts are called a'],
  ['een gebroken telling', [{ naam: 'a', waarde: 1.5 }], [], 'a is no whole number'],
  ['een telling onder nul', [{ naam: 'a', waarde: -1 }], [], 'a is no whole number'],
  ['een som over zichzelf', [a], [{ som: 'a', delen: ['a'] }], 'summed over nothing'],
  ['een som over niets', [a], [{ som: 'a', delen: [] }], 'summed over nothing'],
  ['een naam die een oplosser anders leest', [{ naam: '3 a', waarde: 1 }], [], 'not a name of a count'],
])('%s wordt geweigerd', (_, tellingen, optellingen, tekst) => {
  expect(() => toetsTabellen({ tellingen, optellingen })).toThrow(tekst);
});
