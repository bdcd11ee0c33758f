import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const cores = Math.max(2, availableParallelism());

const ALL = ['{test,packages/*/test}/**/*.test.ts'];

/**
 * Where a real bot mostly waits: for what hangs, for a pause to be over, for another process. More of them
 * can run at once than there are cores.
 */
const WAITING = [
  ...['clock-back', 'database', 'digest-faults', 'digest-kills', 'digest-proxy', 'digest-restore'],
  ...['digest-suspended', 'digest-two-processes', 'disk', 'faults', 'gateway', 'many-servers'],
  ...['notice-kills', 'notices', 'notices-two-processes', 'odd-answers', 'outages', 'processes'],
  ...['reminder-kills', 'reminder-many', 'reminders', 'removed-by-mistake', 'restart', 'start'],
  ...['stop-under-load', 'tidying', 'token'],
].map((name) => `test/discord/${name}.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    // Real processes, real databases: generous, so that a slow machine fails nothing by its slowness.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'waiting',
          include: WAITING,
          maxWorkers: cores + 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'working',
          include: ALL,
          exclude: WAITING,
          // With more, tests that are by the clock wait for a core, and some fail for it.
          maxWorkers: cores,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
