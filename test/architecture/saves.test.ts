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
  /^import\/(news|store|estimates|undo-import)\.ts$/, // keep readings, their estimates and true counts as they come
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
  /trueSave\.(findMany|findFirst|findUnique|aggregate|groupBy)/,
  /estimate\.(findMany|findFirst|findUnique|aggregate|groupBy)/,
  /\bbestKnown\(/, // may be shown or summed up, never compared
];

/** Known to read them in a way that compares nothing, each with its one line. */
const EXCEPTIONS: Readonly<Record<string, readonly RegExp[]>> = {
  // How good estimates were: each count against its own estimate.
  'digest/content.ts': [/"TrueSave" [tb]/, /"Estimate" e ON/, /e\."saves" AS "estimated"/],
  // Sums up, and compares nothing.
  'boards/boards.ts': [/= bestKnown\(row\);$/],
  // What was shown stays shown, beside the saves that are compared.
  'history/readings.ts': [/row\.trueSaves\?\.saves/, /judge\(.*, by\)$/],
};

/** Whoever shows or asks compares nothing of its own: it is given what was compared. */
const FOLDERS = ['services', 'embeds', 'commands'] as const;

function readsSaves(file: string, line: string): boolean {
  if (MAY_READ.some((allowed) => allowed.test(file))) return false;
  if (!READS_SAVES.some((pattern) => pattern.test(line))) return false;
  return !EXCEPTIONS[file]?.some((allowed) => allowed.test(line));
}

async function linesThatRead(): Promise<string[]> {
  const found: string[] = [];
  let files = 0;
  for (const folder of FOLDERS) {
    const path = join(projectRoot, 'src', folder);
    for (const name of await readdir(path, { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      files += 1;
      const file = folder === 'services' ? name : `${folder}/${name}`;
      const lines = (await readFile(join(path, name), 'utf8')).split('\n');
      found.push(
        ...lines.filter((line) => readsSaves(file, line)).map((line) => `${file}: ${line.trim()}`),
      );
    }
  }
  expect(files).toBeGreaterThan(120);
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
    'const rows = await db.prisma.trueSave.findMany({ where: { creatorId } });',
    'const better = bestKnown(a).value > bestKnown(b).value;',
  ])('would be caught in services, views and commands: %s', (line) => {
    for (const file of [
      'tips/tips.ts',
      'boards/ranking.ts',
      'embeds/boards.ts',
      'commands/tips.ts',
    ])
      expect(readsSaves(file, line)).toBe(true);
    expect(readsSaves('saves/saves.ts', line)).toBe(false);
  });

  it('would be caught where one line of a file is allowed', () => {
    expect(readsSaves('boards/boards.ts', 'const { value } = bestKnown(row);')).toBe(false);
    expect(readsSaves('boards/boards.ts', 'if (bestKnown(row).value > best) return row;')).toBe(
      true,
    );
  });
});
