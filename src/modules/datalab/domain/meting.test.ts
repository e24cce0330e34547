import { describe, expect, test } from 'vitest';
import { leesBekendOp, metingslug } from './meting.ts';

const vandaag = Temporal.PlainDate.from('2026-11-22');
const uitkomst = (invoer: string) => {
  const r = leesBekendOp(invoer, vandaag);
  return r.ok ? r.waarde.toString() : r.weigering.code;
};

// @eis B3.4
describe('metingen', () => {
  test('de eerste heet naar soort en jaar, een volgende krijgt een nummer', () => {
    expect(metingslug('nulmeting', 2024, 1)).toBe('nulmeting-2024');
    expect(metingslug('jaarmeting', 2024, 3)).toBe('jaarmeting-2024-3');
  });

  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
    ['2026-11-23', 'dag_onbekend'],
    ['2025-02-29', 'dag_onbekend'],
    ['22-11-2026', 'dag_onbekend'],
    ['2026', 'dag_onbekend'],
    ['2026-11-22T10:00', 'dag_onbekend'],
  ])('bekend op %s: %s', (invoer, verwacht) => {
    expect(uitkomst(invoer)).toBe(verwacht);
  });
});
