import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoaccounts } from './demo.ts';

const README = readFileSync(path.resolve(import.meta.dirname, '../../../../README.md'), 'utf8');

// @eis A2.6
test('de README noemt precies de mensen van de demonstratie, in hun volgorde', () => {
  const genoemd = [...README.matchAll(/^\| `([a-z_]+@voorbeeld\.invalid)` \|/gm)].map(m => m[1]);
  expect(genoemd).toEqual(demoaccounts().map(a => a.adres));
});

// @eis C2.1 A2.6
test('wie casuïstiek doet werkt in elke regio bij een verzonnen team of een verzonnen Veilig Thuis', () => {
  const werk = ['professional', 'teamleider', 'intaker', 'privacyfunctionaris'];
  for (const a of demoaccounts().filter(x => werk.includes(x.rol))) {
    expect(a.leden).toHaveLength(3);
    for (const l of a.leden) {
      expect(l.gemeente).toBeNull();
      expect(l.organisatie.naam).toMatch(/^Voorbeeld( Veilig Thuis|team) /);
      expect(l.organisatie.soort === 'veilig_thuis').toBe(l.organisatie.naam.includes('Veilig Thuis'));
    }
  }
  const teams = new Set(demoaccounts().flatMap(a => a.leden.map(l => l.organisatie.naam)));
  expect([...teams].filter(n => n.startsWith('Voorbeeldteam'))).toHaveLength(3);
});
