import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bewijzenIn, eisenPagina, leesBewijzen, onbekendeEisen } from '../../scripts/eisen.ts';
import { eisen } from '../../scripts/eisen-lijst.ts';
import { wortel } from './bron.ts';

// The tag is written in parts where it is planted, so that this file does not claim the planted proofs.
const merk = '// @' + 'eis';

// @eis A1.9
describe('eisen en hun bewijs', () => {
  test('docs/eisen.md is vers: npm run eisen geeft precies dit bestand', () => {
    const pad = join(wortel, 'docs/eisen.md');
    expect(existsSync(pad)).toBe(true);
    const vers = readFileSync(pad, 'utf8') === eisenPagina(leesBewijzen());
    expect(vers, 'docs/eisen.md is niet vers: draai npm run eisen').toBe(true);
  });
  test('elk merkteken noemt een eis die bestaat', () => {
    expect(onbekendeEisen(leesBewijzen())).toEqual([]);
  });
  test('de lijst heeft alle genummerde eisen', () => {
    const aantal = (groep: string) => eisen.filter(e => e.code.startsWith(`${groep}.`)).length;
    expect(['A1', 'A2', 'A3', 'A4', 'A5'].map(aantal)).toEqual([9, 7, 10, 5, 7]);
  });
  test('een onbekende eis en een kapot merkteken worden geweigerd', () => {
    const bewijs = bewijzenIn('a.test.ts', `${merk} A9.9\ntest('x', f);`);
    expect(onbekendeEisen(bewijs)).toEqual(['a.test.ts: A9.9']);
    expect(() => bewijzenIn('a.test.ts', `${merk} later`)).toThrow(/geen eisnummer/);
  });
  test('een bewijs heeft de titel van de test eronder, ook bij een tabel', () => {
    expect(bewijzenIn('a.test.ts', `  ${merk} A1.1 A1.2\n  test('het mag', () => {});`)).toEqual([
      { code: 'A1.1', bestand: 'a.test.ts', titel: 'het mag' },
      { code: 'A1.2', bestand: 'a.test.ts', titel: 'het mag' },
    ]);
    expect(bewijzenIn('a.test.ts', `${merk} A1.1\ntest.each([\n  [1, 'a'],\n])('rij %s', n => {});`)).toEqual(
      [{ code: 'A1.1', bestand: 'a.test.ts', titel: 'rij %s' }],
    );
  });
  test('een eis zonder bewijs is zichtbaar leeg', () => {
    expect(eisenPagina([])).toContain('— nog geen bewijs');
    expect(eisenPagina([])).toContain(`${eisen.length} eisen, waarvan ${eisen.length} nog zonder bewijs.`);
  });
});
