import { describe, expect, test } from 'vitest';
import { en, nl } from './stijlgids/teksten.ts';
import { controleerTeksten, uiTeksten } from './teksten.ts';

// @eis A2.4
describe('teksten in twee talen', () => {
  test('elke vaste tekst van de onderdelen is er in het Nederlands en in het Engels', () => {
    expect(controleerTeksten(uiTeksten.nl, uiTeksten.en)).toEqual([]);
  });

  test('elke tekst van de stijlgids is er in het Nederlands en in het Engels', () => {
    expect(controleerTeksten(nl, en)).toEqual([]);
  });

  test('een tekst die ontbreekt wordt genoemd met zijn pad', () => {
    expect(
      controleerTeksten({ a: 'een', b: { c: 'twee', d: 'drie' } }, { a: 'one', b: { c: 'two' } }),
    ).toEqual([{ sleutel: 'b.d', gebrek: 'ontbreekt' }]);
  });

  test('een hele groep die ontbreekt wordt een keer genoemd', () => {
    expect(controleerTeksten({ b: { c: 'twee' } }, {})).toEqual([{ sleutel: 'b', gebrek: 'ontbreekt' }]);
  });

  test('een lege tekst is geen tekst, in geen van beide talen', () => {
    expect(controleerTeksten({ a: 'een' }, { a: '  ' })).toEqual([{ sleutel: 'a', gebrek: 'leeg' }]);
    expect(controleerTeksten({ a: '' }, { a: 'one' })).toEqual([{ sleutel: 'a', gebrek: 'leeg' }]);
  });

  test('een tekst die alleen vertaald bestaat is overbodig', () => {
    expect(controleerTeksten({ a: 'een' }, { a: 'one', z: 'left over' })).toEqual([
      { sleutel: 'z', gebrek: 'overbodig' },
    ]);
  });

  test('een tekst met invulplekken kan niet door een vaste tekst vertaald worden', () => {
    expect(controleerTeksten({ a: (n: string) => `${n} keer` }, { a: 'times' })).toEqual([
      { sleutel: 'a', gebrek: 'andere_soort' },
    ]);
  });

  test('in een lijst telt elke tekst', () => {
    expect(controleerTeksten({ a: ['een', 'twee'] }, { a: ['one'] })).toEqual([
      { sleutel: 'a.1', gebrek: 'ontbreekt' },
    ]);
  });
});
