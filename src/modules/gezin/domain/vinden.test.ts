import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { meetVinden } from '../testing/vindmeting.ts';
import { EISEN, maakRecords } from '../testing/vindproef.ts';

const kluis = { blindeIndex: (soort: string, w: string) => createHmac('sha256', soort).update(w).digest() };

// @eis C1.3
describe('waarschijnlijk dezelfde persoon', () => {
  test.each([7, 2026])(
    'zaad %i: bij een op de tien velden bedorven zijn precisie en vindkans hoog genoeg',
    zaad => {
      const m = meetVinden(kluis, maakRecords({ zaad, huishoudens: 150, bederf: EISEN.bederf }));
      expect(m.echteParen).toBeGreaterThan(300);
      expect(m.precisie).toBeGreaterThanOrEqual(EISEN.precisie);
      expect(m.vindkans).toBeGreaterThanOrEqual(EISEN.vindkans);
    },
  );

  test('dezelfde proef geeft twee keer hetzelfde', () => {
    const keer = () => JSON.stringify(maakRecords({ zaad: 3, huishoudens: 20, bederf: 0.1 }));
    expect(keer()).toBe(keer());
  });

  test('de meting ziet het verschil: zonder gelijke mensen is er niets te vinden en wordt niets voorgesteld', () => {
    const enkel = maakRecords({ zaad: 5, huishoudens: 60, bederf: 0 }).filter(r => r.id.endsWith('-0'));
    const m = meetVinden(kluis, enkel);
    expect(m.echteParen).toBe(0);
    expect(m.vals).toBeLessThanOrEqual(2);
  });
});
