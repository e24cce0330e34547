import { describe, expect, test } from 'vitest';
import { type Dagtelling, OPVALREGELS, vindOpvallend } from './logboek-opvallend.ts';

const rustig: Dagtelling = {
  persoon: 'p',
  organisatie: 'o',
  dag: '2026-03-02',
  mensen: 5,
  dossiers: 3,
  geweigerd: 0,
  zoeken: 0,
  stil: 0,
  uitgevoerd: 0,
  nood: [],
};

// @eis C3.4
describe('regels over gebruik om na te kijken', () => {
  test('een gewone dag geeft geen regel', () => {
    expect(vindOpvallend([rustig])).toEqual([]);
  });

  test.each([
    ['omvang', { mensen: 60 }, { mensen: 59 }],
    ['stille_uren', { stil: 10 }, { stil: 9 }],
    ['geen_taak', { geweigerd: 5 }, { geweigerd: 4 }],
    ['zoeken', { zoeken: 20 }, { zoeken: 19 }],
    ['uitvoer', { uitgevoerd: 15 }, { uitgevoerd: 14 }],
  ])('%s: op de grens wel, eronder niet, met wat en waarom', (code, op, onder) => {
    const [aantal] = Object.values(op);
    expect(vindOpvallend([{ ...rustig, ...op }])).toEqual([
      {
        regel: code,
        persoon: 'p',
        organisatie: 'o',
        dag: '2026-03-02',
        dossier: null,
        aantal,
        drempel: aantal,
      },
    ]);
    expect(vindOpvallend([{ ...rustig, ...onder }])).toEqual([]);
  });

  test('noodtoegang geeft altijd een regel, één per dossier', () => {
    const r = vindOpvallend([{ ...rustig, nood: ['d1', 'd2'] }]);
    expect(r.map(x => [x.regel, x.dossier, x.aantal])).toEqual([
      ['noodtoegang', 'd1', 1],
      ['noodtoegang', 'd2', 1],
    ]);
  });

  test('regels worden niet opgeteld tot iets over een mens: twee regels blijven er twee', () => {
    const r = vindOpvallend([{ ...rustig, stil: 12, geweigerd: 9 }]);
    expect(r.map(x => [x.regel, x.aantal])).toEqual([
      ['stille_uren', 12],
      ['geen_taak', 9],
    ]);
  });

  test('een andere grens is een andere parameter, geen andere code', () => {
    const regels = OPVALREGELS.map(r => ({ ...r, drempel: 1000 }));
    expect(vindOpvallend([{ ...rustig, stil: 12, mensen: 500 }], regels)).toEqual([]);
  });

  test('gebruik zonder organisatie krijgt geen regel: niemand kan het beoordelen', () => {
    expect(vindOpvallend([{ ...rustig, organisatie: null, stil: 99 }])).toEqual([]);
  });
});
