import { describe, expect, test } from 'vitest';
import { toegestaneHandelingen, zoekGebreken } from '#kern/toestand/index.ts';
import {
  beperkingenVan,
  EVALUATIETABEL,
  oordeelOver,
  toetsVraagtekst,
  type Uitkomstkern,
} from './evaluatie.ts';

const geschat: Extract<Uitkomstkern, { soort: 'geschat' }> = {
  soort: 'geschat',
  ratio: { verhouding: 0.7, ondergrens: 0.6, bovengrens: 0.8 },
  onderscheid: 'lager',
  autocorrelatie: 0.05,
  vrijheidsgraden: 55,
  schijndata: { aantal: 37, plaats: 1 },
  negatiefBinomiaal: { verhouding: 0.7, ondergrens: 0.6, bovengrens: 0.8 },
};
const feiten = {
  uitkomst: geschat,
  metControle: true,
  ontbrekend: 0,
  voorlopig: 0,
  afgerond: 0,
  alBekend: false,
  naUitkomst: false,
};

// @eis B4.4
describe('het oordeel volgt uit de uitkomst en uit wat vooraf is verwacht', () => {
  test.each([
    ['lager', 'omlaag', 'verschil_als_verwacht'],
    ['lager', 'omhoog', 'verschil_andersom'],
    ['hoger', 'omhoog', 'verschil_als_verwacht'],
    ['hoger', 'omlaag', 'verschil_andersom'],
    ['geen', 'omlaag', 'geen_verschil_aangetoond'],
    ['wankel', 'omhoog', 'wankel'],
  ] as const)('%s bij verwachting %s is %s', (onderscheid, verwachting, oordeel) => {
    expect(oordeelOver({ ...geschat, onderscheid }, verwachting)).toBe(oordeel);
  });

  test('zonder model is er geen oordeel, welke kant het ook op ging', () => {
    for (const reden of ['te_weinig_voor', 'te_weinig_na', 'te_veel_termen', 'geen_schatting'] as const)
      expect(oordeelOver({ soort: 'beschrijvend', reden }, 'omlaag')).toBe('geen_oordeel');
  });
});

// @eis B4.4
describe('wat een uitkomst niet laat zien', () => {
  test('staat er altijd: andere oorzaken, en dat het om geteld geweld gaat', () => {
    expect(beperkingenVan(feiten)).toEqual(['andere_oorzaken', 'geteld_niet_gebeurd', 'controle_geraakt']);
  });

  test.each([
    [{ metControle: false }, 'zonder_controle'],
    [{ ontbrekend: 2 }, 'ontbrekend'],
    [{ voorlopig: 1 }, 'voorlopig'],
    [{ afgerond: 3 }, 'afgerond'],
    [{ alBekend: true }, 'al_bekend'],
    [{ uitkomst: { ...geschat, vrijheidsgraden: 20 } }, 'te_smal'],
    [{ uitkomst: { ...geschat, autocorrelatie: -0.4 } }, 'samenhang'],
    [{ uitkomst: { ...geschat, schijndata: null } }, 'geen_schijndata'],
    [
      {
        uitkomst: { ...geschat, negatiefBinomiaal: { verhouding: 0.7, ondergrens: 0.5, bovengrens: 1.1 } },
      },
      'methoden_verschillen',
    ],
    [{ uitkomst: { soort: 'beschrijvend', reden: 'te_weinig_na' } as const }, 'alleen_toeval'],
  ])('%o noemt %s', (deel, beperking) => {
    expect(beperkingenVan({ ...feiten, ...deel })).toContain(beperking);
    expect(beperkingenVan(feiten)).not.toContain(beperking);
  });

  test('een vraag na het zien van een uitkomst staat voorop', () => {
    expect(beperkingenVan({ ...feiten, naUitkomst: true })[0]).toBe('na_uitkomst');
  });
});

// @eis B4.4
describe('de toestanden van een evaluatie', () => {
  test('de tabel is gezond, en uit ingetrokken leidt niets', () => {
    expect(zoekGebreken(EVALUATIETABEL, 'vastgelegd')).toEqual({ onbereikbaar: [], zonderUitweg: [] });
    expect(toegestaneHandelingen(EVALUATIETABEL, 'ingetrokken', ['projectleider'])).toEqual([]);
  });

  test('er wordt één keer berekend, daarna kan er niets terug', () => {
    expect(toegestaneHandelingen(EVALUATIETABEL, 'vastgelegd', ['datalab_analist'])).toEqual(['voer_uit']);
    for (const toestand of ['uitgevoerd', 'vastgesteld'] as const) {
      expect(toegestaneHandelingen(EVALUATIETABEL, toestand, ['datalab_analist'])).toEqual([]);
      expect(toegestaneHandelingen(EVALUATIETABEL, toestand, ['projectleider'])).not.toContain('voer_uit');
    }
  });
});

// @eis B4.4
test('de woorden van een vraag: leeg, te lang en onbruikbaar worden per veld genoemd', () => {
  const goed = { vraag: 'Minder meldingen?', waarom: 'Daarom.', controleWaarom: '' };
  expect(toetsVraagtekst(goed, false)).toEqual({});
  expect(toetsVraagtekst(goed, true)).toEqual({ controleWaarom: 'leeg' });
  expect(toetsVraagtekst({ ...goed, vraag: '  ', waarom: 'x'.repeat(1001) }, false)).toEqual({
    vraag: 'leeg',
    waarom: 'te_lang',
  });
  expect(toetsVraagtekst({ ...goed, vraag: 'a\u0000b' }, false)).toEqual({ vraag: 'onbruikbaar_teken' });
});
