import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/paths.js';

interface Cruised {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] };
}

/** The features of the domain that may not import the last of them. */
const BELOW_DATA =
  'estimate saves readings content insights tips knowledge scores import history drafts boards posting digest letters';

/** A file that breaks each rule, and what it imports to do so. */
const PLANTED: Record<string, { file: string; imports: string }> = {
  'no-cycles': { file: 'src/lib/a.ts', imports: './b.js' },
  'no-cycles-at-run-time': { file: 'playground/a.ts', imports: './b.js' },
  'commands-imports': { file: 'src/commands/x.ts', imports: '../db/x.js' },
  'discord-imports': { file: 'src/discord/x.ts', imports: '../db/x.js' },
  'embeds-imports': { file: 'src/embeds/x.ts', imports: '../commands/x.js' },
  'charts-imports': { file: 'src/charts/x.ts', imports: '../services/x.js' },
  'charts-are-drawn-apart': { file: 'src/commands/y.ts', imports: 'chart.js' },
  'pictures-imports': { file: 'src/pictures/x.ts', imports: '../services/x.js' },
  'pictures-are-read-apart': { file: 'src/discord/w.ts', imports: '../pictures/y.js' },
  'pictures-in-views-are-types': { file: 'src/embeds/w.ts', imports: '../pictures/y.js' },
  'chart-specs-in-embeds': { file: 'src/embeds/z.ts', imports: '../charts/x.js' },
  'words-imports': { file: 'src/words/en/x.ts', imports: '../../embeds/x.js' },
  'words-by-language': { file: 'src/embeds/v.ts', imports: '../words/en/x.js' },
  'services-imports': { file: 'src/services/x.ts', imports: '../discord/x.js' },
  ...Object.fromEntries(
    BELOW_DATA.split(' ').map((feature) => [
      `feature-${feature}-imports`,
      { file: `src/services/${feature}/x.ts`, imports: '../data/x.js' },
    ]),
  ),
  'services-are-features': { file: 'src/services/other/x.ts', imports: '../estimate/x.js' },
  'db-imports': { file: 'src/db/x.ts', imports: '../services/x.js' },
  'health-imports': { file: 'src/health/x.ts', imports: '../db/x.js' },
  'lib-imports': { file: 'src/lib/x.ts', imports: '../db/x.js' },
  'only-discord-imports-discord-js': { file: 'src/services/y.ts', imports: 'discord.js' },
  'only-discord-lib-imports-undici': { file: 'src/services/q.ts', imports: 'undici' },
  'only-discord-commands-embeds-imports--discordjs-builders-discord-api-types': {
    file: 'src/services/z.ts',
    imports: '@discordjs/builders',
  },
  'product-without-playground': { file: 'src/main.ts', imports: '../playground/x.js' },
  'database-clients-behind-db': { file: 'src/services/p.ts', imports: '@prisma/adapter-pg' },
  'views-are-pure': { file: 'src/embeds/y.ts', imports: '../services/x.js' },
  'only-known-packages': { file: 'src/lib/y.ts', imports: 'vitest' },
  'local-discord-by-its-name': {
    file: 'bench/x.ts',
    imports: '../packages/local-discord/src/world/x.js',
  },
  'local-discord-for-any-bot': {
    file: 'packages/local-discord/src/world/x.ts',
    imports: '../../../../src/lib/b.js',
  },
  'page-in-the-browser': {
    file: 'packages/local-discord/src/page/x.ts',
    imports: '../world/x.js',
  },
  'page-behind-its-protocol': {
    file: 'packages/local-discord/src/page/server/x.ts',
    imports: '../y.js',
  },
  'no-unresolved': { file: 'src/lib/z.ts', imports: './nowhere.js' },
};

const folder = mkdtempSync(join(tmpdir(), 'keepsake-imports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it('find no violation, having read the program', () => {
    const { summary } = cruise(projectRoot, [
      'src',
      'packages',
      'playground',
      'bench',
      'model',
      'scripts',
    ]);
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(80);
  });

  const planted = plant();
  it.each(Object.entries(PLANTED))('catch a planted violation: %s', (rule, { file }) => {
    const found = planted.summary.violations.filter(({ from }) => from === file);
    expect(found.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('are each planted once', async () => {
    const url = new URL('../../.dependency-cruiser.mjs', import.meta.url);
    const { default: config }: { default: { forbidden: { name: string }[] } } = await import(
      url.href
    );
    expect(config.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort());
  });
});

describe('the environment', () => {
  it('is read by config.ts alone', async () => {
    const files = await readdir(join(projectRoot, 'src'), { recursive: true });
    const sources = files.filter((file) => file.endsWith('.ts') && !file.includes('generated'));
    expect(sources.length).toBeGreaterThan(40);
    const readers: string[] = [];
    for (const file of sources) {
      const text = await readFile(join(projectRoot, 'src', file), 'utf8');
      if (/process\.env/.test(text)) readers.push(file);
    }
    expect(readers).toEqual(['config.ts']);
  });
});

function plant(): Cruised {
  for (const { file, imports } of Object.values(PLANTED)) write(file, imports);
  write('src/lib/b.ts', './a.js');
  write('playground/b.ts', './a.js');
  write('playground/x.ts', undefined);
  write('packages/local-discord/src/page/y.ts', undefined);
  write('src/db/other.ts', undefined);
  write('src/services/data/x.ts', undefined);
  write('src/pictures/y.ts', undefined);
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'tsconfig.json'), '{"compilerOptions":{"module":"NodeNext"}}');
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { 'discord.js': '14' } }),
  );
  return cruise(folder, ['src', 'packages', 'playground', 'bench']);
}

function write(file: string, imports: string | undefined): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  const line = imports === undefined ? '' : `import * as other from '${imports}';\n`;
  const use = imports === undefined ? '' : ' + String(other)';
  writeFileSync(join(folder, file), `${line}export const value = ''${use};\n`);
}

function cruise(cwd: string, folders: string[]): Cruised {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(projectRoot, '.dependency-cruiser.mjs'),
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
