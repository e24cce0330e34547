import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bijdragers,
  GEWONE_REGEL,
  isBeschermd,
  onthultGroep,
  openheid,
  primairBij,
  primaireReden,
  teBeschermenBij,
} from './index.ts';

const gezinnen = (huishoudens: number, grootste: number): Bijdragers => ({
  huishoudens,
  grootste,
  personen: null,
  tweede: null,
});
const regel = (anders: Partial<typeof GEWONE_REGEL>) => ({ ...GEWONE_REGEL, ...anders });

// @eis B2.3
describe('waarom een getal niet mag worden verteld', () => {
  test('de gewone regel: drempel vijf, de helft van één huishouden, één die zichzelf kent, nullen mogen', () => {
    expect(GEWONE_REGEL).toEqual({ drempel: 5, overheersing: 0.5, ingewijden: 1, nulGevoelig: false });
  });

  test.each<[string, number, Partial<typeof GEWONE_REGEL>, Bijdragers | null, string | null]>([
    ['nul', 0, {}, null, null],
    ['nul bij een groep', 0, { nulGevoelig: true }, null, 'nul'],
    ['één', 1, {}, null, 'drempel'],
    ['vier', 4, {}, null, 'drempel'],
    ['vijf', 5, {}, null, null],
    ['vijf, van wie niemand bekend is', 5, { ingewijden: 1 }, null, null],
    ['vijf gezinnen, van wie één zichzelf kent', 9, {}, gezinnen(5, 2), 'ingewijde'],
    ['zes gezinnen, van wie één zichzelf kent', 9, {}, gezinnen(6, 2), null],
    ['vijf gezinnen, van wie niemand zichzelf kent', 9, { ingewijden: 0 }, gezinnen(5, 2), null],
    ['zes meldingen over één gezin', 6, {}, gezinnen(1, 6), 'drempel'],
    ['twaalf over zes gezinnen, waarvan zes over één', 12, {}, gezinnen(6, 6), 'overheersing'],
    ['twaalf over zes gezinnen, waarvan vijf over één', 12, {}, gezinnen(6, 5), null],
    ['hetzelfde, en vier over het volgende', 12, {}, { ...gezinnen(6, 5), tweede: 4 }, 'ingewijde'],
    ['alles over één zonder regel daarover', 12, { overheersing: null }, gezinnen(6, 12), null],
  ])('%s', (_, waarde, anders, wie, reden) => {
    expect(primaireReden(waarde, regel(anders), wie)).toBe(reden);
  });

  test('wet: wie er meer mensen achter heeft, mag nooit minder vertellen', () => {
    const n = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(n, n, fc.constantFrom(0 as const, 1 as const), (a, b, ingewijden) => {
        const mag = (w: number) => primaireReden(w, regel({ ingewijden }), null) === null;
        expect(mag(Math.min(a, b)) && !mag(Math.max(a, b))).toBe(false);
      }),
    );
  });
});

// @eis B2.3
describe('een rij die zegt wat haar mensen hebben', () => {
  test.each<[string, number[], boolean]>([
    ['niemand', [0, 0, 0], false],
    ['één vakje is geen verdeling', [7], false],
    ['niets', [], false],
    ['negen van de tien in één vakje', [9, 1, 0, 0], true],
    ['negentig van de honderd, over drie', [90, 6, 4], true],
    ['negenentachtig van de honderd, over drie', [89, 7, 4], false],
    ['allen in één van twee', [8, 0], true],
    ['verdeeld over twee van twee', [4, 4], false],
    ['verdeeld over twee van drie', [4, 4, 0], true],
    ['verdeeld over drie van vier', [4, 4, 4, 0], false],
  ])('%s', (_, rij, onthult) => {
    expect(onthultGroep(rij)).toBe(onthult);
  });
});

// @eis B2.4
describe('hoe ver een klein getal open moet blijven', () => {
  test.each([
    [0, 5, 5, 0],
    [1, 5, 4, 1],
    [3, 5, 2, 3],
    [4, 5, 1, 4],
    [5, 5, 0, 5],
    [9, 5, 0, 5],
  ])('%i bij drempel %i: %i omhoog en %i omlaag', (waarde, drempel, op, neer) => {
    expect(openheid(waarde, drempel)).toEqual({ op, neer });
  });

  test('wet: wie zo veel openhoudt, is beschermd, en met één minder aan een kant niet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 2, max: 15 }), (waarde, drempel) => {
        const { op, neer } = openheid(waarde, drempel);
        expect(isBeschermd({ onder: waarde - neer, boven: waarde + op }, drempel)).toBe(true);
        if (op > 0)
          expect(isBeschermd({ onder: waarde - neer, boven: waarde + op - 1 }, drempel)).toBe(false);
        if (neer > 0)
          expect(isBeschermd({ onder: waarde - neer + 1, boven: waarde + op }, drempel)).toBe(false);
      }),
    );
  });

  test('alleen van één tot de drempel is een getal klein, en elk houdt zijn eigen ruimte', () => {
    const tellingen = [0, 1, 4, 5, 6].map(waarde => ({ naam: `n${waarde}`, waarde }));
    const t = { tellingen, optellingen: [] };
    expect([...primairBij(t, 5)]).toEqual([
      ['n1', { op: 4, neer: 1 }],
      ['n4', { op: 1, neer: 4 }],
    ]);
    expect([...teBeschermenBij(t, 5)]).toEqual([
      ['n1', 5],
      ['n4', 5],
    ]);
  });

  test('een bereik beschermt pas als het de drempel haalt en zo breed is', () => {
    expect(isBeschermd({ onder: 0, boven: 5 }, 5)).toBe(true);
    expect(isBeschermd({ onder: 1, boven: 5 }, 5)).toBe(false);
    expect(isBeschermd({ onder: -3, boven: 4 }, 5)).toBe(false);
    expect(isBeschermd({ onder: 3, boven: Infinity }, 5)).toBe(true);
  });
});
