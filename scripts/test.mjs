// `npm test`: everything that has to hold, one step after another, and one line at the end that
// says how it went. A failed check doesn't keep the others from running.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const only = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;

if (only.length === 0) {
  check('format and lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']);
  check('types', 'typescript/bin/tsc', ['-p', 'tsconfig.json']);
  check('types of the page', 'typescript/bin/tsc', ['-p', 'playground/page/tsconfig.json']);
  check('import rules', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.mjs',
    'src',
    'playground',
    'bench',
    'model',
    'scripts',
  ]);
  check('unused code', 'knip/bin/knip.js', []);
  check('command reference', undefined, ['dist/scripts/command-reference.js', '--check']);
  check('input reference', undefined, ['dist/scripts/input-reference.js', '--check']);
}
tests();

const skips = skipped > 0 ? `, ${skipped} skipped` : '';
process.stdout.write(`${passed} passed, ${failed} failed${skips}\n`);
process.exit(failed > 0 ? 1 : 0);

/** One check by one tool; its words are shown as they come. */
function check(name, tool, args) {
  process.stdout.write(`\n— ${name}\n`);
  const program = tool === undefined ? [] : [join(root, 'node_modules', tool)];
  const { status } = spawnSync(process.execPath, [...program, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) passed += 1;
  else failed += 1;
}

/** Every test, or those in the files named on the command line. */
function tests() {
  process.stdout.write('\n— tests\n');
  const folder = mkdtempSync(join(tmpdir(), 'keepsake-test-'));
  const file = join(folder, 'results.json');
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...only,
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    passed += results.numPassedTests;
    skipped += results.numPendingTests + results.numTodoTests;
    // A file that can't even be loaded has no failed test of its own.
    failed += Math.max(results.numFailedTests, results.success ? 0 : 1);
    if (results.numPassedTests === 0) failed += 1;
  } catch {
    failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (status !== 0 && failed === 0) failed += 1;
}
