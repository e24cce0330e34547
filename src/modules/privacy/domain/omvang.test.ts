import { describe, expect, test } from 'vitest';
import { beletPersoon, type Persoonsfeiten, toetsOmvang } from './omvang.ts';

const vrij: Persoonsfeiten = { anderen: false, aanhoudingen: [], verzoekLoopt: false };
const toegewezen = (omvang: 'dossier' | 'persoon' | null) => ({ besluit: 'toegewezen', omvang }) as const;

// @eis C4.4
describe('het hele dossier of alleen deze persoon', () => {
  test('wie vernietiging toewijst, kiest; wie weigert of iets anders beslist, hoeft niet', () => {
    expect(toetsOmvang('vernietiging', toegewezen(null), vrij)).toMatch(/^Kies of het hele dossier/);
    expect(toetsOmvang('vernietiging', toegewezen('dossier'), null)).toBeNull();
    expect(toetsOmvang('vernietiging', toegewezen('persoon'), vrij)).toBeNull();
    expect(toetsOmvang('vernietiging', { besluit: 'geweigerd', omvang: null }, vrij)).toBeNull();
    expect(toetsOmvang('inzage', toegewezen(null), null)).toBeNull();
  });
  test('zonder gekoppelde persoon is er niemand om alleen te wissen', () => {
    expect(toetsOmvang('vernietiging', toegewezen('persoon'), null)).toMatch(/^Koppel eerst de persoon/);
  });
  test.each([
    [{ anderen: true }, 'andere_organisatie', 'een andere organisatie'],
    [{ aanhoudingen: ['klacht'] }, 'klacht', 'ligt een aanhouding'],
    [{ verzoekLoopt: true }, 'verzoek_loopt', 'nog een ander verzoek'],
    [
      { anderen: true, aanhoudingen: ['klacht'], verzoekLoopt: true },
      'andere_organisatie',
      'eigen bewaarplicht',
    ],
  ])('met %j blijft hij staan, met een zin die zegt wat te doen', (meer, code, zin) => {
    const feiten = { ...vrij, ...meer };
    expect(beletPersoon(feiten)).toBe(code);
    expect(toetsOmvang('vernietiging', toegewezen('persoon'), feiten)).toContain(zin);
    // A hold on one person is not asked when the whole file goes: there the list itself lets the hold win.
    expect(toetsOmvang('vernietiging', toegewezen('dossier'), feiten)).toBeNull();
  });
});
