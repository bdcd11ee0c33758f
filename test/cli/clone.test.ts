import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BotProcess } from 'local-discord';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentFor } from '../../playground/keepsake-process.js';
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
  stage = await Stage.open({ withBot: false });
});
afterAll(() => stage?.close());

test('a clone is made ready by bundling its programs, and starts from these', async () => {
  const ready = [join(clone, 'scripts', 'ready.mjs'), '--to-run'];
  execFileSync(process.execPath, ready, { stdio: 'ignore' });
  const program = join(clone, 'dist', 'src', 'main.js');
  // One file that leads to the whole, in place of one for each source.
  expect(readFileSync(program, 'utf8')).toContain("import('../whole/src/main.js')");
  expect(existsSync(join(clone, 'dist', 'src', 'domain.js'))).toBe(false);
  expect(existsSync(join(clone, 'dist', 'content-cache', 'en-faq.json'))).toBe(true);
  const env = environmentFor(stage.discord, stage.databaseUrl);
  const bot = new BotProcess({ cwd: stage.folder, env, program });
  try {
    await bot.logged('commands registered');
    const shown = await stage
      .person('ana')
      .command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
    expect(shown.text()).toContain('Estimated saves');
  } finally {
    await bot.stop();
  }
  expect(bot.errors).toBe('');
  expect(stage.discord.violations).toEqual([]);
}, 240_000);
