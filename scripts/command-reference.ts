// Writes docs/commands.md from the definitions of the commands:
//   node dist/scripts/command-reference.js
// With --check it writes nothing, and the exit code is 1 if the page is not what they say.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../src/commands/commands.js';
import { projectRoot } from '../src/lib/paths.js';
import { commandReferencePage } from './command-reference-page.js';

const file = join(projectRoot, 'docs', 'commands.md');
const page = commandReferencePage(commands.map(({ command }) => command));

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  process.stderr.write(
    'docs/commands.md is not what the commands say: run `npm run ready && node dist/scripts/command-reference.js`.\n',
  );
  process.exitCode = 1;
}
