import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lakzin, lakcode, leesLakcode, zinnenVan, zonderLakzinnen } from './inzage-passages.ts';

const o = { afdruk: (zin: string) => `[${zin}]`, merk: (grond: string) => `<${grond}>` };
const lak = (zin: number, tekst: string, grond: Lakzin['grond'] = 'taak'): Lakzin => ({
  ...{ zin, grond, afdruk: o.afdruk(tekst) },
});

// @eis C4.4
describe('zinnen weglaten met de hand', () => {
  test('alleen de gekozen zin gaat weg, de rest blijft zoals zij was, ook over regels heen', () => {
    const regels = ['Zij belde. Hij riep: nee! En toen?', '', 'Later kwam zij terug.'];
    expect(zonderLakzinnen(regels, [lak(2, 'Hij riep: nee!'), lak(4, 'Later kwam zij terug.')], o)).toEqual([
      'Zij belde. <taak> En toen?',
      '',
      '<taak>',
    ]);
  });

  test('twee zinnen na elkaar op dezelfde grond laten één teken na: het aantal blijft ongezegd', () => {
    const twee = [lak(1, 'Een.'), lak(2, 'Twee.')];
    expect(zonderLakzinnen(['Een. Twee. Drie.'], twee, o)).toEqual(['<taak> Drie.']);
    expect(
      zonderLakzinnen(['Een. Twee. Drie.'], [lak(1, 'Een.'), lak(2, 'Twee.', 'belang_kind')], o),
    ).toEqual(['<taak> <belang_kind> Drie.']);
  });

  test('is een gekozen zin een andere geworden of verdwenen, dan gaat er niets', () => {
    expect(zonderLakzinnen(['Een. Anders.'], [lak(2, 'Twee.')], o)).toBeNull();
    expect(zonderLakzinnen(['Een.'], [lak(2, 'Twee.')], o)).toBeNull();
    expect(zonderLakzinnen(['Een.'], [lak(1, 'Een.'), lak(1, 'Een.')], o)).toBeNull();
  });

  test('zinnen samen zijn de regel, en geen woord van een weggelaten zin komt terug', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(), (regels, n) => {
        const zinnen = zinnenVan(regels);
        expect(zinnen.map(z => z.join(''))).toEqual(regels);
        const plat = zinnen.flat();
        if (plat.length === 0) return;
        const i = n % plat.length;
        const uit = zonderLakzinnen(regels, [lak(i + 1, (plat[i] ?? '').trim())], o);
        const over = zinnen.map(z => z.length);
        expect(uit?.length).toBe(over.length);
        expect(uit?.join('').includes('<taak>')).toBe(true);
      }),
      { seed: 20_261_122 },
    );
  });

  test('wat wordt bewaard is te lezen zoals het is geschreven', () => {
    const l = { zin: 12, grond: 'belang_kind', afdruk: '0123456789abcdef' } as const;
    expect(leesLakcode(lakcode(l))).toEqual(l);
  });
});
