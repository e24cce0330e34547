import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corrigeerHolm } from './meervoudig.ts';
import { oordeelVerandering, oordeelVeranderingen } from './oordeel.ts';
import { GEBRUIKELIJKE_OORDEELREGEL } from './oordeelregel.ts';
import { kleinsteAantoonbareDaling, onderscheidingsvermogen } from './vermogen.ts';

const jaar = (telling: number) => ({ telling, blootstelling: 1 });
const oordeel = (voor: number, na: number, aantal?: number) =>
  oordeelVerandering(jaar(voor), jaar(na), aantal);

describe('het oordeel over een verandering', () => {
  // @eis A2.1
  test('Wormerland van 7 naar 12 misdrijven: niet te zeggen, want ook een halvering zou meestal gemist zijn', () => {
    const uit = oordeel(7, 12);
    expect(uit.oordeel).toBe('niet_te_zeggen');
    expect(uit.redenen).toEqual(['vermogen_te_klein']);
    expect(uit.pGecorrigeerd).toBeCloseTo(0.3592834473, 9);
  });

  // @eis A2.1
  test('Zaanstad van 165 naar 246 is een signaal, ook als acht gemeenten bekeken zijn', () => {
    const uit = oordeel(165, 246, 8);
    expect(uit.oordeel).toBe('signaal');
    expect(uit.redenen).toEqual(['meer_dan_toeval', 'gecorrigeerd_voor_aantal_vergelijkingen']);
    expect(uit.pGecorrigeerd).toBeCloseTo(6.048159682e-4, 12);
  });

  // @eis A2.1
  test('van 82 naar 95 is geen signaal: een halvering zou gezien zijn', () => {
    expect(oordeel(82, 95)).toMatchObject({ oordeel: 'geen_signaal', redenen: ['past_bij_toeval'] });
  });

  // @eis A2.1
  test('een telling van 1 tot en met 4 krijgt nooit een oordeel en geen getallen, hoe groot de andere ook is', () => {
    for (const klein of [1, 2, 3, 4]) {
      for (const uit of [oordeel(klein, 400), oordeel(400, klein)]) {
        expect(uit).toMatchObject({ oordeel: 'niet_te_zeggen', redenen: ['telling_te_klein'] });
        expect([uit.verhouding, uit.pGecorrigeerd, uit.vermogen]).toEqual([null, null, null]);
      }
    }
    expect(oordeel(5, 400).oordeel).toBe('signaal');
    expect(oordeel(0, 400).oordeel).toBe('signaal');
  });

  // @eis A2.1
  test('twee keer nul: niet te zeggen', () => {
    expect(oordeel(0, 0)).toMatchObject({ oordeel: 'niet_te_zeggen', redenen: ['beide_nul'] });
  });

  // @eis A2.1
  test('gelijk gebleven is pas vanaf 50 per jaar geen signaal, zoals de vermogenstabel zegt', () => {
    expect(oordeel(20, 20).oordeel).toBe('niet_te_zeggen');
    expect(oordeel(50, 50).oordeel).toBe('geen_signaal');
    expect(oordeel(50, 50).vermogen).toBeCloseTo(0.802, 3);
  });

  // @eis A2.1
  test('het vermogen telt de werkelijke perioden en het aantal vergelijkingen mee', () => {
    // R, test/vectors/statistiek/methoden.json, table "vermogen": 60 in 12 months against 5 months, halving.
    const voor = { telling: 60, blootstelling: 12 };
    const na = { telling: 25, blootstelling: 5 };
    expect(oordeelVerandering(voor, na).vermogen).toBeCloseTo(0.6366315386826956, 10);
    expect(oordeelVerandering(voor, na, 8).vermogen).toBeCloseTo(0.3150188807048434, 10);
    expect(oordeel(55, 55).oordeel).toBe('geen_signaal');
    expect(oordeel(55, 55, 8)).toMatchObject({
      oordeel: 'niet_te_zeggen',
      redenen: ['vermogen_te_klein', 'gecorrigeerd_voor_aantal_vergelijkingen'],
    });
  });

  // @eis A2.1
  test('wie al een daling van 20 procent wil zien, heeft aan 300 per jaar niet genoeg', () => {
    const streng = { ...GEBRUIKELIJKE_OORDEELREGEL, relevanteDaling: 0.2, bron: 'doel in het actieplan' };
    expect(oordeelVerandering(jaar(300), jaar(300), 1, streng).oordeel).toBe('niet_te_zeggen');
    expect(oordeelVerandering(jaar(400), jaar(400), 1, streng).oordeel).toBe('geen_signaal');
  });

  // @eis A2.1
  test('vijf maanden worden als vijf maanden vergeleken, niet als een jaar', () => {
    const na = { telling: 142, blootstelling: 5 };
    const voor = { telling: 399, blootstelling: 12 };
    expect(oordeelVerandering(voor, na).oordeel).toBe('geen_signaal');
    expect(oordeel(399, 142).oordeel).toBe('signaal');
  });

  // @eis A2.1
  test('wet: meer vergelijkingen maken van geen enkele uitkomst een signaal', () => {
    const telling = fc.integer({ min: 5, max: 200 });
    fc.assert(
      fc.property(telling, telling, fc.integer({ min: 1, max: 50 }), (voor, na, aantal) => {
        if (oordeel(voor, na, aantal).oordeel === 'signaal')
          expect(oordeel(voor, na).oordeel).toBe('signaal');
      }),
      { numRuns: 40 },
    );
  });
});

