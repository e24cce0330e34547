import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krimpMarshall } from './krimp.ts';
import { poissonVerdeling } from './poisson.ts';
import { meetSpreiding } from './spreiding.ts';
import { directGestandaardiseerd } from './standaardisatie-direct.ts';
import { indirectGestandaardiseerd } from './standaardisatie-indirect.ts';
import { trechtergrenzen } from './trechter.ts';
import { trechtergrenzenAdditief } from './trechter-additief.ts';
import { trechtergrenzenMultiplicatief } from './trechter-multiplicatief.ts';
import { GEBRUIKELIJKE_TRECHTERREGEL, oordeelTrechter, trechterrand } from './trechteroordeel.ts';

const verwacht = fc.double({ min: 0.5, max: 2000, noNaN: true });
const telling = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 900 }));
const punt = fc.record({ telling, verwacht: fc.double({ min: 1, max: 900, noNaN: true }) });
const punten = fc.array(punt, { minLength: 5, maxLength: 12 });
const gebied = fc.record({
  telling: fc.integer({ min: 0, max: 400 }),
  blootstelling: fc.integer({ min: 10, max: 90_000 }),
});
const gebieden = fc
  .array(gebied, { minLength: 2, maxLength: 12 })
  .filter(lijst => lijst.some(g => g.telling > 0));
const gelijk = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.abs(b));

describe('trechter', () => {
  // @eis B1.3
  test('wet: een telling ligt buiten de trechter precies als haar staart kleiner is dan de halve onbetrouwbaarheid', () => {
    fc.assert(
      fc.property(verwacht, fc.constantFrom(0.8, 0.95, 0.998), fc.nat(2500), (E, niveau, n) => {
        const { ondergrens, bovengrens } = trechtergrenzen(E, niveau);
        const buiten = (1 - niveau) / 2;
        const zoVeel = n === 0 ? 1 : poissonVerdeling(n - 1, E).boven;
        const zoWeinig = poissonVerdeling(n, E).onder;
        // At the edge itself the last digit decides; leave those out.
        fc.pre(Math.abs(zoVeel / buiten - 1) > 1e-8 && Math.abs(zoWeinig / buiten - 1) > 1e-8);
        expect(n > bovengrens * E).toBe(zoVeel < buiten);
        expect(n < ondergrens * E).toBe(zoWeinig < buiten);
      }),
    );
  });

  // @eis B1.3
  test('wet: hoe meer er wordt verwacht, hoe smaller de trechter; hoe zekerder, hoe wijder', () => {
    fc.assert(
      fc.property(verwacht, fc.double({ min: 1.01, max: 5, noNaN: true }), (E, factor) => {
        const [klein, groot] = [trechtergrenzen(E), trechtergrenzen(E * factor)];
        expect(groot.bovengrens).toBeLessThan(klein.bovengrens);
        expect(groot.ondergrens).toBeGreaterThanOrEqual(klein.ondergrens);
        const zeker = trechtergrenzen(E, 0.998);
        expect(zeker.bovengrens).toBeGreaterThan(klein.bovengrens);
        expect(zeker.ondergrens).toBeLessThanOrEqual(klein.ondergrens);
      }),
    );
  });

  // @eis B1.3
  test('wet: meer spreiding maakt een trechter nooit smaller, en zonder spreiding zijn beide vormen één', () => {
    fc.assert(
      fc.property(verwacht, fc.double({ min: 0, max: 2, noNaN: true }), (E, tau2) => {
        const [zonder, met] = [trechtergrenzenAdditief(E, 0), trechtergrenzenAdditief(E, tau2)];
        expect(met.bovengrens).toBeGreaterThanOrEqual(zonder.bovengrens);
        expect(met.ondergrens).toBeLessThanOrEqual(zonder.ondergrens);
        // phi = 1 + 4 E tau2 is the same widening at this one size.
        const factor = trechtergrenzenMultiplicatief(E, 1 + 4 * E * tau2);
        gelijk(factor.bovengrens, met.bovengrens);
        expect(Math.abs(factor.ondergrens - met.ondergrens)).toBeLessThan(1e-9);
        gelijk(trechtergrenzenMultiplicatief(E, 0.3).bovengrens, zonder.bovengrens);
      }),
    );
  });

  // @eis B1.3
  test('wet: de rand die beslist ligt nergens binnen die van het toeval', () => {
    fc.assert(
      fc.property(verwacht, fc.double({ min: 0, max: 1, noNaN: true }), (E, tau2) => {
        const [toeval, rand] = [trechtergrenzen(E, 0.998), trechterrand(E, tau2, 0.998)];
        expect(rand.ondergrens).toBeLessThanOrEqual(toeval.ondergrens);
        expect(rand.bovengrens).toBeGreaterThanOrEqual(toeval.bovengrens);
      }),
    );
  });
});

