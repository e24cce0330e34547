/** One suite of `npm test`. `opdracht`: a command that passes or fails as one; `vitest`: test files. */
export type Suite = {
  naam: string;
  soort: 'opdracht' | 'vitest';
  /** Seconds that the suite may take on two cores; printed beside what it took. */
  budgetSeconden: number;
  /** The same for the full run, where it does more there. */
  budgetVolledig?: number;
  /** For `vitest`: which test files belong here. The first suite that wants a file has it. */
  hoort?: (pad: string, tekst: string) => boolean;
  /** For `opdracht`: package, name of its program, arguments. */
  programma?: readonly [pakket: string, naam: string, ...argumenten: string[]];
  /** For `opdracht`: a script of the project, in place of a program. */
  script?: string;
  /** For `opdracht`: files without which there is nothing to check yet; the suite is then empty. */
  nodig?: readonly string[];
  /** For `vitest`: its own configuration, when not the one of the project. */
  configuratie?: string;
  /** For `vitest`: no database is started for it. */
  zonderDatabase?: boolean;
  /** Runs a second time against the database of TEST_DATABASE_URL, when that is set. */
  ookBuiten?: boolean;
  /** Only with --volledig. */
  alleenVolledig?: boolean;
};

/** Linter rules of the government for APIs: public, not part of the repository. */
export const apiRegels =
  process.env['LA_API_REGELS'] ?? '../shared/conformance/nl-api-design-rules.spectral.yaml';

/** By the import of test/proef, itself or through a room's factories. */
const gebruiktDatabase = (tekst: string): boolean =>
  /(from|import\()\s*'[^']*\/(proef|testing)\/[^']*'/.test(tekst);
const isPagina = (pad: string): boolean =>
  /^src\/modules\/[^/]+\/(web|api)\//.test(pad) ||
  /^src\/platform\/(http|ui)\//.test(pad) ||
  /^src\/(app|main)\./.test(pad) ||
  /^test\/(paginas|toegang-matrix|api)\b/.test(pad);

/** The suites in the order in which they run: cheap and telling first. */
export const suites: readonly Suite[] = [
  { naam: 'types', soort: 'opdracht', budgetSeconden: 20, programma: ['typescript', 'tsc', '--noEmit'] },
  {
    naam: 'lint en opmaak',
    soort: 'opdracht',
    budgetSeconden: 10,
    programma: ['@biomejs/biome', 'biome', 'check', '.'],
  },
  {
    naam: 'architectuur',
    soort: 'vitest',
    budgetSeconden: 30,
    hoort: pad => pad.startsWith('test/architectuur/'),
    configuratie: 'test/architectuur/vitest.config.ts',
  },
  {
    naam: 'aanval',
    soort: 'vitest',
    budgetSeconden: 110,
    hoort: pad => pad.startsWith('test/aanval/'),
  },
  {
    naam: 'start en herstel',
    soort: 'vitest',
    budgetSeconden: 135,
    hoort: pad => pad.startsWith('test/proces/'),
    zonderDatabase: true,
  },
  {
    naam: 'hersteloefening',
    soort: 'vitest',
    budgetSeconden: 600,
    hoort: pad => pad.startsWith('test/hersteloefening/'),
    zonderDatabase: true,
    alleenVolledig: true,
  },
  { naam: 'reizen', soort: 'vitest', budgetSeconden: 330, hoort: pad => pad.startsWith('test/reis/') },
  {
    naam: 'wandeling',
    soort: 'vitest',
    budgetSeconden: 80,
    budgetVolledig: 20 * 60,
    hoort: pad => pad.startsWith('test/wandeling/'),
  },
  { naam: "pagina's en API", soort: 'vitest', budgetSeconden: 220, hoort: isPagina },
  {
    naam: 'database',
    soort: 'vitest',
    budgetSeconden: 95,
    hoort: (_, tekst) => gebruiktDatabase(tekst),
    ookBuiten: true,
  },
  {
    naam: 'eenheid en eigenschap',
    soort: 'vitest',
    budgetSeconden: 60,
    hoort: () => true,
    zonderDatabase: true,
  },
  {
    naam: 'lange wandeling',
    soort: 'opdracht',
    budgetSeconden: 3 * 60 * 60,
    alleenVolledig: true,
    script: 'scripts/lange-wandeling.ts',
  },
  {
    naam: 'mutaties',
    soort: 'opdracht',
    budgetSeconden: 90 * 60,
    alleenVolledig: true,
    script: 'scripts/mutatie.ts',
  },
  {
    naam: 'API-regels',
    soort: 'opdracht',
    budgetSeconden: 60,
    alleenVolledig: true,
    nodig: ['docs/openapi.json', apiRegels],
    programma: [
      '@stoplight/spectral-cli',
      'spectral',
      'lint',
      '--fail-severity=warn',
      '-r',
      apiRegels,
      'docs/openapi.json',
    ],
  },
  {
    naam: 'ongebruikt',
    soort: 'opdracht',
    budgetSeconden: 60,
    alleenVolledig: true,
    nodig: ['knip.json'],
    programma: ['knip', 'knip'],
  },
];

/** The order in which the suites are run and printed, which is not the order in which they choose files. */
export const volgorde: readonly string[] = [
  'types',
  'lint en opmaak',
  'architectuur',
  'eenheid en eigenschap',
  'database',
  "pagina's en API",
  'aanval',
  'wandeling',
  'start en herstel',
  'hersteloefening',
  'reizen',
  'API-regels',
  'ongebruikt',
  'mutaties',
  'lange wandeling',
];

/** Seconds that `npm test` may take in all. */
export const totaalBudget = 20 * 60;

/** Gives every test file to exactly one suite: the first that wants it. */
export function verdeel(bestanden: ReadonlyMap<string, string>): Map<string, string[]> {
  const uit = new Map<string, string[]>();
  for (const [pad, tekst] of bestanden) {
    const suite = suites.find(s => s.hoort?.(pad, tekst));
    if (suite) uit.set(suite.naam, [...(uit.get(suite.naam) ?? []), pad]);
  }
  return uit;
}
