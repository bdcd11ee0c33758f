import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{test,packages/*/test}/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Real processes, real databases: generous, so that a slow machine fails nothing by its slowness.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    // One for each core: with more, tests that are by the clock wait for a core, and some fail for it.
    maxWorkers: Math.max(2, availableParallelism()),
    pool: 'forks',
  },
});