describe('spreiding', () => {
  // @eis B1.3
  test('wet: wie precies op zijn verwachting zit, geeft geen spreiding', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 9 }), lijst => {
        const uit = meetSpreiding(lijst.map(n => ({ telling: n, verwacht: n })));
        expect([uit.phi, uit.tau2]).toEqual([0, 0]);
      }),
    );
  });

  // @eis B1.3
  test('wet: de spreiding hangt niet van de volgorde af, en afkappen tot het midden maakt haar nooit groter dan het kwadraat van de grootste afwijking', () => {
    fc.assert(
      fc.property(punten, fc.double({ min: 0, max: 0.49, noNaN: true }), (lijst, deel) => {
        const [heen, terug] = [meetSpreiding(lijst, deel), meetSpreiding(lijst.toReversed(), deel)];
        expect(Math.abs(heen.phi - terug.phi)).toBeLessThanOrEqual(1e-9 * Math.max(1, heen.phi));
        expect(Math.abs(heen.tau2 - terug.tau2)).toBeLessThanOrEqual(1e-9);
        expect(heen.phi).toBeLessThanOrEqual(Math.max(...heen.afwijkingen.map(z => z * z)) * (1 + 1e-12));
        // tau2 above 0 exactly when phi exceeds what chance gives with one degree of freedom less.
        fc.pre(Math.abs(lijst.length * heen.phi - (lijst.length - 1)) > 1e-9);
        expect(heen.tau2 > 0).toBe(lijst.length * heen.phi > lijst.length - 1);
      }),
    );
  });
});

describe('oordeel in de trechter', () => {
  // @eis B1.3
  test('wet: erboven en eronder vallen samen met de rand, en binnen wordt alleen gezegd waar een verdubbeling zou opvallen', () => {
    fc.assert(
      fc.property(punten, lijst => {
        const uit = oordeelTrechter(lijst);
        lijst.forEach((p, i) => {
          const plek = uit.plekken[i] as (typeof uit.plekken)[number];
          expect(plek.oordeel === 'erboven').toBe(p.telling > plek.bovengrens * p.verwacht);
          expect(plek.oordeel === 'eronder').toBe(p.telling < plek.ondergrens * p.verwacht);
          if (plek.oordeel === 'binnen') expect(plek.vermogen).toBeGreaterThanOrEqual(0.8);
          if (plek.oordeel === 'niet_te_zeggen') expect(plek.vermogen).toBeLessThan(0.8);
        });
        gelijk(uit.kansOpValsAlarm, 1 - 0.998 ** lijst.length);
        expect(uit.verbreed).toBe(uit.spreiding.tau2 > 0);
      }),
    );
  });

  // @eis B1.3
  test('acht gelijke gebieden en een met drie keer zo veel: alleen dat ene ligt erboven', () => {
    const stil = [98, 103, 95, 101, 107, 99, 92, 104].map(n => ({ telling: n, verwacht: 100 }));
    const uit = oordeelTrechter([...stil, { telling: 300, verwacht: 100 }]);
    expect(uit.plekken.map(p => p.oordeel)).toEqual([...stil.map(() => 'binnen'), 'erboven']);
  });

  // @eis B1.3
  test('over een gebied waar 8 werd verwacht en 9 geteld, is niets te zeggen', () => {
    const punten = [98, 103, 95, 101].map(n => ({ telling: n, verwacht: 100 }));
    const uit = oordeelTrechter([...punten, { telling: 9, verwacht: 8 }]);
    expect(uit.plekken.at(-1)?.oordeel).toBe('niet_te_zeggen');
    // P(X > 18) at a mean of 16, against the limit of 18.6 at 8: R ppois(18, 16, lower.tail = FALSE) = 0.2577.
    expect(uit.plekken.at(-1)?.vermogen).toBeCloseTo(0.2577, 4);
  });

  // @eis B1.3
  test('een telling van 1 tot en met 4 wordt geweigerd: haar plek zou haar verraden; minder dan vijf gebieden ook', () => {
    const stil = [98, 103, 95, 101].map(n => ({ telling: n, verwacht: 100 }));
    for (const n of [1, 2, 3, 4])
      expect(() => oordeelTrechter([...stil, { telling: n, verwacht: 3 }])).toThrow(/punten\[4\]\.telling/);
    expect(() => oordeelTrechter([...stil, { telling: 0, verwacht: 3 }])).not.toThrow();
    expect(() => oordeelTrechter(stil)).toThrow(/punten must hold at least 5/);
    const zonderBron = { ...GEBRUIKELIJKE_TRECHTERREGEL, bron: ' ' };
    expect(() => oordeelTrechter([...stil, ...stil], zonderBron)).toThrow(/regel\.bron/);
  });
});

