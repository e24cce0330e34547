import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bijdragers,
  GEWONE_REGEL,
  grootsteHoogstens,
  type Primairregel,
  primaireReden,
  teleenheidVan,
} from './primair.ts';

const wie = (b: Partial<Bijdragers>): Bijdragers => ({
  huishoudens: null,
  personen: null,
  grootste: null,
  tweede: null,
  ...b,
});
const reden = (waarde: number, b: Partial<Bijdragers> | null, r: Primairregel = GEWONE_REGEL) =>
  primaireReden(waarde, r, b && wie(b));

// @eis B2.3
describe('wanneer een telling niet verteld mag worden', () => {
  test('twaalf meldingen over twee gezinnen zijn er twee, over twaalf gezinnen twaalf', () => {
    expect(reden(12, null)).toBeNull();
    expect(reden(12, { huishoudens: 2 })).toBe('drempel');
    expect(reden(12, { huishoudens: 12 })).toBeNull();
    expect(reden(12, { personen: 3 })).toBe('drempel');
  });

  test('huishoudens gaan voor personen, en personen voor de telling', () => {
    expect(teleenheidVan(wie({ huishoudens: 4, personen: 12 }))).toBe('huishoudens');
    expect(reden(12, { huishoudens: 4, personen: 12 })).toBe('drempel');
    expect(teleenheidVan(wie({ personen: 12 }))).toBe('personen');
    expect(teleenheidVan(wie({ grootste: 3 }))).toBe('telling');
    expect(teleenheidVan(null)).toBe('telling');
  });

  test('één ingewijde: vijf gezinnen zijn er voor wie erbij hoort vier; zes is genoeg', () => {
    expect(reden(12, { huishoudens: 5 })).toBe('ingewijde');
    expect(reden(12, { huishoudens: 6 })).toBeNull();
    expect(reden(12, { huishoudens: 5 }, { ...GEWONE_REGEL, ingewijden: 0 })).toBeNull();
    // Nobody says who they are: a reader who is in the count is not assumed.
    expect(reden(5, null)).toBeNull();
  });

  test('overheersing: wie de helft heeft kent de rest; ook als de tweede zichzelf eraf haalt', () => {
    expect(reden(100, { huishoudens: 20, grootste: 50 })).toBe('overheersing');
    expect(reden(100, { huishoudens: 20, grootste: 49 })).toBeNull();
    expect(reden(100, { huishoudens: 20, grootste: 45, tweede: 44 })).toBe('ingewijde');
    expect(reden(100, { huishoudens: 20, grootste: 30, tweede: 30 })).toBeNull();
    expect(reden(100, { grootste: 60 }, { ...GEWONE_REGEL, overheersing: null })).toBeNull();
  });

  test('een nul telt alleen waar nullen iets zeggen', () => {
    expect(reden(0, { huishoudens: 0 })).toBeNull();
    expect(reden(0, null, { ...GEWONE_REGEL, nulGevoelig: true })).toBe('nul');
  });

  test('zonder grootste aandeel kan één gezin alles hebben wat de andere overlaten', () => {
    expect(grootsteHoogstens(12, wie({ huishoudens: 2 }))).toBe(11);
    expect(grootsteHoogstens(12, wie({ huishoudens: 1 }))).toBe(12);
    expect(grootsteHoogstens(12, wie({ personen: 30 }))).toBe(0);
    expect(grootsteHoogstens(12, wie({ huishoudens: 2, grootste: 7 }))).toBe(7);
    expect(grootsteHoogstens(12, null)).toBeNull();
  });

  test('wet: meer weten over wie erachter staan maakt een telling nooit veiliger', () => {
    const geval = fc.integer({ min: 1, max: 200 }).chain(n =>
      fc.record({
        n: fc.constant(n),
        h: fc.integer({ min: 1, max: n }),
        g: fc.integer({ min: 1, max: n }),
      }),
    );
    fc.assert(
      fc.property(geval, ({ n, h, g }) => {
        const zonder = reden(n, null);
        const met = reden(n, { huishoudens: h, grootste: g });
        return zonder === null || met !== null;
      }),
    );
  });
});
