import { describe, expect, test } from 'vitest';
import { waardeOf } from '../resultaat/index.ts';
import {
  bepaalTermijn,
  bepaalUrentermijn,
  kiesRegel,
  type Opschorting,
  stapTekst,
  type Termijnregel,
} from './index.ts';

const dag = (iso: string) => Temporal.PlainDate.from(iso);
const oud: Termijnregel = {
  code: 'beslissen',
  naam: 'Beslissen',
  wet: 'Proefwet',
  artikel: '3',
  geldigVanaf: dag('2015-01-01'),
  geldigTot: dag('2026-01-01'),
  lengte: 8,
  eenheid: 'week',
  eersteDagTelt: false,
  verschuiving: 'geen',
  bron: 'test',
  bevestigd: true,
};
const nieuw: Termijnregel = {
  ...oud,
  geldigVanaf: dag('2026-01-01'),
  geldigTot: null,
  lengte: 6,
  bevestigd: false,
};
const uren: Termijnregel = {
  ...oud,
  code: 'bereikbaar',
  naam: 'Bereikbaar',
  geldigTot: null,
  lengte: 24,
  eenheid: 'uur',
};

// @eis A2.1
describe('regel kiezen', () => {
  test('de regel die gold toen de termijn begon, blijft gelden', () => {
    expect(waardeOf(kiesRegel([oud, nieuw], 'beslissen', dag('2025-12-31'))).lengte).toBe(8);
    expect(waardeOf(kiesRegel([oud, nieuw], 'beslissen', dag('2026-01-01'))).lengte).toBe(6);
    expect(waardeOf(bepaalTermijn([oud, nieuw], 'beslissen', dag('2025-12-31'))).einddatum.toString()).toBe(
      '2026-02-25',
    );
  });

  test('zonder geldige regel, met twee regels of met een onzinnige lengte wordt geweigerd', () => {
    const poging = (regels: Termijnregel[], start: string) => kiesRegel(regels, 'beslissen', dag(start));
    expect(poging([oud, nieuw], '2014-12-31')).toMatchObject({ weigering: { code: 'geen_termijnregel' } });
    expect(poging([uren], '2026-01-01')).toMatchObject({ weigering: { code: 'geen_termijnregel' } });
    expect(poging([oud, oud], '2020-01-01')).toMatchObject({ weigering: { code: 'meer_termijnregels' } });
    for (const lengte of [0, -1, 1.5]) {
      expect(poging([{ ...oud, lengte }], '2020-01-01')).toMatchObject({
        weigering: { code: 'termijnlengte_ongeldig' },
      });
    }
  });

  test('een regel die niet is bevestigd, geeft een voorbehoud en noemt de bron', () => {
    const uitkomst = waardeOf(bepaalTermijn([nieuw], 'beslissen', dag('2026-03-02')));
    expect(uitkomst.voorbehoud).toBe(true);
    expect(uitkomst.stappen[1]).toEqual({ code: 'regel_niet_bevestigd', bron: 'test' });
  });

  test('buiten de bekende jaren weigert een termijn die feestdagen nodig heeft', () => {
    const regel = { ...nieuw, verschuiving: 'algemene_termijnenwet' } as const;
    expect(bepaalTermijn([regel], 'beslissen', dag('2099-12-20'))).toMatchObject({
      weigering: { code: 'jaar_onbekend', gegevens: { jaar: 2100 } },
    });
  });
});

