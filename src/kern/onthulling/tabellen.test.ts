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

// @eis B2.1
test('een naam is een letter met hoogstens zestig letters, cijfers en lage strepen', () => {
  const mag = (naam: string) => () => toetsTabellen({ tellingen: [{ naam, waarde: 1 }], optellingen: [] });
  for (const naam of ['a', 'Z', 'a_9', 'Regio_2019', `a${'b'.repeat(60)}`]) expect(mag(naam)).not.toThrow();
  for (const naam of ['', '9a', '_a', 'a b', 'a-b', ' a', 'a\n', `a${'b'.repeat(61)}`])
    expect(mag(naam)).toThrow(`not a name of a count: ${naam}`);
});

// @eis B2.1
test('een som die zichzelf als deel heeft, of een deel twee keer, wordt geweigerd; nul als telling niet', () => {
  const nul = { naam: 'nul', waarde: 0 };
  const stel = (delen: string[]) => () =>
    toetsTabellen({ tellingen: [a, b, som(7), nul], optellingen: [{ som: 'som', delen }] });
  expect(stel(['a', 'b', 'nul'])).not.toThrow();
  expect(stel(['a', 'a', 'b'])).toThrow('som is summed over nothing, or over something twice');
  expect(stel(['som', 'nul'])).toThrow('som is summed over nothing, or over something twice');
});
