import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { useFolder } from '../support/databases.js';
import { compiled, programs, runProgram, startProgram } from '../support/program.js';

const folder = useFolder();
const run = (name: string, ...args: string[]) =>
  runProgram(name, args, { cwd: folder.path, env: {} });

/** The bot itself takes settings alone; the others are for whoever works on the project. */
const called = programs.filter(
  (name) => !['start', 'screenshots', 'answers', 'licences'].includes(name),
);

describe.each(called)('npm run %s', (name) => {
  test('says with --help how it is called', async () => {
    const { said, complaints, code } = await run(name, '--help');
    expect(said).toContain(`npm run ${name}`);
    expect({ complaints, code }).toEqual({ complaints: '', code: 0 });
  });

  test('says what is wrong with an option that it doesn’t have, and how it is called', async () => {
    const { said, complaints, code } = await run(name, '--nonsense');
    expect(complaints).toMatch(/^Unknown option '--nonsense'\.\n/);
    expect(complaints).toContain(`npm run ${name}`);
    expect(complaints).not.toContain('    at ');
    expect({ said, code }).toEqual({ said: '', code: 1 });
  });
});

test('npm run doctor ends quietly when nobody reads on', async () => {
  const { child, ended } = startProgram('doctor', [], { cwd: folder.path, env: {} });
  child.stdout.destroy();
  expect((await ended).complaints).toBe('');
});

test.skipIf(!existsSync('/dev/full')).each([
  ['doctor', []],
  ['backup', ['copy.db']],
  ['estimate', ['videos.csv']],
  ['forget', ['123456789012345678']],
] as const)(
  'npm run %s says so, with exit code 1, where its output finds no room',
  async (name, args) => {
    const env = {
      DATABASE_URL: `file:${join(folder.path, 'keepsake.db')}`,
      PATH: process.env['PATH'],
    };
    await (await openDatabase(env.DATABASE_URL, () => undefined)).close();
    await writeFile(
      join(folder.path, 'videos.csv'),
      'creator,views,likes,comments,shares\nmia,812,64,3,2\n',
    );
    const file = compiled(name);
    const full = spawnSync(
      'sh',
      ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, file, ...args],
      {
        cwd: folder.path,
        env,
        encoding: 'utf8',
      },
    );
    expect(full.stderr).toContain(
      "✗ The output can't be written (ENOSPC).\n  → Look whether the disk",
    );
    expect(full.status).toBe(1);
  },
);

test.each([
  [['--seconds', 'x'], '--seconds takes a whole number, not “x”.'],
  [['--scale', '--on', 'mysql'], '--on takes sqlite or postgresql, not “mysql”.'],
  [['--scale', '--digests'], '--scale and --digests are measured one at a time.'],
])('npm run bench -- %j begins nothing', async (args, words) => {
  const { complaints, code } = await run('bench', ...args);
  expect(complaints.split('\n')[0]).toBe(words);
  expect(code).toBe(1);
});
