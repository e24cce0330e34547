import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Inzagekeuze,
  type Inzagestuk,
  inzagestand,
  keuzewaarde,
  leesKeuzewaarde,
  metKeuzes,
  WEGLAATGRONDEN,
} from './inzage.ts';
import { type Lakstof, lakStuk } from './inzage-lakken.ts';

const stof: Lakstof = {
  eigen: ['Anna Voorbeeld', 'Annalaan', 'Annastad'],
  anderen: ['Bram Elderson', 'Bramsteeg', 'Annastad'],
  geheim: ['Schuilweg', 'Annastad'],
  zinsdelen: ['Stichting De Haven (west)'],
};
const lak = (tekst: string) => lakStuk(tekst, stof).tekst;

// @eis C4.4 C1.2
describe('wat uit een onderdeel gaat voordat iemand het leest', () => {
  test.each([
    ['Bram belde Anna.', '[weggelaten] belde Anna.'],
    ['BRAM, en Bram’s moeder', '[weggelaten], en [weggelaten] moeder'],
    ['Zij woont aan de Annalaan.', 'Zij woont aan de Annalaan.'],
    ['Hij woont aan de Bramsteeg.', 'Hij woont aan de [weggelaten].'],
    ['Opgevangen in Annastad', 'Opgevangen in [weggelaten]'],
    ['Gebeld met stichting de haven (WEST).', 'Gebeld met [weggelaten].'],
    ['Bel 06-1234 5678 of +31 6 12345678', 'Bel [weggelaten] of [weggelaten]'],
    ['mail b.elder@voorbeeld.invalid nu', 'mail [weggelaten] nu'],
    ['postcode 1234 AB, BSN 999990019', 'postcode [weggelaten], BSN [weggelaten]'],
  ])('%s wordt %s', (tekst, wordt) => expect(lak(tekst)).toBe(wordt));

  test('een dag, een tijd, een jaar en een zaaknummer blijven staan', () => {
    const tekst = 'Op 01-11-2026 om 14.30 uur, in 2024 is gebeld over 2026-000042.';
    expect(lakStuk(tekst, stof)).toEqual({ tekst, weggelaten: 0 });
  });

  test('waar het ook staat, een ander en een geheime straat komen er niet door', () => {
    const woord = fc.constantFrom('Bram', 'Elderson', 'Schuilweg', 'Anna', 'is', '0612345678', ',', '\n');
    fc.assert(
      fc.property(fc.array(woord, { maxLength: 20 }), woorden => {
        expect(lak(woorden.join(' '))).not.toMatch(/Bram|Elderson|Schuilweg|0612345678/);
      }),
      { seed: 20_261_122 },
    );
  });
});

const stuk = (id: string, versie = 1): Inzagestuk => ({
  ...{ soort: 'notitie', id, versie, dag: '2026-11-20', nader: null, regels: [], weggelaten: 0 },
});
const keuze = (id: string, meer: Partial<Inzagekeuze> = {}): Inzagekeuze => ({
  ...{
    soort: 'notitie',
    id,
    versie: 1,
    keuze: 'meegeven',
    grond: null,
    lakking: [],
    bestand: null,
    eersteDoor: 'a',
    tweedeDoor: 'b',
  },
  ...meer,
});
const stand = (s: Inzagestuk[], k: Inzagekeuze[]) => inzagestand(metKeuzes(s, k));

// @eis C4.4
describe('wanneer twee mensen op elk onderdeel kozen', () => {
  test('zonder keuze, met een keuze op een oudere versie of zonder tweede is het niet gereed', () => {
    expect(stand([stuk('x'), stuk('y')], [keuze('x')])).toBe('kiezen');
    expect(stand([stuk('x', 2)], [keuze('x')])).toBe('kiezen');
    expect(stand([stuk('x')], [keuze('x', { tweedeDoor: null })])).toBe('akkoord');
    expect(stand([stuk('x')], [keuze('x')])).toBe('gereed');
  });
  test('weglaten heeft een grond uit de wet; iets anders wordt niet gelezen', () => {
    for (const grond of Object.keys(WEGLAATGRONDEN) as (keyof typeof WEGLAATGRONDEN)[]) {
      const k = { keuze: 'weglaten', grond, lakking: [], bestand: null } as const;
      expect(leesKeuzewaarde(keuzewaarde(k))).toEqual(k);
    }
    for (const tekst of [
      'weglaten',
      'weglaten:',
      'weglaten:zomaar',
      'meegeven:taak',
      'weglaten:taak:x',
      'constructor',
      'bewerkt:',
      'bewerkt:x',
    ])
      expect(leesKeuzewaarde(tekst), tekst).toBe(null);
  });
});
