import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentFor } from '../../playground/keepsake-process.js';
import { projectRoot } from '../../src/lib/paths.js';
import { temporaryFolder } from '../support/bot.js';

let discord: LocalDiscord;
let npm: ChildProcess | undefined;
beforeEach(async () => {
  discord = await startLocalDiscord();
});
afterEach(async () => {
  try {
    // Whoever is left of its group.
    if (npm?.pid !== undefined) process.kill(-npm.pid, 'SIGKILL');
  } catch {
    // Nobody is.
  }
  await discord.close();
});

it.skipIf(process.platform === 'win32')(
  'ends in order when npm, which started it, is asked to',
  async () => {
    const env = environmentFor(discord, `file:${temporaryFolder()}/keepsake.db`);
    npm = spawn('npm', ['start'], {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let log = '';
    npm.stdout?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    await expect.poll(() => log, { timeout: 60_000 }).toContain('"commands registered"');
    // What it inherited is closed when the last one is gone, the bot.
    const gone = once(npm, 'close', { signal: AbortSignal.timeout(20_000) });
    npm.kill('SIGTERM');
    await gone;
    expect(log.trim().split('\n').at(-1)).toContain('"stopped"');
    expect(discord.violations).toEqual([]);
  },
  120_000,
);
