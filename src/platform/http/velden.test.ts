import { expect, test } from 'vitest';
import { schoneVelden } from './velden.ts';

test('een teken dat niemand kan typen gaat uit elk veld; de rest blijft wat het was, ook bestanden en lijsten', () => {
  const bestand = new File(['inhoud'], 'uitdraai.csv');
  const velden = { bron: 'a\u0000b', half: 'x\ud800y', soms: ['een\u0000', 'twee'], bestand };
  expect(schoneVelden(velden)).toEqual({ bron: 'ab', half: 'x\ufffdy', soms: ['een', 'twee'], bestand });
  expect(schoneVelden({ gewoon: 'é, 💛 en\nnieuwe regel' })).toEqual({ gewoon: 'é, 💛 en\nnieuwe regel' });
});
