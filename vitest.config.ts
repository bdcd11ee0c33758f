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
    // One more than there are cores: a test waits a quarter of its time, for a clock or a disk. Sharing a
    // process (`isolate: false`) would gain a twentieth of the processor time, and let files meet.
    maxWorkers: Math.max(2, availableParallelism()) + 1,
    pool: 'forks',
  },
});
