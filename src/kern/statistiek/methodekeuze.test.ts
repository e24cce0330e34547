import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kiesMethode, type Telreeks } from './index.ts';

const reeks = (periode: Telreeks['periode'], tellingen: number[]): Telreeks => ({ periode, tellingen });
const herhaal = (patroon: number[], n: number): number[] =>
  Array.from({ length: n }, (_, i) => patroon[i % patroon.length] as number);
/** Varies about as chance does around 12, and around 5; neighbours do not hang together. */
const TWAALF = [12, 9, 15, 13, 8, 11, 16, 10, 14, 7, 12, 17];
const VIJF = [5, 3, 7, 4, 8, 5, 2, 6, 5, 7, 3, 5];

// @eis B1.7
describe('de keuze van methode voor een reeks', () => {
  test('jaren: een, twee, drie of vier, en vijf of meer krijgen elk hun eigen methode, met de reden', () => {
    const jaren = [52, 47, 55, 49, 51, 58];
    const keuzes = [1, 2, 3, 4, 5, 6].map(n => kiesMethode(reeks('jaar', jaren.slice(0, n))));
    expect(keuzes.map(k => k.methode)).toEqual([
      'interval',
      'verhouding',
      'jaarhelling',
      'jaarhelling',
      'fingertips',
      'fingertips',
    ]);
    expect(keuzes.map(k => k.redenen[0])).toEqual([
      'een_jaar',
      'twee_jaren',
      'drie_of_vier_jaren',
      'drie_of_vier_jaren',
      'vijf_jaren_of_meer',
      'vijf_jaren_of_meer',
    ]);
    expect(keuzes.every(k => k.bewaking === null)).toBe(true);
  });

  test('de vier jaren van Alkmaar schommelen meer dan toeval, en dat staat erbij', () => {
    expect(kiesMethode(reeks('jaar', [437, 353, 307, 231])).redenen).toContain('schommelt_meer_dan_toeval');
    expect(kiesMethode(reeks('jaar', [9, 15, 12])).redenen).not.toContain('schommelt_meer_dan_toeval');
  });

  test('niets geteld, te kleine aantallen of te weinig perioden: geen oordeel mogelijk', () => {
    expect(kiesMethode(reeks('maand', []))).toMatchObject({ methode: 'geen', redenen: ['geen_punten'] });
    const klein = kiesMethode(reeks('maand', herhaal([1, 3, 2, 4, 0], 60)));
    expect(klein).toMatchObject({ methode: 'geen', redenen: ['te_kleine_aantallen'], bewaking: null });
    expect(kiesMethode(reeks('kwartaal', herhaal(TWAALF, 11)))).toMatchObject({
      methode: 'geen',
      redenen: ['te_kort'],
      bewaking: null,
    });
  });

  test('twaalf perioden of meer: XmR vanaf gemiddeld tien, exacte grenzen daaronder', () => {
    expect(kiesMethode(reeks('kwartaal', herhaal(TWAALF, 12))).methode).toBe('xmr');
    expect(kiesMethode(reeks('kwartaal', herhaal(VIJF, 12))).methode).toBe('exacte_kaart');
    expect(kiesMethode(reeks('kwartaal', herhaal(TWAALF, 12))).redenen).toContain('minder_dan_24_perioden');
  });

  test('schommelt een lange reeks meer dan toeval of is de blootstelling ongelijk, dan Laney', () => {
    const wild = herhaal([20, 2, 31, 9, 4, 27, 1, 16], 24);
    expect(kiesMethode(reeks('maand', wild))).toMatchObject({ methode: 'laney' });
    const ongelijk = { ...reeks('kwartaal', herhaal(TWAALF, 12)), blootstellingen: herhaal([100, 130], 12) };
    expect(kiesMethode(ongelijk).redenen).toContain('ongelijke_blootstelling');
  });

  test('perioden die samenhangen worden genoemd: de regels over reeksen alarmeren dan te vaak', () => {
    const langzaam = Array.from({ length: 36 }, (_, i) => Math.round(14 + 4 * Math.sin(i / 6)));
    expect(kiesMethode(reeks('maand', langzaam)).redenen).toContain('perioden_hangen_samen');
    expect(kiesMethode(reeks('maand', herhaal(TWAALF, 36))).redenen).not.toContain('perioden_hangen_samen');
  });

  test('bewaking: niets tot de basislijn vol is, dan CUSUM of EWMA, met drie jaar maanden Farrington', () => {
    const maand = (n: number) => kiesMethode(reeks('maand', herhaal(TWAALF, n)));
    expect(maand(24).bewakingsredenen).toEqual(['te_kort_voor_bewaking']);
    expect(maand(25).bewaking).toBe('ewma');
    expect(maand(37).bewaking).toBe('ewma');
    expect(maand(38)).toMatchObject({ bewaking: 'farrington', bewakingsredenen: ['drie_jaar_geschiedenis'] });
    expect(kiesMethode(reeks('kwartaal', herhaal(VIJF, 13))).bewaking).toBe('poisson_cusum');
    expect(kiesMethode(reeks('maand', herhaal([20, 2, 31, 9, 4, 27, 1, 16], 30))).bewaking).toBe('nb_cusum');
  });

  test('wat bewaakt wordt, beslist niet hoe het bewaakt wordt', () => {
    const basis = herhaal(TWAALF, 24);
    const rustig = kiesMethode(reeks('maand', [...basis, 12, 11]));
    const uitbraak = kiesMethode(reeks('maand', [...basis, 60, 75]));
    expect(uitbraak.bewaking).toBe(rustig.bewaking);
  });

  test('elke reeks krijgt een antwoord met minstens één reden, en een weigering draagt nooit een bewaking', () => {
    const vrij = fc.record({
      periode: fc.constantFrom('jaar' as const, 'kwartaal' as const, 'maand' as const),
      tellingen: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 70 }),
    });
    fc.assert(
      fc.property(vrij, r => {
        const k = kiesMethode(r);
        expect(k.redenen.length).toBeGreaterThan(0);
        expect(k.bewakingsredenen.length).toBeGreaterThan(0);
        if (k.methode === 'geen') expect(k.bewaking).toBeNull();
      }),
    );
  });
});
