// Runs tests for the mutation tool, all mutants in one process. Mutants that only matter while a module loads, and
// whatever does not end, get a new process from the tool itself.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import type { Proef } from './vitest.ts';

/** What the instrumented code reads and writes. */
interface Schakelaar {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** The files of tests, from scripts/mutatie.ts. The tool's own option for it runs static mutants as if they were not. */
const BESTANDEN = (process.env['LA_MUTATIE_PROEVEN'] ?? '').split(',').filter(Boolean);
/** A mutant that lives through this much of its tests, the quick ones first, counts as survived. */
const GENOEG_MS = 1500;
/** A test that takes longer in the first run, where every step is counted, is not run for every mutant. */
const TE_LANG_MS = 1500;
/**
 * Where code comes by so often, it does not end. The tool waits for a hundred times as often as in all tests together;
 * for what is reached very often five times is enough.
 */
const EINDELOOS = 1_000_000;
/** What each test took in the first run; in the folder where the tool runs. */
const duurbestand = (): string => path.resolve('duur.json');
const TELT = 'function cover() {';

const hier = (naam: string): string => new URL(naam, import.meta.url).href;
const VERVANGEN = new Map([
  ['vitest', hier('vitest.ts')],
  ['fast-check', hier('fast-check.ts')],
]);

registerHooks({
  resolve(doel, omgeving, verder) {
    const url = VERVANGEN.get(doel);
    return url && url !== omgeving.parentURL ? { url, shortCircuit: true } : verder(doel, omgeving);
  },
  // Counting what a test touches is for the first run; under a mutant it would take most of the time.
  load(url, omgeving, verder) {
    const uit = verder(url, omgeving);
    if (!url.includes('/src/kern/') || uit.source == null) return uit;
    const bron = typeof uit.source === 'string' ? uit.source : new TextDecoder().decode(uit.source);
    return { ...uit, source: bron.replace(TELT, `${TELT} if (ns.activeMutant !== undefined) return;`) };
  },
});

const tekstVan = (e: unknown): string => (e instanceof Error ? e.message : String(e));

class Loper implements TestRunner {
  private readonly schakelaar: Schakelaar;
  private proeven: readonly Proef[] | null = null;

  constructor() {
    const g = globalThis as { __stryker__?: Schakelaar };
    g.__stryker__ ??= {};
    this.schakelaar = g.__stryker__;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  private async laad(): Promise<readonly Proef[]> {
    if (this.proeven) return this.proeven;
    const { laad, proeven } = await import('./vitest.ts');
    for (const b of BESTANDEN) await laad(b, pathToFileURL(path.resolve(b)).href);
    this.proeven = proeven;
    return proeven;
  }

  private async doe(p: Proef): Promise<TestResult> {
    const over = {
      id: p.id,
      name: p.id,
      fileName: path.resolve(p.bestand),
      startPosition: { line: p.regel, column: 1 },
    };
    const begin = performance.now();
    this.schakelaar.currentTestId = p.id;
    try {
      await p.doe();
      return { ...over, status: TestStatus.Success, timeSpentMs: performance.now() - begin };
    } catch (e) {
      const timeSpentMs = performance.now() - begin;
      return { ...over, status: TestStatus.Failed, timeSpentMs, failureMessage: tekstVan(e) };
    } finally {
      this.schakelaar.currentTestId = undefined;
    }
  }

  async dryRun(): Promise<DryRunResult> {
    this.schakelaar.activeMutant = undefined;
    const tests: TestResult[] = [];
    for (const p of await this.laad()) tests.push(await this.doe(p));
    writeFileSync(duurbestand(), JSON.stringify(Object.fromEntries(tests.map(t => [t.id, t.timeSpentMs]))));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.schakelaar.mutantCoverage };
  }

  private async totEersteFout(gekozen: readonly string[] | undefined): Promise<TestResult[]> {
    const duur: Record<string, number> = existsSync(duurbestand())
      ? JSON.parse(readFileSync(duurbestand(), 'utf8'))
      : {};
    const kies = gekozen && new Set(gekozen);
    const rij = (await this.laad())
      .filter(p => (!kies || kies.has(p.id)) && (duur[p.id] ?? 0) < TE_LANG_MS)
      .toSorted((a, b) => (duur[a.id] ?? 0) - (duur[b.id] ?? 0));
    const einde = performance.now() + GENOEG_MS;
    const uit: TestResult[] = [];
    for (const p of rij) {
      const r = await this.doe(p);
      uit.push(r);
      if (r.status === TestStatus.Failed || performance.now() > einde) break;
    }
    return uit;
  }

  async mutantRun(o: MutantRunOptions): Promise<MutantRunResult> {
    const s = this.schakelaar;
    const hitLimit = o.hitLimit && Math.min(o.hitLimit, Math.max(o.hitLimit / 20, EINDELOOS));
    const zet = () => Object.assign(s, { activeMutant: o.activeMutant.id, hitCount: 0, hitLimit });
    try {
      if (o.mutantActivation === 'static') zet();
      await this.laad();
      zet();
      const tests = await this.totEersteFout(o.testFilter);
      const eindeloos = determineHitLimitReached(s.hitCount, hitLimit);
      return toMutantRunResult(eindeloos ?? { status: DryRunStatus.Complete, tests });
    } catch (e) {
      // A module that does not load under this mutant: every test that needs it fails.
      const laden = { id: 'laden', name: 'laden', timeSpentMs: 0, failureMessage: tekstVan(e) };
      return toMutantRunResult({
        status: DryRunStatus.Complete,
        tests: [{ ...laden, status: TestStatus.Failed }],
      });
    } finally {
      Object.assign(s, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'loper', Loper)];
