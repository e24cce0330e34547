import { describe, expect, test } from 'vitest';
import { beoordeelReeks } from './onderbroken-reeks.ts';
import { poissonVerdeling } from './poisson.ts';
import type { Telpunt } from './reeksmodel.ts';
import type { Segmentmodel } from './segment.ts';
import { exacteVerhouding } from './verhouding.ts';

/** Uniform numbers from a seed (mulberry32), so that every run draws the same. */
function toeval(zaad: number): () => number {
  let a = zaad;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A Poisson count by counting arrivals within one unit of time. */
function trek(mu: number, u: () => number): number {
  const wacht = () => -Math.log(1 - u()) / mu;
  let n = 0;
  for (let tijd = wacht(); tijd < 1; tijd += wacht()) n += 1;
  return n;
}

const MODEL: Segmentmodel = {
  ingreep: 24,
  vertraging: 0,
  vorm: 'niveau',
  seizoen: 'een_golf',
  perJaar: 12,
};

/** Two years before and two after: a slow fall, a wave a year, chance with extra spread, and a change of level. */
function simuleer(zaad: number, verhouding: number, maanden = 48): Telpunt[] {
  const u = toeval(zaad);
  return Array.from({ length: maanden }, (_, moment) => {
    const golf = 0.15 * Math.sin((2 * Math.PI * moment) / 12);
    const basis = 60 * Math.exp(-0.004 * moment + golf) * (moment >= 24 ? verhouding : 1);
    // A mean that itself varies by +-25 %: overdispersed counts.
    return { moment, telling: trek(basis * (0.75 + 0.5 * u()), u), blootstelling: 1 };
  });
}

const uitkomsten = (aantal: number, verhouding: number, vanaf: number) =>
  Array.from({ length: aantal }, (_, i) => {
    const uit = beoordeelReeks(simuleer(vanaf + i, verhouding), MODEL);
    if (uit.soort !== 'geschat') throw new Error(uit.reden);
    return uit;
  });

// @eis B1.5
describe('een onderbroken reeks', () => {
  const AANTAL = 100;

  test('bij een bekend verschil ligt de waarheid zo vaak in het interval als het interval belooft', () => {
    const uit = uitkomsten(AANTAL, 0.7, 1000);
    const raak = uit.filter(x => x.ratio.ondergrens <= 0.7 && x.ratio.bovengrens >= 0.7).length;
    // Of 100 intervals of 95 % fewer than 88 hold the truth with a chance of 0.2 %: the bound of a fair interval.
    expect(raak).toBeGreaterThanOrEqual(88);
    // And a fall of 30 % is mostly seen, never taken for a rise.
    expect(uit.filter(x => x.onderscheid === 'lager').length).toBeGreaterThan(60);
    expect(uit.some(x => x.onderscheid === 'hoger')).toBe(false);
  }, 60_000);

  test('waar niets gebeurde, wordt ongeveer zo vaak een verschil gezegd als het interval toelaat', () => {
    const uit = uitkomsten(AANTAL, 1, 5000);
    const vals = uit.filter(x => x.onderscheid === 'lager' || x.onderscheid === 'hoger').length;
    // Nominal 5 of 100; more than 12 has a chance below 0.2 % (binomial).
    expect(poissonVerdeling(12, 5).boven).toBeLessThan(0.003);
    expect(vals).toBeLessThanOrEqual(12);
  }, 60_000);

  test('met een overgang van drie maanden tellen die maanden niet mee', () => {
    const reeks = simuleer(7, 0.6).map(p => (p.moment >= 24 && p.moment < 27 ? { ...p, telling: 500 } : p));
    const uit = beoordeelReeks(reeks, { ...MODEL, vertraging: 3 });
    if (uit.soort !== 'geschat') throw new Error(uit.reden);
    expect(uit).toMatchObject({
      overgang: 3,
      voor: { punten: 24 },
      na: { punten: 21 },
      onderscheid: 'lager',
    });
    expect(uit.verloop.map(v => v.moment)).not.toContain(24);
  });

  test('een verandering die de controlereeks ook heeft, is geen verschil meer', () => {
    const golf = (moment: number) => 80 + 20 * Math.sin((2 * Math.PI * moment) / 12);
    const schok = (moment: number) => (moment >= 24 ? 0.5 : 1);
    const reeks = Array.from({ length: 48 }, (_, moment) => ({
      moment,
      telling: Math.round(golf(moment) * schok(moment)),
      blootstelling: 1,
    }));
    const zonder = beoordeelReeks(reeks, MODEL);
    const met = beoordeelReeks(
      reeks.map(p => ({ ...p, blootstelling: 3 * golf(p.moment) * schok(p.moment) })),
      MODEL,
    );
    expect(zonder).toMatchObject({ onderscheid: 'lager' });
    expect(met).toMatchObject({ onderscheid: 'geen' });
  });

  test('bij de vorm helling geldt de verhouding per jaar, en begint zij bij 1', () => {
    const reeks = Array.from({ length: 72 }, (_, moment) => ({
      moment,
      telling: Math.round(4000 * Math.exp(0.05 * (moment / 12) - 0.2 * Math.max(0, (moment - 36) / 12))),
      blootstelling: 1,
    }));
    const uit = beoordeelReeks(reeks, { ...MODEL, ingreep: 36, vorm: 'helling', seizoen: 'geen' });
    if (uit.soort !== 'geschat') throw new Error(uit.reden);
    expect(uit.ratio.verhouding).toBeCloseTo(Math.exp(-0.2), 3);
    const begin = uit.verloop.find(v => v.moment === 36);
    expect(begin?.met).toBeCloseTo(begin?.zonder as number, 9);
  });

  test('een reeks die in blokken springt, wordt wankel genoemd: andere data laten evenveel zien', () => {
    const reeks = Array.from({ length: 60 }, (_, moment) => ({
      moment,
      telling: Math.floor(moment / 10) % 2 === 0 ? 120 : 60,
      blootstelling: 1,
    }));
    const uit = beoordeelReeks(reeks, { ...MODEL, ingreep: 33, seizoen: 'geen' });
    if (uit.soort !== 'geschat') throw new Error(uit.reden);
    expect(['wankel', 'geen']).toContain(uit.onderscheid);
  });
});

// @eis B1.5
describe('te weinig punten', () => {
  test.each([
    [11, 24, 'te_weinig_voor'],
    [24, 11, 'te_weinig_na'],
  ] as const)('%i voor en %i na: geen oordeel, alleen het verschil met interval', (voor, na, reden) => {
    const reeks = simuleer(3, 0.5, voor + na);
    const uit = beoordeelReeks(reeks, { ...MODEL, ingreep: voor });
    const som = (kant: Telpunt[]) => ({
      telling: kant.reduce((s, p) => s + p.telling, 0),
      blootstelling: kant.length,
    });
    expect(uit).toEqual({
      soort: 'beschrijvend',
      reden,
      voor: { punten: voor, ...som(reeks.slice(0, voor)) },
      na: { punten: na, ...som(reeks.slice(voor)) },
      verhouding: exacteVerhouding(som(reeks.slice(voor)), som(reeks.slice(0, voor))),
    });
  });

  test('vier jaarcijfers eindigen in een beschrijving, hoe groot het verschil ook is', () => {
    const jaren = [437, 353, 307, 23].map((telling, moment) => ({ moment, telling, blootstelling: 1 }));
    const uit = beoordeelReeks(jaren, { ...MODEL, ingreep: 3, seizoen: 'geen', perJaar: 1 });
    expect(uit.soort).toBe('beschrijvend');
  });

  test('een maandfactor op 24 maanden laat te weinig over', () => {
    const reeks = simuleer(4, 1, 24);
    expect(
      beoordeelReeks(reeks.slice(0, 20).concat(reeks.slice(20)), { ...MODEL, ingreep: 12 }),
    ).toMatchObject({
      soort: 'geschat',
    });
    const kort = { minstensPunten: 5, minstensVrij: 8, betrouwbaarheid: 0.95, minstensSchijndata: 10 };
    expect(
      beoordeelReeks(
        reeks.slice(0, 20),
        { ...MODEL, ingreep: 10, seizoen: 'maand' },
        {
          ...kort,
          grootsteSchijndeel: 0.2,
          bron: 'proef',
        },
      ),
    ).toMatchObject({ soort: 'beschrijvend', reden: 'te_veel_termen' });
  });

  test('een kant die niets telt, heeft geen schatting, en niets aan beide kanten geen verhouding', () => {
    const nullen = simuleer(5, 1).map(p => (p.moment >= 24 ? { ...p, telling: 0 } : p));
    expect(beoordeelReeks(nullen, MODEL)).toMatchObject({ soort: 'beschrijvend', reden: 'geen_schatting' });
    const leeg = nullen.map(p => ({ ...p, telling: 0 }));
    expect(beoordeelReeks(leeg, MODEL)).toMatchObject({ reden: 'geen_schatting', verhouding: null });
  });

  test('een punt dat niet klopt, wordt met zijn plek genoemd', () => {
    const goed = simuleer(6, 1);
    const met = (i: number, deel: Partial<Telpunt>) => goed.map((p, n) => (n === i ? { ...p, ...deel } : p));
    expect(() => beoordeelReeks(met(2, { telling: 1.5 }), MODEL)).toThrow(/punten\[2\]\.telling/);
    expect(() => beoordeelReeks(met(3, { blootstelling: 0 }), MODEL)).toThrow(/punten\[3\]\.blootstelling/);
    expect(() => beoordeelReeks(met(4, { moment: 3 }), MODEL)).toThrow(/punten\[4\]\.moment/);
    expect(() => beoordeelReeks(goed, { ...MODEL, perJaar: 1 })).toThrow(/model\.perJaar/);
  });
});
