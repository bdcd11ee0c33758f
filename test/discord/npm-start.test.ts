import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentFor } from '../../playground/keepsake-process.js';
import { projectRoot } from '../../src/lib/paths.js';
import { temporaryFolder } from '../support/bot.js';

let discord: LocalDiscord;
let starter: ChildProcess | undefined;
beforeEach(async () => {
  discord = await startLocalDiscord();
});
afterEach(async () => {
  try {
    // Whoever is left of its group.
    if (starter?.pid !== undefined) process.kill(-starter.pid, 'SIGKILL');
  } catch {
    // Nobody is.
  }
  await discord.close();
});

const main = join(projectRoot, 'dist', 'src', 'main.js');
/** A program that runs others and holds their input, as panels do. */
const panel = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(main)}], { stdio: ['pipe', 'inherit', 'inherit'] })`;
/** One that keeps a line to them, as PM2 does. */
const manager = panel.replace(
  "['pipe', 'inherit', 'inherit']",
  "['ignore', 'inherit', 'inherit', 'ipc']",
);

it.skipIf(process.platform === 'win32').each([
  ['npm, which started it, is asked to', ['npm', 'start'], 'SIGTERM'],
  ['npm is killed', ['npm', 'start'], 'SIGKILL'],
  ['a panel that started it is killed', [process.execPath, '-e', panel], 'SIGKILL'],
  ['a process manager that started it is killed', [process.execPath, '-e', manager], 'SIGKILL'],
] as const)(
  'ends in order when %s',
  async (_, [command, ...args], signal) => {
    const env = environmentFor(discord, `file:${temporaryFolder()}/keepsake.db`);
    starter = spawn(command, args, {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let log = '';
    starter.stdout?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    await expect.poll(() => log, { timeout: 60_000 }).toContain('"commands registered"');
    // What it inherited is closed when the last one is gone, the bot.
    const gone = once(starter, 'close', { signal: AbortSignal.timeout(20_000) });
    starter.kill(signal);
    await gone;
    expect(log.trim().split('\n').at(-1)).toContain('"stopped"');
    expect(discord.violations).toEqual([]);
  },
  120_000,
);
