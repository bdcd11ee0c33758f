// Holds what the documents promise against the tests, and writes docs/promises.md:
//   node dist/scripts/promises.js
// With --check it writes nothing. The exit code is 1 if a promise isn't held, or the page is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/lib/paths.js';
import { problemsOf } from './promise-check.js';
import { readProject } from './promise-lists.js';
import { promisesPage } from './promises-page.js';

const file = join(projectRoot, 'docs', 'promises.md');
const project = readProject(projectRoot);
const page = promisesPage(project);
const problems = problemsOf(project);

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  problems.push(
    'docs/promises.md is not what test/promises says\n  → npm run ready && node dist/scripts/promises.js',
  );
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