/** Chance that a Poisson count, printed as the nearest multiple of five, lies outside the limits; by adding. */
function kansBuitenGerond(E: number, meetfout: number): number {
  const rand = trechterrand(E, 0, 0.95, meetfout);
  let [kans, buiten] = [Math.exp(-E), 0];
  for (let x = 0; x < 400; x++) {
    const gedrukt = Math.round(x / 5) * 5;
    if (gedrukt > rand.bovengrens * E || gedrukt < rand.ondergrens * E) buiten += kans;
    kans = (kans * E) / (x + 1);
  }
  return buiten;
}

// @eis B4.2 B4.3
describe('afgeronde tellingen in de trechter', () => {
  test('met de variantie van het afronden valt hoogstens de belofte erbuiten, zonder meer', () => {
    const verwachtingen = Array.from({ length: 81 }, (_, i) => 8 + i / 10);
    const gemiddeld = (meetfout: number) =>
      verwachtingen.reduce((s, E) => s + kansBuitenGerond(E, meetfout), 0) / verwachtingen.length;
    expect(gemiddeld(2)).toBeLessThanOrEqual(0.05);
    expect(gemiddeld(0)).toBeGreaterThan(gemiddeld(2) * 1.2);
  });

  test('de grenzen zijn die van Spiegelhalter met 2 / (4 E²) erbij, en zonder afronden de exacte', () => {
    for (const E of [8, 20, 150]) {
      expect(trechterrand(E, 0, 0.998, 0)).toEqual(trechtergrenzen(E, 0.998));
      const ruim = 3.090232306167813 * Math.sqrt(1 / (4 * E) + 2 / (4 * E * E));
      expect(trechterrand(E, 0, 0.998, 2).ondergrens).toBeLessThanOrEqual(Math.max(0, 1 - ruim) ** 2 + 1e-9);
      expect(trechterrand(E, 0, 0.998, 2).bovengrens).toBeGreaterThanOrEqual((1 + ruim) ** 2 - 1e-9);
    }
  });

  test('wat afronden aan spreiding geeft heet geen verschil tussen gebieden', () => {
    // Each lies at one standard deviation of chance and rounding together: root of 25 + 2.
    const ver = Math.sqrt(27);
    const lijst = [25 + ver, 25 - ver, 25 + ver, 25 - ver, 25 + ver, 25 - ver].map(n => ({
      telling: Math.round(n),
      verwacht: 25,
    }));
    const zonder = meetSpreiding(lijst, 0);
    const met = meetSpreiding(
      lijst.map(p => ({ ...p, meetfout: 2 })),
      0,
    );
    expect(met.phi).toBeCloseTo(zonder.phi / 1.08, 10);
    expect(met.tau2).toBeLessThan(zonder.tau2);
  });
});

