import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POLITIEGRONDEN, TAKEN } from './codes.ts';
import {
  toetsVerstrekking,
  VERKREGEN,
  VERSTREKGRONDCODES,
  VERSTREKGRONDEN,
  type Verstrekoordeel,
  VOORWAARDEN,
  verstrekgrondenVoor,
} from './politieverstrekking.ts';

const TAAK = 'wpg_7_2_taak';
const VOORSCHRIFT = 'wpg_7_2_voorschrift';
const BESLUIT = 'wpg_20_2_besluit';
const alles = fc.record({
  grond: fc.constantFrom(...Object.keys(VERKREGEN), 'van_een_andere_tijd', ''),
  voorwaarde: fc.constantFrom(...VOORWAARDEN),
  verder: fc.constantFrom(...VERSTREKGRONDCODES),
  overlegd: fc.boolean(),
});

// @eis C1.4
describe('mag een politiegegeven verder', () => {
  test.each([
    ['Veilig Thuis voor zijn taak, zonder voorwaarde', 'bpg_4_2_veilig_thuis', 'geen', TAAK, false, 'mag'],
    ['de gemeente voor de Jeugdwet, zonder voorwaarde', 'bpg_4_2_jeugd', 'geen', TAAK, false, 'mag'],
    ['eerst overleg, en dat was er niet', 'bpg_4_2_jeugd', 'na_overleg', TAAK, false, 'eerst_overleg'],
    ['eerst overleg, en dat was er', 'bpg_4_2_jeugd', 'na_overleg', TAAK, true, 'mag'],
    ['de voorwaarde is niet bekend', 'bpg_4_2_veilig_thuis', 'niet_bekend', TAAK, false, 'eerst_overleg'],
    ['niet verder, ook niet na overleg', 'bpg_4_2_veilig_thuis', 'niet_verder', TAAK, true, 'niet_verder'],
    ['niet verder, maar een wet verplicht', 'bpg_4_2_veilig_thuis', 'niet_verder', VOORSCHRIFT, false, 'mag'],
    ['in een bijzonder geval gekregen, voor de eigen taak', 'wpg_19', 'geen', TAAK, true, 'geen_grond'],
    ['in een bijzonder geval gekregen, en een wet verplicht', 'wpg_19', 'geen', VOORSCHRIFT, false, 'mag'],
    ['voor een samenwerkingsverband, voor de eigen taak', 'wpg_20', 'geen', TAAK, true, 'geen_grond'],
    ['voor een samenwerkingsverband, aan wie de beslissing noemt', 'wpg_20', 'geen', BESLUIT, false, 'mag'],
    ['die beslissing, en de politie wil overleg', 'wpg_20', 'na_overleg', BESLUIT, false, 'eerst_overleg'],
    ['een beslissing die hier niet over gaat', 'bpg_4_2_veilig_thuis', 'geen', BESLUIT, true, 'geen_grond'],
    ['verkregen op een grond van een andere tijd', 'oud', 'geen', VOORSCHRIFT, true, 'geen_grond'],
  ] as const)('%s: %s', (_, grond, voorwaarde, verder, overlegd, uit: Verstrekoordeel) =>
    expect(toetsVerstrekking({ grond, voorwaarde }, verder, overlegd)).toBe(uit),
  );

  test('wet: zonder grond gaat niets verder, en tegen een voorwaarde in alleen als een wet verplicht', () => {
    fc.assert(
      fc.property(alles, v => {
        if (toetsVerstrekking(v, v.verder, v.overlegd) !== 'mag') return;
        expect(Object.keys(VERKREGEN)).toContain(v.grond);
        expect(v.verder === VOORSCHRIFT || v.voorwaarde !== 'niet_verder').toBe(true);
        expect(v.verder === VOORSCHRIFT || v.voorwaarde === 'geen' || v.overlegd).toBe(true);
      }),
      { seed: 20_261_128, numRuns: 500 },
    );
  });

  test('wet: overleg met de politie maakt nooit minder mogelijk', () => {
    fc.assert(
      fc.property(alles, v => {
        if (toetsVerstrekking(v, v.verder, false) === 'mag')
          expect(toetsVerstrekking(v, v.verder, true)).toBe('mag');
      }),
      { seed: 20_261_128, numRuns: 300 },
    );
  });

  test('een keuzelijst biedt alleen aan wat kan', () => {
    expect(verstrekgrondenVoor({ grond: 'wpg_19', voorwaarde: 'geen' })).toEqual([VOORSCHRIFT]);
    expect(verstrekgrondenVoor({ grond: 'wpg_20', voorwaarde: 'na_overleg' })).toEqual([
      VOORSCHRIFT,
      BESLUIT,
    ]);
    expect(verstrekgrondenVoor({ grond: 'bpg_4_2_jeugd', voorwaarde: 'niet_verder' })).toEqual([VOORSCHRIFT]);
    expect(verstrekgrondenVoor({ grond: 'oud', voorwaarde: 'geen' })).toEqual([]);
  });

  test('elke grond noemt zijn artikel en de dag van de tekst, en elke grond van een taak is bekend', () => {
    for (const b of [...Object.values(VERKREGEN), ...Object.values(VERSTREKGRONDEN)]) {
      expect(b.bron).toMatch(/^(Wet|Besluit) politiegegevens art\. /);
      expect(Temporal.PlainDate.from(b.toestand).toString()).toBe(b.toestand);
    }
    for (const taak of TAKEN)
      for (const grond of POLITIEGRONDEN[taak]) expect(VERKREGEN[grond].bevestigd).toBe(true);
  });
});
