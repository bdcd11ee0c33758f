// `npm run soak`: the tests that have a long form, in that form. They run as in `npm test`, one
// after another, with as many rounds and as long outages as they promise.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const only = process.argv.slice(2);
const long = readdirSync(join(root, 'test'), { recursive: true })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .filter((file) => readFileSync(join(root, file), 'utf8').includes('support/soak.js'));

const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=verbose',
    '--no-file-parallelism',
    ...(only.length > 0 ? only : long),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, KEEPSAKE_SOAK: '1' } },
);
process.exit(status ?? 1);
