// Bundles the measurement of guessing (it asks real pages, and Node strips types from .ts, not from .tsx) and runs it.
// Run: npm run bench:raden -- --verzoeken 2000
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

const wortel = path.resolve(import.meta.dirname, '..');
const map = path.join(wortel, '.bouw');
const doel = path.join(map, `raden-${process.pid}.mjs`);
mkdirSync(map, { recursive: true });
await build({
  entryPoints: [path.join(wortel, 'bench/raden.ts')],
  outfile: doel,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node26',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'error',
});
await stop();
try {
  await import(pathToFileURL(doel).href);
} finally {
  rmSync(doel, { force: true });
}