describe('krimp', () => {
  // @eis B1.3
  test('wet: een gekrompen tempo ligt tussen het eigen tempo en het gemiddelde', () => {
    fc.assert(
      fc.property(gebieden, lijst => {
        const uit = krimpMarshall(lijst);
        lijst.forEach((g, i) => {
          const eigen = g.telling / g.blootstelling;
          const tempo = uit.tempos[i] as number;
          const ruimte = 1e-12 * (eigen + uit.gemiddelde);
          expect(tempo).toBeGreaterThanOrEqual(Math.min(eigen, uit.gemiddelde) - ruimte);
          expect(tempo).toBeLessThanOrEqual(Math.max(eigen, uit.gemiddelde) + ruimte);
        });
      }),
    );
  });

  // @eis B1.3
  test('wet: hoe kleiner een gebied, hoe meer het naar het gemiddelde wordt getrokken', () => {
    fc.assert(
      fc.property(gebieden, lijst => {
        const { gewichten } = krimpMarshall(lijst);
        lijst.forEach((a, i) => {
          lijst.forEach((b, j) => {
            if (a.blootstelling <= b.blootstelling)
              expect(gewichten[i] as number).toBeLessThanOrEqual((gewichten[j] as number) + 1e-15);
          });
        });
      }),
    );
  });

  // @eis B1.3
  test('waar niets werd geteld of één gebied is, bestaat geen gemiddelde om naar toe te trekken', () => {
    expect(() => krimpMarshall([{ telling: 3, blootstelling: 10 }])).toThrow(/gebieden must hold at least 2/);
    const leeg = { telling: 0, blootstelling: 10 };
    expect(() => krimpMarshall([leeg, leeg])).toThrow(/gebieden must not all count 0/);
  });
});

describe('standaardisatie', () => {
  const groep = fc.record({
    telling: fc.integer({ min: 0, max: 60 }),
    blootstelling: fc.integer({ min: 200, max: 9000 }),
    standaard: fc.integer({ min: 1, max: 9000 }),
  });
  const groepen = fc.array(groep, { minLength: 1, maxLength: 8 });

  // @eis B1.3
  test('wet: is de standaard de eigen bevolking, dan is het tempo het ruwe tempo', () => {
    fc.assert(
      fc.property(groepen, lijst => {
        const eigen = lijst.map(g => ({ ...g, standaard: g.blootstelling }));
        const ruw = eigen.reduce((s, g) => s + g.telling, 0) / eigen.reduce((s, g) => s + g.blootstelling, 0);
        const uit = directGestandaardiseerd(eigen);
        expect(Math.abs(uit.tempo - ruw)).toBeLessThanOrEqual(1e-12 * ruw);
        const ref = eigen.map(g => ({ ...g, referentietempo: 0.01 }));
        gelijk(indirectGestandaardiseerd(ref, 0.01).tempo + 1, ruw + 1);
      }),
    );
  });

  // @eis B1.3
  test('wet: het tempo ligt tussen zijn grenzen, en een andere eenheid van de standaard verandert niets', () => {
    fc.assert(
      fc.property(groepen, fc.integer({ min: 2, max: 50 }), (lijst, factor) => {
        const uit = directGestandaardiseerd(lijst);
        expect(uit.ondergrens).toBeLessThanOrEqual(uit.tempo);
        expect(uit.bovengrens).toBeGreaterThan(uit.tempo);
        const anders = directGestandaardiseerd(lijst.map(g => ({ ...g, standaard: g.standaard * factor })));
        gelijk(anders.tempo + 1, uit.tempo + 1);
        gelijk(anders.bovengrens, uit.bovengrens);
      }),
    );
  });

  // @eis B1.3
  test('een groep zonder mensen, en een referentie die niets verwacht, worden geweigerd', () => {
    const leeg = { telling: 0, blootstelling: 0, standaard: 5 };
    expect(() => directGestandaardiseerd([leeg])).toThrow(/groepen\[0\]\.blootstelling/);
    const niets = { telling: 0, blootstelling: 9, referentietempo: 0 };
    expect(() => indirectGestandaardiseerd([niets], 0.1)).toThrow(/groepen must together expect more than 0/);
  });
});
