import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import * as z from 'zod';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'foreign-bot-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packed = z.array(z.object({ filename: z.string() })).length(1);
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** The folder of a package as this one finds it. */
function folderOf(name: string): string {
  const [found = ''] =
    createRequire(join(root, 'package.json'))
      .resolve.paths(name)
      ?.map((path) => join(path, name))
      .filter((path) => {
        try {
          return readFileSync(join(path, 'package.json')).length > 0;
        } catch {
          return false;
        }
      }) ?? [];
  return found;
}

/** Installs the package as `npm pack` makes it, and what it needs, in a folder that has nothing of ours. */
function install(): void {
  const { stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (stdout === '') throw new Error(stderr);
  const [tarball] = packed.parse(JSON.parse(stdout));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  spawnSync('tar', ['-xzf', join(folder, tarball?.filename ?? ''), '-C', folder]);
  symlinkSync(join(folder, 'package'), join(modules, 'local-discord'), 'junction');
  for (const name of [...Object.keys(dependencies), 'discord.js']) {
    symlinkSync(folderOf(name), join(modules, name), 'junction');
  }
}

it('the example of the README runs against its bot, in a folder of their own', () => {
  install();
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [bot = '', test = ''] = [...readme.matchAll(/^```js\n(.*?)^```/gms)].map(
    ([, code]) => code,
  );
  expect(bot.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
  expect(
    test
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '').length,
  ).toBeLessThanOrEqual(11);
  writeFileSync(join(folder, 'bot.mjs'), bot);
  writeFileSync(join(folder, 'test.mjs'), test);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['test.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 50_000,
  });
  expect(stderr).toBe('');
  expect(stdout).toBe('Hello world! []\n');
  // One that had to be ended has none, and leaves its bot behind.
  expect(status).toBe(0);
});
