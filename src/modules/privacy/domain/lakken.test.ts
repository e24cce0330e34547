import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lakNamen, WEGGELATEN } from './lakken.ts';

// @eis C4.4
describe('namen van anderen weglaten', () => {
  test('met en zonder accenten, hoofdletters en bezit; eigen naam en gewone woorden blijven', () => {
    const r = lakNamen(
      "Renée Voorbeeld belde. RENEE's moeder, Renees zus en Kees zagen het. Reneeee niet.",
      ['Renée van Elders', 'Kees'],
      ['Voorbeeld'],
    );
    expect(r.tekst).toBe(
      `${WEGGELATEN} Voorbeeld belde. ${WEGGELATEN} moeder, ${WEGGELATEN} zus en ${WEGGELATEN} zagen het. Reneeee niet.`,
    );
    expect(r.weggelaten).toBe(4);
  });
  test('wie dezelfde achternaam heeft, houdt zijn eigen naam in zijn eigen brief', () => {
    expect(lakNamen('Anna Voorbeeld en Bram Voorbeeld', ['Bram Voorbeeld'], ['Anna Voorbeeld']).tekst).toBe(
      `Anna Voorbeeld en ${WEGGELATEN} Voorbeeld`,
    );
  });
  test('welke naam van een ander er ook staat, hij staat er daarna niet meer', () => {
    const naam = fc.stringMatching(/^[A-Z][a-zéëïü]{3,9}$/);
    fc.assert(
      fc.property(
        fc.array(naam, { minLength: 1, maxLength: 4 }),
        fc.array(fc.lorem({ maxCount: 4 }), { maxLength: 6 }),
        (namen, stukken) => {
          const tekst = namen.map((n, i) => `${stukken[i] ?? ''} ${n},`).join(' ');
          const uit = lakNamen(tekst, namen).tekst.split(/[^\p{L}]+/u);
          for (const n of namen) expect(uit).not.toContain(n);
        },
      ),
      { seed: 20261122 },
    );
  });
});
