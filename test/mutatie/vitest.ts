// Stands for vitest in a mutation run: tests are kept as functions, so that one process runs them for every mutant.
// Starting vitest itself anew for each mutant took twenty times as long.
export { expect } from 'vitest';

export interface Proef {
  readonly id: string;
  readonly bestand: string;
  readonly regel: number;
  readonly doe: () => unknown;
}

type Doe = (...argumenten: never[]) => unknown;

/** Not run for mutants: hundreds of simulated series each, and what they touch is touched by others. */
const TE_ZWAAR = [
  'bij een bekend verschil ligt de waarheid zo vaak in het interval als het interval belooft',
  'waar niets gebeurde, wordt ongeveer zo vaak een verschil gezegd als het interval toelaat',
  'de schijndata geven op elke datum het getal dat R bij hetzelfde model geeft',
];

export const proeven: Proef[] = [];
const namen: string[] = [];
let bestand = '';

/** Loads a file of tests: what it declares is added to `proeven`. */
export async function laad(pad: string, url: string): Promise<void> {
  bestand = pad;
  await import(url);
}

/** The line in the file of tests from which a test was declared. */
const regelNu = (): number => {
  const spoor = new Error().stack?.split('\n').find(r => /\.test\.ts:\d+/.test(r));
  return Number(/\.test\.ts:(\d+)/.exec(spoor ?? '')?.[1] ?? 1);
};

/** One name for all rows would make one test of them: each row has its number. */
const metRij = (naam: string, i: number) => `${naam} (${i + 1})`;
const alsRij = (rij: unknown): never[] => (Array.isArray(rij) ? rij : [rij]) as never[];

function zetNeer(naam: string, doe: () => unknown): void {
  if (TE_ZWAAR.includes(naam)) return;
  const id = [bestand, ...namen, naam].join(' > ');
  if (proeven.some(p => p.id === id)) throw new Error(`two tests are called ${id}`);
  proeven.push({ id, bestand, regel: regelNu(), doe });
}

function groep(naam: string, doe: () => void): void {
  namen.push(naam);
  doe();
  namen.pop();
}

export const test = Object.assign((naam: string, doe: () => unknown) => zetNeer(naam, doe), {
  each: (rijen: readonly unknown[]) => (naam: string, doe: Doe) => {
    for (const [i, rij] of rijen.entries()) zetNeer(metRij(naam, i), () => doe(...alsRij(rij)));
  },
});

export const describe = Object.assign(groep, {
  each: (rijen: readonly unknown[]) => (naam: string, doe: Doe) => {
    for (const [i, rij] of rijen.entries()) groep(metRij(naam, i), () => void doe(...alsRij(rij)));
  },
});
