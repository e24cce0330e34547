import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toonEuro, toonGetal, toonProcent } from './getal.ts';

// @eis A2.4
describe('getallen zoals lezers ze schrijven', () => {
  test('een Nederlands getal heeft een punt per duizend en een komma voor de decimalen', () => {
    expect(toonGetal(1226)).toBe('1.226');
    expect(toonGetal(4.5, 'nl', 1)).toBe('4,5');
    expect(toonGetal(1234567.5, 'nl', 1)).toBe('1.234.567,5');
  });

  test('een Engels getal heeft het andersom', () => {
    expect(toonGetal(1226, 'en')).toBe('1,226');
    expect(toonGetal(4.5, 'en', 1)).toBe('4.5');
  });

  test('een negatief getal heeft een echt minteken', () => {
    expect(toonGetal(-12)).toBe('\u221212');
  });

  test('een percentage staat in het Nederlands met een vaste spatie voor het teken', () => {
    expect(toonProcent(0.045, 'nl', 1)).toBe('4,5\u00a0%');
    expect(toonProcent(0.5)).toBe('50\u00a0%');
    expect(toonProcent(0.045, 'en', 1)).toBe('4.5%');
  });

  test('een bedrag breekt niet af tussen teken en getal', () => {
    expect(toonEuro(186000)).toBe('€\u00a0186.000');
    expect(toonEuro(12.5, 'nl', true)).toBe('€\u00a012,50');
    expect(toonEuro(-42500)).toBe('€\u00a0\u221242.500');
    expect(toonEuro(186000, 'en')).toBe('€186,000');
  });

  test('elk heel getal is terug te lezen uit wat er staat', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), n => {
        expect(Number(toonGetal(n).replaceAll('.', '').replace('\u2212', '-'))).toBe(n);
      }),
    );
  });
});
