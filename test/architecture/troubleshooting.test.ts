import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { troubleshootingPage } from '../../scripts/troubleshooting-page.js';
import { projectRoot } from '../../src/lib/paths.js';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

/** Where what a start ends with is put into words. */
const SOURCES = [
  'src/config.ts',
  'src/env-file.ts',
  'src/db/look.ts',
  'src/db/problems.ts',
  'src/db/postgresql-problems.ts',
  'src/db/server-look.ts',
  'src/db/sqlite-file.ts',
  'src/discord/start-problem.ts',
  'src/health/server.ts',
  'src/start-problems.ts',
  'scripts/ready.mjs',
];

/** Sentences in a source, each as its longest part that is always the same. */
function sentencesIn(source: string): string[] {
  const code = source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const literals = code.match(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g) ?? [];
  return (
    literals
      .flatMap((literal) => {
        const words = literal.slice(1, -1).replaceAll('\\`', '`').replaceAll("\\'", "'");
        // What is put in may be of any kind, also with braces of its own.
        const parts = words.split(/\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}|\$\{.*|.*?\}(?=[ .,)])/s);
        return parts.flatMap((part) => part.split(' | '));
      })
      .map((part) => part.trim())
      .filter((part) => /^[A-Z✗].{25,}/s.test(part) && / \S+ \S+ /.test(part))
      // Statements, what is under way, and what is answered to those who ask for another page.
      .filter((part) => !/\b(?:SELECT|WHERE)\b|…$|\/metrics\./.test(part))
  );
}

test('docs/troubleshooting.md is what the program says, with a mend for each', async () => {
  const page = read('docs/troubleshooting.md');
  expect(page).toBe(await troubleshootingPage());
  const problems = page.match(/^\*\*[^*]+\*\*/gm) ?? [];
  expect(problems.length).toBeGreaterThan(60);
  expect(page.match(/^→ \S/gm)?.length).toBe(problems.length);
});

test('docs/troubleshooting.md leaves out nothing that a start can say', async () => {
  const page = (await troubleshootingPage()).replaceAll('\\', '');
  const missing = SOURCES.flatMap((path) =>
    sentencesIn(read(path))
      .filter((sentence) => !page.includes(sentence.replaceAll('\\', '')))
      .map((sentence) => `${path}: ${sentence}`),
  );
  expect(missing).toEqual([]);
});
