import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The architecture is judged from the text of the tree alone: no database, so that a broken migration or
// a machine without one does not hide what is wrong with the house.
export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: { include: ['test/architectuur/**/*.test.ts'], testTimeout: 60_000, maxWorkers: 2 },
});
