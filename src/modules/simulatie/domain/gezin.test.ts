import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTestnummer } from '#modules/gezin/index.ts';
import { maakProefnummer } from './burgerservicenummer.ts';
import { maakGezin, type Plaats } from './gezin.ts';
import { maakToeval } from './toeval.ts';

const VANDAAG = Temporal.PlainDate.from('2026-11-22');
const PLAATSEN: Plaats[] = [
  { gemeente: 'GM0392', naam: 'Haarlem', postcode: 2010 },
  { gemeente: 'GM0361', naam: 'Alkmaar', postcode: 1810 },
];
const vast = { seed: 20_261_122, numRuns: 300 };

// @eis C5.2
test('hetzelfde zaad en nummer geven hetzelfde gezin, een ander zaad een ander', () => {
  const als = (zaad: number, nummer: number) => JSON.stringify(maakGezin(zaad, nummer, VANDAAG, PLAATSEN));
  const eerste = Array.from({ length: 50 }, (_, i) => als(7, i));
  expect(Array.from({ length: 50 }, (_, i) => als(7, i))).toEqual(eerste);
  expect(new Set(eerste).size).toBe(50);
  expect(als(8, 3)).not.toBe(als(7, 3));
});

// @eis C5.2
test('elk gezin is zichtbaar verzonnen en hangt samen', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(1_000_000), (zaad, nummer) => {
      const g = maakGezin(zaad, nummer, VANDAAG, PLAATSEN);
      expect(g.leden.some(l => l.rol === 'volwassene')).toBe(true);
      for (const l of g.leden) {
        expect(l.achternaam).toMatch(/^(Voorbeeld|Verzonnen|Fictie|Proef|Bedacht|Schijn|Sjabloon|Oefen)/);
        expect(Temporal.PlainDate.compare(l.geboortedatum, VANDAAG)).toBeLessThanOrEqual(0);
        const jaren = l.geboortedatum.until(VANDAAG, { largestUnit: 'year' }).years;
        expect(l.rol === 'kind').toBe(jaren < 18);
        if (l.email) expect(l.email).toMatch(/@voorbeeld\.invalid$/);
      }
      for (const b of g.betrekkingen) {
        expect(b.van).not.toBe(b.naar);
        expect(g.leden[b.van] && g.leden[b.naar]).toBeTruthy();
        if (b.soort === 'ouder')
          expect([g.leden[b.van]?.rol, g.leden[b.naar]?.rol]).toEqual(['volwassene', 'kind']);
      }
      for (const n of g.notities) expect(n.tekst).toMatch(/^Voorbeeldtekst\./);
    }),
    vast,
  );
});

// @eis C5.2 C1.1
test('een proefnummer is er een dat aan niemand is gegeven en voldoet aan de elfproef', () => {
  const t = maakToeval(1, 1);
  for (let i = 0; i < 500; i++) {
    const nummer = maakProefnummer(t);
    expect(isTestnummer(nummer)).toBe(true);
    const som = [...nummer].reduce((s, c, p) => s + Number(c) * (p === 8 ? -1 : 9 - p), 0);
    expect(som % 11).toBe(0);
  }
});

test('getallen zijn gelijk verdeeld (chikwadraat, 100 vakken, 1 op 10.000)', () => {
  const vakken = new Array<number>(100).fill(0);
  for (let nummer = 0; nummer < 1000; nummer++) {
    const t = maakToeval(42, nummer);
    for (let i = 0; i < 100; i++) {
      const vak = Math.floor(t.getal() * 100);
      vakken[vak] = (vakken[vak] ?? 0) + 1;
    }
  }
  const chi = vakken.reduce((s, n) => s + (n - 1000) ** 2 / 1000, 0);
  // Wilson and Hilferty (1931): 99 (1 - 2/891 ± 3.719 √(2/891))³, 3.719 being the normal quantile of 0.9999.
  expect(chi).toBeGreaterThan(54);
  expect(chi).toBeLessThan(161);
});