describe('het oordeel over een lijst', () => {
  const misdrijven = [
    [8, 11],
    [13, 13],
    [10, 12],
    [6, 6],
    [82, 95],
    [3, 4],
    [7, 12],
    [165, 246],
  ].map(([voor, na]) => ({ voor: jaar(voor as number), na: jaar(na as number) }));

  // @eis A2.1
  test('van acht gemeenten in 2018 en 2019 is alleen Zaanstad een signaal', () => {
    const uit = oordeelVeranderingen(misdrijven);
    expect(uit.map(o => o.oordeel)).toEqual([
      'niet_te_zeggen',
      'niet_te_zeggen',
      'niet_te_zeggen',
      'niet_te_zeggen',
      'geen_signaal',
      'niet_te_zeggen',
      'niet_te_zeggen',
      'signaal',
    ]);
    expect(uit[5]?.redenen).toEqual(['telling_te_klein']);
    expect(uit[7]?.pGecorrigeerd).toBeCloseTo(6.048159682e-4, 12);
  });

  // @eis A2.1
  test('een verborgen kleine telling verandert aan de oordelen over de anderen niets', () => {
    const anders = misdrijven.map((paar, i) => (i === 5 ? { voor: jaar(1), na: jaar(90) } : paar));
    expect(oordeelVeranderingen(anders)).toEqual(oordeelVeranderingen(misdrijven));
  });

  // @eis A2.1
  test('de lijst corrigeert naar Holm', () => {
    const paren = [
      [30, 60],
      [30, 55],
      [30, 52],
    ].map(([voor, na]) => ({ voor: jaar(voor as number), na: jaar(na as number) }));
    const los = paren.map(({ voor, na }) => oordeelVerandering(voor, na).pGecorrigeerd as number);
    expect(oordeelVeranderingen(paren).map(o => o.pGecorrigeerd)).toEqual(corrigeerHolm(los));
    expect(oordeelVeranderingen([])).toEqual([]);
  });
});

describe('het vermogen', () => {
  const vraag = { verwacht: 50, blootstelling: 1, blootstellingNa: 1, alfa: 0.05 };

  // @eis A2.1
  test('zonder verandering slaat de toets hoogstens zo vaak aan als afgesproken', () => {
    for (const verwacht of [3, 20, 77, 200])
      expect(onderscheidingsvermogen({ ...vraag, verwacht, blootstellingNa: 0.4 }, 1)).toBeLessThanOrEqual(
        0.05,
      );
  });

  // @eis A2.1
  test('wet: een grotere daling wordt vaker gezien', () => {
    const factoren = [1, 0.9, 0.8, 0.6, 0.4, 0.2, 0];
    const reeks = factoren.map(f => onderscheidingsvermogen(vraag, f));
    expect(reeks).toEqual([...reeks].sort((a, b) => a - b));
  });

  // @eis A2.1
  test('de kleinste aantoonbare daling ligt op het gewenste vermogen', () => {
    const factor = kleinsteAantoonbareDaling(vraag, 0.8) as number;
    // Halving is seen in 80.17 % of the cases (R): the edge lies just above one half.
    expect(factor).toBeGreaterThan(0.5);
    expect(factor).toBeLessThan(0.502);
    expect(onderscheidingsvermogen(vraag, factor)).toBeGreaterThanOrEqual(0.8);
    expect(onderscheidingsvermogen(vraag, factor + 2e-4)).toBeLessThan(0.8);
  });

  // @eis A2.1
  test('bij een handvol gevallen is zelfs een daling naar nul niet aan te tonen', () => {
    expect(kleinsteAantoonbareDaling({ ...vraag, verwacht: 5 }, 0.8)).toBeNull();
  });
});
