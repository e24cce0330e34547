import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eisPubliceerbaar, isKleineTelling, leidAf, type Publiceerbaar, uitOpenbareBron } from './index.ts';

const citaat = { titel: 'Regionaal Actieplan', van: 'regio', datum: '2020', plek: 'Bijlage 1' };

// @eis A4.2
describe('publiceerbaar', () => {
  test('een cijfer zonder titel of plaats in de bron komt niet naar buiten', () => {
    expect(() => uitOpenbareBron({ ...citaat, titel: ' ' }, 3)).toThrow('title');
    expect(() => uitOpenbareBron({ ...citaat, plek: '' }, 3)).toThrow('place');
  });

  test('een nagemaakt cijfer wordt geweigerd, ook als het er net zo uitziet', () => {
    const echt = uitOpenbareBron(citaat, 12);
    const vals = JSON.parse(JSON.stringify(echt)) as Publiceerbaar<number>;
    expect(eisPubliceerbaar(echt).waarde).toBe(12);
    expect(() => eisPubliceerbaar(vals)).toThrow(TypeError);
    expect(() => leidAf([echt, vals], (a, b) => a + b)).toThrow(TypeError);
  });

  test('een afgeleid cijfer noemt alle bronnen, elke bron één keer', () => {
    const ander = { ...citaat, plek: 'tabel 3.4' };
    const som = leidAf(
      [uitOpenbareBron(citaat, 11), uitOpenbareBron(citaat, 95), uitOpenbareBron(ander, 1)],
      (a, b, c) => a + b + c,
    );
    expect(som.waarde).toBe(107);
    expect(som.citaten.map(c => c.plek)).toEqual(['Bijlage 1', 'tabel 3.4']);
  });

  test('een cijfer is na het maken niet te wijzigen', () => {
    const p = uitOpenbareBron(citaat, 12) as { waarde: number };
    expect(() => {
      p.waarde = 13;
    }).toThrow(TypeError);
  });

  test('klein is één tot en met vier, en niets anders', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), n => {
        expect(isKleineTelling(n)).toBe([1, 2, 3, 4].includes(n));
      }),
    );
  });
});
