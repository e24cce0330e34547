// Stands for fast-check in a mutation run: laws that need a solver get fewer examples, since they run once per mutant.
import { createRequire } from 'node:module';
import type fcType from 'fast-check';

const fc = createRequire(import.meta.url)('fast-check') as typeof fcType;
const MET_OPLOSSER = 6;

fc.configureGlobal({ seed: 20_261_129, endOnFailure: true });

const assert = ((wet: Parameters<typeof fc.assert>[0], wens?: { numRuns?: number }) =>
  fc.assert(
    wet,
    wet.isAsync() ? { ...wens, numRuns: Math.min(MET_OPLOSSER, wens?.numRuns ?? 100) } : wens,
  )) as typeof fc.assert;

export default { ...fc, assert };
