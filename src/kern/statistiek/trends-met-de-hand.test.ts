import { describe, expect, test } from 'vitest';
import { verleden } from './farrington-verleden.ts';
import {
  fingertipsTrend,
  jaarhelling,
  nhsLoosAlarm,
  nhsSignalen,
  type Segmentmodel,
  segmentOntwerp,
} from './index.ts';

/** Five years with intervals this wide: 3.92 is a weight of one. */
const jaren = (waarden: number[], breedten = waarden.map(() => 3.92)) =>
  waarden.map((waarde, i) => ({
    waarde,
    ondergrens: waarde - (breedten[i] ?? 0) / 2,
    bovengrens: waarde + (breedten[i] ?? 0) / 2,
  }));

// @eis B1.4
describe('de trend van Fingertips, met de hand', () => {
  test('een wijder interval weegt minder: helling 12,5 / 27,5', () => {
    // Weights 1, 1, 1, 1, 1/4: sums 4.25, 7 (x), 1.25 (y), 18 (xx), 5 (xy).
    const uit = fingertipsTrend(jaren([0, 0, 0, 0, 5], [3.92, 3.92, 3.92, 3.92, 7.84]));
    expect(uit.helling).toBeCloseTo(12.5 / 27.5, 12);
    expect(uit.chiKwadraat).toBeCloseTo((12.5 / 27.5) ** 2 * (18 - 49 / 4.25), 12);
  });

  test('een helling hangt niet af van hoe hoog de getallen liggen', () => {
    const laag = fingertipsTrend(jaren([3, 1, 4, 1, 5]));
    const hoog = fingertipsTrend(jaren([1003, 1001, 1004, 1001, 1005]));
    expect(laag.helling).toBeCloseTo(0.4, 12);
    expect(hoog.helling).toBeCloseTo(laag.helling, 12);
    expect(hoog.chiKwadraat).toBeCloseTo(1.6, 10);
  });

  test('omhoog en omlaag pas boven 9,55, en dan alleen als geen enkel jaar het doet', () => {
    // Ten times the spread of x: a slope of s has chi-square 10 s^2, so that 1 is over the 99.8 % point and 0.9 is not.
    expect(fingertipsTrend(jaren([0, 1, 2, 3, 4]))).toMatchObject({ richting: 'omhoog', standvastig: true });
    expect(fingertipsTrend(jaren([4, 3, 2, 1, 0])).richting).toBe('omlaag');
    expect(fingertipsTrend(jaren([0, 0.9, 1.8, 2.7, 3.6]))).toMatchObject({
      richting: 'geen',
      standvastig: true,
    });
    expect(fingertipsTrend(jaren([0, 0, 0, 0, 0]))).toMatchObject({ richting: 'geen', helling: 0 });
    // Twenty at the end alone: far over the limit, and nothing is left of it without that year.
    const een = fingertipsTrend(jaren([0, 0, 0, 0, 20]));
    expect(een.chiKwadraat).toBeGreaterThan(een.drempel);
    expect([een.richting, een.standvastig]).toEqual(['geen', false]);
  });
});

// @eis B1.4
describe('welk verleden meetelt', () => {
  const regel = { perJaar: 12, jaren: 2, halfbreedte: 1, seizoenen: 1 };

  test('één seizoen: elk jaar de maand zelf en een ernaast, oudste eerst', () => {
    expect(verleden(40, regel)).toEqual([15, 16, 17, 27, 28, 29].map(plek => ({ plek, groep: 1 })));
  });

  test('drie seizoenen: de rest van het jaar in twee, de eerste een maand langer; het laatste venster niet', () => {
    const groepen = [3, 3, 3, 1, 1, 1, 1, 1, 2, 2, 2, 2];
    expect(verleden(40, { ...regel, jaren: 1, seizoenen: 3 })).toEqual(
      groepen.map((groep, i) => ({ plek: 27 + i, groep })),
    );
    expect(verleden(40, { ...regel, seizoenen: 3 }).map(p => p.groep)).toEqual([...groepen, ...groepen]);
  });
});

// @eis B1.4
describe('een jaarhelling', () => {
  test('verdubbelt het elk jaar, dan is de factor twee en is er niets over', () => {
    const uit = jaarhelling([5, 10, 20, 40]);
    expect(uit?.helling).toBeCloseTo(Math.log(2), 10);
    expect(uit?.deviantie).toBeCloseTo(0, 8);
    expect([uit?.pPassend, uit?.spreiding]).toEqual([expect.closeTo(1, 6), 1]);
  });
});

