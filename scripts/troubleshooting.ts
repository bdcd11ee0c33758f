// Writes docs/troubleshooting.md from what a start can end with:
//   node dist/scripts/troubleshooting.js
// With --check it writes nothing, and the exit code is 1 if the page is not what the program says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/lib/paths.js';
import { troubleshootingPage } from './troubleshooting-page.js';

const file = join(projectRoot, 'docs', 'troubleshooting.md');
const page = await troubleshootingPage();

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  process.stderr.write(
    'docs/troubleshooting.md is not what the program says: run `npm run ready && node dist/scripts/troubleshooting.js`.\n',
  );
  process.exitCode = 1;
}