// @eis A2.1
describe('opschorting', () => {
  const poging = (...opschortingen: Opschorting[]) =>
    bepaalTermijn([oud], 'beslissen', dag('2020-06-01'), opschortingen);
  const eind = (...opschortingen: Opschorting[]) => waardeOf(poging(...opschortingen)).einddatum.toString();
  const van = (begin: string, totEnMet: string | null): Opschorting => ({
    van: dag(begin),
    totEnMet: totEnMet === null ? null : dag(totEnMet),
    grond: 'wachten op aanvulling',
  });

  test('acht weken na 1 juni 2020 is 27 juli 2020; elke opgeschorte dag komt erbij', () => {
    expect(eind()).toBe('2020-07-27');
    expect(eind(van('2020-06-10', '2020-06-19'))).toBe('2020-08-06');
  });

  test('dagen die twee opschortingen delen, tellen een keer', () => {
    expect(eind(van('2020-06-15', '2020-06-19'), van('2020-06-10', '2020-06-16'))).toBe('2020-08-06');
    expect(eind(van('2020-06-10', '2020-06-19'), van('2020-06-12', '2020-06-13'))).toBe('2020-08-06');
  });

  test('dagen voor het begin en na het einde tellen niet', () => {
    expect(eind(van('2020-05-01', '2020-06-02'))).toBe('2020-07-28');
    expect(eind(van('2020-07-28', '2020-08-10'))).toBe('2020-07-27');
    expect(eind(van('2020-05-01', '2020-05-10'))).toBe('2020-07-27');
  });

  test('een opschorting die op de laatste dag begint, telt nog mee', () => {
    expect(eind(van('2020-07-27', '2020-07-28'))).toBe('2020-07-29');
  });

  test('een opschorting die in de verlengde tijd begint, telt mee', () => {
    expect(eind(van('2020-06-10', '2020-06-19'), van('2020-08-01', '2020-08-02'))).toBe('2020-08-08');
  });

  test('zolang een opschorting loopt is er geen einddatum', () => {
    expect(poging(van('2020-07-01', null))).toMatchObject({
      weigering: { code: 'opschorting_loopt', gegevens: { van: '2020-07-01' } },
    });
    expect(poging(van('2020-07-27', null)).ok).toBe(false);
    expect(eind(van('2020-07-28', null))).toBe('2020-07-27');
  });

  test('een omgekeerde opschorting wordt geweigerd', () => {
    expect(poging(van('2020-06-19', '2020-06-10'))).toMatchObject({
      weigering: { code: 'opschorting_omgekeerd' },
    });
  });

  test('de opschorting staat met haar grond in de stappen', () => {
    expect(waardeOf(poging(van('2020-06-10', '2020-06-19'))).stappen.map(stapTekst)).toContain(
      'Opgeschort van woensdag 10 juni 2020 tot en met vrijdag 19 juni 2020: 10 dagen (wachten op aanvulling).',
    );
  });
});

// @eis A2.1
describe('termijn in uren', () => {
  test('24 uur lopen door de nacht waarin de klok teruggaat', () => {
    // Summer time ended on 25 October 2026 at 03.00: 14.05 on Saturday plus 24 hours is 13.05 on Sunday.
    const uitkomst = waardeOf(
      bepaalUrentermijn([uren], 'bereikbaar', Temporal.Instant.from('2026-10-24T12:05:00Z')),
    );
    expect(uitkomst.eindtijdstip.toString()).toBe('2026-10-25T12:05:00Z');
    expect(stapTekst(uitkomst.stappen.at(-1)!)).toBe(
      'De termijn loopt van 24 oktober 2026, 14.05 uur tot 25 oktober 2026, 13.05 uur; nachten en weekeinden tellen mee.',
    );
  });

  test('uren en dagen worden niet door elkaar gehaald', () => {
    expect(bepaalTermijn([uren], 'bereikbaar', dag('2026-10-24'))).toMatchObject({
      weigering: { code: 'eenheid_vraagt_tijdstip' },
    });
    expect(
      bepaalUrentermijn([oud], 'beslissen', Temporal.Instant.from('2020-10-24T12:05:00Z')),
    ).toMatchObject({
      weigering: { code: 'eenheid_vraagt_dag' },
    });
  });

  test('de regel van de Nederlandse dag geldt, ook als het in UTC nog gisteren is', () => {
    const morgen = { ...uren, geldigVanaf: dag('2026-01-01') };
    expect(bepaalUrentermijn([morgen], 'bereikbaar', Temporal.Instant.from('2025-12-31T23:30:00Z')).ok).toBe(
      true,
    );
    expect(bepaalUrentermijn([morgen], 'bereikbaar', Temporal.Instant.from('2025-12-31T22:30:00Z')).ok).toBe(
      false,
    );
  });
});
