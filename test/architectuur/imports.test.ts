import { describe, expect, test } from 'vitest';
import { alsRegels, leesBoom, plant } from './bron.ts';
import { importFouten, kamergraaf, kamers, kring, leestAlles } from './regels-imports.ts';

const fouten = (bestand: string, code: string) => importFouten(plant({ [bestand]: code })).map(o => o.wat);

// @eis A1.1
describe('importrichting', () => {
  test('de hele boom houdt zich aan de importlijst', () => {
    expect(alsRegels(importFouten(leesBoom(['src'])))).toEqual([]);
  });

  test('de lijst van toegestane imports noemt elke kamer, alleen bestaande kamers, en heeft geen kring', () => {
    for (const naar of Object.values(kamergraaf).flat()) expect(kamers).toContain(naar);
    for (const naar of Object.values(kamergraaf).flat()) expect(leestAlles).not.toContain(naar);
    expect(kring(kamergraaf)).toBeNull();
    expect(kring({ a: ['b'], b: ['c'], c: ['a'] })).toEqual(['a', 'b', 'c', 'a']);
  });

  test.each([
    ['src/kern/datum/a.ts', "import { readFileSync } from 'node:fs';", 'kern importeert alleen kern'],
    ['src/kern/datum/a.ts', "import { z } from 'zod';", 'kern importeert alleen kern'],
    ['src/kern/datum/a.ts', "import type { X } from '#platform/db/x.ts';", 'kern importeert alleen kern'],
    ['src/kern/datum/a.ts', "export * from '../../platform/db/x.ts';", 'met een alias'],
    ['src/platform/db/a.ts', "import { x } from '#modules/toegang/index.ts';", 'platform importeert alleen'],
    ['src/platform/db/a.ts', "await import('#src/app.ts');", 'platform importeert alleen'],
    ['src/modules/casus/domain/a.ts', "import { z } from 'zod';", 'domain importeert alleen'],
    ['src/modules/casus/domain/a.ts', "import { x } from '../db/r.ts';", 'domain mag db'],
    ['src/modules/casus/domain/a.ts', "import { q } from '#platform/db/q.ts';", 'domain importeert alleen'],
    ['src/modules/casus/domain/a.ts', "import { g } from '#modules/gezin/index.ts';", 'domain importeert'],
    ['src/modules/casus/web/a.tsx', "import { x } from '../db/r.ts';", 'web mag db'],
    ['src/modules/casus/api/a.ts', "const r = await import('../db/r.ts');", 'api mag db'],
    ['src/modules/casus/web/a.tsx', "import type { R } from '../db/r.ts';", 'web mag db'],
    ['src/modules/casus/usecases/a.ts', "import { p } from '../web/paths.ts';", 'usecases mag web'],
    ['src/modules/casus/usecases/a.ts', "import { p } from '../api/schemas.ts';", 'usecases mag api'],
    ['src/modules/casus/db/a.ts', "import { p } from '../usecases/p.ts';", 'db mag usecases'],
    ['src/modules/casus/index.ts', "export * from './db/r.ts';", 'index mag db'],
    ['src/modules/casus/usecases/a.ts', "import { p } from '#modules/gezin/db/r.ts';", 'alleen via #modules'],
    ['src/modules/casus/usecases/a.ts', "import { p } from '../../gezin/index.ts';", 'met een alias'],
    [
      'src/modules/gezin/usecases/a.ts',
      "import { p } from '#modules/casus/index.ts';",
      'gezin mag casus niet',
    ],
    [
      'src/modules/datalab/usecases/a.ts',
      "import { p } from '#modules/casus/index.ts';",
      'datalab mag casus',
    ],
    [
      'src/modules/casus/usecases/a.ts',
      "import { p } from '#modules/publiek/index.ts';",
      'niemand importeert',
    ],
    ['src/modules/casus/usecases/a.ts', "import { p } from '#modules/gezin/module.ts';", 'alleen src/app.ts'],
    ['src/modules/casus/web/a.ts', "import { p } from '#src/app.ts';", 'niets uit de wortel'],
    ['src/modules/casus/web/a.ts', "import { p } from '../testing/x.ts';", 'testing is alleen voor tests'],
    ['src/modules/casus/web/a.ts', "import { p } from './x.test.ts';", 'importeert geen test'],
    ['src/modules/casus/usecases/a.ts', "import { Hono } from 'hono';", '"hono" hoort alleen'],
    ['src/platform/audit/a.ts', "import type { Context } from 'hono';", '"hono" hoort alleen'],
    ['src/modules/casus/usecases/a.ts', "import { sql } from 'kysely';", '"kysely" hoort alleen'],
    ['src/modules/casus/web/a.ts', "import pg from 'pg';", '"pg" hoort alleen'],
    ['src/modules/casus/usecases/a.ts', "import PgBoss from 'pg-boss';", '"pg-boss" hoort'],
    ['src/modules/casus/domain/a.tsx', 'export const a = 1;', 'opmaak (.tsx)'],
    ['src/modules/casus/web/a.ts', "import { b } from './b';", 'zonder extensie'],
    ['src/main.ts', "import { m } from '#modules/casus/module.ts';", 'alleen src/app.ts'],
    ['src/app.ts', "import { m } from '#modules/casus/db/r.ts';", 'alleen index.ts of module.ts'],
    ['src/kern/datum/a.test.ts', "import { m } from '#modules/casus/index.ts';", 'kent geen kamer'],
  ])('in %s wordt geweigerd: %s', (bestand, code, wat) => {
    const gevonden = fouten(bestand, code);
    expect(gevonden).toHaveLength(1);
    expect(gevonden[0]).toContain(wat);
  });

  test.each([
    ['src/kern/termijn/a.ts', "import { d } from '#kern/datum/d.ts'; import { e } from './e.ts';"],
    ['src/kern/termijn/a.test.ts', "import { readFileSync } from 'node:fs'; import fc from 'fast-check';"],
    ['src/platform/db/a.ts', "import pg from 'pg'; import { r } from '#kern/resultaat/r.ts';"],
    ['src/modules/casus/usecases/a.ts', "import { r } from '../db/r.ts'; import { z } from 'zod';"],
    ['src/modules/casus/usecases/b.ts', "import { g } from '#modules/gezin/index.ts';"],
    ['src/modules/casus/domain/a.ts', "import type { Id } from '#platform/db/id.ts';"],
    ['src/modules/casus/web/a.tsx', "import { Hono } from 'hono'; import { u } from '../usecases/u.ts';"],
    ['src/modules/publiek/web/a.tsx', "import { g } from '#modules/casus/index.ts';"],
    [
      'src/modules/casus/web/a.test.tsx',
      "import { x } from '../testing/x.ts'; import { r } from '../db/r.ts';",
    ],
    [
      'src/app.ts',
      "import { m } from '#modules/casus/module.ts'; import { i } from '#modules/casus/index.ts';",
    ],
  ])('in %s mag: %s', (bestand, code) => {
    expect(fouten(bestand, code)).toEqual([]);
  });
});
