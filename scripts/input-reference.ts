// Writes docs/input.md by reading examples, and from the tables of what is read:
//   node dist/scripts/input-reference.js
// With --check it writes nothing, and the exit code is 1 if the page is not what is read. What comes
// from Intl is left out of that where this Node brings another version of CLDR than the page has.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/lib/paths.js';
import { BY_INTL, inputReferencePage } from './input-reference-page.js';

const file = join(projectRoot, 'docs', 'input.md');
const version = `\n<!-- CLDR ${process.versions['cldr']} -->\n`;
const page = inputReferencePage() + version;

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
} else {
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const isSameVersion = kept.endsWith(version);
  const compared = (text: string) =>
    isSameVersion ? text : text.replace(BY_INTL, '').replace(/\n<!-- CLDR .*\n$/, '');
  if (compared(kept) !== compared(page)) {
    process.stderr.write(
      'docs/input.md is not what is read: run `npm run ready && node dist/scripts/input-reference.js`.\n',
    );
    process.exitCode = 1;
  }
}
