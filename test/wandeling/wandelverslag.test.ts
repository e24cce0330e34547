import { expect, test } from 'vitest';
import {
  gelopenDelen,
  gelopenStappen,
  LEEG,
  maakWandelverslag,
  type Stand,
  voegToe,
  type Wandeldeel,
} from '../../scripts/wandelverslag.ts';

const deel = (meer: Partial<Wandeldeel>): Wandeldeel => ({
  wandeling: 'Dossiers van gezinnen',
  commit: 'abc123',
  zaad: 7,
  stappen: 10_000,
  seconden: 120,
  fouten: [],
  wandelaars: [{ wie: 'privacy_functionaris', stappen: 10_000, open: 6_000, gedaan: 300 }],
  ...meer,
});
const verslag = (gevraagd: number, stand: Stand) =>
  maakWandelverslag({ dag: '2026-03-22', machine: '2 kernen', gevraagd, stand });
/** As it comes back from the file in another session. */
const bewaard = (s: Stand): Stand => JSON.parse(JSON.stringify(s)) as Stand;

// @eis C5.3
test('een latere wandeling telt op bij wat is bewaard, elk deel bij zijn eigen commit', () => {
  const een = bewaard([1, 2, 4].reduce((s, nr) => voegToe(s, nr, deel({ zaad: nr })), LEEG));
  const stand = voegToe(een, 3, deel({ commit: 'def456', zaad: 3 }));
  const tekst = verslag(40_000, stand);
  expect(tekst).toContain('40.000 van 40.000 stappen gelopen, in 8 minuten');
  expect(tekst).toContain('| abc123 | 1-2, 4 | 30.000 | 6 | 0 |');
  expect(tekst).toContain('| def456 | 3 | 10.000 | 2 | 0 |');
  expect(tekst).toContain('| privacy functionaris | 40.000 | 24.000 | 1.200 |');
  expect(tekst).not.toContain('Nog niet af');
  expect([...gelopenDelen(stand)].sort()).toEqual([1, 2, 3, 4]);
});

// @eis C5.3
test('een deel waarin iets is gevonden staat bij naam in het verslag, telt niet mee en loopt opnieuw', () => {
  const fouten = ['lek notitie van 1234: lezer GET /casus'];
  const stand = voegToe(voegToe(LEEG, 1, deel({})), 2, deel({ zaad: 8, fouten }));
  const tekst = verslag(1_000_000, stand);
  expect(gelopenStappen(stand)).toBe(10_000);
  expect(gelopenDelen(stand).has(2)).toBe(false);
  expect(tekst).toContain('**Nog niet af.**');
  expect(tekst).toContain(
    '- op abc123, Dossiers van gezinnen, zaad 8: lek notitie van 1234: lezer GET /casus',
  );
  expect(tekst).toContain('| privacy functionaris | 10.000 | 6.000 | 300 |');
});

// @eis C5.3
test('een deel kan niet tweemaal meetellen', () => {
  expect(() => voegToe(voegToe(LEEG, 1, deel({})), 1, deel({}))).toThrow('deel 1 is al gelopen');
});
