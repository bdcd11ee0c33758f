import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const cores = Math.max(2, availableParallelism());

const ALL = ['{test,packages/*/test}/**/*.test.ts'];

/**
 * Where a real bot mostly waits: for what hangs, for a pause to be over, for another process. More of them
 * run at once than there are cores.
 */
export const WAITING = [
  ...['clock-back', 'database', 'digest-faults', 'digest-kills', 'digest-proxy', 'digest-restore'],
  ...['digest-suspended', 'digest-two-processes', 'disk', 'faults', 'gateway', 'many-servers'],
  ...['notice-kills', 'notices', 'notices-two-processes', 'odd-answers', 'outages', 'processes'],
  ...['reminder-kills', 'reminder-many', 'reminders', 'removed-by-mistake', 'restart', 'start'],
  ...['stop-under-load', 'tidying', 'token'],
].map((name) => `test/discord/${name}.test.ts`);

/** What holds for each test. */
const EACH = {
  // Real processes, real databases: generous, so that a slow machine fails nothing by its slowness.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
  pool: 'forks',
} as const;

export default defineConfig({
  test: {
    // Once for both: what it provides reaches each.
    globalSetup: ['test/support/global-setup.ts'],
    projects: [
      {
        test: {
          ...EACH,
          name: 'waiting',
          include: WAITING,
          maxWorkers: cores + 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...EACH,
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
