// What of the texts in other languages is missing, wrong or stale: `npm run translations`
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readFlags } from '../src/lib/flags.js';
import { OTHER_LANGUAGES } from '../src/lib/languages.js';
import { contentDir } from '../src/lib/paths.js';
import { loadContent } from '../src/services/knowledge/content.js';
import { findingsOf, fingerprintOf } from '../src/services/knowledge/translations.js';

const USAGE = `npm run translations           what of the texts in other languages is missing, wrong or stale
    -- --stamp                 notes in each of them of which English it was made
    -- --stamp file …          the same in these files alone`;

const { values, positionals } = readFlags(USAGE, {
  options: { stamp: { type: 'boolean' } },
  allowPositionals: true,
});
const content = loadContent();
const { knowledge, tips, guide } = content;
const byFolder = { faq: knowledge.entries, tips, guide: guide.pages };

if (values.stamp === true) {
  const named = new Set(positionals.map((file) => resolve(file)));
  let count = 0;
  for (const language of OTHER_LANGUAGES) {
    for (const [folder, all] of Object.entries(byFolder)) {
      const dir = join(contentDir, language, folder);
      for (const name of readdirSync(dir)) {
        const file = join(dir, name);
        const one = all.find(({ id }) => id === basename(name, '.md'));
        if (one === undefined || (named.size > 0 && !named.has(file))) continue;
        const said = readFileSync(file, 'utf8').replace(/^(?:id|from): .*\n/gm, '');
        const stamped = `---\nid: ${one.id}\nfrom: ${fingerprintOf({ ...one })}\n`;
        writeFileSync(file, said.replace(/^---\n/, stamped));
        count += 1;
      }
    }
  }
  console.log(`Noted in ${count} files of which English they were made.`);
}

let isRight = true;
for (const language of OTHER_LANGUAGES) {
  const { problems, stale } = findingsOf(language, content);
  for (const problem of problems) console.error(problem);
  for (const file of stale) console.log(`${file}: its English has other words by now`);
  isRight &&= problems.length === 0;
}
if (!isRight) process.exitCode = 1;
