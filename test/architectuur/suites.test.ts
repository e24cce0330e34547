import { describe, expect, test } from 'vitest';
import { suites, totaalBudget, verdeel, volgorde } from '../../scripts/testsuites.ts';
import { leesBoom } from './bron.ts';

// @eis A1.4
describe('testsuites', () => {
  test('de budgetten van npm test blijven samen binnen 20 minuten, ook met een database van buiten', () => {
    const gewoon = suites.filter(s => !s.alleenVolledig);
    const som = gewoon.reduce((n, s) => n + s.budgetSeconden * (s.ookBuiten ? 2 : 1), 0);
    expect(totaalBudget).toBe(1200);
    expect(som).toBeLessThanOrEqual(totaalBudget);
  });
  test('elke suite heeft een plaats in de volgorde', () => {
    expect([...volgorde].sort()).toEqual(suites.map(s => s.naam).sort());
  });
  test('elk testbestand van de boom hoort bij precies één suite', () => {
    const tests = new Map([...leesBoom(['src', 'test'])].filter(([pad]) => /\.test\.tsx?$/.test(pad)));
    const verdeeld = [...verdeel(tests).values()].flat();
    expect(verdeeld.sort()).toEqual([...tests.keys()].sort());
  });
  test.each([
    ['test/aanval/csrf.test.ts', "import { maakProef } from '../proef/index.ts';", 'aanval'],
    ['test/reis/nieuwkomer.test.ts', '', 'reizen'],
    ['src/modules/programma/web/pages/a.test.tsx', '', "pagina's en API"],
    [
      'src/modules/programma/db/a.test.ts',
      "import { maakProef } from '../../../../test/proef/index.ts';",
      'database',
    ],
    ['src/kern/datum/a.test.ts', '', 'eenheid en eigenschap'],
    ['test/architectuur/a.test.ts', '', 'architectuur'],
  ])('%s hoort bij de juiste suite', (pad, tekst, suite) => {
    expect([...verdeel(new Map([[pad, tekst]])).keys()]).toEqual([suite]);
  });
});
