import { describe, expect, test } from 'vitest';
import { waardeOf } from '../resultaat/index.ts';
import { bepaalTermijn, type Opschorting, stapTekst, type Termijnregel } from './index.ts';

const dag = (iso: string) => Temporal.PlainDate.from(iso);

const regel = (deel: Partial<Termijnregel>): Termijnregel => ({
  code: 'proef',
  naam: 'Proeftermijn',
  wet: 'Proefwet',
  artikel: '1',
  geldigVanaf: dag('2000-01-01'),
  geldigTot: null,
  lengte: 6,
  eenheid: 'week',
  eersteDagTelt: false,
  verschuiving: 'algemene_termijnenwet',
  bron: 'test',
  bevestigd: true,
  ...deel,
});

const eind = (deel: Partial<Termijnregel>, start: string, opschortingen: readonly Opschorting[] = []) =>
  waardeOf(bepaalTermijn([regel(deel)], 'proef', dag(start), opschortingen)).einddatum.toString();
const codes = (deel: Partial<Termijnregel>, start: string) =>
  waardeOf(bepaalTermijn([regel(deel)], 'proef', dag(start))).stappen.map(stap => stap.code);

// @eis A2.1
describe('termijn in kalendertijd', () => {
  test('zes weken bezwaar na een besluit van 16 oktober 2017 eindigen op 27 november 2017', () => {
    // Awb art. 6:7 and 6:8; ECLI:NL:RVS:2019:2356: decision of 16 October 2017, objections of 27 November in time.
    expect(eind({ lengte: 6, eenheid: 'week' }, '2017-10-16')).toBe('2017-11-27');
  });

  test('een huisverbod van tien dagen telt de eerste dag mee en schuift niet op voor het weekeinde', () => {
    // Wet tijdelijk huisverbod art. 2 lid 1 and 13. Imposed on Friday 6 November 2026, the tenth day is Sunday 15.
    const huisverbod = { lengte: 10, eenheid: 'dag', eersteDagTelt: true, verschuiving: 'geen' } as const;
    expect(eind(huisverbod, '2026-11-06')).toBe('2026-11-15');
    expect(codes(huisverbod, '2026-11-06')).toEqual([
      'regel',
      'eerste_dag',
      'geen_verschuiving',
      'laatste_dag',
    ]);
  });

  test.each([
    ['2026-01-31', 1, false, '2026-02-28'],
    ['2024-01-31', 1, false, '2024-02-29'],
    ['2026-03-15', 2, false, '2026-05-15'],
    ['2026-03-01', 1, true, '2026-03-31'],
    ['2026-01-31', 1, true, '2026-02-28'],
    ['2026-03-15', 2, true, '2026-05-14'],
  ])(
    'vanaf %s loopt een termijn van %i maand(en), eerste dag telt: %s, tot en met %s',
    (start, lengte, telt, verwacht) => {
      expect(eind({ lengte, eenheid: 'maand', eersteDagTelt: telt, verschuiving: 'geen' }, start)).toBe(
        verwacht,
      );
    },
  );

  test('vijf jaar na een schrikkeldag eindigt op 28 februari', () => {
    expect(eind({ lengte: 5, eenheid: 'jaar', verschuiving: 'geen' }, '2024-02-29')).toBe('2029-02-28');
  });
});

