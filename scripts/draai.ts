// Bundles the application (Node strips types from .ts, not from .tsx) and runs one of its commands.
import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

const wortel = path.resolve(import.meta.dirname, '..');
const map = path.join(wortel, '.bouw');
const tijdelijk = path.join(map, `main-${process.pid}.mjs`);
const doel = path.join(map, 'main.mjs');
mkdirSync(map, { recursive: true });
await build({
  entryPoints: [path.join(wortel, 'src/main.ts')],
  outfile: tijdelijk,
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
renameSync(tijdelijk, doel);
// The builder is a process of its own: it need not stay in memory.
await stop();
process.setSourceMapsEnabled(true);
const { voerUit } = (await import(pathToFileURL(doel).href)) as {
  voerUit(args: string[]): Promise<number | null>;
};
const code = await voerUit(process.argv.slice(2));
if (code !== null) process.exit(code);
