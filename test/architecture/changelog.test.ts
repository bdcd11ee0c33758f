import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/paths.js';
import { programVersion } from '../../src/lib/version.js';

const HEADING = /^## \[(?<version>\d+\.\d+\.\d+)\] - (?<day>\d{4}-\d{2}-\d{2})$/gm;

const changelog = readFileSync(join(projectRoot, 'CHANGELOG.md'), 'utf8');
const versions = [...changelog.matchAll(HEADING)].map(({ groups }) => ({
  version: groups?.['version'] ?? '',
  day: groups?.['day'] ?? '',
}));

it('the newest version of the changelog is the one that the program says it is', () => {
  expect(versions[0]?.version).toBe(programVersion().version);
});

it('each version has a day, and comes after those below it', () => {
  const headings = changelog.match(/^## \[(?!Unreleased)/gm) ?? [];
  expect(versions).toHaveLength(headings.length);
  const days = versions.map(({ day }) => day);
  expect(days).toEqual([...days].sort().reverse());
  for (const day of days) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
  const numbers = versions.map(({ version }) => version.split('.').map(Number));
  const falling = numbers.slice(1).map((older, n) => isBelow(older, numbers[n] ?? []));
  expect(falling).not.toContain(false);
});

function isBelow(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((part, n) => part !== b[n]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
