import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import { bepaalKennisgeving, type Uitstel } from './kennisgeving.ts';

const dag = (iso: string) => Temporal.PlainDate.from(iso);
const uitstel = (tot: string, beslotenOp: string): Uitstel => ({
  tot: dag(tot),
  beslotenOp: dag(beslotenOp),
  reden: 'onderzoek',
});

// @eis C4.6
describe('kennisgeving', () => {
  test('vastgelegd op dinsdag 3 maart 2026: uiterlijk dinsdag 31 maart 2026', () => {
    const op = (vandaag: string) => waardeOf(bepaalKennisgeving(dag('2026-03-03'), [], dag(vandaag)));
    expect(op('2026-03-31')).toMatchObject({ teLaat: false });
    expect(op('2026-03-31').uiterlijk.toString()).toBe('2026-03-31');
    expect(op('2026-04-01').teLaat).toBe(true);
    expect(op('2026-03-31').uitstelTot.toString()).toBe('2026-04-14');
  });
  test('eindigt de vierde week op tweede paasdag, dan is de volgende werkdag de laatste', () => {
    // 6 April 2026 is Easter Monday.
    expect(waardeOf(bepaalKennisgeving(dag('2026-03-09'), [], dag('2026-03-09'))).uiterlijk.toString()).toBe(
      '2026-04-07',
    );
  });
  test('uitstel telt vanaf de dag waarop het bericht er moest zijn, telkens twee weken', () => {
    const twee = [uitstel('2026-04-14', '2026-03-30'), uitstel('2026-04-28', '2026-04-14')];
    expect(
      waardeOf(bepaalKennisgeving(dag('2026-03-03'), twee, dag('2026-04-20'))).uiterlijk.toString(),
    ).toBe('2026-04-28');
  });
  test.each([
    ['een dag te lang', uitstel('2026-04-15', '2026-03-30'), 'uitstel_te_lang'],
    ['niet verder', uitstel('2026-03-31', '2026-03-30'), 'uitstel_te_lang'],
    ['achteraf', uitstel('2026-04-10', '2026-04-01'), 'uitstel_te_laat'],
  ])('uitstel %s wordt geweigerd met uitleg', (_, u, code) => {
    expect(bepaalKennisgeving(dag('2026-03-03'), [u], dag('2026-04-01'))).toMatchObject({
      weigering: { code },
    });
  });
  test('meer uitstel eindigt nooit eerder', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 5 }),
        (n, stappen) => {
          const start = dag('2020-01-01').add({ days: n });
          let tot = waardeOf(bepaalKennisgeving(start, [], start)).uiterlijk;
          const reeks: Uitstel[] = [];
          for (const s of stappen) {
            const volgende = tot.add({ days: s });
            reeks.push({ tot: volgende, beslotenOp: tot, reden: 'onderzoek' });
            expect(waardeOf(bepaalKennisgeving(start, reeks, start)).uiterlijk.equals(volgende)).toBe(true);
            tot = volgende;
          }
        },
      ),
      { seed: 20261122 },
    );
  });
});
