import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalDiscord, type LogLine, startLocalDiscord } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { projectRoot } from '../../src/lib/paths.js';
import { linesForPeople } from '../../src/log.js';
import { startBot, temporaryFolder } from '../support/bot.js';

const page = readFileSync(join(projectRoot, 'docs', 'set-up.md'), 'utf8');
const names = commands.map(({ command }) => command.name);

let discord: LocalDiscord;
let folder: string;
beforeAll(async () => {
  discord = await startLocalDiscord();
  folder = temporaryFolder();
});
afterAll(async () => {
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Lines of the log without what differs from one start to the next, in the order of their words. */
function lasting(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .replace(/^\[[\d:]{8}\] /, '')
        .replace(/"commit":[^,]+/, '"commit":…')
        .replace(/"node":"[^"]+"/, '"node":…')
        .replace(/client_id=\d+/, 'client_id=…'),
    )
    .toSorted();
}

/** Everything the program can say, as its sources have it. */
function sources(...folders: string[]): string {
  return folders
    .flatMap((one) =>
      readdirSync(join(projectRoot, one), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|mjs)$/.test(file))
        .map((file) => readFileSync(join(projectRoot, one, file), 'utf8')),
    )
    .join('\n');
}

describe('docs/set-up.md', () => {
  it('shows the log of a first start as the bot writes it', async () => {
    const databaseUrl = `file:${join(folder, 'keepsake.db')}`;
    const bot = await startBot({ discord, databaseUrl, cwd: folder });
    await bot.waitForLog('add the bot to a server with this link');
    const inWords = await linesForPeople({ colorize: false });
    // One of the updates stands for all.
    const isFurther = (line: LogLine) => line.msg === updated?.msg && line !== updated;
    const updated = bot.log.find(({ msg }) => msg === 'updated the database');
    const written = bot.log
      .filter((line) => !isFurther(line))
      .map((line) => inWords(JSON.stringify(line)).trim());
    expect(await bot.stop()).toBe(0);
    const shown = /^The first start .*?```text\n(.*?)\n```/ms.exec(page)?.[1] ?? '';
    expect(lasting(shown.split('\n'))).toEqual(lasting(written));
    expect(bot.log.at(-1)?.msg).toBe('stopped');
  });

  it('names no command that isn’t there', () => {
    const named = [...page.matchAll(/`\/([a-z]+)/g)].map(([, name = '']) => name);
    expect(named).toContain('score');
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('quotes of each problem what the program really says', () => {
    const said = sources('src', 'scripts');
    const quoted = [...page.matchAll(/^\| (`.*) \| .* \|$/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)])
      // The key before it is put there by the program; an ellipsis stands for what differs.
      .flatMap(([, quote = '']) => quote.replace(/^[A-Z]+_[A-Z_]+ /, '').split('…'))
      .map((part) => part.trim())
      .filter((part) => part !== '');
    expect(quoted).toContain('is empty');
    expect(quoted.filter((part) => !said.includes(part))).toEqual([]);
  });
});