// @eis A2.1
describe('Algemene termijnenwet', () => {
  test('drie dagen vanaf donderdag eindigen op zaterdag en lopen door tot en met maandag', () => {
    // Worked example of vdv-vh.nl/atw: three days that begin on Thursday would end on Saturday, so Monday; and
    // Tuesday if that Monday is Easter Monday. Thursday 5 November 2026 is the first day.
    const drieDagen = { lengte: 3, eenheid: 'dag', eersteDagTelt: true } as const;
    expect(eind(drieDagen, '2026-11-05')).toBe('2026-11-09');
  });

  test('valt die maandag op tweede paasdag, dan is het dinsdag, met twee werkdagen in de termijn', () => {
    // Thursday 2 April 2026, Good Friday 3, Easter Monday 6: Thursday and Tuesday are the two working days.
    const drieDagen = { lengte: 3, eenheid: 'dag', eersteDagTelt: true } as const;
    expect(eind(drieDagen, '2026-04-02')).toBe('2026-04-07');
    expect(codes(drieDagen, '2026-04-02')).not.toContain('verlengd_artikel_2');
  });

  test('telt de donderdag niet mee, dan volgt op artikel 1 ook artikel 2', () => {
    // From Good Friday 2026: Friday, Saturday, Sunday are free; article 1 gives Tuesday 7, article 2 Wednesday 8.
    const drieDagen = { lengte: 3, eenheid: 'dag' } as const;
    expect(eind(drieDagen, '2026-04-02')).toBe('2026-04-08');
    expect(codes(drieDagen, '2026-04-02')).toEqual([
      'regel',
      'eerste_dag',
      'verlengd_artikel_1',
      'verlengd_artikel_2',
      'laatste_dag',
    ]);
  });

  test('een opgeschorte werkdag is voor artikel 2 geen werkdag in de termijn', () => {
    // First day Thursday 2 April 2026, suspended on that day; three days then end on Easter Sunday, article 1 gives
    // Tuesday 7, the only working day left in the term, so article 2 adds Wednesday 8.
    const stil = { van: dag('2026-04-02'), totEnMet: dag('2026-04-02'), grond: 'proef' };
    expect(eind({ lengte: 3, eenheid: 'dag' }, '2026-04-01', [stil])).toBe('2026-04-08');
  });

  test('artikel 2 geldt niet voor een termijn van twee dagen', () => {
    expect(eind({ lengte: 2, eenheid: 'dag' }, '2026-04-02')).toBe('2026-04-07');
  });

  test('een termijn van drie dagen vanaf 19 december 2017 eindigt op 22 december, een dag later pas op de 27e', () => {
    // Published example, staatsrechtpraktijk.nl, "Nieuwjaarsdag en Kerstmis in het staatsrecht" (the BW 7:2 term).
    expect(eind({ lengte: 3, eenheid: 'dag' }, '2017-12-19')).toBe('2017-12-22');
    expect(eind({ lengte: 3, eenheid: 'dag' }, '2017-12-20')).toBe('2017-12-27');
  });

  test('een termijn die op de gelijkgestelde vrijdag na Hemelvaart 2026 eindigt, loopt door tot maandag', () => {
    expect(eind({ lengte: 2, eenheid: 'week' }, '2026-05-01')).toBe('2026-05-18');
  });

  test.each([
    [{ lengte: 90, eenheid: 'dag' }, true],
    [{ lengte: 91, eenheid: 'dag' }, false],
    [{ lengte: 12, eenheid: 'week' }, true],
    [{ lengte: 13, eenheid: 'week' }, false],
    [{ lengte: 3, eenheid: 'maand' }, true],
    [{ lengte: 4, eenheid: 'maand' }, false],
    [{ lengte: 1, eenheid: 'jaar' }, false],
  ] as const)('artikel 4: %o wordt verlengd: %s', (deel, wel) => {
    expect(codes(deel, '2026-06-01').includes('uitgezonderd_artikel_4')).toBe(!wel);
    // A start for which the counted end is a Saturday, so that the extension shows.
    const start = [0, 1, 2, 3, 4, 5, 6]
      .map(n => dag('2026-06-01').add({ days: n }))
      .find(d => eindZonder(deel, d).dayOfWeek === 6);
    expect(dag(eind(deel, String(start))).dayOfWeek).toBe(wel ? 1 : 6);
  });

  test('door artikel 4 kan een termijn van 91 dagen eerder eindigen dan een van 90', () => {
    // From Sunday 31 May 2026: day 90 is Saturday 29 August, extended to Monday 31; day 91 is Sunday 30, as it is.
    expect(eind({ lengte: 90, eenheid: 'dag' }, '2026-05-31')).toBe('2026-08-31');
    expect(eind({ lengte: 91, eenheid: 'dag' }, '2026-05-31')).toBe('2026-08-30');
  });
});

function eindZonder(deel: Partial<Termijnregel>, start: Temporal.PlainDate): Temporal.PlainDate {
  return dag(eind({ ...deel, verschuiving: 'geen' }, start.toString()));
}

// @eis A2.1
describe('termijn in werkdagen', () => {
  test('vijf werkdagen na woensdag 13 mei 2026 eindigen na Hemelvaart, de vrije vrijdag en het weekeinde', () => {
    const uitkomst = waardeOf(
      bepaalTermijn([regel({ lengte: 5, eenheid: 'werkdag' })], 'proef', dag('2026-05-13')),
    );
    expect(uitkomst.einddatum.toString()).toBe('2026-05-22');
    expect(uitkomst.voorbehoud).toBe(false);
    expect(uitkomst.stappen.map(stapTekst)).toEqual([
      'Proeftermijn: 5 werkdagen (Proefwet, artikel 1).',
      'De eerste dag die telt, is donderdag 14 mei 2026: de dag na het begin.',
      'Niet geteld: donderdag 14 mei 2026 (Hemelvaartsdag), vrijdag 15 mei 2026 (een dag die met een feestdag is gelijkgesteld), zaterdag 16 mei 2026 (een zaterdag), zondag 17 mei 2026 (een zondag).',
      'De laatste dag is vrijdag 22 mei 2026.',
    ]);
  });

  test('in een jaar zonder bekend besluit draagt de datum een voorbehoud', () => {
    const uitkomst = waardeOf(
      bepaalTermijn([regel({ lengte: 5, eenheid: 'werkdag' })], 'proef', dag('2030-03-04')),
    );
    expect(uitkomst.voorbehoud).toBe(true);
    expect(uitkomst.stappen.at(-1)).toEqual({ code: 'gelijkstelling_onzeker', jaar: 2030 });
  });

  test('een werkdag in een opschorting telt niet', () => {
    const wacht = { van: dag('2026-11-04'), totEnMet: dag('2026-11-05'), grond: 'proef' };
    expect(eind({ lengte: 3, eenheid: 'werkdag' }, '2026-11-02')).toBe('2026-11-05');
    expect(eind({ lengte: 3, eenheid: 'werkdag' }, '2026-11-02', [wacht])).toBe('2026-11-09');
  });
});