// @eis B1.4
describe('de regels van de NHS, met de hand', () => {
  test.each([
    [0, 0.055, 0.073],
    [12, 0.055, 0.073],
    [17, 0.055, 0.073],
    [18, 0.078, 0.135],
    [24, 0.095, 0.186],
    [59, 0.165, 0.391],
    [60, 0.196, 0.472],
    [480, 0.196, 0.472],
  ])(
    'bij %i punten slaat een van de grenzen vals aan met kans %d, een van de regels met %d',
    (n, grenzen, regels) => {
      expect(nhsLoosAlarm(n)).toEqual({ grenzen, regels });
    },
  );

  const grenzen = {
    midden: 10,
    ondergrens: 1,
    bovengrens: 19,
    onderNabij: 4,
    bovenNabij: 16,
    voorlopig: false,
  };
  const op = (...reeks: number[]) => nhsSignalen(reeks, grenzen).map(s => s.join(' '));

  test('buiten een grens, en erop niet', () => {
    expect(op(19, 20, 10, 1, 0)).toEqual(['', 'buiten_grens', '', '', 'buiten_grens']);
  });

  test('zeven aan één kant is een verschuiving, zes niet; op het midden is aan geen kant', () => {
    const zeven = [11, 13, 11, 13, 11, 13, 11];
    expect(op(9, ...zeven, 9)).toEqual(['', ...zeven.map(() => 'verschuiving'), '']);
    expect(op(9, ...zeven.slice(1), 9).join('')).toBe('');
    expect(op(...zeven.slice(1), 10, 11).join('')).toBe('');
    expect(op(10, 10, 10, 10, 10, 10, 10).join('')).toBe('');
    expect(op(...zeven.map(x => 20 - x))).toEqual(zeven.map(() => 'verschuiving'));
  });

  test('zeven die elk hoger zijn dan de vorige, zijn een trend; met een gelijke ertussen niet', () => {
    const omhoog = [7, 8, 9, 10, 11, 12, 13];
    expect(op(...omhoog)).toEqual(omhoog.map(() => 'trend'));
    expect(op(...omhoog.toReversed())).toEqual(omhoog.map(() => 'trend'));
    expect(op(7, 8, 9, 9, 10, 11, 12, 13).join('')).toBe('');
    expect(op(8, ...omhoog.slice(1)).join('')).toBe('');
  });

  test('twee van drie dicht bij dezelfde grens, aan dezelfde kant', () => {
    expect(op(17, 11, 17)).toEqual(['twee_van_drie', '', 'twee_van_drie']);
    expect(op(3, 3, 9)).toEqual(['twee_van_drie', 'twee_van_drie', '']);
    expect(op(17, 11, 16).join('')).toBe('');
    expect(op(17, 9, 17).join('')).toBe('');
    expect(op(17, 11, 11, 17).join('')).toBe('');
    expect(op(17, 3, 11).join('')).toBe('');
    // Outside the limit is another rule.
    expect(op(20, 11, 17)).toEqual(['buiten_grens', '', '']);
  });
});

// @eis B1.5
describe('een segmentmodel, met de hand', () => {
  const model = { ingreep: 100, vertraging: 0, vorm: 'niveau', seizoen: 'geen', perJaar: 12 } as const;
  const rij = (moment: number, anders: Partial<Segmentmodel>) =>
    segmentOntwerp([moment], { ...model, ...anders }).ontwerp[0]?.map(x => Math.round(x * 1e9) / 1e9 + 0);

  test('tijd in jaren vanaf het eerste moment waarop het te zien kan zijn, dan het verschil', () => {
    expect(rij(88, {})).toEqual([1, -1, 0]);
    expect(rij(100, {})).toEqual([1, 0, 1]);
    expect(rij(112, {})).toEqual([1, 1, 1]);
    expect(rij(112, { vorm: 'helling' })).toEqual([1, 1, 1]);
    expect(rij(118, { vorm: 'helling' })).toEqual([1, 1.5, 1.5]);
    expect(rij(88, { vorm: 'helling' })).toEqual([1, -1, 0]);
  });

  test('de overgang doet niet mee, en de tijd begint erna', () => {
    const uit = segmentOntwerp([99, 100, 102, 103, 109], { ...model, vertraging: 3 });
    expect(uit.mee).toEqual([0, 3, 4]);
    expect(uit.ontwerp.map(r => r.slice(1))).toEqual([
      [expect.closeTo(-1 / 3, 12), 0],
      [0, 1],
      [0.5, 1],
    ]);
  });

  test('elke maand voor zich, ook vóór het begin van de telling; één of twee golven per jaar', () => {
    const seizoen = (moment: number, s: Segmentmodel['seizoen'], perJaar: number) =>
      rij(moment, { seizoen: s, perJaar })?.slice(3);
    expect([0, 1, 2, 3, 4, -1].map(m => seizoen(m, 'maand', 4))).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 1],
    ]);
    expect(seizoen(3, 'een_golf', 12)).toEqual([1, 0]);
    expect(seizoen(-3, 'een_golf', 12)).toEqual([-1, 0]);
    expect(seizoen(3, 'twee_golven', 12)).toEqual([1, 0, 0, -1]);
    expect(seizoen(1, 'twee_golven', 8)).toEqual([
      expect.closeTo(Math.SQRT1_2, 8),
      expect.closeTo(Math.SQRT1_2, 8),
      1,
      0,
    ]);
    // Of the second wave of four quarters only the cosine is left.
    expect(seizoen(1, 'twee_golven', 4)).toEqual([1, 0, -1]);
  });
});
