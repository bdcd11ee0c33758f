// What `npm test` and `npm run check` share: the checks that need no test, and running vitest.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tool = (path) => join(root, 'node_modules', path);
export const vitest = tool('vitest/vitest.mjs');

/** What the compiler knows of the last time, so that it looks at what was changed since. */
const typesKnown = join(root, 'node_modules', '.keepsake', 'types.tsbuildinfo');

/** Each with its tool and what the tool is told. */
const CHECKS = {
  types: [
    ...['typescript/bin/tsc', '-p', 'tsconfig.json'],
    ...['--incremental', '--tsBuildInfoFile', typesKnown],
  ],
  'import rules': [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.mjs'],
    ...['src', 'packages', 'playground', 'bench', 'model', 'scripts'],
  ],
  'unused code': ['knip/bin/knip.js'],
  'format and lint': ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  'types of the page': [
    'typescript/bin/tsc',
    '-p',
    'packages/local-discord/src/page/tsconfig.json',
  ],
  'command reference': ['../dist/scripts/command-reference.js', '--check'],
  'input reference': ['../dist/scripts/input-reference.js', '--check'],
  troubleshooting: ['../dist/scripts/troubleshooting.js', '--check'],
  promises: ['../dist/scripts/promises.js', '--check'],
};

/** What was run, and how it went. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  /** Every check, as many at a time as there are cores; each one's words are shown when it is done. */
  async checks() {
    const waiting = Object.entries(CHECKS);
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [name, [program, ...args]] = next;
        const { status, words } = await run(tool(program), args);
        process.stdout.write(`\n— ${name}\n${words}`);
        if (status === 0) this.passed += 1;
        else this.failed += 1;
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  }

  /** Every test, or those in the files and folders named. */
  tests(only) {
    process.stdout.write('\n— tests\n');
    const place = temporary();
    const folder = mkdtempSync(join(place, 'keepsake-test-'));
    const file = join(folder, 'results.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const told = [vitest, 'run', ...reporters, ...only];
    const { status } = spawnSync(process.execPath, told, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TMPDIR: place },
    });
    const before = this.failed;
    try {
      const results = JSON.parse(readFileSync(file, 'utf8'));
      this.passed += results.numPassedTests;
      this.skipped += results.numPendingTests + results.numTodoTests;
      // A file that can't even be loaded has no failed test of its own.
      this.failed += Math.max(results.numFailedTests, results.success ? 0 : 1);
      if (results.numPassedTests === 0) this.failed += 1;
    } catch {
      this.failed += 1;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    if (status !== 0 && this.failed === before) this.failed += 1;
  }

  /** One line that says how it went, and the end. */
  end() {
    const skips = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    process.stdout.write(`${this.passed} passed, ${this.failed} failed${skips}\n`);
    process.exit(this.failed > 0 ? 1 : 0);
  }
}

/** Linux's folder in memory, and how many bytes have to be free in it. */
const MEMORY = '/dev/shm';
const ROOM = 4 * 1024 ** 3;

/** Where the tests' databases are: in memory where there is room, since tests mostly wait for disks. */
function temporary() {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    if (process.env['TMPDIR'] === undefined && bavail * bsize >= ROOM) return MEMORY;
  } catch {
    // There is none here.
  }
  return tmpdir();
}

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        words += text;
      });
    }
    child.once('close', (status) => resolve({ status, words }));
  });
}
