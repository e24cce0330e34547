import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: 'forks',
    // A process per worker, not per file: loading the application again for every file was two fifths of the time.
    // A test file therefore leaves nothing behind: no changed environment, clock or global.
    isolate: false,
    globalSetup: process.env.LA_TEST_ZONDER_DATABASE ? [] : ['test/proef/cluster.ts'],
  },
});
