import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  DREMPEL,
  type Mutatieregel,
  maakMutatieverslag,
  samen,
  score,
} from '../../scripts/mutatieverslag.ts';

const stand = new URL('../../docs/mutatie.json', import.meta.url);
const regels: Mutatieregel[] = existsSync(stand) ? JSON.parse(readFileSync(stand, 'utf8')) : [];
const telling = (gezien: number, overleefd: number) => ({ gezien, overleefd, eindeloos: 0, zonderProef: 0 });

// What was measured stands; `npm run test:mutatie` in the full run measures again what has changed since.
// @eis B5.1
describe('de tests merken minstens 85 procent van de mutaties, zoals vastgelegd in docs/mutatie.json', () => {
  test.each(['src/kern/onthulling', 'src/kern/statistiek'])(
    '%s: elk bestand gemeten, en samen genoeg',
    map => {
      const eigen = regels.filter(r => r.bestand.startsWith(`${map}/`));
      const bestanden = readdirSync(new URL(`../../${map}`, import.meta.url)).filter(
        n => n.endsWith('.ts') && !n.endsWith('.test.ts') && n !== 'index.ts',
      );
      expect(eigen.map(r => r.bestand).sort()).toEqual(bestanden.map(n => `${map}/${n}`).sort());
      expect(score(samen(eigen))).toBeGreaterThanOrEqual(DREMPEL);
    },
  );
});

describe('het verslag van mutaties', () => {
  test('eindeloos is gemerkt, zonder test is niet gemerkt', () => {
    expect(score({ gezien: 6, eindeloos: 2, overleefd: 1, zonderProef: 1 })).toBe(80);
    expect(score(telling(0, 0))).toBe(100);
    expect(samen([telling(1, 2), telling(3, 4)])).toEqual(telling(4, 6));
  });

  test('wat niet is gemeten staat erbij, en een score wordt naar beneden afgerond', () => {
    const regel = {
      bestand: 'src/x/a.ts',
      zegel: '',
      commit: 'abc',
      dag: '2026-11-29',
      ...telling(8499, 1501),
    };
    const tekst = maakMutatieverslag({
      delen: [{ map: 'src/x', bestanden: ['src/x/a.ts', 'src/x/b.ts'] }],
      regels: [regel],
      machine: 'een machine',
    });
    expect(tekst).toContain('| `a.ts` | 10.000 | 8.499 | 0 | 1.501 | 0 | 84,9 % |');
    expect(tekst).toContain('Niet gemeten: `src/x/b.ts`.');
    expect(tekst).toContain('- `src/x`: 84,9 % van 10.000 wijzigingen gezien');
  });
});
