import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BotProcess, type LogLine } from 'local-discord';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { environmentFor } from '../../playground/keepsake-process.js';
import { commands } from '../../src/commands/commands.js';
import { createRegistry, makeWanted } from '../../src/discord/registry.js';
import { projectRoot } from '../../src/lib/paths.js';
import { Stage } from '../support/bot.js';
import { useFolder } from '../support/databases.js';

/** What of a clone gets it ready and runs. */
const NEEDED = [
  'package.json',
  'package-lock.json',
  'scripts',
  'src',
  'prisma',
  'content',
  'model',
];

const folder = useFolder();
let clone: string;
let stage: Stage;
beforeAll(async () => {
  clone = join(folder.path, 'clone');
  for (const path of NEEDED)
    cpSync(join(projectRoot, path), join(clone, path), { recursive: true });
  // Its packages are there already, its marks of what was done are its own.
  mkdirSync(join(clone, 'node_modules'));
  for (const name of readdirSync(join(projectRoot, 'node_modules'))) {
    if (name === '.keepsake') continue;
    symlinkSync(join(projectRoot, 'node_modules', name), join(clone, 'node_modules', name));
  }
  const ready = [join(clone, 'scripts', 'ready.mjs'), '--to-run'];
  await promisify(execFile)(process.execPath, ready);
  stage = await Stage.open({ withBot: false });
}, 240_000);
afterAll(() => stage?.close());

test('a clone is made ready by bundling its programs, and starts from these', async () => {
  // One file that leads to the whole, in place of one for each source.
  expect(readFileSync(program(), 'utf8')).toContain("import('../whole/src/main.js')");
  expect(existsSync(join(clone, 'dist', 'src', 'domain.js'))).toBe(false);
  expect(existsSync(join(clone, 'dist', 'content-cache', 'en-faq.json'))).toBe(true);
  await whileRunning(async () => {
    const shown = await stage
      .person('ana')
      .command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
    expect(shown.text()).toContain('Estimated saves');
  });
  expect(stage.discord.violations).toEqual([]);
});

describe('what is registered was made with the programs', () => {
  const file = () => join(clone, 'dist', 'whole', 'shared', 'commands.json');
  let made: string;
  beforeAll(async () => {
    made = readFileSync(file(), 'utf8');
    // Discord knows them from here on.
    await changedByStart();
  });
  beforeEach(() => writeFileSync(file(), made));

  test('in every language, as it is made anew', async () => {
    const anew = await makeWanted(createRegistry(commands));
    expect(JSON.parse(made).commands).toEqual(JSON.parse(JSON.stringify(anew)));
    expect(await changedByStart()).toEqual([]);
  });

  test('and is taken as it stands', async () => {
    plant();
    expect(await changedByStart()).toEqual(['tips']);
  });

  test('and is made anew where it can’t be read', async () => {
    plant();
    await changedByStart();
    writeFileSync(file(), '{');
    expect(await changedByStart()).toEqual(['tips']);
  });

  test('and is made anew where the guide was changed since', async () => {
    plant();
    const page = join(clone, 'content', 'guide', 'likes.md');
    const before = readFileSync(page, 'utf8');
    writeFileSync(page, before.replace('title: Likes', 'title: All likes'));
    try {
      expect(await changedByStart()).toContain('guide');
    } finally {
      writeFileSync(page, before);
    }
  });

  /** A command that only what is kept has like this. */
  function plant(): void {
    const { stamp, commands: all } = JSON.parse(made);
    const others = all.map((one: { name: string }) =>
      one.name === 'tips' ? { ...one, description: 'Kept' } : one,
    );
    writeFileSync(file(), JSON.stringify({ stamp, commands: others }));
  }
});

const program = () => join(clone, 'dist', 'src', 'main.js');

/** Which commands Discord knows otherwise after a start. */
async function changedByStart(): Promise<unknown> {
  return whileRunning(async ({ changed }) => changed);
}

/** Does something while the clone's bot runs; `registered` is what it said of its commands. */
async function whileRunning<T>(work: (registered: LogLine) => Promise<T>): Promise<T> {
  const env = environmentFor(stage.discord, stage.databaseUrl);
  const bot = new BotProcess({ cwd: stage.folder, env, program: program() });
  try {
    return await work(await bot.logged('commands registered'));
  } finally {
    await bot.stop();
  }
}
