import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/paths.js';

/**
 * Who may read stored saves or judge some, and why. All others compare, and do it with
 * `services/saves`, which holds counts against counts and estimates against estimates alone.
 */
const MAY_READ: readonly RegExp[] = [
  /^saves\//, // it is the one notion of them
  /^estimate\//, // makes them
  /^scores\//, // show and keep one score; learn from true counts
  /^history\/(changes|corrections|undo|undoing)\.ts$/, // move rows as they are
  /^data\//, // exports and forgets rows as they are
  /^insights\/accuracy\.ts$/, // holds each count against its own estimate
];

/** What of a stored reading says how many saves it has, and the percentile made of them. */
const READS_SAVES = [
  /"Estimate" e/,
  /"TrueSave"/,
  /\be\."(saves|low|high|score)"/,
  /trueSaves\s*[?.!]*\.saves/,
  /estimates\s*[?[]/,
  /\bjudge\(/,
  /estimateCold\(/,
];

/** Known to read them in a way that compares nothing, each with its one line. */
const EXCEPTIONS: Readonly<Record<string, readonly RegExp[]>> = {
  // How good estimates were: each count against its own estimate.
  'digest/content.ts': [/"TrueSave" t/, /"Estimate" e ON/, /e\."saves" AS "estimated"/],
  // What was shown stays shown, beside the saves that are compared.
  'history/readings.ts': [/row\.trueSaves\?\.saves/, /judge\(.*, by\)$/],
};

const folder = join(projectRoot, 'src', 'services');

async function linesThatRead(): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(80);
  const found: string[] = [];
  for (const file of files) {
    if (MAY_READ.some((allowed) => allowed.test(file))) continue;
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    for (const line of lines) {
      if (!READS_SAVES.some((pattern) => pattern.test(line))) continue;
      if (EXCEPTIONS[file]?.some((allowed) => allowed.test(line))) continue;
      found.push(`${file}: ${line.trim()}`);
    }
  }
  return found;
}

describe('whoever compares saves', () => {
  it('takes them from services/saves', async () => {
    expect(await linesThatRead()).toEqual([]);
  });

  it.each([
    'SELECT e."saves" FROM "Estimate" e',
    'LEFT JOIN "TrueSave" t ON t."readingId" = r."id"',
    'const better = row.trueSaves.saves > other;',
    'const { score } = judge({ views, saves }, now);',
  ])('would be caught: %s', (line) => {
    expect(READS_SAVES.some((pattern) => pattern.test(line))).toBe(true);
  });
});
