import { describe, expect, test } from 'vitest';
import { alsRegels, leesBoom, plant } from './bron.ts';
import { anatomieFouten } from './regels-anatomie.ts';

const kamer = {
  'src/modules/casus/README.md': '',
  'src/modules/casus/index.ts': '',
  'src/modules/casus/module.ts': '',
};
const fouten = (extra: Record<string, string>) =>
  anatomieFouten(plant({ ...kamer, ...extra })).map(o => o.wat);

// @eis A1.1
describe('indeling en anatomie', () => {
  test('de hele boom heeft de indeling van het plan', () => {
    expect(alsRegels(anatomieFouten(leesBoom(['src'])))).toEqual([]);
  });

  test.each([
    ['src/modules/casus/services/a.ts', 'de map services hoort niet in een kamer'],
    ['src/modules/casus/typen.ts', 'alleen README.md'],
    ['src/modules/dossiers/index.ts', 'modules/dossiers bestaat niet'],
    ['src/platform/cache/a.ts', 'platform/cache bestaat niet'],
    ['src/lib/a.ts', 'src/lib bestaat niet'],
    ['src/kern/datum/TerMijn.ts', 'bestandsnaam'],
  ])('geweigerd: %s', (bestand, wat) => {
    expect(fouten({ [bestand]: '' }).join('\n')).toContain(wat);
  });

  test.each(['README.md', 'index.ts', 'module.ts'])('een kamer zonder %s wordt geweigerd', naam => {
    const zonder = Object.fromEntries(Object.entries(kamer).filter(([pad]) => !pad.endsWith(`/${naam}`)));
    const gevonden = anatomieFouten(plant({ ...zonder, 'src/modules/casus/domain/a.ts': '' }));
    expect(alsRegels(gevonden)).toEqual([`src/modules/casus/${naam}:1 ontbreekt`]);
  });

  test('een kamer met alle lagen mag', () => {
    expect(
      fouten({
        'src/modules/casus/domain/fasen.ts': '',
        'src/modules/casus/db/0001-casus.sql': '',
        'src/modules/casus/web/pages/overzicht.tsx': '',
        'src/modules/casus/anatomie.test.ts': '',
        'src/main.ts': '',
      }),
    ).toEqual([]);
  });
});
