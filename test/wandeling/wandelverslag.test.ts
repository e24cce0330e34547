import { expect, test } from 'vitest';
import { maakWandelverslag, type Wandeldeel } from '../../scripts/wandelverslag.ts';

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
const verslag = (gevraagd: number, ...delen: Wandeldeel[]) =>
  maakWandelverslag({ dag: '2026-03-22', machine: '2 kernen', gevraagd, delen });

// @eis C5.3
test('het verslag van de lange wandeling telt stappen op over delen en noemt elke commit', () => {
  const tekst = verslag(20_000, deel({}), deel({ commit: 'def456', zaad: 8 }));
  expect(tekst).toContain('20.000 van 20.000 stappen gelopen, in 4 minuten');
  expect(tekst).toContain('buiten het predicaat: 0.');
  expect(tekst).toContain('| abc123 | 1 | 10.000 | 0 |');
  expect(tekst).toContain('| def456 | 1 | 10.000 | 0 |');
  expect(tekst).toContain('| privacy functionaris | 20.000 | 12.000 | 600 |');
  expect(tekst).not.toContain('Nog niet af');
});

// @eis C5.3
test('wat niet is gelopen en wat is gevonden staat er bij naam in', () => {
  const tekst = verslag(1_000_000, deel({ fouten: ['lek notitie van 1234: lezer GET /casus'] }));
  expect(tekst).toContain('10.000 van 1.000.000 stappen gelopen');
  expect(tekst).toContain('**Nog niet af.**');
  expect(tekst).toContain('- Dossiers van gezinnen, zaad 7: lek notitie van 1234: lezer GET /casus');
});
