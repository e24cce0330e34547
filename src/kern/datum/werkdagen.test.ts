import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '../resultaat/index.ts';
import {
  aantalWerkdagen,
  eersteWerkdagVanaf,
  maakDagoordeel,
  telWerkdagenOp,
  volgendeWerkdag,
} from './index.ts';

const dag = (iso: string) => Temporal.PlainDate.from(iso);
const dagen = fc
  .integer({ min: 0, max: 36_000 })
  .map(aantal => Temporal.PlainDate.from('2000-06-01').add({ days: aantal }));

// @eis A2.1
describe('werkdagen', () => {
  test('na donderdag voor Pasen 2026 is dinsdag na Pasen de eerstvolgende werkdag', () => {
    const uitkomst = waardeOf(volgendeWerkdag(dag('2026-04-02')));
    expect(uitkomst.dag.toString()).toBe('2026-04-07');
    expect(uitkomst.overgeslagen.map(({ vrijOm }) => vrijOm)).toEqual([
      'goede_vrijdag',
      'zaterdag',
      'zondag',
      'tweede_paasdag',
    ]);
  });

  test('een werkdag is zelf de eerste werkdag vanaf die dag', () => {
    expect(waardeOf(eersteWerkdagVanaf(dag('2026-11-03'))).dag.toString()).toBe('2026-11-03');
    expect(waardeOf(volgendeWerkdag(dag('2026-11-03'))).dag.toString()).toBe('2026-11-04');
  });

  test('vijf werkdagen na een melding op woensdag voor Hemelvaart 2026 eindigen op vrijdag 22 mei', () => {
    // Ascension Day 14 May and the equated Friday 15 May do not count, nor does the weekend; counted by hand:
    // 18, 19, 20, 21, 22 May.
    expect(waardeOf(telWerkdagenOp(dag('2026-05-13'), 5)).dag.toString()).toBe('2026-05-22');
  });

  test('2026 heeft 251 werkdagen', () => {
    // 261 weekdays, less the ten holidays on a weekday: 1-1, 2-1, 3-4, 6-4, 27-4, 5-5, 14-5, 15-5, 25-5 and 25-12;
    // Boxing Day is a Saturday.
    expect(waardeOf(aantalWerkdagen(dag('2026-01-01'), dag('2026-12-31'))).aantal).toBe(251);
  });

  test('een antwoord dat van een onbekend besluit afhangt, noemt het jaar', () => {
    expect(waardeOf(volgendeWerkdag(dag('2029-05-10'))).jarenMetVoorbehoud).toEqual([2029]);
    expect(waardeOf(volgendeWerkdag(dag('2028-05-10'))).jarenMetVoorbehoud).toEqual([]);
  });

  test('alleen een antwoord dat op een besluit rust, draagt het voorbehoud', () => {
    const vermoed = {
      besluit: 'vermoed',
      jaren: [2029],
      dagen: ['2029-05-11'],
      bron: 'geen',
      bevestigd: false,
    };
    const beoordeel = maakDagoordeel([vermoed]);
    const over = (iso: string) => {
      const { vrijOm, voorbehoud } = waardeOf(beoordeel(dag(iso)));
      return [vrijOm, voorbehoud];
    };
    // Easter 2029 is 1 April, so Ascension Day is Thursday 10 May.
    expect(over('2029-05-10')).toEqual(['hemelvaartsdag', false]);
    expect(over('2029-05-11')).toEqual(['gelijkgestelde_dag', true]);
    expect(over('2029-05-12')).toEqual(['zaterdag', false]);
    expect(over('2029-05-14')).toEqual([null, true]);
  });

  test('buiten de bekende jaren wordt geweigerd, ook als de telling er pas onderweg komt', () => {
    expect(telWerkdagenOp(dag('2099-12-30'), 5)).toMatchObject({
      ok: false,
      weigering: { code: 'jaar_onbekend', gegevens: { jaar: 2100 } },
    });
    expect(() => telWerkdagenOp(dag('2026-01-01'), 0)).toThrow(RangeError);
  });

  test('een eind voor het begin telt nul werkdagen', () => {
    expect(waardeOf(aantalWerkdagen(dag('2026-01-09'), dag('2026-01-05'))).aantal).toBe(0);
  });

  test('wet: wie n werkdagen optelt, vindt er tussen begin en eind n terug', () => {
    fc.assert(
      fc.property(dagen, fc.integer({ min: 1, max: 60 }), (begin, aantal) => {
        const eind = waardeOf(telWerkdagenOp(begin, aantal)).dag;
        expect(waardeOf(aantalWerkdagen(begin.add({ days: 1 }), eind)).aantal).toBe(aantal);
        expect(waardeOf(aantalWerkdagen(eind, eind)).aantal).toBe(1);
      }),
    );
  });

  test('wet: meer werkdagen eindigen later, en een latere start nooit eerder', () => {
    fc.assert(
      fc.property(dagen, fc.integer({ min: 1, max: 40 }), (begin, aantal) => {
        const eind = waardeOf(telWerkdagenOp(begin, aantal)).dag;
        const langer = waardeOf(telWerkdagenOp(begin, aantal + 1)).dag;
        const later = waardeOf(telWerkdagenOp(begin.add({ days: 1 }), aantal)).dag;
        expect(Temporal.PlainDate.compare(langer, eind)).toBe(1);
        expect(Temporal.PlainDate.compare(later, eind)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
